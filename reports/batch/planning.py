"""From the rows of the workbook to reports that can be made: everything is checked first, and all problems are said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from models.message import Message, say
from models.problem import InputRefused, Problem
from models.questionnaire import Library
from reports.batch.book import Book, Line, name_problem
from reports.file_names import stem
from reports.order import Order, lacking, parts_ordered


class Unfit(Exception):  # noqa: N818 - named for what was found
    """A cell that cannot be taken: its column, what was found in it, and what was expected."""

    def __init__(self, column: str, found: Message, expected: Message) -> None:
        self.column, self.found, self.expected = column, found, expected
        super().__init__(f"{column}: {found}")


class Source(Protocol):
    """Where the answers of cities come from."""

    def order(self, line: Line) -> Order:
        """The order that a row comes to. Raises `Unfit`, and `InputRefused` where the answers have problems."""
        ...


@dataclass(frozen=True, slots=True)
class Planned:
    """A report that can be made: its row, and the name it gets in the archive."""

    line: Line
    name: str


@dataclass(frozen=True)
class Plan:
    """All reports of a workbook. Orders are made one by one when they are needed, so that there may be many."""

    planned: tuple[Planned, ...]
    source: Source


def plan(book: Book, source: Source, library: Library) -> Plan:
    """Everything that a workbook asks for.

    Raises:
        InputRefused: with all problems of all rows; then nothing is to be made.
    """
    problems: list[Problem] = []
    planned: list[Planned] = []
    names: dict[str, int] = {}
    for line in book.lines:
        try:
            order = source.order(line)
            _check_needs(order)
            _check_parts(order, library)
            planned.append(Planned(line, _name(line, order, names)))
        except Unfit as unfit:
            problems.append(book.problem(line, unfit.column, unfit.found, unfit.expected))
        except InputRefused as refused:
            problems.extend(refused.problems)
    if problems:
        raise InputRefused(problems)
    return Plan(tuple(planned), source)


def _check_needs(order: Order) -> None:
    """Looks whether there is what this kind of report is about, without scoring anything."""
    why = lacking(order)
    if why is not None:
        raise Unfit("kind", why, say("Expected is a kind that can be made of what is there"))


def _check_parts(order: Order, library: Library) -> None:
    """Looks into the report where parts of it are asked for; a wrong id is found now and not after an hour."""
    if order.sections is None:
        return
    known = {each.id for each in parts_ordered(order, library)}
    unknown = [each for each in order.sections if each not in known]
    if unknown:
        raise Unfit(
            "sections",
            say("There is no part {id}", id=", ".join(unknown)),
            say("Expected are some of {ids}", ids=", ".join(sorted(known))),
        )


def _name(line: Line, order: Order, names: dict[str, int]) -> str:
    wished = line.file.removesuffix(f".{order.form}") or f"{stem(order.city)}-{order.kind}-{order.language}"
    problem = name_problem(wished)
    if problem is not None:
        raise Unfit("file", problem, say("Expected are letters, digits, spaces, and . ( ) + - within the name"))
    name = f"{wished}.{order.form}"
    before = names.setdefault(name.casefold(), line.row)
    if before != line.row:
        found = say("Row {row} has the same name: {name}", row=before, name=name)
        raise Unfit("file", found, say("Expected is another name for each report"))
    return name


def one_of(column: str, said: str, known: tuple[str, ...], usual: str) -> str:
    """What a cell says, where it is one of these; what is usual where it is empty. Raises `Unfit`."""
    wished = said.casefold() or usual
    if wished not in known:
        found = say("{said} is not known here", said=said)
        raise Unfit(column, found, say("Expected is one of {known}", known=", ".join(known)))
    return wished


Told = Callable[[int, int], None]
"""Is told how many of how many reports are done."""
