"""Pages filled with strips, before anything is drawn: so page numbers are known when the contents page is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.pdf.breaking import Group, broken
from reports.pdf.strips import Strip


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
    return tuple(_page(groups) for groups in broken(strips, room))


def _page(groups: Sequence[Group]) -> Page:
    page = Page()
    for strip in groups[0].strips[0].head:
        page.put(strip)
    for group in groups:
        for strip in group.strips:
            page.put(strip)
    return page


def spots(pages: Sequence[Page], first: int) -> dict[str, Spot]:
    """Where each anchor is, when the first of these pages has the number `first`."""
    return {
        name: Spot(number, placed.down)
        for number, page in enumerate(pages, start=first)
        for placed in page.placed
        for name in placed.strip.anchors
    }
