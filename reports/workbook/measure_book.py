"""Measures as a workbook, and back again: one sheet, one line each, the id in the first column.

Columns are found by their heads, in whichever language, so people may sort, hide and add columns. Numbers and days that
somebody typed as text are read as that language writes them. What cannot be taken is named by cell.
"""

import datetime
import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from locales.words import Words
from models.authored import Language
from models.measures import Means, Measure
from models.message import Message, say
from models.problem import InputRefused, Place, Problem
from reports.content.measure_words import STATES, state_words
from reports.palette import PAPER
from reports.workbook import cells
from reports.workbook.heights import fit
from reports.workbook.measure_heads import HEADS, column_of, language_of, state_of, states
from reports.workbook.page import across
from reports.workbook.reading import Sheet, open_sheets
from reports.workbook.typed import TwoWays, day, number

_TEXTS = ("title", "owner", "decision", "decision_reference", "evidence", "indicator", "note")
_DAYS = ("begins", "due", "done")
_DECIMALS = ("days", "posts")
_MEANS = tuple(Means.__dataclass_fields__)
_WIDTHS = {
    "id": 14,
    "title": 44,
    "decision": 30,
    "evidence": 30,
    "indicator": 30,
    "note": 30,
    "owner": 24,
    "funding_source": 24,
}
_USUAL_WIDTH = 15
_FIGURE = Alignment(vertical="top", horizontal="right", indent=1)
"""Figures and days keep away from the text in the next column."""
_TITLE_COLUMN = "C:C"
"""Stands on both pages that the columns take side by side, so that each line says what it is about."""
_DAY_FORMATS: Mapping[Language, str] = {"de": "DD.MM.YYYY", "en": "YYYY-MM-DD"}

COLUMNS = tuple(HEADS)
"""The names of the columns, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Read:
    """The measures in a workbook, and the cell of each field of each of them, by its number."""

    measures: tuple[Measure, ...]
    places: Mapping[str, Place]


def write(measures: Iterable[Measure], words: Words) -> bytes:
    """The workbook. Heads and states are in one language; one in any language can come back."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = words("Measures")
    sheet.freeze_panes = "D2"
    for column, name in enumerate(COLUMNS, start=1):
        head = cells.at(sheet, 1, column)
        cells.write(head, words.say(HEADS[name]))
        head.font, head.fill, head.border = cells.ink(bold=True), cells.ground(PAPER.soft), cells.RULED
        head.alignment = cells.TOP
        sheet.column_dimensions[head.column_letter].width = _width(name)
    _fit(sheet, 1)
    across(sheet, pages=2)
    sheet.print_title_rows, sheet.print_title_cols = "1:1", _TITLE_COLUMN
    for row, measure in enumerate(measures, start=2):
        for column, name in enumerate(COLUMNS, start=1):
            cell = cells.at(sheet, row, column)
            _put(cell, _written(measure, name, words), words)
            cell.alignment, cell.font = cells.TOP if isinstance(cell.value, str) else _FIGURE, cells.ink()
        _fit(sheet, row)
    offered = DataValidation("list", formula1=f'"{",".join(states(words))}"', allow_blank=True)
    letter = cells.at(sheet, 1, COLUMNS.index("state") + 1).column_letter
    offered.add(f"{letter}2:{letter}500")
    sheet.add_data_validation(offered)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _width(name: str) -> float:
    return _WIDTHS.get(name, _USUAL_WIDTH)


def _fit(sheet: Worksheet, row: int) -> None:
    """Makes a line high enough for its texts."""
    written = (sheet.cell(row, column).value for column in range(1, len(COLUMNS) + 1))
    fit(sheet, row, [(str(value), _width(name)) for value, name in zip(written, COLUMNS, strict=True) if value])


def _written(measure: Measure, name: str, words: Words) -> Any:
    if name == "state":
        return state_words(measure.state, words)
    return getattr(measure.means if name in _MEANS else measure, name)


def _put(cell: Cell, value: Any, words: Words) -> None:
    """Numbers and days go in as what they are, so that no program has to guess which sign stands for what."""
    if isinstance(value, datetime.date):
        cell.value, cell.number_format = value, _DAY_FORMATS[words.language]
    elif isinstance(value, int | Decimal):
        cell.value = value
    else:
        cells.write(cell, value or "")


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
    language: Language | None
    typed: Collection[str]

    def is_typed(self, name: str) -> bool:
        """Whether a column holds a text here, and no number or day."""
        return f"{self.letters[name]}{self.row}" in self.typed

    def place(self, name: str) -> Place:
        return Place(self.file, sheet=self.sheet, cell=f"{self.letters.get(name, 'A')}{self.row}")


def _lines(sheet: Sheet, file: str) -> Iterator[_Line]:
    heads = ((row, texts, _columns(texts)) for row, texts in sheet.rows)
    header, named, letters = next((each for each in heads if {"id", "title"} <= each[2].keys()), (0, {}, {}))
    if not letters:
        return
    language = language_of(named[letter] for letter in letters.values())
    for row, texts in sheet.rows:
        told = {name: texts.get(letter, "").strip() for name, letter in letters.items()}
        if row > header and any(told.values()):
            yield _Line(file, sheet.name, row, letters, told, language, sheet.typed)


def _columns(texts: Mapping[str, str]) -> dict[str, str]:
    """Which letter each of our columns has in a line, where this line holds heads."""
    named = {letter: column_of(text) for letter, text in texts.items()}
    return {name: letter for letter, name in named.items() if name is not None}


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
    for name in _READ:
        if name not in line.letters:
            continue
        try:
            (means if name in _MEANS else others)[name] = _value(line, name, begun)
        except TwoWays:
            found = say("{text} stands here, which can be read in two ways", text=line.texts[name])
            problems.append(_problem(line, name, found, _expected(line, name)))
        except ValueError:
            problems.append(
                _problem(line, name, say("{text} stands here", text=line.texts[name]), _expected(line, name))
            )
    return replace(begun, means=replace(begun.means, **means), **others)


def _value(line: _Line, name: str, begun: Measure) -> Any:
    """What a cell holds. Raises `TwoWays`, `ValueError`."""
    text = line.texts[name]
    if name in _PLAIN:
        return _PLAIN[name](text)
    standing = getattr(begun.means if name in _MEANS else begun, name)
    if not text:
        return 1 if name == "version" else None
    if standing is not None and text == str(standing):
        # As workbooks of earlier days wrote it: as text, with a full stop in every language.
        return standing
    if name in _DAYS:
        return day(text)
    found = number(text, line.language, typed=line.is_typed(name))
    return found if name in _DECIMALS else _whole(found)


def _whole(number: Decimal) -> int:
    if number != number.to_integral_value():
        raise ValueError(number)
    return int(number)


def _problem(line: _Line, name: str, found: Message, expected: Message) -> Problem:
    return Problem(line.place(name), "", found, expected)


def _nothing(file: str) -> Problem:
    return Problem(
        Place(file),
        "",
        say("No sheet of this workbook has a line with the heads of the columns"),
        say("Expected is a line with “{id}”, “{title}” and the others", id=HEADS["id"], title=HEADS["title"]),
        say("Start from the workbook that is saved on this page."),
    )


_READ = tuple(each for each in COLUMNS if each != "id")
_PLAIN: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys((*_TEXTS, "funding_source"), str),
    "process": lambda text: text or None,
    "state": lambda text: state_of(text or "proposed"),
}
"""What is read as it stands."""
_EXAMPLES: Mapping[Language | None, Mapping[str, str]] = {
    "de": {"whole": "1500", "decimal": "7,5", "day": "30.09.2026"},
    "en": {"whole": "1500", "decimal": "7.5", "day": "2026-09-30"},
    None: {"whole": "1500", "decimal": "7.5", "day": "2026-09-30"},
}
"""How what is expected is written in a workbook of each language."""


def _expected(line: _Line, name: str) -> Message:
    examples = _EXAMPLES[line.language]
    if name == "state":
        return say(
            "Expected is one of: {proposed}, {decided}, {under_way}, {done}, {dropped}",
            **{each.replace(" ", "_"): word for each, word in STATES.items()},
        )
    if name in _DAYS:
        return say("Expected is a day such as {example}, or nothing", example=examples["day"])
    if name in _DECIMALS:
        return say("Expected is a number such as {example}, or nothing", example=examples["decimal"])
    return say("Expected is a whole number such as {example}, or nothing", example=examples["whole"])
