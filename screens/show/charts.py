"""Charts on a screen: the finding as title, the picture with its text alternative, and the table behind it."""

import hashlib
from collections.abc import Mapping

import streamlit as st

from locales.words import Words
from reports import vectors
from reports.chart_tables import Grid, table
from reports.charts import Chart, Radar
from reports.screen import DRAWN_AS_VECTORS, figure
from screens.browser import parts
from screens.show.leading import Leading, nowhere
from screens.show.plain import plain
from screens.show.slides import for_slides
from screens.show.tables import tabulate

_QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
"""Plotly without its toolbar, whose words are English."""

_WIDE = 640.0
"""The width of a drawing in points, as wide as its letters on the screen are readable."""

_NARROW = 252.0
"""The same for a phone."""


def chart(data: Chart, words: Words, lead: Leading = nowhere) -> None:
    """Draws a chart. The figures of a radar stand beside it in every report, so it needs no table of its own."""
    st.markdown(f"**{plain(data.title)}**")
    picture(data, words)
    if not isinstance(data, Radar):
        _behind(data, words, lead)


def picture(data: Chart, words: Words) -> None:
    """The picture alone, with its text alternative, and to put on a slide."""
    sketch(data, words)
    for_slides(data, words)


def sketch(data: Chart, words: Words, points: float | None = None, **layout: object) -> None:
    """The picture and nothing else: as a whole where there is room, and drawn anew for a narrow column, as on a phone.

    Which of the two is seen is decided where the width is known, by the style sheet (`screens.frame.look`).

    Args:
        data: the chart.
        words: the language.
        points: draws the wide picture as paper has it too, so wide.
        layout: what plotly is to have otherwise.
    """
    key = hashlib.sha256(repr(data).encode()).hexdigest()[:16]
    with st.container(key=f"chart-{key}", gap=None):
        with st.container(key=f"broad-{key}", gap=None):
            if points is not None or isinstance(data, DRAWN_AS_VECTORS):
                drawing(data, points or _WIDE)
            else:
                _broad(data, words, layout)
        with st.container(key=f"narrow-{key}", gap=None):
            drawing(data, _NARROW)


def _broad(data: Chart, words: Words, layout: Mapping[str, object]) -> None:
    drawn = figure(data, dark=_dark(), language=words.language)
    drawn.update_yaxes(automargin=True)
    drawn.update_layout(**layout)
    st.plotly_chart(drawn, theme=None, config=_QUIET, alt=data.alt)


def drawing(data: Chart, width: float) -> None:
    """The picture as paper has it, scaled to its column: for columns that are too narrow for the other one.

    Args:
        data: the chart.
        width: its width in points before it is scaled; the smaller, the larger its letters.
    """
    parts.drawing(vectors.svg(data, width, dark=_dark()), key=f"drawing-{hash(data)}-{width:g}")


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
        tabulate(columns, rows, alt=data.title)


def _cell(grid: Grid, row: int, column: int, lead: Leading) -> str:
    text, address = plain(grid.rows[row][column]), lead(grid.subjects.get((row, column)))
    return f"[{text}]({address})" if address else text
