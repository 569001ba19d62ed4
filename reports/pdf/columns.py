"""The columns of a table on paper, measured with the type that they are set in."""

from dataclasses import dataclass
from itertools import accumulate

from models.authored import Language
from reports.column_widths import evened, least, most
from reports.document import Table
from reports.pdf.lines import widest_stretch
from reports.pdf.look import CELL, HEAD_CELL, ROW_HEAD

PAD = 5.0
"""Points left free at both sides of a column."""
_BESIDE = 2 * PAD + 0.01
"""What a column is wider than its text: a hair more than just enough, so that no rounding makes it too narrow."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column begins, from the left edge of its table, and how wide it is, in points."""

    left: float
    width: float

    @property
    def room(self) -> float:
        """The width for its text."""
        return self.width - 2 * PAD


def columns(block: Table, room: float, language: Language) -> tuple[Column, ...]:
    """The columns of a table that is `room` points wide."""
    wanted = [room * each / sum(block.widths) for each in block.widths]
    widths = evened(wanted, [_needed(block, number, each, language) for number, each in enumerate(wanted)])
    return tuple(Column(end - width, width) for end, width in zip(accumulate(widths), widths, strict=True))


def _needed(block: Table, number: int, wanted: float, language: Language) -> float:
    """The width in which nothing in a column is torn but what is too wide for it anyway."""
    style = ROW_HEAD if block.row_headers and number == 0 else CELL
    widest, reach = least(wanted) - _BESIDE, most(wanted) - _BESIDE
    for cell, of in [(block.head[number], HEAD_CELL), *((row[number], style) for row in block.rows)]:
        widest = widest_stretch(cell.content, of, language, at_least=widest, at_most=reach)
    return widest + _BESIDE
