"""What a model says to a city like this one: the target it proposes, and the warnings that apply. Pure."""

from decimal import Decimal

from assessment.path.targets import levels_of
from models.aims import KeptTarget, Proposal, Risk
from models.city_profile import CityProfile
from models.path import ProfileTarget
from models.profile import Profile
from models.questionnaire import CapabilityModel, CityCondition

_NOBODY = CityProfile()


def proposed(model: CapabilityModel, city: CityProfile | None) -> Proposal | None:
    """The target that the model proposes to a city; None where it proposes none.

    A field that the city left open fulfils no condition.
    """
    proposal = model.head.proposal
    if proposal is None:
        return None
    target = next(each for each in model.head.targets if each.id == proposal.target)
    levels = dict(levels_of(model, target).levels)
    higher = proposal.higher
    if higher is None or not any(fulfils(city or _NOBODY, each) for each in higher.any_of):
        return Proposal(target.id, levels)
    raised = {process: max(higher.capability, levels.get(process, 0)) for process in higher.processes}
    order = [process.id for process in model.processes]
    together = {process: level for process in order if (level := (levels | raised).get(process, 0))}
    return Proposal(target.id, together, higher.processes, higher.reason)


def risks(model: CapabilityModel, city: CityProfile | None, profile: Profile) -> tuple[Risk, ...]:
    """The warnings of the model that apply. A process that was not assessed is not known to be high enough."""
    found = []
    for warning in model.head.warnings:
        result = profile.processes.get(warning.process)
        level = None if result is None else result.level
        if fulfils(city or _NOBODY, warning.city) and (level is None or level.low < warning.below):
            found.append(Risk(warning.id, warning.process, level, warning.below, warning.text))
    return tuple(found)


def fulfils(city: CityProfile, condition: CityCondition) -> bool:
    """Whether the profile of a city says so."""
    said: bool | int | Decimal | None = getattr(city, condition.field)
    if condition.at_least is None:
        return said is True
    return said is not None and said >= condition.at_least


def target_of(kept: KeptTarget, model: CapabilityModel) -> ProfileTarget | None:
    """A kept target as levels; None where the model no longer has the named one."""
    if kept.named is None:
        return ProfileTarget({each.id: kept.levels[each.id] for each in model.processes if each.id in kept.levels})
    return next((levels_of(model, each) for each in model.head.targets if each.id == kept.named), None)
