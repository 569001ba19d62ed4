"""The program that draws charts, loaded by the browser on the page before the first of them.

It is by far the largest part of what a page loads, and takes a browser longest to begin. Pages from which people go on
to charts ask for it; a page that has charts needs not.
"""

from functools import cache
from pathlib import Path

import streamlit as st

from screens.browser import parts

_PROGRAMS = Path(st.__file__).parent / "static" / "static" / "js"


def charts_ahead() -> None:
    """Has it loaded while somebody reads, where it can be found; no page needs that."""
    if program := chart_program():
        parts.ahead(f"./{program}")


@cache
def chart_program() -> str | None:
    """The name of its file, which changes with each version of Streamlit; nothing where Streamlit has another one."""
    return next((found.name for found in _PROGRAMS.glob("PlotlyChart.*.js")), None)
