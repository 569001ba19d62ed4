"""The record of a new assessment, whether it begins empty or with the answers of a file. Keeps nothing itself."""

from dataclasses import dataclass

from assessment.desk import values
from assessment.desk.door import Door, in_house, may, to_city
from assessment.desk.errors import NotAccepted, NotYourCity
from assessment.desk.ports import AssessmentStore, Clock, Ids
from assessment.desk.settings import accepted, ordered
from models.assessment import NO_DAYS, Assessment, AssessmentSettings, City, Days, Way
from models.message import say
from models.people import Actor
from models.questionnaire import CapabilityModel, Library, Questionnaire


@dataclass(frozen=True)
class Beginning:
    """Makes new records."""

    door: Door
    assessments: AssessmentStore
    library: Library
    clock: Clock
    ids: Ids

    def questionnaire(self, questionnaire_id: str) -> Questionnaire:
        """The capability model or quick scan with this id. Raises `NotAccepted`."""
        if questionnaire_id not in self.library.ids:
            ids = ", ".join(self.library.ids)
            raise NotAccepted(
                say("{found} is not known here. Choose one of {known}.", found=questionnaire_id, known=ids)
            )
        return self.library.questionnaire(questionnaire_id)

    def assessment(
        self,
        city: City,
        questionnaire: Questionnaire,
        title: str,
        settings: AssessmentSettings,
        *,
        invented: bool = False,
        days: Days = NO_DAYS,
        way: Way = "together",
    ) -> Assessment:
        """A draft. A quick scan has no settings. Raises `NotAccepted`."""
        days, fitting = ordered(days), AssessmentSettings()
        if isinstance(questionnaire, CapabilityModel):
            fitting = accepted(questionnaire, settings)
        return Assessment(
            id=self.ids(),
            city=city,
            title=values.name(title),
            questionnaire=questionnaire.id,
            questionnaire_version=questionnaire.version,
            digest=questionnaire.digest,
            rules_digest=questionnaire.rules_digest,
            settings=fitting,
            state="draft",
            invented=invented,
            created=self.clock(),
            answers_due=days.answers_due,
            papers_due=days.papers_due,
            committee_day=days.committee_day,
            way=way,
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
