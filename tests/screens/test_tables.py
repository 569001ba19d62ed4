"""Figures stand at the right end of their column, digit below digit; words at the left."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from screens.show.tables import holds_figures


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "2"],
        ["1,0", "12,5", "–"],
        ["[1,0](why?assessment=a&of=b)", "**2**"],
        ["2,0–3,0", ""],
        ["40 %", "5 %"],
        [r"1\.200 Euro", "0 Euro"],
        ["\N{MINUS SIGN}1", "+1"],
        ["▲ +1", "▼ –2"],
        ["0", "1", "not rated"],
    ],
)
def test_a_column_of_figures_is_known(cells: list[str]) -> None:
    assert holds_figures(cells)


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["", "–"],
        [r"GOV\.1 Mandate", r"PAR\.2 Twinning"],
        ["Nov. 2025", "Nov. 2026"],
        ["Level 1", "Level 2"],
        ["same", "same", "▲ +1"],
        ["[Mandate](why?of=1)"],
    ],
)
def test_words_are_no_figures(cells: list[str]) -> None:
    assert not holds_figures(cells)


def _drawn(head: list[str], rows: list[list[str]]) -> Any:
    """The table that comes out, as it is sent to a browser."""
    script = f"from screens.show.tables import tabulate\ntabulate({head!r}, {rows!r}, alt='Levels')"
    return AppTest.from_string(script).run().table[0].proto.arrow_data.styler


def test_a_column_of_figures_stands_right_with_its_head() -> None:
    styles = _drawn(["Process", "Level"], [["GOV", "1"], ["PAR", "12"]]).styles
    assert "tr > :nth-child(2) { text-align: right !important" in styles
    assert "nth-child(1)" not in styles


def test_a_table_of_words_needs_no_style() -> None:
    assert not _drawn(["German", "English"], [["Stadt", "city"]]).styles


def test_the_same_table_comes_out_the_same_in_every_run() -> None:
    assert _drawn(["Process", "Level"], [["GOV", "1"]]).uuid == _drawn(["Process", "Level"], [["GOV", "1"]]).uuid


def test_a_range_of_figures_stays_in_one_line_where_no_words_stand_beside() -> None:
    styles = _drawn(["Half", "Level"], [["2,0–3,0", "1"], ["1,0–3,0", "not rated"]]).styles
    assert "td:nth-child(1) * { white-space: nowrap" in styles
    assert "td:nth-child(2)" not in styles


def test_two_columns_may_be_called_the_same() -> None:
    assert _drawn(["Process", "Nov. 2026", "Nov. 2026"], [["GOV", "1", "2"]]).styles
