"""Tables on a screen: plain ones, so that every cell can be read with the keyboard and by a screen reader.

Figures stand at the right end of their column, digit below digit; words at the left.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from screens.show.plain import JOINER

_LINK = re.compile(r"\[(?P<text>(?:\\.|[^\]\\])*)\]\([^)]*\)")
_NUMBER = r"[+\-\u2212\u2013]?\d[\d.,:\u00a0\u202f ]*"
_FIGURE = re.compile(rf"(?:[\u25b2\u25bc] ?)?{_NUMBER}(?:\s?[\-\u2013]\s?{_NUMBER})?(?:\s?(?:%|\u20ac|EUR|Euro|h))?")
_ALIGNED = [("text-align", "right !important"), ("font-variant-numeric", "tabular-nums")]
"""Streamlit writes the alignment of words into every cell, which ours has to outweigh."""
_NOTHING = frozenset({"", "-", "\u2013", "\u2014"})


def tabulate(head: Sequence[str], rows: Sequence[Sequence[str]], *, alt: str | None = None) -> None:
    """Draws a table. Head and cells are Markdown; `alt` says what the table is about."""
    st.table(laid_out(head, rows), border="horizontal", hide_index=True, alt=alt)


def laid_out(head: Sequence[str], rows: Sequence[Sequence[str]]) -> pd.DataFrame | Styler:
    """The cells, with the alignment of those columns that hold figures."""
    frame = pd.DataFrame([list(row) for row in rows], columns=_unlike(head))
    styles = [style for number, cells in enumerate(zip(*rows, strict=True), 1) for style in _styles(number, cells)]
    # Named after what is in it, so that the same table is not drawn anew in every run.
    name = hashlib.sha256(repr((head, rows)).encode()).hexdigest()[:12]
    return frame.style.set_uuid(name).set_table_styles(styles) if styles else frame


def _unlike(head: Sequence[str]) -> list[str]:
    """The heads, those that are the same as one before with something unseen behind: no table may have two of them."""
    return [name + JOINER * list(head[:at]).count(name) for at, name in enumerate(head)]


def _styles(number: int, cells: Sequence[str]) -> Iterator[Any]:
    if holds_figures(cells):
        yield {"selector": f"tr > :nth-child({number})", "props": _ALIGNED}
        if all(map(_is_figure, filter(_says_something, cells))):
            # Streamlit's own container within a cell would break it all the same.
            yield {"selector": f"td:nth-child({number}) *", "props": [("white-space", "nowrap")]}


def holds_figures(cells: Sequence[str]) -> bool:
    """Whether a column is one of figures: at least half of what stands in it. Empty cells and dashes do not count."""
    said = list(filter(_says_something, cells))
    figures = sum(map(_is_figure, said))
    return figures > 0 and 2 * figures >= len(said)


def _says_something(cell: str) -> bool:
    return _seen(cell) not in _NOTHING


def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(_seen(cell)) is not None


def _seen(cell: str) -> str:
    """What a reader sees of a cell that is written in Markdown."""
    return re.sub(r"\\(.)", r"\1", _LINK.sub(lambda found: found["text"], cell)).replace("*", "").strip()
