"""Headings, paragraphs, lists and things to fill in, as strips."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from reports.document import FillIn, Heading, Items, Line, Paragraph, Span
from reports.palette import PAPER
from reports.pdf import look
from reports.pdf.lines import Piece, TextLine, set_balanced, set_text
from reports.pdf.look import Style
from reports.pdf.pen import Ink, Pen
from reports.pdf.places import Place
from reports.pdf.strips import Stack, Strip, kept, leading_on, not_alone
from reports.pdf.structure import Element
from reports.typeface import one_line, width

_STYLES = {"body": look.BODY, "lead": look.LEAD, "small": look.SMALL, "kicker": look.KICKER}
_INDENT = 15.0
_BOX = 9.0
_LINE_TO_WRITE_ON = 25.0


@dataclass(frozen=True, slots=True)
class _Writing:
    """A line of text in an element, ready to be drawn."""

    line: TextLine
    style: Style
    element: Element | None
    indent: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        write(pen, x + self.indent, base_line(y, self.style), self.line, self.element)


@dataclass(frozen=True, slots=True)
class _FirstLine:
    """The first line of a list item with the mark beside it."""

    writing: _Writing
    mark: str
    label: Element

    def draw(self, pen: Pen, x: float, y: float) -> None:
        pen.mark(self.label)
        ink = Ink("semibold", self.writing.style.size, PAPER.accent)
        pen.text(x + self.writing.indent - _INDENT + 2, base_line(y, self.writing.style), self.mark, ink)
        self.writing.draw(pen, x, y)


def base_line(y: float, style: Style) -> float:
    """The base line of a text line whose upper edge is `y`."""
    return y - (style.leading - style.size) / 2 - style.size * 0.77


def write(pen: Pen, x: float, y: float, line: TextLine, element: Element | None) -> None:
    """Draws a line on the base line `y`; without an element it is an artifact, and its links lead nowhere."""
    for piece in line.pieces:
        _mark(pen, piece, element)
        pen.text(x, y, piece.text, piece.ink)
        if piece.hyphen:
            pen.soft_hyphen(x + width(piece.text, piece.ink.face, piece.ink.size), y, piece.ink)
        if piece.target is not None and piece.target.element is not None and element is not None:
            size = piece.ink.size
            pen.rule(x, y - size * 0.17, piece.width, piece.ink.colour, 0.4)
            pen.link((x, y - size * 0.28, x + piece.width, y + size * 0.85), piece.target, piece.target.element)
        x += piece.width


def text_strips(
    lines: Sequence[TextLine], style: Style, element: Element | None, indent: float = 0
) -> tuple[Strip, ...]:
    """One strip for each line of text."""
    return tuple(Strip(style.leading, _Writing(line, style, element, indent).draw) for line in lines)


def heading(block: Heading, place: Place) -> Stack:
    """A heading, which never stands alone at the foot of a page."""
    style = look.HEADINGS[block.level]
    text = one_line(block.text)
    lines = set_balanced((Span(text),), style, place.width, place.language)
    if not lines:
        return Stack(())
    entry = place.register.enter(block.level, text, in_contents=block.in_contents or block.level == 1)
    strips = text_strips(lines, style, place.parent.add(f"H{entry.level}"))
    anchors = (entry.anchor,) if block.anchor is None else (entry.anchor, block.anchor)
    first = replace(strips[0], anchors=anchors, heading=text if block.level == 1 else None)
    return Stack(tuple(replace(strip, keeps=True) for strip in (first, *strips[1:])), style.before, style.after)


def paragraph(block: Paragraph, place: Place) -> Stack:
    """A paragraph; of more than three lines, neither the first nor the last stands alone on a page."""
    style = _STYLES[block.role]
    stack = prose(block.content, style, place, place.parent.add("P"))
    if block.role == "kicker":
        return replace(leading_on(stack), close=True)
    return stack


def prose(content: Line, style: Style, place: Place, element: Element) -> Stack:
    """A text in a style, in an element that exists already."""
    lines = set_text(content, style, min(place.width, look.MEASURE), place.language)
    return Stack(together_or_not_alone(text_strips(lines, style, element)), style.before, style.after)


def together_or_not_alone(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """Up to three strips stay together; of more, the first two and the last two do."""
    return kept(strips) if len(strips) <= 3 else not_alone(strips)


def items(block: Items, place: Place) -> Stack:
    """A list; its marks are drawn beside the first lines. Indented items are a list inside the item above them."""
    lists = [place.inside("L")]
    bodies: list[Element] = []
    strips: list[Strip] = []
    for number, content in enumerate(block.items, 1):
        depth = _open_list(block.depths[number - 1] if block.depths else 0, lists, bodies)
        item, body = _item(content, f"{number}." if block.numbered else "\u2022", lists[depth], _INDENT * depth)
        bodies.append(body)
        gap = look.ITEM.after if strips else 0.0
        strips += (replace(strip, gap=gap if index == 0 else 0) for index, strip in enumerate(item))
    return Stack(tuple(strips), look.ITEM.before, look.BODY.after + 2)


def _open_list(wanted: int, lists: list[Place], bodies: list[Element]) -> int:
    """Opens the list that an item at this depth belongs to, closes deeper ones, and says how deep that is.

    `lists` holds the open list of each depth, `bodies` the last item of each; an item cannot be more than one deeper.
    """
    depth = min(wanted, len(bodies))
    del lists[depth + 1 :], bodies[depth:]
    if depth == len(lists):
        lists.append(replace(lists[0], parent=bodies[-1].add("L")))
    return depth


def fill_in(block: FillIn, place: Place) -> Stack:
    """Boxes to tick, in as many rows as they need, and lines to write on."""
    element = place.parent.add("P")
    label: tuple[Strip, ...] = ()
    if block.label is not None:
        label = text_strips(
            set_text((Span(block.label),), look.CHOICE, place.width, place.language), look.CHOICE, element
        )
    rows = tuple(strip for row in _rows(block.boxes, place) for strip in _row(row, element, place))
    lines = tuple(Strip(_LINE_TO_WRITE_ON, partial(_draw_empty_line, place.width)) for _ in range(block.lines))
    return Stack(kept((*label, *rows, *lines)), 2, 8)


def _item(content: Line, mark: str, inside: Place, indent: float) -> tuple[tuple[Strip, ...], Element]:
    """The strips of an item, and the element that a list inside it belongs to."""
    element = inside.parent.add("LI")
    label, body = element.add("Lbl"), element.add("LBody")
    words = body.add("P")
    room = min(inside.width, look.MEASURE) - _INDENT - indent
    lines = set_text(content, look.ITEM, room, inside.language)
    strips = list(text_strips(lines, look.ITEM, words, _INDENT + indent))
    if strips:
        first = _FirstLine(_Writing(lines[0], look.ITEM, words, _INDENT + indent), mark, label)
        strips[0] = replace(strips[0], draw=first.draw)
    return together_or_not_alone(strips), body


def _mark(pen: Pen, piece: Piece, element: Element | None) -> None:
    if element is None or piece.target is None:
        pen.mark(element)
        return
    if piece.target.element is None:
        piece.target.element = element.add("Link")
    pen.mark(piece.target.element)


def _rows(boxes: Sequence[str], place: Place) -> tuple[tuple[tuple[float, str], ...], ...]:
    """The boxes of each row with their distance from the left edge."""
    rows: list[list[tuple[float, str]]] = []
    x = 0.0
    for text in map(one_line, boxes):
        needed = _BOX + 5 + width(text, look.CHOICE.face, look.CHOICE.size) + 18
        if not rows or x + needed - 18 > place.width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, text))
        x += needed
    return tuple(tuple(row) for row in rows)


def _row(row: tuple[tuple[float, str], ...], element: Element, place: Place) -> tuple[Strip, ...]:
    """A row of boxes; a text too long for a line runs on beside its own box."""
    lines = set_text((Span(row[0][1]),), look.CHOICE, place.width - _BOX - 5, place.language)
    first = Strip(look.CHOICE.leading + 4, partial(_draw_boxes, row, element))
    if len(lines) < 2:
        return (first,)
    boxed = replace(first, height=look.CHOICE.leading + 2, draw=partial(_draw_box, lines[0], element))
    return (boxed, *text_strips(lines[1:], look.CHOICE, element, _BOX + 5))


def _draw_box(line: TextLine, element: Element, pen: Pen, x: float, y: float) -> None:
    base = base_line(y - 2, look.CHOICE)
    pen.mark(None)
    pen.frame(x, base - 1.2, _BOX, _BOX, PAPER.ink)
    write(pen, x + _BOX + 5, base, line, element)


def _draw_boxes(row: tuple[tuple[float, str], ...], element: Element, pen: Pen, x: float, y: float) -> None:
    base = base_line(y - 2, look.CHOICE)
    for along, text in row:
        pen.mark(None)
        pen.frame(x + along, base - 1.2, _BOX, _BOX, PAPER.ink)
        pen.mark(element)
        pen.text(x + along + _BOX + 5, base, text, Ink(look.CHOICE.face, look.CHOICE.size, look.CHOICE.colour))


def _draw_empty_line(length: float, pen: Pen, x: float, y: float) -> None:
    pen.mark(None)
    pen.rule(x, y - _LINE_TO_WRITE_ON + 3, length, PAPER.muted, 0.5)
