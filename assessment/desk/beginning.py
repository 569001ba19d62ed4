"""The record of a new assessment, whether it begins empty or with the answers of a file. Keeps nothing itself."""

from dataclasses import dataclass

from assessment.desk import values
from assessment.desk.errors import NotAccepted
from assessment.desk.ports import AssessmentStore, Clock, Ids
from assessment.desk.settings import accepted
from models.assessment import Actor, Assessment, AssessmentSettings, City
from models.message import say
from models.questionnaire import CapabilityModel, Library


@dataclass(frozen=True)
class Beginning:
    """Makes new records."""

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
        actor: Actor,
        model: CapabilityModel,
        city: str,
        title: str,
        settings: AssessmentSettings,
        *,
        invented: bool = False,
    ) -> Assessment:
        """A draft. Of the person's own cities the one of this name is taken, else a new one. Raises `NotAccepted`."""
        return Assessment(
            id=self.ids(),
            city=self._city(actor, values.name(city)),
            title=values.name(title),
            questionnaire=model.id,
            questionnaire_version=model.version,
            digest=model.digest,
            rules_digest=model.rules_digest,
            settings=accepted(model, settings),
            state="draft",
            invented=invented,
            created=self.clock(),
        )

    def _city(self, actor: Actor, name: str) -> City:
        own = self.assessments.cities_of(actor.id)
        return next((city for city in own if city.name == name), City(self.ids(), name))
