"""A chart to put on a slide: as SVG, which stays sharp at any size, and as PNG."""

import hashlib

import streamlit as st

from locales.words import Words
from reports.charts import Chart
from reports.pictures import png, svg
from screens.browser import parts


def for_slides(data: Chart, words: Words) -> None:
    """A small control below a chart. Pictures are made when somebody opens it, and not before."""
    key = "slide-" + hashlib.sha256(repr(data).encode()).hexdigest()[:16]
    box = st.popover(words("For slides"), icon=":material/image:", key=key, on_change="rerun", type="tertiary")
    with box:
        if not box.open:
            return
        white = st.toggle(words("White ground"), value=False, key=f"{key}-white")
        lines = parts.Download(
            words("Save as SVG"), "chart.svg", text=svg(data, ground=white), media_type="image/svg+xml"
        )
        dots = parts.Download(
            words("Save as PNG"), "chart.png", content=png(data, clear=not white), media_type="image/png"
        )
        parts.saver(words, lines, key=f"{key}-svg")
        parts.saver(words, dots, key=f"{key}-png")
