"""The whole way of a city that works offline: a workbook, filled in, scored, and a report that says the same."""

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from models.authored import Language
from tests.cli.conftest import Run
from tests.reports.spreadsheets import Spreadsheet

FILLED_IN = {
    "GOV.1": ["F", "f", " L ", "F", "LLFLLP", "LLLL"],
    "PAR.2": ["P", "F", "L", "?", "PPLPPN", ""],
    "REP.1": ["F", "F", "L", "F", "FLLLPL", "LPLL"],
    "CAP.2": ["P", "P", "", "N", "", ""],
}
LEVELS = {"GOV.1": (2, 2), "PAR.2": (1, 1), "REP.1": (2, 2), "CAP.2": (0, 0)}


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_workbook_filled_in_by_hand_becomes_scores_and_a_report_that_says_the_same(
    run: Run, tmp_path: Path, language: Language
) -> None:
    blank, filled, report = tmp_path / "blank.xlsx", tmp_path / "filled.xlsx", tmp_path / "report.pdf"
    template = ("template", "--questionnaire", "urban-diplomacy", "--format", "xlsx", "--language", language)
    assert run(*template, "--processes", ",".join(FILLED_IN), "--levels", "2", "-o", blank).code == 0

    filled.write_bytes(_filled_in(blank.read_bytes()))
    scores = run("score", "--answers", filled, "--json").json
    assert {each: _level(scores, each) for each in FILLED_IN} == LEVELS

    assert run("report", "--answers", filled, "-o", report).code == 0
    text = _text(report)
    for process in FILLED_IN:
        assert re.search(_line(scores, process), text, re.MULTILINE), f"{process} reads differently in the report"


def _filled_in(blank: bytes) -> bytes:
    sheet = Spreadsheet(blank)
    sheet.detail("city", "Musterstadt")
    sheet.detail("date", "20.05.2025")
    for process, (*outcomes, planning, documents) in FILLED_IN.items():
        for number, rating in enumerate(outcomes, start=1):
            sheet.answer(f"{process}.O{number}", rating or None, note="In der Runde besprochen." if rating else None)
        for attribute, letters in (("2.1", planning), ("2.2", documents)):
            for number, letter in enumerate(letters, start=1):
                sheet.answer(f"{process}.GP{attribute}.{number}", letter)
    return sheet.saved()


def _level(scores: dict[str, Any], process: str) -> tuple[int, int]:
    level = scores["processes"][process]["level"]
    return level["low"], level["high"]


def _line(scores: dict[str, Any], process: str) -> str:
    """The line of the table of ratings: process, a letter per attribute (open where nothing was rated), level."""
    attributes = scores["processes"][process]["attributes"].values()
    letters = [each["low"] if each["low"] == each["high"] else r"(?:\w–\w|\w+)" for each in attributes]
    low, _ = _level(scores, process)
    return rf"^{re.escape(process)} .* {' '.join(letters)} (?:at least |mindestens )?{low}\r?$"


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
