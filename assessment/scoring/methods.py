"""From the ratings of indicators to one letter: the named methods, in exact arithmetic, rounding once.

Each method puts a number behind every letter, makes one figure of the numbers, and turns the figure back into a
letter. Numbers are whole (over a common `unit`) and figures are fractions, so no bound is missed by a float's breadth.
All methods are monotone: no better rating ever gives a worse letter. The intervals of the engine rest on that.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import accumulate, pairwise
from math import lcm

from assessment.scoring.traces import exactly, listed
from models.authored import exact
from models.framework import Method, Scale
from models.message import Blank, Message, rounded, say

Cell = tuple[str, int]
"""A letter of the scale in use and its weight (a whole number from 1)."""


@dataclass(frozen=True)
class Ruler:
    """One method on one scale, ready to measure with.

    `numbers` stand behind the letters, each to be divided by `unit`. A figure reaches the next letter at its bound;
    where `bound_stays_below`, only beyond it.
    """

    letters: tuple[str, ...]
    numbers: Mapping[str, int]
    unit: int
    bounds: tuple[Fraction, ...]
    bound_stays_below: bool
    aggregate: Callable[[Sequence[tuple[int, int]]], Fraction]
    rule: Message

    def figure(self, cells: Sequence[Cell]) -> Fraction:
        """The figure of at least one rating, not rounded; in the numbers of the scale, or in percent."""
        numbers = self.numbers
        figure = self.aggregate([(numbers[letter], weight) for letter, weight in cells])
        return figure if self.unit == 1 else figure / self.unit

    def letter(self, figure: Fraction) -> str:
        """The letter that a figure stands for. The one place where anything is rounded."""
        bisect = bisect_left if self.bound_stays_below else bisect_right
        return self.letters[bisect(self.bounds, figure)]

    def told(self, figure: Fraction) -> Blank:
        """A figure for people: rounded, but exact where the rounded one would stand for another letter."""
        if 100 % figure.denominator == 0 or self.letter(rounded(figure)) == self.letter(figure):
            return figure
        return str(figure)


def ruler(method: Method, scale: Scale) -> Ruler:
    """The ruler of a method on a scale."""
    return _by_bands(scale) if method == "survey-midpoints" else _by_values(method, scale)


def band(scale: Scale, percent: Fraction) -> str:
    """The letter in whose band a percentage (0 to 100) lies; the upper end belongs to the band."""
    ends = [exact(rating.up_to) for rating in scale.ratings]
    return scale.letters[bisect_left(ends, percent)]


def _by_values(method: Method, scale: Scale) -> Ruler:
    values = [rating.value for rating in scale.ratings]
    return Ruler(
        letters=scale.letters,
        numbers={rating.letter: rating.value for rating in scale.ratings},
        unit=1,
        bounds=tuple(Fraction(below + above, 2) for below, above in pairwise(values)),
        bound_stays_below=False,
        aggregate=_AGGREGATES[method],
        rule=_rule(method, ", ".join(f"{rating.letter} {rating.value}" for rating in scale.ratings)),
    )


def _by_bands(scale: Scale) -> Ruler:
    ends = [Fraction(0), *(exact(rating.up_to) for rating in scale.ratings)]
    middles = [(lower + upper) / 2 for lower, upper in pairwise(ends)]
    unit = lcm(*(middle.denominator for middle in middles))
    return Ruler(
        letters=scale.letters,
        numbers={letter: int(middle * unit) for letter, middle in zip(scale.letters, middles, strict=True)},
        unit=unit,
        bounds=tuple(ends[1:-1]),
        bound_stays_below=True,
        aggregate=_mean,
        rule=_rule_of_bands(scale.letters, middles, ends[1:]),
    )


def _mean(numbers: Sequence[tuple[int, int]]) -> Fraction:
    return Fraction(sum(number * weight for number, weight in numbers), sum(weight for _, weight in numbers))


def _median(numbers: Sequence[tuple[int, int]]) -> Fraction:
    """The middle one, a weight of 2 counting as two ratings; of two middle ones their mean, which is our own rule."""
    total = sum(weight for _, weight in numbers)
    return Fraction(_at(numbers, (total - 1) // 2) + _at(numbers, total // 2), 2)


def _at(numbers: Sequence[tuple[int, int]], position: int) -> int:
    ordered = sorted(numbers)
    ends = accumulate(weight for _, weight in ordered)
    return next(number for (number, _), end in zip(ordered, ends, strict=True) if position < end)


def _lowest(numbers: Sequence[tuple[int, int]]) -> Fraction:
    return Fraction(min(number for number, _ in numbers))


_AGGREGATES: Mapping[Method, Callable[[Sequence[tuple[int, int]]], Fraction]] = {
    "mean": _mean,
    "median": _median,
    "lowest": _lowest,
}


@cache
def _rule(method: Method, numbers: str) -> Message:
    if method == "mean":
        return say(
            "Weighted mean of the ratings ({numbers}), rounded to a letter, a midpoint upwards.", numbers=numbers
        )
    if method == "median":
        return say(
            "Middle rating ({numbers}). Of two middle ones the mean counts, a midpoint upwards; this even case is a "
            "rule of our own.",
            numbers=numbers,
        )
    return say("The worst rating counts ({numbers}).", numbers=numbers)


def _rule_of_bands(letters: Sequence[str], middles: Sequence[Fraction], ends: Sequence[Fraction]) -> Message:
    pairs = zip(letters, map(exactly, middles), map(exactly, ends), strict=True)
    named = [
        (
            say("{letter} {number}", letter=letter, number=middle),
            say("{letter} up to {number}", letter=letter, number=end),
        )
        for letter, middle, end in pairs
    ]
    return say(
        "Weighted mean of the middles of the bands in percent ({middles}), read as a band again ({ends}).",
        middles=listed([middle for middle, _ in named]),
        ends=listed([end for _, end in named]),
    )
