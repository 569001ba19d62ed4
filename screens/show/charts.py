"""Charts on a screen: the finding as title, the picture with its text alternative, and the table behind it."""

import pandas as pd
import streamlit as st

from locales.words import Words
from reports import vectors
from reports.charts import Chart, Radar
from reports.screen import DRAWN_AS_VECTORS, Grid, figure, table
from screens.browser import parts
from screens.show.leading import Leading, nowhere
from screens.show.plain import plain
from screens.show.slides import for_slides

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
"""Plotly without its toolbar, whose words are English."""

_WIDE = 640.0
"""The width of a drawing in points, as wide as its letters on the screen are readable."""


def chart(data: Chart, words: Words, lead: Leading = nowhere) -> None:
    """Draws a chart. The figures of a radar stand beside it in every report, so it needs no table of its own."""
    st.markdown(f"**{plain(data.title)}**")
    picture(data, words)
    if not isinstance(data, Radar):
        _behind(data, words, lead)


def picture(data: Chart, words: Words) -> None:
    """The picture alone, with its text alternative."""
    if isinstance(data, DRAWN_AS_VECTORS):
        drawing(data, _WIDE)
        return
    drawn = figure(data, dark=_dark(), language=words.language)
    drawn.update_yaxes(automargin=True)
    st.plotly_chart(drawn, theme=None, config=QUIET, alt=data.alt)
    for_slides(data, words)


def drawing(data: Chart, width: float) -> None:
    """The picture as paper has it, scaled to its column: for columns that are too narrow for the other one.

    Args:
        data: the chart.
        width: its width in points before it is scaled; the smaller, the larger its letters.
    """
    parts.drawing(vectors.svg(data, width, dark=_dark()), key=f"drawing-{hash(data)}")


def _dark() -> bool:
    return st.context.theme.type == "dark"


def _behind(data: Chart, words: Words, lead: Leading) -> None:
    grid = table(data, words)
    leads = any(map(lead, grid.subjects.values()))
    name = words("The same as a table, with the reason of every figure") if leads else words("The same as a table")
    with st.expander(name):
        rows = [
            [_cell(grid, row, column, lead) for column in range(len(grid.columns))] for row in range(len(grid.rows))
        ]
        columns = [plain(name) for name in grid.columns]
        st.table(pd.DataFrame(rows, columns=columns), border="horizontal", hide_index=True, alt=data.title)


def _cell(grid: Grid, row: int, column: int, lead: Leading) -> str:
    text, address = plain(grid.rows[row][column]), lead(grid.subjects.get((row, column)))
    return f"[{text}]({address})" if address else text
