"""The record of a new assessment, whether it begins empty or with the answers of a file. Keeps nothing itself."""

from dataclasses import dataclass

from assessment.desk import values
from assessment.desk.door import Door, in_house, may, to_city
from assessment.desk.errors import NotAccepted, NotYourCity
from assessment.desk.ports import AssessmentStore, Clock, Ids
from assessment.desk.settings import accepted, ordered
from models.assessment import NO_DAYS, Assessment, AssessmentSettings, City, Days
from models.message import say
from models.people import Actor
from models.questionnaire import CapabilityModel, Library


@dataclass(frozen=True)
class Beginning:
    """Makes new records."""

    door: Door
    assessments: AssessmentStore
    library: Library
    clock: Clock
    ids: Ids

    def model(self, questionnaire_id: str) -> CapabilityModel:
        """The capability model with this id. Raises `NotAccepted`; a quick scan is no assessment and stays outside."""
        known = {each.id: each for each in self.library.models}
        if questionnaire_id not in known:
            ids = ", ".join(known)
            raise NotAccepted(
                say("{found} is not known here. Choose one of {known}.", found=questionnaire_id, known=ids)
            )
        return known[questionnaire_id]

    def assessment(
        self,
        city: City,
        model: CapabilityModel,
        title: str,
        settings: AssessmentSettings,
        *,
        invented: bool = False,
        days: Days = NO_DAYS,
    ) -> Assessment:
        """A draft. Raises `NotAccepted`."""
        days = ordered(days)
        return Assessment(
            id=self.ids(),
            city=city,
            title=values.name(title),
            questionnaire=model.id,
            questionnaire_version=model.version,
            digest=model.digest,
            rules_digest=model.rules_digest,
            settings=accepted(model, settings),
            state="draft",
            invented=invented,
            created=self.clock(),
            answers_due=days.answers_due,
            papers_due=days.papers_due,
            committee_day=days.committee_day,
        )

    def city(self, actor: Actor, written: str) -> City:
        """The city of this name where the person may begin assessments of it; a new one where there is none.

        Raises:
            NotAllowed: where others lead the city, or the person may not found one.
        """
        name = values.name(written)
        now = self.door.present(actor)
        found = self.assessments.city_named(name)
        if found is None and may(in_house(now), "found city"):
            return City(self.ids(), name)
        if found is None or not may(tuple(to_city(now, found.id)), "begin assessment"):
            raise NotYourCity(name)
        return found
