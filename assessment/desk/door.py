"""The one place where a use case asks whether it may go on."""

from dataclasses import dataclass

from assessment.desk.errors import NotAllowed, NotFound
from assessment.desk.policy import Action, Relation, allowed
from assessment.desk.ports import AssessmentStore
from models.assessment import Actor, Assessment


@dataclass(frozen=True)
class Door:
    """Looks up the relation of the person to the object, and asks the policy."""

    assessments: AssessmentStore

    def house(self, actor: Actor, action: Action) -> None:
        """Lets a person do something that belongs to no city. Raises `NotAllowed`."""
        if not allowed(actor.roles, action, "house"):
            raise NotAllowed

    def assessment(self, actor: Actor, action: Action, assessment_id: str) -> Assessment:
        """The assessment, where this person may do this to it.

        Raises:
            NotFound: where there is none, or the person may not even read it.
            NotAllowed: where the person may read it but not do this.
        """
        found = self.assessments.get(assessment_id)
        if found is None:
            raise NotFound
        relation = self._relation(actor, found)
        if not allowed(actor.roles, "read assessment", relation):
            raise NotFound
        if not allowed(actor.roles, action, relation):
            raise NotAllowed
        return found

    def _relation(self, actor: Actor, to: Assessment) -> Relation:
        own = {city.id for city in self.assessments.cities_of(actor.id)}
        return "own" if to.city.id in own else "foreign"
