"""The figures of one cell over a group of cities: which ones there may be, and how they are rounded.

Rules 2, 3 and 6 of docs/method/benchmark.md: a mean from five cities, a median from seven, quartiles and shares from
ten with at least three cities in each class; means to 0.1, below eight cities to 0.2; shares to 5 %; no weights.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from models.benchmark import Figures

FOR_MEAN, FOR_MEDIAN, FOR_BANDS = 5, 7, 10
IN_A_CLASS = 3
_COARSE_BELOW = 8
_FINE, _COARSE, _SHARE = Fraction(1, 10), Fraction(1, 5), Fraction(5)


def figures(values: Sequence[Fraction], classes: Sequence[int]) -> Figures | None:
    """The figures of a group, or None where it is too small for any.

    Args:
        values: one per city.
        classes: the highest value of each class but the last; none where shares make no sense.
    """
    count = len(values)
    if count < FOR_MEAN:
        return None
    ordered, step = sorted(values), _COARSE if count < _COARSE_BELOW else _FINE
    return Figures(
        count=count,
        mean=_rounded(sum(values, Fraction(0)) / count, step),
        median=_rounded(_median(ordered), _FINE) if count >= FOR_MEDIAN else None,
        quartiles=(_quartile(ordered, 1), _quartile(ordered, 3)) if count >= FOR_BANDS else None,
        shares=_shares(ordered, classes) if count >= FOR_BANDS and classes else None,
    )


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    """To the nearest step, a half upwards."""
    return (value / step + Fraction(1, 2)).__floor__() * step


def _median(ordered: Sequence[Fraction]) -> Fraction:
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _quartile(ordered: Sequence[Fraction], which: int) -> Fraction:
    """The value below or at which so many quarters of the cities are (nearest rank)."""
    return _rounded(ordered[-(-len(ordered) * which // 4) - 1], _FINE)


def _shares(ordered: Sequence[Fraction], classes: Sequence[int]) -> tuple[int, ...] | None:
    counts = Counter(bisect_left(classes, value) for value in ordered)
    sizes = [counts[place] for place in range(len(classes) + 1)]
    if min(sizes) < IN_A_CLASS:
        return None
    return tuple(int(_rounded(Fraction(100 * size, len(ordered)), _SHARE)) for size in sizes)
