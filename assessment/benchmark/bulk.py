"""Many sets of answers scored at once, in whole numbers: exactly what the engine gives one by one, without traces.

All sets are asked the same way. A letter is its place on the scale in use; open answers and what is not applicable have
places of their own. A figure is compared with a bound by cross-multiplying, so no bound is missed by a float's breadth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.scoring.methods import Ruler
from assessment.scoring.scope import in_scope
from assessment.scoring.settings import Yardstick, yardstick
from models.answers import Answer, Answers
from models.questionnaire import CapabilityModel, Indicator

OPEN, NOT_APPLICABLE = -1, -2

Places = NDArray[np.int8]
Truths = NDArray[np.bool_]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Form:
    """What is asked of everybody: the processes in scope and their indicators, each with its column."""

    model: CapabilityModel
    stick: Yardstick
    processes: tuple[str, ...]
    indicators: tuple[Indicator, ...]

    def columns(self, process: str, attribute: str) -> list[int]:
        """The columns of an attribute of a process."""
        return [at for at, each in enumerate(self.indicators) if (each.process, each.attribute) == (process, attribute)]


@dataclass(frozen=True)
class Sheets:
    """Sets of answers, one a row: the place of each letter, whether it is proven, which processes are left out."""

    places: Places
    proven: Truths
    left_out: Truths


@dataclass(frozen=True)
class Scored:
    """What they came to, one a row: levels per process, and steps per process and attribute (-1 for no rating).

    Both are -1 where a process was left out.
    """

    level_low: Places
    level_high: Places
    step_low: Places
    step_high: Places


def form(model: CapabilityModel, example: Answers) -> Form:
    """The form that everybody filled in who was asked as in this example."""
    stick = yardstick(model, example, framework=None, method=None, scale=None, highest_level=None)
    scope, asked = in_scope(model, example), {each.id for each in stick.attributes}
    processes = tuple(each.id for each in model.processes if each.id in scope)
    every = (each for process in processes for each in model.indicators(process, stick.framework))
    return Form(model, stick, processes, tuple(each for each in every if each.attribute in asked))


def sheets(of: Form, every: Sequence[Answers]) -> Sheets:
    """Sets of answers as arrays."""
    places = np.array([[_place(of, each.ratings.get(one.id)) for one in of.indicators] for each in every], np.int8)
    proven = np.array([[_proven(each.ratings.get(one.id)) for one in of.indicators] for each in every], np.bool_)
    gone = np.array([[_gone(each.ratings.get(process)) for process in of.processes] for each in every], np.bool_)
    return Sheets(places, proven, gone)


def score_all(of: Form, given: Sheets) -> Scored:
    """Scores every row."""
    shape = (len(given.places), len(of.processes), len(of.stick.attributes))
    low, high = np.full(shape, -1, np.int8), np.full(shape, -1, np.int8)
    counted = _counted(of.stick, given)
    removed = given.left_out.copy()
    for at, process in enumerate(of.processes):
        for place, attribute in enumerate(of.stick.attributes):
            columns = of.columns(process, attribute.id)
            weights = np.array([of.indicators[each].weight for each in columns], np.int64)
            mine = counted[:, columns]
            low[:, at, place], high[:, at, place] = _steps(of.stick, mine, weights)
            if attribute.rated_by == "outcomes":
                removed[:, at] |= (mine == NOT_APPLICABLE).all(axis=1)
    level_low, level_high = _levels(of.stick, low), _levels(of.stick, high)
    for each in (level_low, level_high):
        each[removed] = -1
    for steps in (low, high):
        steps[removed] = -1
    return Scored(level_low, level_high, low, high)


def _place(of: Form, answer: Answer | None) -> int:
    if answer is not None and answer.state == "not_applicable":
        return NOT_APPLICABLE
    letters = of.stick.letters
    read = letters.reading.get(answer.rating or "") if answer is not None and answer.state == "rated" else None
    return OPEN if read is None else letters.scale.letters.index(read)


def _proven(answer: Answer | None) -> bool:
    return bool(answer is not None and answer.evidence)


def _gone(answer: Answer | None) -> bool:
    return answer is not None and answer.state == "not_applicable"


def _counted(stick: Yardstick, given: Sheets) -> Places:
    """The places that count: without evidence no more than the framework lets."""
    order = stick.letters.scale.letters
    capped = np.array([order.index(stick.without_evidence[letter]) for letter in order], np.int8)
    unproven = (given.places >= 0) & ~given.proven
    return np.where(unproven, capped[np.maximum(given.places, 0)], given.places)


def _steps(stick: Yardstick, mine: Places, weights: Whole) -> tuple[Places, Places]:
    """The steps of an attribute with open answers at their worst, and at their best."""
    worst, best = 0, len(stick.letters.scale.letters) - 1
    ends = (np.where(mine == OPEN, end, mine) for end in (worst, best))
    low, high = (_step(stick, each, weights) for each in ends)
    return low, high


def _step(stick: Yardstick, mine: Places, weights: Whole) -> Places:
    letters = stick.letters
    there = mine != NOT_APPLICABLE
    numbers = np.array([stick.ruler.numbers[letter] for letter in letters.scale.letters], np.int64)
    above, below = _aggregated(stick, numbers[np.maximum(mine, 0)], there, weights)
    place = sum(_reaches(stick.ruler, above, below, at) for at in range(len(stick.ruler.bounds)))
    steps = np.array([letters.steps[letter] for letter in letters.scale.letters], np.int8)
    return np.where(there.any(axis=1), steps[place], np.int8(-1))


def _reaches(ruler: Ruler, above: Whole, below: Whole, at: int) -> Whole:
    """Whether figures, as fractions of two whole numbers, reach a bound: 1 or 0."""
    bound = ruler.bounds[at]
    left, right = above * bound.denominator, below * (bound.numerator * ruler.unit)
    return ((left > right) if ruler.bound_stays_below else (left >= right)).astype(np.int64)


def _aggregated(stick: Yardstick, numbers: Whole, there: Truths, weights: Whole) -> tuple[Whole, Whole]:
    """The figure of each row as a fraction of two whole numbers; nothing to rate counts as nothing of one."""
    if stick.settings.method == "lowest":
        lowest = np.where(there, numbers, np.iinfo(np.int64).max).min(axis=1)
        return np.where(there.any(axis=1), lowest, 0), np.ones(len(numbers), np.int64)
    if stick.settings.method == "median":
        return _middles(np.repeat(numbers, weights, axis=1), np.repeat(there, weights, axis=1))
    weighed = there * weights
    return (numbers * weighed).sum(axis=1), np.maximum(weighed.sum(axis=1), 1)


def _middles(numbers: Whole, there: Truths) -> tuple[Whole, Whole]:
    """Twice the median over two: the sum of the two middle values of what is there."""
    ordered = np.sort(np.where(there, numbers, np.iinfo(np.int64).max), axis=1)
    count, rows = np.maximum(there.sum(axis=1), 1), np.arange(len(numbers))
    both = ordered[rows, (count - 1) // 2], ordered[rows, count // 2]
    return np.where(there.any(axis=1), both[0] + np.where(there.any(axis=1), both[1], 0), 0), np.full(len(count), 2)


def _levels(stick: Yardstick, steps: Places) -> Places:
    """The levels that these steps reach: a floor, as on the ladder."""
    order = {each.id: at for at, each in enumerate(stick.attributes)}
    reached = np.zeros(steps.shape[:2], np.int8)
    climbing = np.ones(steps.shape[:2], np.bool_)
    for level, attributes in stick.ladder.rungs:
        rung = steps[:, :, [order[each] for each in attributes]]
        climbing &= (rung >= stick.ladder.own).all(axis=2)
        reached[climbing] = level
        climbing &= (rung >= stick.ladder.below).all(axis=2)
    return reached


def final_levels(of: Form, scored: Scored) -> Iterator[tuple[str, list[int]]]:
    """For each process the levels that no open answer can move, of whoever has one."""
    sure = (scored.level_low == scored.level_high) & (scored.level_low >= 0)
    return ((key, scored.level_low[sure[:, at], at].tolist()) for at, key in enumerate(of.processes))
