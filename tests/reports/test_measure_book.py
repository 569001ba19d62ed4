"""Measures go out as a workbook and come back: what was not touched changes nothing, what is wrong is named by cell."""

import datetime
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from locales.words import Words, words
from models.measures import MEASURE_STATES, Means, Measure
from models.message import say
from models.problem import InputRefused
from reports.workbook import measure_book

DE, EN = words("de"), words("en")
FULL = Measure(
    "m1",
    "c1",
    "=SUMME(A1)",
    process="PAR.2",
    indicators=("PAR.2.O1",),
    level=1,
    owner="Büro für Internationales",
    begins=datetime.date(2026, 4, 1),
    due=datetime.date(2026, 6, 30),
    means=Means(Decimal("6.5"), 2_000, 500, Decimal("0.25"), 1_500, 1_000, "Landesprogramm"),
    decision="Ausschuss stimmt zu",
    decision_reference="0123/2026",
    evidence="Schreiben",
    indicator="Antworten",
    state="under way",
    assessment="a1",
    note="Mit den Vereinen",
    version=3,
)
BARE = Measure("m2", "c1", "Ohne alles")


def edited(*measures: Measure, language: Words = DE, **cells: str | float | datetime.date | None) -> bytes:
    """A workbook of these measures in which somebody changed cells."""
    book = load_workbook(io.BytesIO(measure_book.write(measures, language)))
    for coordinate, value in cells.items():
        book.worksheets[0][coordinate] = value
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def at(name: str, row: int = 2) -> str:
    return f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[measure_book.COLUMNS.index(name)]}{row}"


def refused(data: bytes, *standing: Measure) -> list[str]:
    with pytest.raises(InputRefused) as found:
        measure_book.read(data, "mappe.xlsx", standing)
    return [str(each.place.cell) for each in found.value.problems]


def test_every_line_is_high_enough_for_its_texts_and_the_whole_is_as_wide_as_two_pages() -> None:
    title = "Alle Partnerschaften einmal prüfen und mit jeder Stadt Ziele, Beiträge und Laufzeit vereinbaren"
    sheet = load_workbook(io.BytesIO(measure_book.write([replace(BARE, title=title), BARE], DE))).worksheets[0]
    heads, long, short = (sheet.row_dimensions[row].height for row in (1, 2, 3))
    assert heads >= 2 * 15 > short
    assert long >= 2 * 15
    setup = sheet.page_setup
    assert (setup.orientation, setup.fitToWidth, setup.fitToHeight) == ("landscape", 2, 0)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$C:$C")


def test_a_workbook_that_nobody_touched_changes_nothing() -> None:
    assert measure_book.read(measure_book.write([FULL, BARE], DE), "mappe.xlsx", [FULL, BARE]).measures == ()


@settings(max_examples=5)
@given(
    st.sampled_from(MEASURE_STATES),
    st.none() | st.dates(datetime.date(2000, 1, 1)),
    st.none() | st.integers(0, 999_999),
    st.sampled_from(["Titel", "-1", "007", "@x", "1.5"]),
)
def test_what_goes_out_comes_back(state: str, due: datetime.date | None, euros: int | None, title: str) -> None:
    written = replace(BARE, state=state, due=due, title=title, means=Means(euros_once=euros))  # type: ignore[arg-type]
    (found,) = measure_book.read(
        measure_book.write([written], DE), "mappe.xlsx", [replace(BARE, title="anders")]
    ).measures
    assert found == written


def test_what_somebody_changed_comes_back_with_the_version_seen() -> None:
    data = edited(FULL, BARE, **{at("owner"): "Stab", at("due"): "31.12.2026", at("days"): "7,5"})
    (found,) = measure_book.read(data, "mappe.xlsx", [FULL, BARE]).measures
    due, means = datetime.date(2026, 12, 31), replace(FULL.means, days=Decimal("7.5"))
    assert found == replace(FULL, owner="Stab", due=due, means=means)


def test_a_number_typed_as_text_is_read_as_the_language_of_the_workbook_writes_it() -> None:
    data = edited(FULL, **{at("days"): "1.500", at("posts"): "0,75", at("euros_once"): "12.500"})
    (found,) = measure_book.read(data, "mappe.xlsx", [FULL]).measures
    assert (found.means.days, found.means.posts, found.means.euros_once) == (1500, Decimal("0.75"), 12_500)
    english = edited(FULL, language=EN, **{at("days"): "1,500", at("posts"): "0.75", at("euros_once"): "12,500"})
    assert measure_book.read(english, "book.xlsx", [FULL]).measures == (found,)


def test_a_number_that_the_spreadsheet_knows_as_one_is_taken_as_it_is() -> None:
    (found,) = measure_book.read(edited(FULL, **{at("days"): 1.5}), "mappe.xlsx", [FULL]).measures
    assert found.means.days == Decimal("1.5")


def test_days_typed_as_text_are_read_where_only_one_day_can_be_meant() -> None:
    data = edited(FULL, **{at("begins"): "3.4.2027", at("due"): "13/04/2027"})
    (found,) = measure_book.read(data, "mappe.xlsx", [FULL]).measures
    assert (found.begins, found.due) == (datetime.date(2027, 4, 3), datetime.date(2027, 4, 13))


def test_what_can_be_read_in_two_ways_is_refused_by_its_cell_with_what_is_expected_and_nothing_is_taken() -> None:
    wrong = {at("days"): "1,500", at("due"): "03/04/2027", at("owner"): "Stab"}
    with pytest.raises(InputRefused) as found:
        measure_book.read(edited(FULL, **wrong), "mappe.xlsx", [FULL])
    told = {str(each.place.cell): (DE.say(each.found), DE.say(each.expected)) for each in found.value.problems}
    assert told == {
        at("days"): (
            "1,500 steht hier, das lässt sich auf zwei Arten lesen",
            "Erwartet wird eine Zahl wie 7,5 oder nichts",
        ),
        at("due"): (
            "03/04/2027 steht hier, das lässt sich auf zwei Arten lesen",
            "Erwartet wird ein Tag wie 30.09.2026 oder nichts",
        ),
    }
    assert all(each.place.sheet == "Maßnahmen" for each in found.value.problems)


def test_where_nothing_tells_the_language_a_number_is_taken_only_where_it_is_the_same_in_all() -> None:
    heads = {at(name, 1): name for name in measure_book.COLUMNS}
    (found,) = measure_book.read(edited(FULL, **heads, **{at("days"): "7,5"}), "mappe.xlsx", [FULL]).measures
    assert found.means.days == Decimal("7.5")
    assert refused(edited(FULL, **heads, **{at("days"): "1.500"}), FULL) == [at("days")]


def test_numbers_and_days_stand_in_the_workbook_as_what_they_are() -> None:
    sheet = load_workbook(io.BytesIO(measure_book.write([FULL], DE))).worksheets[0]
    assert (sheet[at("days")].value, sheet[at("euros_once")].value) == (6.5, 2_000)
    assert sheet[at("due")].is_date
    assert (str(sheet[at("due")].value)[:10], sheet[at("due")].number_format) == ("2026-06-30", "DD.MM.YYYY")


def test_a_workbook_of_earlier_days_in_which_numbers_and_days_stand_as_text_changes_nothing() -> None:
    old = {at("days"): "6.5", at("posts"): "0.25", at("begins"): "2026-04-01", at("due"): "2026-06-30"}
    assert measure_book.read(edited(FULL, **old), "mappe.xlsx", [FULL]).measures == ()


def test_heads_and_states_are_in_the_language_of_whoever_saves_it_and_any_comes_back() -> None:
    sheet = load_workbook(io.BytesIO(measure_book.write([FULL], DE))).worksheets[0]
    assert (sheet[at("title", 1)].value, sheet[at("owner", 1)].value) == ("Was zu tun ist", "Zuständig")
    assert sheet[at("state")].value == "in Arbeit"
    for language in (DE, words("en")):
        assert measure_book.read(measure_book.write([FULL], language), "mappe.xlsx", [FULL]).measures == ()


def test_a_workbook_with_the_names_of_the_columns_as_heads_still_comes_back() -> None:
    heads = {at(name, 1): name for name in measure_book.COLUMNS}
    data = edited(FULL, **heads, **{at("state"): "done", at("owner"): "Stab"})
    (found,) = measure_book.read(data, "mappe.xlsx", [FULL]).measures
    assert (found.state, found.owner) == ("done", "Stab")


def test_what_is_expected_of_a_state_is_said_in_the_readers_words() -> None:
    with pytest.raises(InputRefused) as found:
        measure_book.read(edited(FULL, **{at("state"): "fertig"}), "mappe.xlsx", [FULL])
    assert "in Arbeit" in DE.say(found.value.problems[0].expected)


def test_a_line_without_an_id_is_a_new_measure() -> None:
    data = edited(BARE, **{at("title", 3): "Neu"})
    (found,) = measure_book.read(data, "mappe.xlsx", [BARE]).measures
    assert (found.id, found.title, found.state) == ("", "Neu", "proposed")


def test_every_cell_that_cannot_be_taken_is_named() -> None:
    wrong = {at("due"): "bald", at("euros_once"): "viel", at("state"): "fertig", at("days"): "NaN"}
    assert set(refused(edited(FULL, **wrong), FULL)) == set(wrong)


def test_an_id_of_another_city_is_named() -> None:
    assert refused(edited(FULL)) == [at("id")]


def test_a_workbook_without_the_columns_is_not_guessed_at() -> None:
    assert refused(edited(FULL, A1="Kennung"), FULL) == ["None"]


def test_what_the_desk_refuses_is_told_by_its_cell() -> None:
    found = measure_book.read(edited(FULL, **{at("title"): " "}), "mappe.xlsx", [FULL])
    (problem,) = measure_book.placed(found, {"0.title": say("Please say in a few words what is to be done.")})
    assert problem.place.cell == at("title")


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    book = load_workbook(io.BytesIO(measure_book.write([FULL], DE)))
    cell = book.worksheets[0][at("title")]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
