"""What is wrong with an input: found, where, expected, what to do. Collected first, raised once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models.message import Message


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


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, and within a file in the order in which a person comes across them.

    The sheets of a workbook come in the order in which the problems first name them.
    """
    every = list(problems)
    sheets = {sheet: number for number, sheet in enumerate(dict.fromkeys(each.place.sheet for each in every))}

    def position(problem: Problem) -> tuple[str, int, int, int, str]:
        place = problem.place
        letters, row = column_and_row(place.cell or "")
        return place.file, sheets[place.sheet], place.line or row, place.column or len(letters), letters

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
