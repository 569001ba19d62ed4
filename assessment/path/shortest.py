"""The shortest path: the target as levels of processes, each process brought there at least cost, in a useful order."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import TypedDict

from assessment.path.destinations import Levels, for_maturity, for_profile
from assessment.path.stretches import Ground
from assessment.scoring.grounds import Grounds
from assessment.scoring.maturity import conditions
from assessment.scoring.profiles import profile
from assessment.scoring.settings import yardstick
from models.answers import Answers
from models.framework import Method, Points
from models.path import Hindrance, Improvement, MaturityTarget, Path, Stretch, Target
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
    return ways(model, answers, target, used, most=1)[0]


def ways(
    model: CapabilityModel, answers: Answers, target: Target, used: Settings | None = None, *, most: int = 5
) -> tuple[Path, ...]:
    """The paths that cost the least, up to `most` of them: the shortest path first, then others of the same cost.

    They differ in which ratings rise, or in which processes the city chooses where a maturity level leaves a choice.
    Where there is no way at all, one path says what is in the way. The other arguments are those of `shortest`.
    """
    start = _start(model, answers, used)
    destinations, hindrances = _destinations(start, target, most)
    every = [Path(path, hindrances) for levels in destinations for path in _to(start, levels, most)]
    return tuple(nsmallest(most, every, key=lambda path: len(path.steps))) or (Path((), hindrances),)


def destinations(
    model: CapabilityModel, answers: Answers, target: Target, used: Settings | None = None, *, most: int = 5
) -> tuple[Levels, ...]:
    """The levels that a target comes to: where it leaves a choice of processes, up to `most` choices of the same cost.

    Nothing where the target is out of reach. The other arguments are those of `shortest`.
    """
    return _destinations(_start(model, answers, used), target, most)[0]


@dataclass(frozen=True)
class _Start:
    """Where a city stands, and what there is to choose from."""

    model: CapabilityModel
    now: Profile
    grounds: Grounds
    processes: Mapping[str, Ground]


def _start(model: CapabilityModel, answers: Answers, used: Settings | None) -> _Start:
    chosen = wishes(used)
    stick, now = yardstick(model, answers, **chosen), profile(model, answers, **chosen)
    assessed = (key for key, each in now.processes.items() if each.state == "assessed")
    processes = {key: Ground(key, model, answers, stick) for key in assessed}
    return _Start(model, now, Grounds(model, now.processes, answers.chosen, stick.settings.highest_level), processes)


def _destinations(start: _Start, target: Target, most: int) -> tuple[tuple[Levels, ...], tuple[Hindrance, ...]]:
    if isinstance(target, MaturityTarget):
        wanted = [each for each in conditions(start.grounds) if each.level.level <= target.level]
        return for_maturity(wanted, start.grounds, start.processes, most=most)
    levels, hindrances = for_profile(target.levels, start.grounds, start.processes)
    return (levels,), hindrances


def _to(start: _Start, levels: Levels, most: int) -> list[tuple[Stretch, ...]]:
    """The cheapest paths to these levels, those of fewer steps first."""
    found: list[tuple[Stretch, ...]] = [()]
    for process in _in_order(start.model, levels):
        standing = start.now.processes[process].level
        begins = 0 if standing is None else standing.low
        every = list(start.processes[process].steps(levels[process], most))
        stretches = [(Stretch(process, begins, levels[process], steps),) if steps else () for steps in every]
        longer = ((*path, *stretch) for path in found for stretch in stretches)
        found = nsmallest(most, longer, key=lambda path: sum(len(each.steps) for each in path))
    return found


def alternatives(
    model: CapabilityModel, answers: Answers, process: str, level: int, used: Settings | None = None, *, most: int = 5
) -> Mapping[str, tuple[tuple[Improvement, ...], ...]]:
    """The attributes of a process that can be raised in several ways of the same cost, each with up to `most` ways.

    Nothing where the level is out of reach. The other arguments are those of `shortest`.
    """
    ground = Ground(process, model, answers, yardstick(model, answers, **wishes(used)))
    return {} if ground.hindrance(level) else dict(ground.choices(level, most))


class Wishes(TypedDict):
    """What may be handed to whoever scores."""

    framework: str | None
    method: Method | None
    scale: Points | None
    highest_level: int | None


def wishes(used: Settings | None) -> Wishes:
    """The settings of a profile as arguments that score the same answers in the same way."""
    if used is None:
        return Wishes(framework=None, method=None, scale=None, highest_level=None)
    return Wishes(framework=used.framework, method=used.method, scale=used.scale, highest_level=used.highest_level)


def _in_order(model: CapabilityModel, levels: Mapping[str, int]) -> list[str]:
    """First what the lowest maturity levels ask for, so that a city that stops on the way stops at the most useful."""
    first = {
        process: each.for_maturity_level for each in reversed(model.head.process_sets) for process in each.processes
    }
    order = [process.id for process in model.processes if process.id in levels]
    return sorted(order, key=lambda process: first.get(process, max(first.values(), default=0) + 1))
