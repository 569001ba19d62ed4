"""From the blocks of a report to strips: one function for each kind of block."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from reports.document import (
    Beside,
    Block,
    FillIn,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Tiles,
    Together,
)
from reports.pdf import look
from reports.pdf.figures import picture, tiles
from reports.pdf.pen import Pen
from reports.pdf.places import Place
from reports.pdf.strips import Stack, Strip, draw_down, height, kept, leading_on, pile, preferably
from reports.pdf.tables import table
from reports.pdf.texts import fill_in, heading, items, paragraph

_BETWEEN_COLUMNS = 22.0
_INTRODUCED = (Items, Table, Tiles, Picture, FillIn)
"""What the paragraph above it introduces: it would hang in the air at the foot of a page."""


def flow(blocks: Sequence[Block], place: Place) -> Stack:
    """All blocks one under the other."""
    return pile(tuple(_set(blocks, place)))


def _set(blocks: Sequence[Block], place: Place) -> Iterator[Stack]:
    turn = False
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, PageBreak):
            turn = True
            continue
        stack = _SETTERS[type(block)](block, place)
        if isinstance(block, Paragraph) and isinstance(following, _INTRODUCED):
            stack = leading_on(_close_to(stack, following))
        yield turned(stack) if turn else stack
        turn = turn and not stack.strips


def _close_to(stack: Stack, following: Block) -> Stack:
    """Boxes to tick stand close below what they answer."""
    return replace(stack, after=0) if isinstance(following, FillIn) and following.boxes else stack


def turned(stack: Stack) -> Stack:
    """The stack, beginning on a new page."""
    return replace(stack, strips=(*(replace(strip, turns=True) for strip in stack.strips[:1]), *stack.strips[1:]))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Two columns of strips; the second one begins `along` points to the right."""

    left: Sequence[Strip]
    right: Sequence[Strip]
    along: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        draw_down(self.left, pen, x, y)
        draw_down(self.right, pen, x + self.along, y)


def _beside(block: Beside, place: Place) -> Stack:
    """Two columns side by side; what is higher than a page goes one under the other instead."""
    registered, grown = len(place.register.entries), len(place.parent.kids)
    left_width = (place.width - _BETWEEN_COLUMNS) * block.share
    right_width = place.width - _BETWEEN_COLUMNS - left_width
    left = flow(block.left, replace(place.inside("Div"), width=left_width))
    right = flow(block.right, replace(place.inside("Div"), width=right_width))
    high = max(height(left.strips), height(right.strips))
    if high > look.TEXT_HEIGHT:
        del place.register.entries[registered:], place.parent.kids[grown:]
        return flow((*block.left, *block.right), place)
    draw = _Columns(left.strips, right.strips, left_width + _BETWEEN_COLUMNS).draw
    anchors = tuple(name for strip in (*left.strips, *right.strips) for name in strip.anchors)
    strips = (Strip(high, draw, anchors=anchors),) if high else ()
    return Stack(strips, max(left.before, right.before), max(left.after, right.after))


def _together(block: Together, place: Place) -> Stack:
    stack = flow(block.blocks, place)
    return replace(stack, strips=kept(stack.strips) if block.firmly else preferably(stack.strips))


_SETTERS: dict[type[Block], Callable[[Any, Place], Stack]] = {
    Heading: heading,
    Paragraph: paragraph,
    Items: items,
    Table: table,
    Tiles: tiles,
    Picture: picture,
    Beside: _beside,
    Together: _together,
    FillIn: fill_in,
}
