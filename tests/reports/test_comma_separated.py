"""Figures as text for spreadsheets: what people wrote stays text, and everything comes out as it went in."""

import csv
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.authored import LANGUAGES, Language
from reports.comma_separated import comma_separated

_FORMULAS = "=+-@|%\t\r\n＝＋－＠｜％"


def _read(data: bytes, language: Language) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";" if language == "de" else ","))


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=3), max_size=4))
@example([["=HYPERLINK(1)", ' @SUM("a";1)'], ["＝1", "a\nb"]])
def test_no_cell_begins_like_a_formula_and_every_text_can_be_read_again(rows: list[list[str]]) -> None:
    for language in ("de", "en"):
        read = _read(comma_separated(rows, language), language)
        assert [[each.replace("'", "") for each in row] for row in read] == [
            [each.replace("'", "") for each in row] for row in rows
        ]
        assert not any(each.strip(" ")[:1] in set(_FORMULAS) for row in read for each in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_program_of_the_other_language_which_parts_cells_elsewhere_finds_no_formula_either(
    language: Language,
) -> None:
    hostile = 'Aue;=HYPERLINK("x")', "Aue,  =1", "Aue\t+1", "Aue\n@SUM(1)", "Aue; -1"
    data = comma_separated([["Stadt", *hostile]], language).decode("utf-8-sig")
    for parting in (";", ",", "\t"):
        cells = [each.strip(' "') for line in data.splitlines() for each in line.split(parting)]
        assert not any(each[:1] in set(_FORMULAS) for each in cells)


def test_ordinary_texts_stay_as_they_are() -> None:
    rows = [["Wien, Graz", "5 - 7", "2026-09-30", "a;b", "50 %"]]
    assert _read(comma_separated(rows, "en"), "en") == rows
