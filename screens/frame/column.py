"""The column that a page is written in: wide enough for what it shows, never wider, in the middle of the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

READING = 780
WORKING = 1040
WIDE = 1160


@contextmanager
def column(width: int) -> Iterator[None]:
    """Everything inside stands in a column of at most so many pixels."""
    with st.container(horizontal_alignment="center", gap=None), st.container(width=width):
        yield
