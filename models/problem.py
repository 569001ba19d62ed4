"""What is wrong with an input: found, where, expected, what to do. Collected first, raised once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models.message import Message, say


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an input something stands: a text file's line and column (from 1), or a workbook's sheet and cell."""

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.file}:{self.sheet}!{self.cell}"
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)

    @property
    def told(self) -> Message:
        """The place for people: in a text file as editors and terminals write it, in a workbook in words."""
        if self.cell is None:
            return say("{place}", place=str(self))
        return say("{file}, sheet {sheet}, cell {cell}", file=self.file, sheet=self.sheet or "", cell=self.cell)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person has to mend.

    `trail` names the object for people ("process PAR.2, outcome 3"), as a text where no word of it needs translating;
    it is empty where the place says it all. `suggestion` is the likeliest spelling or the next thing to do. A warning
    does not stop the reading.
    """

    place: Place
    trail: Message | str
    found: Message
    expected: Message
    suggestion: Message | None = None
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        trail = f" {self.trail}:" if self.trail else ""
        hint = f" {self.suggestion}" if self.suggestion else ""
        return f"{self.place}:{trail} {self.found}. {self.expected}.{hint}"


def in_reading_order(problems: Iterable[Problem], sheets: Iterable[str] = ()) -> tuple[Problem, ...]:
    """The problems by file, and within a file in the order in which a person comes across them.

    Args:
        problems: in whatever order they were found.
        sheets: the sheets of a workbook from first to last; others come in the order in which the problems name them.
    """
    every = list(problems)
    order = {sheet: rank for rank, sheet in enumerate(dict.fromkeys((*sheets, *(each.place.sheet for each in every))))}

    def position(problem: Problem) -> tuple[str, int, int, int, str]:
        place = problem.place
        letters, row = column_and_row(place.cell or "")
        return place.file, order[place.sheet], place.line or row, place.column or len(letters), letters

    return tuple(sorted(every, key=position))


def column_and_row(cell: str) -> tuple[str, int]:
    """The letters and the number of a cell of a workbook; 0 where there is no number."""
    letters = cell.rstrip("0123456789")
    return letters, int(cell[len(letters) :] or 0)


class InputRefused(Exception):  # noqa: N818 - named for what happened to the person's input
    """An input that cannot be used. Carries every problem found; nothing of the input was taken over."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
