"""One axis of the radar: the unweighted mean of its processes' levels, with the lowest process beside it.

A mean of levels is informative and no level itself. It is exact here and rounded once, where it is shown.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from assessment.scoring.traces import between, named
from models.authored import Text
from models.message import say, say_many
from models.profile import DimensionResult, LevelInterval, ProcessResult, Trace


def mean(dimension: str, processes: Sequence[ProcessResult], names: Mapping[str, Text]) -> DimensionResult:
    """The figure of a dimension. Processes that are removed or out of scope leave it; without any there is no mean.

    Args:
        dimension: its id.
        processes: its processes, in the order of the model.
        names: what they are called, by id.
    """
    levels = [(each.level, each.process) for each in processes if each.level is not None]
    inputs = tuple(each.trace for each in processes if each.trace is not None)
    if not levels:
        trace = Trace(dimension, say("no mean"), say("No process of this dimension was assessed."), inputs)
        return DimensionResult(dimension, None, None, None, trace)
    low, high = _mean([level.low for level, _ in levels]), _mean([level.high for level, _ in levels])
    lowest = min(levels, key=lambda each: _standing(each[0]))[1]
    rule = say_many(
        len(levels),
        "Level of the one process that was assessed, {process}; informative.",
        "Mean of the levels of {count} processes; informative. Lowest: {process}.",
        process=named(lowest, names[lowest]),
    )
    return DimensionResult(dimension, low, high, lowest, Trace(dimension, between(low, high), rule, inputs))


def _mean(numbers: Sequence[int]) -> Fraction:
    return Fraction(sum(numbers), len(numbers))


def _standing(level: LevelInterval) -> tuple[int, int]:
    return level.low, level.high
