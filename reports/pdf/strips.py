"""Strips: what a page is filled with. A line, a row of a table or a picture is one; a page ends only between two.

A strip knows its height, the gap it wants above, and whether the next one must stay with it. So paragraphs, tables
and pictures follow the same three rules: nothing is torn, nothing is left alone, headers come again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reports.pdf.pen import Pen

Draw = Callable[[Pen, float, float], None]
"""Draws a strip whose upper left corner is (x, y)."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a page.

    Attributes:
        height: in points.
        draw: draws it.
        gap: the space above, which vanishes at the top of a page.
        keeps: the next strip must stand on the same page.
        prefers: the next strip should stand on the same page, unless that left most of a page empty.
        head: strips to draw again above this one where it opens a page (the header of a table).
        anchors: the names under which links find this place.
        heading: the heading of level 1 that begins here, for the running head.
        turns: a new page begins here, unless the last one would look empty.
    """

    height: float
    draw: Draw
    gap: float = 0
    keeps: bool = False
    prefers: bool = False
    head: tuple["Strip", ...] = ()
    anchors: tuple[str, ...] = ()
    heading: str | None = None
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Strips of one block with the space the block wants before and after it.

    `close` lets only the space after it count, whatever the next block wants.
    """

    strips: tuple[Strip, ...]
    before: float = 0
    after: float = 0
    close: bool = False


def pile(stacks: Sequence[Stack]) -> Stack:
    """Stacks one under the other. Of the two spaces that meet, the larger one counts."""
    filled = [stack for stack in stacks if stack.strips]
    strips: list[Strip] = []
    for number, stack in enumerate(filled):
        first, *others = stack.strips
        gap = _gap(filled[number - 1], stack) if number else 0
        strips += (replace(first, gap=max(gap, first.gap)), *others)
    if not filled:
        return Stack(())
    return Stack(tuple(strips), filled[0].before, filled[-1].after)


def _gap(above: Stack, below: Stack) -> float:
    return above.after if above.close else max(above.after, below.before)


def leading_on(stack: Stack) -> Stack:
    """The stack, whose end stays with the beginning of the next one."""
    return replace(stack, strips=(*stack.strips[:-1], *(replace(strip, keeps=True) for strip in stack.strips[-1:])))


def kept(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The strips, none of which leaves the next one."""
    return (*(replace(strip, keeps=True) for strip in strips[:-1]), *strips[-1:])


def preferably(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The strips, which stay on one page where that leaves no page mostly empty."""
    return (*(replace(strip, prefers=True) for strip in strips[:-1]), *strips[-1:])


def not_alone(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The strips, with neither the first nor the last one alone on a page."""
    last = len(strips) - 2
    return tuple(
        replace(strip, keeps=True) if number in (0, last) and number <= last else strip
        for number, strip in enumerate(strips)
    )


def height(strips: Sequence[Strip]) -> float:
    """The height of strips one under the other, without the gap above the first."""
    return sum(strip.height for strip in strips) + sum(strip.gap for strip in strips[1:])


def draw_down(strips: Sequence[Strip], pen: Pen, x: float, y: float) -> None:
    """Draws strips one under the other, without the gap above the first."""
    for number, strip in enumerate(strips):
        y -= strip.gap if number else 0
        strip.draw(pen, x, y)
        y -= strip.height
