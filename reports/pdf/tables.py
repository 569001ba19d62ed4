"""Tables as strips: each row is cut into lines, so a row higher than a page can go on overleaf like any text.

A row that is not too high stays whole, the header comes again on each page, and the last row never stands alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from pikepdf import String

from reports.document import Align, Cell, Span, Table
from reports.palette import PAPER, rating
from reports.pdf import look
from reports.pdf.columns import PAD, Column, columns
from reports.pdf.lines import TextLine, set_text
from reports.pdf.look import Style
from reports.pdf.pen import Pen
from reports.pdf.places import Place
from reports.pdf.strips import Stack, Strip, height, kept, not_alone
from reports.pdf.structure import Element
from reports.pdf.texts import base_line, text_strips, write
from reports.typeface import clean

_ABOVE = 4.4
_ABOVE_DENSE = 2.2
_HEAD_GROUND = "#EAF0F4"
_HIGHEST_WHOLE_ROW = 18
"""Lines up to which a row is not torn."""
_LOW_ROW = 6
"""Lines up to which a row at either end of a table stays with its neighbour."""
_LOW_TABLE = 120.0
"""Points up to which a table is not torn at all."""
_HIGHEST_HEAD = 6
"""Lines up to which a header comes again on each page; a higher one would leave no room for what it heads."""


@dataclass(frozen=True, slots=True)
class _SetCell:
    """A cell with its lines; `chip` is the colour behind a rating."""

    lines: tuple[TextLine, ...]
    style: Style
    column: Column
    align: Align
    chip: str | None
    element: Element | None

    def indent(self, line: TextLine) -> float:
        """How far from the left edge of the table a line begins."""
        share = {"start": 0.0, "center": 0.5, "end": 1.0}[self.align]
        return self.column.left + PAD + share * (self.column.room - line.width)


@dataclass(frozen=True, slots=True)
class _Slice:
    """One line of a row, across all its cells. The first and the last slice of a row carry its padding."""

    cells: tuple[_SetCell, ...]
    number: int
    count: int
    width: float
    padding: float

    @property
    def above(self) -> float:
        return self.padding if self.number == 0 else 0

    @property
    def height(self) -> float:
        below = self.padding if self.number == self.count - 1 else 0
        return self.above + max(cell.style.leading for cell in self.cells) + below


def table(block: Table, place: Place) -> Stack:
    """A table over the whole width of its place."""
    element = place.parent.add("Table")
    title = _caption(block, element, place)
    laid = columns(block, place.width, place.language)
    head = _head(block.head, laid, element, place)
    body = element.add("TBody") if block.rows else element
    rows = [_row(row, laid, block, body.add("TR"), place) for row in block.rows]
    repeated = head if len(head) <= _HIGHEST_HEAD else ()
    again = tuple(Strip(each.height, partial(_draw_head, each, None)) for each in repeated)
    first = tuple(Strip(each.height, partial(_draw_head, each, element), keeps=True) for each in head)
    strips = (replace(strip, head=again) for strip in _joined(rows))
    return Stack(_named((*title, *first, *strips), block.anchor), 8, 14)


def _named(strips: tuple[Strip, ...], anchor: str | None) -> tuple[Strip, ...]:
    """The strips, the first of which links find under this name."""
    return strips if anchor is None else (replace(strips[0], anchors=(anchor,)), *strips[1:])


def _caption(block: Table, element: Element, place: Place) -> tuple[Strip, ...]:
    if not block.show_caption:
        element.attributes = {"O": "Table", "Summary": String(clean(block.caption))}
        return ()
    lines = set_text((Span(block.caption),), look.TITLE, place.width, place.language)
    strips = text_strips(lines, look.TITLE, element.add("Caption"))
    return tuple(replace(strip, keeps=True) for strip in strips)


def _head(cells: Sequence[Cell], laid: Sequence[Column], element: Element, place: Place) -> tuple[_Slice, ...]:
    row = element.add("THead").add("TR")
    attributes = {"O": "Table", "Scope": "Column"}
    return _slices(
        (
            _set_cell(cell, column, look.HEAD_CELL, row.add("TH", attributes=dict(attributes)), place)
            for cell, column in zip(cells, laid, strict=True)
        ),
        _ABOVE,
    )


def _row(cells: Sequence[Cell], laid: Sequence[Column], block: Table, row: Element, place: Place) -> tuple[Strip, ...]:
    """The strips of a row: whole up to a certain height, torn like running text beyond."""
    slices = _slices(
        (
            _set_cell(cell, column, *_kind(row, header=block.row_headers and number == 0), place)
            for number, (cell, column) in enumerate(zip(cells, laid, strict=True))
        ),
        _ABOVE_DENSE if block.dense else _ABOVE,
    )
    strips = tuple(Strip(each.height, partial(_draw_row, each)) for each in slices)
    return kept(strips) if len(strips) <= _HIGHEST_WHOLE_ROW else not_alone(strips)


def _kind(row: Element, *, header: bool) -> tuple[Style, Element]:
    if header:
        return look.ROW_HEAD, row.add("TH", attributes={"O": "Table", "Scope": "Row"})
    return look.CELL, row.add("TD")


def _set_cell(cell: Cell, column: Column, style: Style, element: Element, place: Place) -> _SetCell:
    chip = None
    if cell.letter is not None:
        shade = rating(cell.letter)
        chip, style = shade.fill, replace(style, face="semibold", colour=shade.ink)
    lines = set_text(cell.content, style, column.room, place.language)
    return _SetCell(lines, style, column, cell.align, chip, element)


def _slices(cells: Iterable[_SetCell], padding: float) -> tuple[_Slice, ...]:
    row = tuple(cells)
    count = max([1, *(len(cell.lines) for cell in row)])
    last = row[-1].column
    return tuple(_Slice(row, number, count, last.left + last.width, padding) for number in range(count))


def _joined(rows: Sequence[tuple[Strip, ...]]) -> tuple[Strip, ...]:
    """All strips of all rows. A low table stays whole; of a higher one, neither first nor last row stands alone."""
    strips = tuple(chain.from_iterable(rows))
    if height(strips) <= _LOW_TABLE:
        return kept(strips)
    ends = {0, len(rows) - 2} - {len(rows) - 1}
    bound = [_bound_to_next(row) if number in ends else row for number, row in enumerate(rows)]
    return tuple(chain.from_iterable(bound))


def _bound_to_next(row: tuple[Strip, ...]) -> tuple[Strip, ...]:
    return (*row[:-1], replace(row[-1], keeps=True)) if len(row) <= _LOW_ROW else row


def _draw_head(part: _Slice, element: Element | None, pen: Pen, x: float, y: float) -> None:
    """Draws a slice of the header; repeated on a later page, without an element, it is an artifact."""
    pen.mark(None)
    pen.ground(x, y - part.height, part.width, part.height, colour=_HEAD_GROUND)
    for cell in part.cells:
        _draw_cell(cell if element is not None else replace(cell, element=None), part, pen, x, y)
    if part.number == part.count - 1:
        pen.mark(None)
        pen.rule(x, y - part.height, part.width, PAPER.heading, 0.9)


def _draw_row(part: _Slice, pen: Pen, x: float, y: float) -> None:
    for cell in part.cells:
        _draw_cell(cell, part, pen, x, y)
    if part.number == part.count - 1:
        pen.mark(None)
        pen.rule(x, y - part.height, part.width, PAPER.line, 0.5)


def _draw_cell(cell: _SetCell, part: _Slice, pen: Pen, x: float, y: float) -> None:
    if part.number >= len(cell.lines):
        return
    line = cell.lines[part.number]
    left = x + cell.indent(line)
    top = y - part.above
    if cell.chip is not None:
        pen.mark(None)
        high = cell.style.leading
        pen.ground(left - 5, top - high, line.width + 10, high, colour=cell.chip, radius=2.5)
    write(pen, left, base_line(top, cell.style), line, cell.element)
