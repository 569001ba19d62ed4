"""Charts that a spreadsheet program draws itself, from the figures on the same sheet."""

from typing import Any

from openpyxl.chart import BarChart, RadarChart, Reference, Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.charts import Bars, Radar, Role
from reports.palette import PAPER

_WIDTH = 22.0
_ROW = 0.62
_LINE = 28_000
"""In EMU, the unit of office drawings: a little over two points."""


def radar_chart(sheet: Worksheet, chart: Radar, head: int, columns: int) -> RadarChart:
    """A radar over the figures below row `head`: the axes in column one, a line for each column behind it."""
    drawn = RadarChart()
    drawn.type = "marker"
    last = head + len(chart.axes)
    roles: list[Role | None] = [each.role for each in chart.series]
    for number in range(2, columns + 1):
        role = roles[number - 2] if number - 2 < len(roles) else None
        series = Series(Reference(sheet, min_col=number, min_row=head, max_row=last), title_from_data=True)
        series.graphicalProperties = GraphicalProperties(ln=_line(role))
        drawn.series.append(series)
    drawn.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    _scale(drawn, chart.minimum, chart.maximum)
    _place(drawn, 14.0)
    return drawn


def bar_chart(sheet: Worksheet, chart: Bars, head: int) -> BarChart:
    """Bars over the figures below row `head`: what is sure, and what is possible on top of it."""
    drawn = BarChart()
    drawn.type, drawn.grouping, drawn.overlap, drawn.gapWidth = "bar", "stacked", 100, 60
    last = head + len(chart.bars)
    for number, faint in ((4, False), (5, True)):
        series = Series(Reference(sheet, min_col=number, min_row=head, max_row=last), title_from_data=True)
        colour = PAPER.band if faint else PAPER.city
        series.graphicalProperties = GraphicalProperties(solidFill=colour[1:])
        drawn.series.append(series)
    drawn.set_categories(Reference(sheet, min_col=2, min_row=head + 1, max_row=last))
    _scale(drawn, chart.minimum, chart.maximum)
    drawn.y_axis.majorUnit = (chart.maximum - chart.minimum) / max(1, len(chart.marks) - 1)
    # The first row of the table is the topmost bar.
    drawn.x_axis.scaling.orientation = "maxMin"
    _place(drawn, 4.0 + _ROW * len(chart.bars))
    return drawn


def _place(drawn: Any, height: float) -> None:
    """Its size in centimetres, and the key below it."""
    drawn.width, drawn.height = _WIDTH, height
    drawn.legend.position = "b"


def _line(role: Role | None) -> LineProperties:
    colour = PAPER.band if role is None else PAPER.role(role)
    return LineProperties(solidFill=colour[1:], w=_LINE, prstDash="solid" if role == "city" else "dash")


def _scale(drawn: RadarChart | BarChart, minimum: int, maximum: int) -> None:
    """The same fixed scale as on paper, so that two cities can be laid beside each other."""
    drawn.y_axis.scaling.min, drawn.y_axis.scaling.max = minimum, maximum
    drawn.y_axis.majorUnit = 1
    drawn.x_axis.delete = drawn.y_axis.delete = False
