"""Charts and tables drawn once for nobody, so that no reader is the first.

Whatever draws them loads its parts at the first use: fonts and the widths of their letters, kinds of figures,
templates.
"""

from reports import vectors
from reports.charts import Chart, Classes, ClassRow, HeatCell, HeatRow, HeatStrip, Radar, Series
from reports.screen import figure
from screens.show.tables import laid_out

_NAME = "–"
_AXES = (_NAME,) * 3
_CHARTS: tuple[Chart, ...] = (
    Radar(_NAME, _NAME, _AXES, (Series(_NAME, "median", (1.0, 2.0, 3.0)),), 0, 3, ("0", "1", "2", "3")),
    Classes(_NAME, _NAME, (ClassRow(_NAME, _NAME, (50, 50), None, ""),), (_NAME, _NAME)),
    HeatStrip(_NAME, _NAME, (_NAME,), (HeatRow(_NAME, _NAME, (HeatCell("F", "1"),), "1"),), _NAME),
)


def draw_once() -> None:
    """Draws them, and lets go of them."""
    for each in _CHARTS:
        figure(each).to_json()
        vectors.svg(each)
    laid_out([_NAME], [["1"]]).to_html()
