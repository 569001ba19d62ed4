"""Pages filled with strips, before anything is drawn: so page numbers are known when the contents page is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reports.pdf.strips import Strip, height

_LATEST_START = 0.55
"""A group of strips too high for any page begins where it is, unless more than this share of the page is filled."""


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
    for group in _groups(strips):
        filler.put(group)
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

    def put(self, group: Sequence[Strip]) -> None:
        """Places strips that want to stay together; those that no page can hold are torn where a page ends."""
        if group[0].turns:
            self._turn()
        needed = height(group)
        if needed <= self._left(group[0]):
            self._place(group)
        elif needed + height(group[0].head) <= self._room:
            self._turn()
            self._place(group)
        else:
            self._tear(group)

    def _tear(self, group: Sequence[Strip]) -> None:
        if self.pages[-1].filled > self._room * _LATEST_START:
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


def _groups(strips: Sequence[Strip]) -> Iterator[tuple[Strip, ...]]:
    """The strips in groups, each of which wants to stay on one page."""
    numbers = list[int]()
    group = 0
    for number, strip in enumerate(strips):
        group += int(number > 0 and (strip.turns or not strips[number - 1].keeps))
        numbers.append(group)
    for _, members in groupby(zip(numbers, strips, strict=True), key=lambda each: each[0]):
        yield tuple(strip for _, strip in members)
