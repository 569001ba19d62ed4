"""What somebody typed as text into a cell for numbers or days is read as its language writes it, or not at all."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.words import words
from models.authored import LANGUAGES, Language
from reports.workbook.typed import TwoWays, day, number


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("1.500", "de", "1500"),
        ("1.500.000", "de", "1500000"),
        ("1.500,5", "de", "1500.5"),
        ("7,5", "de", "7.5"),
        ("7,50", "de", "7.5"),
        ("1,500", "en", "1500"),
        ("1,500.25", "en", "1500.25"),
        ("7.5", "en", "7.5"),
        ("1 500", "de", "1500"),
        ("1\u202f500", "en", "1500"),
        ("1500", None, "1500"),
        ("1.500,5", None, "1500.5"),
        ("7.5", None, "7.5"),
        ("7,5", None, "7.5"),
        ("-3", "de", "-3"),
    ],
)
def test_a_number_is_read_as_the_language_of_the_workbook_writes_it(
    text: str, language: Language | None, meant: str
) -> None:
    assert number(text, language, typed=True) == Decimal(meant)


@pytest.mark.parametrize(
    ("text", "language"), [("1,500", "de"), ("1.500", "en"), ("1.500", None), ("12,125", None), ("-1,500", "de")]
)
def test_a_number_that_can_be_read_in_two_ways_is_not_guessed(text: str, language: Language | None) -> None:
    with pytest.raises(TwoWays):
        number(text, language, typed=True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("7.5", "de"),
        ("1,500.25", "de"),
        ("7,5", "en"),
        ("1.50.000", "de"),
        ("1.500 000", "de"),
        ("01.500", "de"),
        ("1.5.2", None),
        ("1e3", "de"),
        ("NaN", "en"),
        ("Infinity", None),
        ("١٥٠٠", "de"),
        ("viel", "de"),
        ("", "de"),
        ("1500 €", "de"),
    ],
)
def test_what_no_one_writes_like_that_is_no_number(text: str, language: Language | None) -> None:
    with pytest.raises(ValueError, match=r".*") as refused:
        number(text, language, typed=True)
    assert not isinstance(refused.value, TwoWays)


def test_what_the_spreadsheet_knows_as_a_number_is_that_number_in_every_language() -> None:
    for language in (*LANGUAGES, None):
        assert number("1.5", language, typed=False) == Decimal("1.5")
        assert number("1e+20", language, typed=False) == Decimal("1e20")
        with pytest.raises(ValueError, match="true"):
            number("true", language, typed=False)


@given(st.sampled_from(LANGUAGES), st.decimals(0, 10**9, places=2))
def test_every_number_as_its_language_prints_it_comes_back(language: Language, meant: Decimal) -> None:
    printed = words(language).number(float(meant), 2)
    assert number(printed, language, typed=True) == meant


@pytest.mark.parametrize("text", ["2027-04-03", "3.4.2027", "03.04.2027", "3. 4. 2027"])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert day(text) == datetime.date(2027, 4, 3)


def test_strokes_are_taken_where_only_one_day_can_be_meant() -> None:
    assert day("13/04/2027") == day("04/13/2027") == datetime.date(2027, 4, 13)
    assert day("04/04/2027") == datetime.date(2027, 4, 4)
    with pytest.raises(TwoWays):
        day("03/04/2027")


@pytest.mark.parametrize(
    "text", ["31.2.2027", "3.4.27", "13/13/2027", "20270403", "2027-W14-6", "46115", "bald", "2027-4-3"]
)
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError, match=r".*") as refused:
        day(text)
    assert not isinstance(refused.value, TwoWays)
