"""The shortest path: the target as levels of processes, each process brought there at least cost, in a useful order."""

from collections.abc import Iterator, Mapping
from typing import TypedDict

from assessment.path.destinations import for_maturity, for_profile
from assessment.path.stretches import Ground
from assessment.scoring.grounds import Grounds
from assessment.scoring.maturity import conditions
from assessment.scoring.profiles import profile
from assessment.scoring.settings import yardstick
from models.answers import Answers
from models.framework import Method, Points
from models.path import Improvement, MaturityTarget, Path, Stretch, Target
from models.profile import Profile, Settings
from models.questionnaire import CapabilityModel


def shortest(model: CapabilityModel, answers: Answers, target: Target, used: Settings | None = None) -> Path:
    """The cheapest improvements that reach a target, whatever the open answers turn out to be.

    Least cost comes first, then fewer steps, then the order of the model. Not applicable is never a step.

    Args:
        model: The capability model that was answered.
        answers: Where the city stands; open answers are taken at their worst.
        target: Where it wants to be.
        used: The settings of a profile of these answers, where they are others than those of the answers.
    """
    wishes = _wishes(used)
    stick, now = yardstick(model, answers, **wishes), profile(model, answers, **wishes)
    assessed = (key for key, each in now.processes.items() if each.state == "assessed")
    processes = {key: Ground(key, model, answers, stick) for key in assessed}
    grounds = Grounds(model, now.processes, answers.chosen, stick.settings.highest_level)
    if isinstance(target, MaturityTarget):
        wanted = [each for each in conditions(grounds) if each.level.level <= target.level]
        levels, hindrances = for_maturity(wanted, grounds, processes)
    else:
        levels, hindrances = for_profile(target.levels, grounds, processes)
    return Path(tuple(_stretches(model, now, processes, levels)), hindrances)


def alternatives(
    model: CapabilityModel, answers: Answers, process: str, level: int, used: Settings | None = None, *, most: int = 5
) -> Mapping[str, tuple[tuple[Improvement, ...], ...]]:
    """The attributes of a process that can be raised in several ways of the same cost, each with up to `most` ways.

    Nothing where the level is out of reach. The other arguments are those of `shortest`.
    """
    ground = Ground(process, model, answers, yardstick(model, answers, **_wishes(used)))
    return {} if ground.hindrance(level) else dict(ground.choices(level, most))


class _Wishes(TypedDict):
    framework: str | None
    method: Method | None
    scale: Points | None
    highest_level: int | None


def _wishes(used: Settings | None) -> _Wishes:
    if used is None:
        return _Wishes(framework=None, method=None, scale=None, highest_level=None)
    return _Wishes(framework=used.framework, method=used.method, scale=used.scale, highest_level=used.highest_level)


def _stretches(
    model: CapabilityModel, now: Profile, processes: Mapping[str, Ground], levels: Mapping[str, int]
) -> Iterator[Stretch]:
    for process in _in_order(model, levels):
        standing = now.processes[process].level
        begins = 0 if standing is None else standing.low
        steps = tuple(processes[process].steps(levels[process]))
        if steps:
            yield Stretch(process, begins, levels[process], steps)


def _in_order(model: CapabilityModel, levels: Mapping[str, int]) -> list[str]:
    """First what the lowest maturity levels ask for, so that a city that stops on the way stops at the most useful."""
    first = {
        process: each.for_maturity_level for each in reversed(model.head.process_sets) for process in each.processes
    }
    order = [process.id for process in model.processes if process.id in levels]
    return sorted(order, key=lambda process: first.get(process, max(first.values(), default=0) + 1))
