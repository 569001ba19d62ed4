"""Charts on a screen: the finding as title, the picture with its text alternative, and the table behind it."""

import pandas as pd
import streamlit as st

from locales.words import Words
from reports.charts import Chart, Radar
from reports.screen import figure, table
from screens.show.plain import plain

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
"""Plotly without its toolbar, whose words are English."""


def chart(data: Chart, words: Words) -> None:
    """Draws a chart. The figures of a radar stand beside it in every report, so it needs no table of its own."""
    st.markdown(f"**{plain(data.title)}**")
    drawn = figure(data, dark=st.context.theme.type == "dark", language=words.language)
    drawn.update_yaxes(automargin=True)
    st.plotly_chart(drawn, theme=None, config=QUIET, alt=data.alt)
    if not isinstance(data, Radar):
        _behind(data, words)


def _behind(data: Chart, words: Words) -> None:
    with st.expander(words("The same as a table")):
        grid = table(data, words)
        rows = [[plain(cell) for cell in row] for row in grid.rows]
        columns = [plain(name) for name in grid.columns]
        st.table(pd.DataFrame(rows, columns=columns), border="horizontal", hide_index=True, alt=data.title)
