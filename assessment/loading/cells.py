"""Lays out the rows of a workbook like an answers file, with the cell in which each value stood.

So a filled workbook and a YAML file are held against the questionnaire by the same rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessment.loading.rows import AnswerRow, Entry, Head
from assessment.loading.spelling import clipped
from assessment.loading.tree import Path, Plain, Tree
from models.message import say
from models.problem import Place, Problem

_LISTS = ("chosen", "scope")
_NUMBERS = ("scale", "highest_level")
_TRUTHS: Mapping[str, bool] = {"true": True, "false": False}


@dataclass(frozen=True)
class CellTree(Tree):
    """A tree whose values stood in the cells of a workbook."""

    cells: Mapping[Path, Place] = field(default_factory=dict)

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
    cells: dict[Path, Place] = {}
    root: dict[str, Plain] = {}
    for key, entry in head.items():
        root[key] = _typed(key, entry.text)
        cells[(key,)] = entry.place(file)
    ratings, problems = _ratings(rows, file, cells)
    root["ratings"] = ratings
    marks = dict.fromkeys([(), ("ratings",), *cells], (1, 1))
    return CellTree(file, root, marks, {}, tuple(problems), cells)


def _typed(key: str, text: str) -> Plain:
    """What a YAML file would hold: lists for texts with commas, numbers and true or false where they belong."""
    text = text.strip()
    if key in _NUMBERS and text.isdecimal():
        return int(text[:9])
    if key == "invented":
        return _TRUTHS.get(text.casefold(), text)
    if key in _LISTS and text not in ("basic", "full"):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text


def _ratings(rows: Sequence[AnswerRow], file: str, cells: dict[Path, Place]) -> tuple[dict[str, Plain], list[Problem]]:
    ratings: dict[str, Plain] = {}
    problems: list[Problem] = []
    for row in rows:
        path = ("ratings", row.entries["id"].text.strip() if "id" in row.entries else "")
        problem = _wrong_id(row, path, file, cells)
        if problem is not None:
            problems.append(problem)
            continue
        ratings[path[1]] = _entry(row)
        for column, entry in row.entries.items():
            cells[(*path, column)] = entry.place(file)
        cells[path] = row.entries.get("rating", row.entries["id"]).place(file)
    return ratings, problems


def _wrong_id(row: AnswerRow, path: tuple[str, str], file: str, cells: Mapping[Path, Place]) -> Problem | None:
    if not path[1]:
        place = next((entry.place(file) for entry in row.entries.values()), Place(file))
        found, expected = say("An answer stands here without an id"), say("Expected is an id in the same row")
        return Problem(place, "", found, expected, say("Fill in the id, or clear the row."))
    if path in cells:
        found = say("{id} stands here and already at {place}", id=clipped(path[1]), place=str(cells[(*path, "id")]))
        return Problem(
            row.entries["id"].place(file), "", found, say("Each stands once"), say("Clear one of the two rows.")
        )
    return None


def _entry(row: AnswerRow) -> dict[str, Plain]:
    entry: dict[str, Plain] = {
        column: each.text for column, each in row.entries.items() if column in ("reason", "note", "confidence")
    }
    if "evidence" in row.entries:
        entry["evidence"] = tuple(line.strip() for line in row.entries["evidence"].text.splitlines() if line.strip())
    if "rating" in row.entries:
        entry["rating"] = _rating(row.entries["rating"])
    return entry


def _rating(entry: Entry) -> Plain:
    text = entry.text.strip()
    return int(text) if text.isdecimal() and len(text) == 1 else text
