"""What to turn to first: basic processes below target, then those of the second set, then the widest weighted gap.

Without a target of its own a city is sent to what the next maturity levels ask for, never to level 4 or 5 by default.
"""

from collections.abc import Iterator, Mapping

from assessment.recommending.ladder import step_from
from assessment.recommending.needs import needs, was_answered
from models.path import ProfileTarget
from models.priorities import Ground, Need, Priority
from models.profile import Profile
from models.questionnaire import CapabilityModel

AT_MOST = 5
"""So many are shown first: nobody acts on thirty."""

_HIGHEST_BY_DEFAULT = 3
_UNWEIGHTED = 1
_NOBODY: Mapping[str, int] = {}


def priorities(
    profile: Profile,
    model: CapabilityModel,
    target: ProfileTarget | None = None,
    importance: Mapping[str, int] = _NOBODY,
    *,
    most: int | None = AT_MOST,
) -> tuple[Priority, ...]:
    """The processes to turn to, first things first, each with the ground for it.

    Processes of which nothing was rated are left out: answering comes before mending.

    Args:
        profile: where the city stands.
        model: the model it was assessed with.
        target: the levels that the city aims at; None where it has not said so.
        importance: how important each dimension is to the city, from 1 to 5, as its profile says.
        most: how many are wanted at most; None for all.
    """
    waiting = {need.process: need for need in needs(profile, model)}
    if target is None:
        found = list(_asked_for(waiting, model, importance))
    else:
        found = sorted(_aimed_at(profile, model, target, importance, waiting), key=_rank)
    return tuple(found if most is None else found[:most])


def _asked_for(
    waiting: Mapping[str, Need], model: CapabilityModel, importance: Mapping[str, int]
) -> Iterator[Priority]:
    """What the maturity levels ask for, in their order."""
    for need in waiting.values():
        if need.level.low >= _HIGHEST_BY_DEFAULT:
            continue
        yield Priority(
            need.process,
            need.level,
            need.capability,
            _ground(need.process, model, "asked for by a later maturity level"),
            _importance(need.process, model, importance),
            need.certain,
            need.maturity_level,
            step_from(model, need.process, need.level.low) if need.certain else None,
        )


def _aimed_at(
    profile: Profile,
    model: CapabilityModel,
    target: ProfileTarget,
    importance: Mapping[str, int],
    waiting: Mapping[str, Need],
) -> Iterator[Priority]:
    for process, wanted in target.levels.items():
        result = profile.processes.get(process)
        if result is None or result.level is None or result.level.low >= wanted or not was_answered(result):
            continue
        need, certain = waiting.get(process), result.level.high < wanted
        yield Priority(
            process,
            result.level,
            wanted,
            _ground(process, model, "gap to the city's own target"),
            _importance(process, model, importance),
            certain,
            None if need is None else need.maturity_level,
            step_from(model, process, result.level.low) if certain else None,
        )


def _ground(process: str, model: CapabilityModel, otherwise: Ground) -> Ground:
    sets = {member: each.for_maturity_level for each in model.head.process_sets for member in each.processes}
    grounds: Mapping[int, Ground] = {
        1: "basic process below target",
        2: "process of the second set below target",
    }
    return grounds.get(sets.get(process, 0), otherwise)


def _importance(process: str, model: CapabilityModel, importance: Mapping[str, int]) -> int:
    return importance.get(model.process(process).dimension, _UNWEIGHTED)


_ORDER: tuple[Ground, ...] = ("basic process below target", "process of the second set below target")


def _rank(each: Priority) -> tuple[int, int, bool]:
    """By ground, then the widest weighted gap, then what is certain; equals stay in the order of the target."""
    place = _ORDER.index(each.ground) if each.ground in _ORDER else len(_ORDER)
    return place, -each.weight, not each.certain
