"""Reads a filled workbook, from whomever it came, and hands what stands in it to the loading of answers.

The workbook is opened by `guarded`, a program of its own with bounds on memory and time. Sheets are found by what
stands in them, not by their names: details where a column holds the key `questionnaire`, answers where a row names
the columns `id` and `rating`. So people may translate, move, sort, hide and add what they like.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from assessment.loading import CommandLine, Reading, read_rows
from assessment.loading.rows import AnswerRow, Column, Entry
from models.message import Message, say
from models.problem import InputRefused, Place, Problem, column_and_row, in_reading_order
from models.questionnaire import Library
from reports.workbook import guarded
from reports.workbook.form import COLUMNS, HEAD_KEYS

MAX_SECONDS = 10
AT_ONCE = 3
"""Workbooks that are opened at the same time: each may take `guarded.MAX_MEMORY`, and visitors open some too."""
_TURNS = threading.BoundedSemaphore(AT_ONCE)
_NOTHING_SAID = CommandLine()
_PROGRAM = Path(guarded.__file__)
_HEADER_AMONG_FIRST = 20
_READ: tuple[Column, ...] = get_args(Column)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and the texts of its cells by row and column letters.

    `typed` are the cells that hold a text for the spreadsheet too, `unread` those that show nothing.
    """

    name: str
    rows: Sequence[tuple[int, Mapping[str, str]]]
    typed: Collection[str]
    unread: Sequence[str]

    def entry(self, row: int, column: str, text: str) -> Entry:
        """A text with its place."""
        return Entry(text, self.name, f"{column}{row}")


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are for this reader: a zip archive, or what spreadsheets wrote before there were any."""
    return data.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


def read(data: bytes, file: str, library: Library, said: CommandLine = _NOTHING_SAID) -> Reading:
    """The answers in a filled workbook, with what a person should be warned of.

    Args:
        data: the workbook.
        file: its name, for the places of problems.
        library: the questionnaires it may have been written for.
        said: what the command line says; it wins over the workbook and decides what may be answered.

    Raises:
        InputRefused: with one problem where the workbook is not safe to open or not our form, otherwise with all
            problems found.
    """
    sheets = open_sheets(data, file)
    headers = [(sheet, header) for sheet in sheets if (header := _header(sheet)) is not None]
    if not headers:
        raise InputRefused([_no_header(file)])
    head = {key: entry for sheet in sheets for key, entry in _head(sheet)}
    rows = [row for sheet, header in headers for row in _answer_rows(sheet, *header)]
    unread = [problem for sheet in sheets for problem in _unread(sheet, file)]
    try:
        reading = read_rows(head, rows, file, library, said)
    except InputRefused as refused:
        told = {problem.place for problem in unread}
        others = (each for each in refused.problems if each.place not in told)
        raise InputRefused(in_reading_order([*unread, *others], [sheet.name for sheet in sheets])) from None
    if unread:
        raise InputRefused(unread)
    return reading


def open_sheets(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook from a stranger. Raises `InputRefused` where it is not safe to open."""
    if len(data) > guarded.MAX_BYTES:
        raise _refused("too-large", file)
    try:
        # -I: the program sees neither this folder nor the user's environment.
        with _TURNS:
            done = subprocess.run(  # noqa: S603 - our own interpreter and our own file
                [sys.executable, "-I", str(_PROGRAM)], input=data, capture_output=True, timeout=MAX_SECONDS, check=False
            )
    except subprocess.TimeoutExpired:
        raise _refused("too-costly", file) from None
    if done.returncode != 0:
        # Out of memory or time: the limits ended it.
        raise _refused("too-costly", file)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise _refused(answer["refused"], file)
    return tuple(
        Sheet(sheet["name"], sheet["rows"], frozenset(sheet["typed"]), sheet["unread"]) for sheet in answer["sheets"]
    )


def _unread(sheet: Sheet, file: str) -> Iterator[Problem]:
    """The cells that would be read and show nothing that could be: error values, and formulas without a result."""
    keys, header = _keys(sheet), _header(sheet)
    for cell in sheet.unread:
        letters, row = column_and_row(cell)
        in_head = letters == "B" and keys.get(row) in HEAD_KEYS and "questionnaire" in keys.values()
        if in_head or (header is not None and row > header[0] and letters in header[1]):
            found = say("An error value stands here, or a formula without a stored result")
            expected = say("Expected is a value")
            suggestion = say("Open and save the file in a spreadsheet program, or type the value.")
            yield Problem(Place(file, sheet=sheet.name, cell=cell), "", found, expected, suggestion)


def _keys(sheet: Sheet) -> Mapping[int, str]:
    """What stands in the column of keys, by row."""
    return {row: cells.get("A", "").strip().casefold() for row, cells in sheet.rows}


def _head(sheet: Sheet) -> Iterator[tuple[str, Entry]]:
    keys = _keys(sheet)
    if "questionnaire" not in keys.values():
        return
    for row, cells in sheet.rows:
        value = cells.get("B", "").strip()
        # A city that is still to be filled in is a problem at its cell; the other blanks mean the default.
        if keys[row] in HEAD_KEYS and (value or keys[row] == "city" or f"B{row}" in sheet.unread):
            yield keys[row], sheet.entry(row, "B", value)


def _answer_rows(sheet: Sheet, header_row: int, columns: Mapping[str, Column]) -> Iterator[AnswerRow]:
    """The rows in which something was answered; one without an id too, so that its answer is not lost in silence."""
    for row, cells in sheet.rows:
        entries = dict(_entries(sheet, row, cells, columns)) if row > header_row else {}
        if entries.keys() - {"id"}:
            yield AnswerRow(entries)


def _header(sheet: Sheet) -> tuple[int, Mapping[str, Column]] | None:
    """The header row, and the name of each column by its letters."""
    for row, cells in sheet.rows[:_HEADER_AMONG_FIRST]:
        names = {letters: text.strip().casefold() for letters, text in cells.items()}
        if "id" in names.values() and "rating" in names.values():
            return row, {letters: column for letters, name in names.items() for column in _READ if column == name}
    return None


def _entries(
    sheet: Sheet, row: int, cells: Mapping[str, str], columns: Mapping[str, Column]
) -> Iterator[tuple[Column, Entry]]:
    for letters, column in columns.items():
        text = cells.get(letters, "").strip()
        if text:
            yield column, sheet.entry(row, letters, text)


def _refused(code: str, file: str) -> InputRefused:
    found, expected, suggestion = _REFUSALS[code]
    return InputRefused([Problem(Place(file), "", found, expected, suggestion)])


def _no_header(file: str) -> Problem:
    return Problem(
        Place(file),
        "",
        say("No sheet of this workbook has a line with the column names"),
        say("Expected is a line with the columns {columns}", columns=", ".join(COLUMNS)),
        say("Start from a workbook made by the command template."),
    )


_SAVE_ANEW = say("Open it in a spreadsheet program and save it as an Excel workbook (.xlsx) without them.")
_FRESH = say("Copy the answers into a workbook made by the command template.")
_REFUSALS: Mapping[str, tuple[Message, Message, Message]] = {
    "too-large": (
        say("This workbook is larger than {most} million bytes", most=guarded.MAX_BYTES // 1_000_000),
        say("A filled questionnaire is far smaller"),
        _FRESH,
    ),
    "bomb": (
        say("This workbook unpacks to far more than it should"),
        say("A filled questionnaire is far smaller"),
        _FRESH,
    ),
    "too-many-cells": (
        say("Something stands far outside of the form"),
        say(
            "Expected are at most {rows} lines and {columns} columns",
            rows=guarded.MAX_ROWS,
            columns=guarded.MAX_COLUMNS,
        ),
        _FRESH,
    ),
    "too-costly": (
        say("Reading this workbook takes more time or memory than any questionnaire needs"),
        say("A filled questionnaire is read in a moment"),
        _FRESH,
    ),
    "macros": (
        say("This workbook contains macros"),
        say("Workbooks are read without macros only"),
        _SAVE_ANEW,
    ),
    "links": (
        say("This workbook loads data from elsewhere, or has files embedded"),
        say("Workbooks are read without connections, links to other workbooks and embedded files only"),
        _SAVE_ANEW,
    ),
    "old-or-protected": (
        say("This workbook is protected by a password, or in the format of before 2007"),
        say("Expected is an Excel workbook (.xlsx) without a password"),
        say("Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)."),
    ),
    "not-a-workbook": (
        say("This file is not an Excel workbook"),
        say("Expected is an Excel workbook (.xlsx)"),
        say("Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)."),
    ),
    "damaged": (
        say("This workbook is damaged"),
        say("Expected is an Excel workbook (.xlsx) that a spreadsheet program can open"),
        say("Open it in a spreadsheet program and save it again as an Excel workbook (.xlsx)."),
    ),
}
