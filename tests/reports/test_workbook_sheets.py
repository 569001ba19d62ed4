"""Sheets of figures: names that can be read, and figures that can be reckoned with."""

import pytest
from openpyxl import Workbook

from locales.words import words
from models.authored import Language
from reports.document import Table, cell
from reports.workbook.sheets import named, table_sheet

_LONGEST_NAME_OF_A_SHEET = 31


def table(caption: str, *figures: str) -> Table:
    rows = tuple((cell("GOV.1"), cell(each, align="center")) for each in figures)
    return Table((cell("Process"), cell("Difference", align="center")), rows, (1, 1), caption)


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Das Protokoll", "7 Das Protokoll"),
        ("Die meisten Prozesse haben „Dokumente“ im Griff", "7 Die meisten Prozesse haben…"),
        ("Reifegrad: [Stufe] 1/2?", "7 Reifegrad Stufe 1 2"),
        ("x" * 60, "7…"),
    ],
)
def test_the_name_of_a_sheet_ends_behind_a_word(caption: str, name: str) -> None:
    found = named(7, "Summary", table(caption)).sheet
    assert found == name
    assert len(found) <= _LONGEST_NAME_OF_A_SHEET


@pytest.mark.parametrize(
    ("language", "text", "value", "shown"),
    [
        ("en", "+0.5", 0.5, "+0.0;-0.0;0.0"),
        ("de", "−1,25", -1.25, "+0.00;-0.00;0.00"),
        ("de", "+2", 2, "+0;-0;0"),
        ("en", "0", 0, "0"),
        ("en", "–", "–", "General"),
        ("en", "++1", "++1", "General"),
    ],
)
def test_a_difference_is_a_number_that_shows_its_sign(language: Language, text: str, value: object, shown: str) -> None:
    sheet, about = Workbook().create_sheet(), table("Change", text)
    table_sheet(sheet, named(1, "Change", about), about, words(language))
    found = sheet.cell(5, 2)
    assert (found.value, found.number_format) == (value, shown)
