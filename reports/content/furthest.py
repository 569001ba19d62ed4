"""What a radar shows for certain, as its title: claims that open answers could overturn are not made."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from locales.words import Words
from models.authored import Text
from reports.content.naming import listed

_MOST_NAMED = 2
"""Dimensions that a title names; more are no finding."""


def radar_title(rows: Sequence[tuple[Text, Fraction | None, Fraction | None]], words: Words) -> str:
    """What a radar shows for certain: where the city is furthest, and where there is most room to grow.

    Args:
        rows: each dimension with the ends of its figure; None where it has none.
        words: the language.
    """
    figures = [_Figure(words.text(name), low, high) for name, low, high in rows if low is not None and high is not None]
    if len(figures) > 1:
        return _furthest_and_weakest(figures, words)
    if not figures:
        return words("No dimension has a figure yet")
    return words("So far one dimension has a figure: {name}", name=figures[0].name)


@dataclass(frozen=True, slots=True)
class _Figure:
    """What is certain of a dimension, and what open answers may still add."""

    name: str
    low: Fraction
    high: Fraction

    @property
    def turned(self) -> "_Figure":
        """The same, seen from the other end: who is behind here is ahead there."""
        return _Figure(self.name, -self.high, -self.low)


def _furthest_and_weakest(figures: Sequence[_Figure], words: Words) -> str:
    if len({end for each in figures for end in (each.low, each.high)}) == 1:
        return words("The dimensions are equally far developed")
    strongest = _named(_ahead(figures), words)
    weakest = _named(_ahead([each.turned for each in figures]), words)
    if strongest and weakest:
        return words(
            "Furthest developed: {strongest}; most room to grow: {weakest}", strongest=strongest, weakest=weakest
        )
    if weakest:
        return words("Most room to grow: {weakest}", weakest=weakest)
    if strongest:
        return words("Furthest developed: {strongest}", strongest=strongest)
    if max(each.low for each in figures) > min(each.high for each in figures):
        return words("Some dimensions are further developed than others")
    return words("Which dimensions are furthest depends on open answers")


def _ahead(figures: Sequence[_Figure]) -> list[str]:
    """Those that none can overtake, whatever the open answers turn out to be; nobody while that is open."""
    best = max(each.low for each in figures)
    found = [each for each in figures if each.low == best]
    overtaken = any(each.high > best for each in figures if each not in found)
    parted = len(found) > 1 and any(each.high > best for each in found)
    return [] if overtaken or parted else [each.name for each in found]


def _named(names: list[str], words: Words) -> str:
    return listed(names, words) if len(names) <= _MOST_NAMED else ""
