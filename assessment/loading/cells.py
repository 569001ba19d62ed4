"""Lays out the rows of a workbook like an answers file, with the cell in which each value stood.

So a filled workbook and a YAML file are held against the questionnaire by the same rules.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from assessment.loading.rows import AnswerRow, Entry, Head
from assessment.loading.speech import WORKBOOK, Speech
from assessment.loading.spelling import clipped
from assessment.loading.spoken import confidence_code, rating_code
from assessment.loading.tree import Path, Plain, Tree
from models.message import say
from models.problem import Place, Problem

_LISTS = ("chosen", "scope")
_SCOPES = ("basic", "full")
_NUMBERS = ("scale", "highest_level")
_TRUTHS: Mapping[str, bool] = {"true": True, "false": False}
_CODES: Mapping[str, Callable[[str], str]] = {"rating": rating_code, "confidence": confidence_code}
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True)
class CellTree(Tree):
    """A tree whose values stood in the cells of a workbook."""

    cells: Mapping[Path, Place] = field(default_factory=dict)
    texts: Mapping[Path, str] = field(default_factory=dict)

    @property
    def speech(self) -> Speech:
        """How people speak of a workbook."""
        return WORKBOOK

    def as_written(self, path: Path, value: Plain) -> Plain:
        """What stands in the cell, where it was read as something else."""
        text = self.texts.get(path, value)
        return None if text == "" else text

    def place(self, path: Path) -> Place:
        """The cell of the value at `path`; for one that does not exist, the cell of its nearest surroundings."""
        while path and path not in self.cells:
            path = path[:-1]
        return self.cells.get(path, Place(self.file))

    def key_place(self, path: Path) -> Place:
        """The cell that names the value at `path`: that of the id for an answer."""
        return self.cells.get((*path, "id"), self.place(path))


def tree_of_rows(head: Head, rows: Sequence[AnswerRow], file: str) -> CellTree:
    """The tree that an answers file with the same content would have.

    Args:
        head: what stands beside the keys of an answers file.
        rows: the rows in which something was answered.
        file: the name of the workbook.
    """
    laid_out = _Layout(file)
    laid_out.take_head(head)
    for row in rows:
        laid_out.take_row(row)
    marks = dict.fromkeys([(), ("ratings",), *laid_out.cells], (1, 1))
    root: dict[str, Plain] = {**laid_out.head, "ratings": laid_out.ratings}
    return CellTree(file, root, marks, {}, tuple(laid_out.problems), laid_out.cells, laid_out.texts)


class _Layout:
    """What has been laid out so far: the values, the cell of each, and what stood there where it was read otherwise."""

    def __init__(self, file: str) -> None:
        self.head: dict[str, Plain] = {}
        self.ratings: dict[str, Plain] = {}
        self.problems: list[Problem] = []
        self.cells: dict[Path, Place] = {}
        self.texts: dict[Path, str] = {}
        self._file = file

    def take_head(self, head: Head) -> None:
        """Lays out what stands beside the keys."""
        for key, entry in head.items():
            self.head[key] = self._put((key,), entry, _typed(key, entry.text.strip()))

    def take_row(self, row: AnswerRow) -> None:
        """Lays out an answer, unless its id is missing or stands in an earlier row."""
        path = ("ratings", row.entries["id"].text.strip() if "id" in row.entries else "")
        problem = self._wrong_id(row, path)
        if problem is not None:
            self.problems.append(problem)
            return
        answer: dict[str, Plain] = {}
        for column, entry in row.entries.items():
            value = self._put((*path, column), entry, _part(column, entry.text))
            if column != "id":
                answer[column] = value
        self.ratings[path[1]] = answer
        self.cells[path] = row.entries.get("rating", row.entries["id"]).place(self._file)

    def _put(self, path: Path, entry: Entry, value: Plain) -> Plain:
        self.cells[path] = entry.place(self._file)
        if value != entry.text and isinstance(value, str):
            self.texts[path] = entry.text
        if isinstance(value, tuple):
            self.cells |= {(*path, index): self.cells[path] for index in range(len(value))}
        return value

    def _wrong_id(self, row: AnswerRow, path: tuple[str, str]) -> Problem | None:
        if not path[1]:
            place = next((entry.place(self._file) for entry in row.entries.values()), Place(self._file))
            found, expected = say("An answer stands here without an id"), say("Expected is an id in the same row")
            return Problem(place, "", found, expected, say("Fill in the id, or clear the row."))
        if path not in self.cells:
            return None
        first = self.cells[(*path, "id")]
        found = say(
            "{id} stands here and already in cell {cell} of the sheet {sheet}",
            id=clipped(path[1]),
            cell=str(first.cell),
            sheet=str(first.sheet),
        )
        place = row.entries["id"].place(self._file)
        return Problem(place, "", found, say("Each stands once"), say("Clear one of the two rows."))


def _typed(key: str, text: str) -> Plain:
    """What a YAML file would hold: lists for texts with commas, numbers and true or false where they belong."""
    if key in _NUMBERS and text.isdecimal():
        return int(text[:9])
    if key == "invented":
        return _TRUTHS.get(text.casefold(), text)
    if key == "date":
        return _day(text)
    return _list(key, text) if key in _LISTS else text


def _list(key: str, text: str) -> Plain:
    """The ids between the commas; a scope may be a single word too."""
    parts = [part.strip() for part in re.split("[,;\n]", text) if part.strip()]
    if key == "scope" and len(parts) == 1 and "." not in parts[0]:
        return parts[0].casefold() if parts[0].casefold() in _SCOPES else parts[0]
    return tuple(parts)


def _day(written: str) -> str:
    """A day as this country writes it, in the order of ISO 8601; anything else as it is."""
    match = _GERMAN_DAY.fullmatch(written)
    return f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}" if match else written


def _part(column: str, text: str) -> Plain:
    if column == "evidence":
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    code = _CODES.get(column, str)(text)
    return int(code) if column == "rating" and len(code) == 1 and code.isdecimal() else code
