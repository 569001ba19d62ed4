"""The figures of one cell over a group of cities: which ones there may be, and how they are rounded.

Rules 2, 3 and 6 of docs/method/benchmark.md: a mean from five cities, a median from seven, quartiles and shares from
ten with at least three cities in each class; means to 0.1, below eight cities to 0.2; shares to 5 %; no weights.
"""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import lcm

from models.benchmark import Figures

FOR_MEAN, FOR_MEDIAN, FOR_BANDS = 5, 7, 10
IN_A_CLASS = 3
_COARSE_BELOW = 8
_FINE, _COARSE = 10, 5
"""So many steps of rounding make a whole."""
SHARE = 5
"""Shares are whole multiples of so many percent."""


def figures(values: Sequence[Fraction], classes: Sequence[int]) -> Figures | None:
    """The figures of a group, or None where it is too small for any.

    Args:
        values: one per city.
        classes: the highest value of each class but the last; none where shares make no sense.
    """
    unit = lcm(*(value.denominator for value in values))
    return whole_figures([int(value * unit) for value in values], unit, classes)


def whole_figures(values: Sequence[int], unit: int, classes: Sequence[int]) -> Figures | None:
    """As `figures`, of values that are so many parts of which `unit` make a whole one."""
    count = len(values)
    if count < FOR_MEAN:
        return None
    ordered, step = sorted(values), _steps(count)
    banded = count >= FOR_BANDS
    return Figures(
        count=count,
        mean=_rounded(sum(values), count * unit, step),
        median=_rounded(_middles(ordered), 2 * unit, _FINE) if count >= FOR_MEDIAN else None,
        quartiles=(_quartile(ordered, unit, 1), _quartile(ordered, unit, 3)) if banded else None,
        shares=_shares(ordered, unit, classes) if banded and classes else None,
    )


def mean_step(count: int) -> Fraction:
    """To what the mean of so many cities is rounded."""
    return Fraction(1, _steps(count))


def _steps(count: int) -> int:
    return _COARSE if count < _COARSE_BELOW else _FINE


def _rounded(value: int, unit: int, steps: int) -> Fraction:
    """To the nearest step, of which so many make a whole, a half upwards."""
    return Fraction((2 * value * steps + unit) // (2 * unit), steps)


def _middles(ordered: Sequence[int]) -> int:
    """Twice the median: the sum of the two middle values."""
    return ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]


def _quartile(ordered: Sequence[int], unit: int, which: int) -> Fraction:
    """The value below or at which so many quarters of the cities are (nearest rank)."""
    return _rounded(ordered[-(-len(ordered) * which // 4) - 1], unit, _FINE)


def _shares(ordered: Sequence[int], unit: int, classes: Sequence[int]) -> tuple[int, ...] | None:
    ends = [bisect_right(ordered, bound * unit) for bound in classes]
    sizes = [above - below for below, above in pairwise((0, *ends, len(ordered)))]
    if min(sizes) < IN_A_CLASS:
        return None
    return tuple(SHARE * int(_rounded(size * 100, len(ordered) * SHARE, 1)) for size in sizes)
