"""Measures as a workbook, and back again: one sheet, one line each, the id in the first column.

Lines are found by their column names, so people may sort, hide and add columns. What cannot be taken is named by cell.
"""

import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from locales.words import Words
from models.measures import MEASURE_STATES, Measure
from models.message import Message, say
from models.problem import InputRefused, Place, Problem
from reports.palette import PAPER
from reports.workbook import cells
from reports.workbook.reading import Sheet, open_sheets

_TEXTS = ("title", "owner", "decision", "decision_reference", "evidence", "indicator", "note")
_DAYS = ("begins", "due", "done")
_EUROS = ("euros_once", "euros_yearly", "own_funds", "third_party_funds")
_DECIMALS = ("days", "posts")
_MEANS = (*_DECIMALS, *_EUROS, "funding_source")
_WIDTHS = {"id": 14, "title": 44, "decision": 30, "evidence": 30, "indicator": 30, "note": 30, "owner": 24}
_USUAL_WIDTH = 15

COLUMNS = (
    *("id", "version", "title", "process", "level", "owner", "begins", "due", "state", "done"),
    *("days", "posts", "euros_once", "euros_yearly", "own_funds", "third_party_funds", "funding_source"),
    *("decision", "decision_reference", "evidence", "indicator", "note"),
)
"""The names of the columns, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Read:
    """The measures in a workbook, and the cell of each field of each of them, by its number."""

    measures: tuple[Measure, ...]
    places: Mapping[str, Place]


def write(measures: Iterable[Measure], words: Words) -> bytes:
    """The workbook. Its column names and codes are the same in every language, so that every one can come back."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = words("Measures")
    sheet.freeze_panes = "D2"
    for column, name in enumerate(COLUMNS, start=1):
        head = cells.at(sheet, 1, column)
        cells.write(head, name)
        head.font, head.fill, head.border = cells.ink(bold=True), cells.ground(PAPER.soft), cells.RULED
        sheet.column_dimensions[head.column_letter].width = _WIDTHS.get(name, _USUAL_WIDTH)
    for row, measure in enumerate(measures, start=2):
        for column, name in enumerate(COLUMNS, start=1):
            cell = cells.at(sheet, row, column)
            cells.write_number(cell, _written(measure, name))
            cell.alignment, cell.font = cells.TOP, cells.ink()
    states = DataValidation("list", formula1=f'"{",".join(MEASURE_STATES)}"', allow_blank=True)
    letter = cells.at(sheet, 1, COLUMNS.index("state") + 1).column_letter
    states.add(f"{letter}2:{letter}500")
    sheet.add_data_validation(states)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _written(measure: Measure, name: str) -> str:
    value = getattr(measure.means if name in _MEANS else measure, name)
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def read(data: bytes, file: str, standing: Sequence[Measure]) -> Read:
    """The measures in a workbook that differ from what stands, or are new.

    Args:
        data: the workbook, from whomever it came.
        file: its name, for the places of problems.
        standing: the measures of the city as they are.

    Raises:
        InputRefused: with every cell that cannot be taken.
    """
    known = {each.id: each for each in standing}
    problems: list[Problem] = []
    found: list[Measure] = []
    places: dict[str, Place] = {}
    lines = [line for sheet in open_sheets(data, file) for line in _lines(sheet, file)]
    if not lines:
        raise InputRefused([_nothing(file)])
    for line in lines:
        measure = _measure(line, known, problems)
        if measure is not None and measure != known.get(measure.id):
            places |= {f"{len(found)}.{name}": line.place(name) for name in COLUMNS}
            found.append(measure)
    if problems:
        raise InputRefused(problems)
    return Read(tuple(found), places)


def placed(found: Read, refused: Mapping[str, Message]) -> tuple[Problem, ...]:
    """What the desk refused, at the cells it stands in."""
    expected = say("Expected is a measure that can be kept")
    return tuple(Problem(found.places[key], "", why, expected) for key, why in refused.items() if key in found.places)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: what stands in each column, and where."""

    file: str
    sheet: str
    row: int
    letters: Mapping[str, str]
    texts: Mapping[str, str]

    def place(self, name: str) -> Place:
        return Place(self.file, sheet=self.sheet, cell=f"{self.letters.get(name, 'A')}{self.row}")


def _lines(sheet: Sheet, file: str) -> Iterator[_Line]:
    header = next(((row, texts) for row, texts in sheet.rows if {"id", "title"} <= set(texts.values())), None)
    if header is None:
        return
    letters = {name: letter for letter, name in header[1].items() if name in COLUMNS}
    for row, texts in sheet.rows:
        told = {name: texts.get(letter, "").strip() for name, letter in letters.items()}
        if row > header[0] and any(told.values()):
            yield _Line(file, sheet.name, row, letters, told)


def _measure(line: _Line, known: Mapping[str, Measure], problems: list[Problem]) -> Measure | None:
    key = line.texts.get("id", "")
    if key and key not in known:
        problems.append(
            _problem(
                line,
                "id",
                say("There is no measure with the id {id} here", id=key),
                say("Expected is an id that this city has, or an empty cell for a new measure"),
            )
        )
        return None
    begun = known.get(key, Measure("", "", ""))
    means: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, parse in _PARSERS.items():
        if name not in line.letters:
            continue
        try:
            (means if name in _MEANS else others)[name] = parse(line.texts[name])
        except (ValueError, InvalidOperation):
            problems.append(_problem(line, name, say("{text} stands here", text=line.texts[name]), _EXPECTED[name]))
    return replace(begun, means=replace(begun.means, **means), **others)


def _problem(line: _Line, name: str, found: Message, expected: Message) -> Problem:
    return Problem(line.place(name), "", found, expected)


def _nothing(file: str) -> Problem:
    return Problem(
        Place(file),
        "",
        say("No sheet of this workbook has a line with the column names"),
        say("Expected is a line with the columns {columns}", columns=", ".join(COLUMNS)),
        say("Start from the workbook that is saved on this page."),
    )


def _day(text: str) -> datetime.date | None:
    if not text:
        return None
    return datetime.datetime.strptime(text, "%d.%m.%Y").date() if "." in text else datetime.date.fromisoformat(text)  # noqa: DTZ007 - a day has no zone


def _number(text: str) -> int | None:
    return int(text) if text else None


def _decimal(text: str) -> Decimal | None:
    if not text:
        return None
    number = Decimal(text.replace(",", "."))
    if not number.is_finite():
        raise ValueError(text)
    return number


def _state(text: str) -> str:
    if text not in MEASURE_STATES:
        raise ValueError(text)
    return text


_PARSERS: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys((*_TEXTS, "funding_source"), str),
    **dict.fromkeys(_DAYS, _day),
    **dict.fromkeys((*_EUROS, "level"), _number),
    **dict.fromkeys(_DECIMALS, _decimal),
    "version": lambda text: int(text) if text else 1,
    "process": lambda text: text or None,
    "state": lambda text: _state(text or "proposed"),
}
_A_DAY = say("Expected is a day such as {example}, or nothing", example="2026-09-30")
_A_NUMBER = say("Expected is a whole number, or nothing")
_EXPECTED: Mapping[str, Message] = {
    **dict.fromkeys(_DAYS, _A_DAY),
    **dict.fromkeys((*_EUROS, "level", "version"), _A_NUMBER),
    **dict.fromkeys(_DECIMALS, say("Expected is a number, or nothing")),
    "state": say("Expected is one of {states}", states=", ".join(MEASURE_STATES)),
}
