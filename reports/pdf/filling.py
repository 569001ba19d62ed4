"""Pages filled with strips, before anything is drawn: so page numbers are known when the contents page is drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reports.pdf.strips import Strip, height

_FULL_ENOUGH = 0.4
"""The share of a page that must be filled before it is left for strips that prefer to stay together, or that no page
can hold; on an emptier page they begin, and are torn where it ends."""
_HARDLY_BEGUN = 0.2
"""The share of a page up to which what wants a new page goes on below instead."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and how far below the top of the text its upper edge lies."""

    strip: Strip
    down: float


@dataclass(slots=True)
class Page:
    """A page of text: what stands where, and how much of it is filled."""

    placed: list[Placed] = field(default_factory=list)
    filled: float = 0

    def put(self, strip: Strip) -> None:
        """Adds a strip below the others."""
        gap = strip.gap if self.placed else 0
        self.placed.append(Placed(strip, self.filled + gap))
        self.filled += gap + strip.height


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an anchor is: the page, from 0, and how far below the top of the text."""

    page: int
    down: float


def fill(strips: Sequence[Strip], room: float) -> tuple[Page, ...]:
    """The pages that hold all strips, each at most `room` points high."""
    filler = _Filler(room)
    for party in _parted(strips, lambda above: above.keeps or above.prefers):
        filler.welcome(party)
    return tuple(page for page in filler.pages if page.placed)


def spots(pages: Sequence[Page], first: int) -> dict[str, Spot]:
    """Where each anchor is, when the first of these pages has the number `first`."""
    return {
        name: Spot(number, placed.down)
        for number, page in enumerate(pages, start=first)
        for placed in page.placed
        for name in placed.strip.anchors
    }


class _Filler:
    def __init__(self, room: float) -> None:
        self.pages = [Page()]
        self._room = room

    def welcome(self, party: Sequence[Strip]) -> None:
        """Places strips that prefer to stay together, and must not be torn where they keep each other."""
        if party[0].turns and self.pages[-1].filled > self._room * _HARDLY_BEGUN:
            self._turn()
        if height(party) > self._left(party[0]) and self.pages[-1].filled > self._room * _FULL_ENOUGH:
            self._turn()
        for group in _parted(party, lambda above: above.keeps):
            self._put(group)

    def _put(self, group: Sequence[Strip]) -> None:
        """Places strips that must stay together; those that no page can hold are torn where a page ends."""
        needed = height(group)
        if needed <= self._left(group[0]):
            self._place(group)
        elif needed + height(group[0].head) <= self._room:
            self._turn()
            self._place(group)
        else:
            self._tear(group)

    def _tear(self, group: Sequence[Strip]) -> None:
        if self.pages[-1].filled > self._room * _FULL_ENOUGH:
            self._turn()
        for strip in group:
            if strip.height > self._left(strip):
                self._turn()
            self._place((strip,))

    def _place(self, group: Sequence[Strip]) -> None:
        page = self.pages[-1]
        if not page.placed:
            for strip in group[0].head:
                page.put(strip)
        for strip in group:
            page.put(strip)

    def _left(self, strip: Strip) -> float:
        page = self.pages[-1]
        return self._room - page.filled - (strip.gap if page.placed else height(strip.head))

    def _turn(self) -> None:
        if self.pages[-1].placed:
            self.pages.append(Page())


def _parted(strips: Sequence[Strip], stays: Callable[[Strip], bool]) -> Iterator[tuple[Strip, ...]]:
    """The strips, parted behind each one whose follower does not stay with it, and where a new page is wanted."""
    starts = [0, *(n for n in range(1, len(strips)) if strips[n].turns or not stays(strips[n - 1]))]
    return (tuple(strips[start:end]) for start, end in pairwise((*starts, len(strips))) if start < end)
