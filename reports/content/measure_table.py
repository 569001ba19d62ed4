"""Tables of measures, put together column by column, so that one that is left out is missing everywhere alike."""

from collections.abc import Iterable, Sequence

from models.measures import Measure
from reports.content.case import Case
from reports.document import Cell, Table, cell

Column = tuple[Cell, float, Sequence[Cell]]
"""The head, how wide it is beside the others, and a cell for each row."""


def in_charge(shown: Iterable[Measure], case: Case, width: float) -> list[Column]:
    """The column of people in charge; none in a version that names nobody."""
    if not case.names_people:
        return []
    return [(cell(case.words("In charge")), width, [cell(each.owner or "–") for each in shown])]


def measure_table(columns: Sequence[Column], caption: str) -> Table:
    """The table of these columns."""
    heads, widths, cells = zip(*columns, strict=True)
    return Table(head=heads, rows=tuple(zip(*cells, strict=True)), widths=widths, caption=caption, dense=True)
