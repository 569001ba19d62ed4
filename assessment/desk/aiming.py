"""Where a city wants to be: its target, what the model proposes to it, and the warnings that apply. Set by its lead."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.aiming import proposed, risks, target_of
from assessment.desk.city_ports import CityStore, TargetStore
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from assessment.desk.inputs import questionnaire_of
from assessment.desk.noting import about_city
from assessment.desk.ports import Clock
from models.aims import KeptTarget, Proposal, Risk
from models.assessment import Assessment
from models.audit import Note
from models.message import say
from models.path import ProfileTarget
from models.people import Actor
from models.profile import Profile
from models.questionnaire import CapabilityModel, Library


@dataclass(frozen=True, slots=True)
class Aims:
    """Everything about targets beside one assessment.

    `kept` is the choice of the city, None as long as it made none; `target` what it comes to, as levels. `importance`
    says how much each dimension matters to the city, from 1 to 5, as its profile has it.
    """

    kept: KeptTarget | None
    target: ProfileTarget | None
    proposal: Proposal | None
    importance: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Aiming:
    """The use cases around targets."""

    door: Door
    targets: TargetStore
    cities: CityStore
    library: Library
    clock: Clock

    def aims(self, actor: Actor, assessment_id: str) -> Aims:
        """The target of the city of an assessment, and the proposal. Raises `NotFound`, also for a quick scan."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        model, profile = self._model(found), self.cities.profile(found.city.id)
        kept = self.targets.of_city(found.city.id, model.id)
        city = None if profile is None else profile.profile
        target = None if kept is None else target_of(kept, model)
        return Aims(kept, target, proposed(model, city), {} if city is None else city.importance)

    def risks(self, actor: Actor, assessment_id: str, result: Profile) -> tuple[Risk, ...]:
        """The warnings of the model that apply to a result of this assessment. Raises as `aims` does."""
        found = self.door.assessment(actor, "read assessment", assessment_id)
        profile = self.cities.profile(found.city.id)
        return risks(self._model(found), None if profile is None else profile.profile, result)

    def set(self, actor: Actor, assessment_id: str, named: str | None, levels: Mapping[str, int], *, seen: int) -> None:
        """Keeps the target of the city, for the model of this assessment.

        Args:
            actor: who does it.
            assessment_id: the assessment on whose pages it was chosen.
            named: a named target of the model; None for the city's own levels.
            levels: its own levels, by process; a process that is not named asks for nothing.
            seen: the version that the person saw; 0 where there was none.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: for a target, process or level that the model does not have, or for own levels without any.
            ChangedMeanwhile: where somebody was faster.
        """
        found = self.door.assessment(actor, "set targets", assessment_id)
        model = self._model(found)
        _check(model, named, levels)
        at = self.clock()
        note = _noted(actor, found, at, named)
        wanted = {each.id: levels[each.id] for each in model.processes if levels.get(each.id)}
        if not self.targets.keep(found.city.id, model.id, named, wanted, seen=seen, person=actor.id, at=at, note=note):
            raise ChangedMeanwhile

    def _model(self, found: Assessment) -> CapabilityModel:
        questionnaire = questionnaire_of(self.library, found)
        if not isinstance(questionnaire, CapabilityModel):
            raise NotFound
        return questionnaire


def _noted(actor: Actor, found: Assessment, at: datetime.datetime, named: str | None) -> Note:
    if named is None:
        return about_city(actor, "set targets", found.city.id, at, "own")
    return about_city(actor, "set targets", found.city.id, at, "named", target=named)


def _check(model: CapabilityModel, named: str | None, levels: Mapping[str, int]) -> None:
    if named is not None and all(each.id != named for each in model.head.targets):
        raise NotAccepted(say("There is no target of this name. Nothing was stored."))
    if named is None and not any(levels.values()):
        raise NotAccepted(say("Give at least one process a level. Nothing was stored."))
    known, highest = {each.id for each in model.processes}, model.framework().highest_level
    if not set(levels) <= known or not all(0 <= level <= highest for level in levels.values()):
        raise NotAccepted(
            say(
                "A target gives processes of the model a level from 1 to {highest}. Nothing was stored.",
                highest=highest,
            )
        )
