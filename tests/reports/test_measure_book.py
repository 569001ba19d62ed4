"""Measures go out as a workbook and come back: what was not touched changes nothing, what is wrong is named by cell."""

import datetime
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from locales.words import words
from models.measures import MEASURE_STATES, Means, Measure
from models.message import say
from models.problem import InputRefused
from reports.workbook import measure_book

DE = words("de")
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


def edited(*measures: Measure, **cells: object) -> bytes:
    """A workbook of these measures in which somebody changed cells."""
    book = load_workbook(io.BytesIO(measure_book.write(measures, DE)))
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


def test_a_workbook_that_nobody_touched_changes_nothing() -> None:
    assert measure_book.read(measure_book.write([FULL, BARE], DE), "mappe.xlsx", [FULL, BARE]).measures == ()


@settings(max_examples=5, deadline=None)
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
