"""Where pages end: of all places where one may, those that together disturb reading the least.

A page that ends before half is worst, then one that is not well filled; then what prefers to stay together being torn,
a part that begins below another one, and a text or table that goes on overleaf though there was room. All pages are
weighed together, so that one may end earlier for the good of the next.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.pdf.strips import Strip, height

HALF = 0.5
"""The share of a page below which only what nothing can be done about leaves it."""
_WELL = 0.6
"""The share from which a page looks filled."""
_LITTLE = 0.2
"""The share below which a last page looks forgotten."""
_PAGE = 2.0
_EMPTY = 10.0
_NOT_WELL = 30.0
_BEFORE_HALF, _BELOW_HALF = 1000.0, 400.0
_TORN = 7.0
_PART_BELOW = 3.0
_PART_AT_THE_FOOT = 12.0
_GOES_ON = 0.6
_STOPPED_EARLY = 3.0
_FORGOTTEN = 4.0


@dataclass(frozen=True, slots=True)
class Group:
    """Strips that no page end comes between.

    Attributes:
        strips: the strips.
        high: how high they are together, without the gap above them.
        opening: how high what is drawn again above them is, where they open a page.
        torn: what it costs to end a page behind them.
    """

    strips: tuple[Strip, ...]
    high: float
    opening: float
    torn: float

    @property
    def gap(self) -> float:
        """The space above them, which vanishes at the top of a page."""
        return self.strips[0].gap

    @property
    def begins(self) -> bool:
        """Whether a heading or something else that links lead to begins here."""
        return bool(self.strips[0].anchors)

    @property
    def turns(self) -> bool:
        """Whether they begin a part that wants a new page."""
        return self.strips[0].turns


def broken(strips: Sequence[Strip], room: float) -> Iterator[tuple[Group, ...]]:
    """The groups of each page.

    Args:
        strips: what is to be shown.
        room: how high a page is.
    """
    groups = tuple(_groups(strips, room))
    ends = _ends(groups, room)
    start = 0
    while start < len(groups):
        yield groups[start : ends[start]]
        start = ends[start]


def _groups(strips: Sequence[Strip], room: float) -> Iterator[Group]:
    for kept in _parted(strips, lambda above: above.keeps):
        opening = height(kept[0].head) + (kept[0].gap if kept[0].head else 0)
        high = height(kept)
        parts = [kept] if opening + high <= room else [(strip,) for strip in kept]
        for part in parts:
            torn = _TORN if part[-1].prefers or part[-1].keeps else 0.0
            yield Group(part, height(part), height(part[0].head), torn)


def _parted(strips: Sequence[Strip], stays: Callable[[Strip], bool]) -> Iterator[tuple[Strip, ...]]:
    """The strips, parted behind each one whose follower does not stay with it, and where a new page is wanted."""
    starts = [0, *(n for n in range(1, len(strips)) if strips[n].turns or not stays(strips[n - 1]))]
    return (tuple(strips[start:end]) for start, end in pairwise((*starts, len(strips))) if start < end)


def _ends(groups: Sequence[Group], room: float) -> list[int]:
    """Behind which group the page ends that each group would open: worked out from the last page to the first."""
    count = len(groups)
    least, ends = [0.0] * (count + 1), [count] * count
    for start in range(count - 1, -1, -1):
        costs = ((cost + least[end], end) for end, cost in _pages(groups, start, room))
        least[start], ends[start] = min(costs)
    return ends


def _pages(groups: Sequence[Group], start: int, room: float) -> Iterator[tuple[int, float]]:
    """The pages that can begin with a group: where each ends, and what it costs."""
    filled, within, end = groups[start].opening, 0.0, start
    while end < len(groups):
        group = groups[end]
        above = group.gap if filled else 0.0
        if end > start and filled + above + group.high > room:
            return
        if end > start and group.turns:
            within += _begun_below(filled / room)
        filled += above + group.high
        end += 1
        yield end, within + _ended(groups, end, filled, room)


def _begun_below(share: float) -> float:
    """What it costs that a part begins so far down a page."""
    return _PART_BELOW + _PART_AT_THE_FOOT * max(0.0, share - HALF)


def _ended(groups: Sequence[Group], end: int, filled: float, room: float) -> float:
    """What it costs that a page ends here."""
    share = filled / room
    if end == len(groups):
        return _PAGE + _FORGOTTEN * max(0.0, _LITTLE - share) / _LITTLE
    following = groups[end]
    if following.turns:
        return _PAGE + _emptiness(share)
    fitted = filled + following.gap + following.high <= room
    going_on = 0.0 if following.begins else _GOES_ON + _STOPPED_EARLY * fitted
    return _PAGE + _emptiness(share) + groups[end - 1].torn + going_on


def _emptiness(share: float) -> float:
    before_half = _BEFORE_HALF + _BELOW_HALF * (HALF - share) if share < HALF else 0.0
    return _EMPTY * (1 - share) ** 2 + _NOT_WELL * max(0.0, _WELL - share) + before_half
