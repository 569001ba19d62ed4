"""How a city changed: its results one after the other, with a break wherever what was asked is not the same."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from models.answers import Answers
from models.profile import Result
from models.questionnaire import Questionnaire

Difference = Literal["rules", "framework", "method", "scale"]
"""What keeps two results from being compared number by number."""

Shift = Literal["rose", "fell", "same", "open", "first"]
"""How a value moved: for certain up or down, not at all, uncertain while answers are open; `first` had none before."""


@dataclass(frozen=True, slots=True)
class Past:
    """A result to be laid beside others.

    `key` is what it is found by: the id of an assessment, the name of a file. `revision` is None for one that is not
    signed; `signed` tells results of one day apart. `asked` are the ids of all questions that it asks, each with the
    level that it belongs to (0 in a scan).
    """

    key: str
    title: str
    date: datetime.date | None
    revision: int | None
    questionnaire: Questionnaire
    answers: Answers
    result: Result
    asked: Mapping[str, int]
    signed: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A value that is at least `low` and at most `high`. `at_least` where the scale was cut off there.

    `of` is the subject of its reason in the result that it belongs to, which may have called it otherwise.
    """

    low: Fraction
    high: Fraction
    at_least: bool = False
    of: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Break:
    """Between two results something else was asked, or it was scored otherwise.

    `alike` is the share of questions that are the same in both, of all that one of the two asks: 1 where all are.
    `of_processes` is the same for each process, by its id in the later version.
    """

    differences: tuple[Difference, ...]
    before: str
    after: str
    alike: Fraction
    of_processes: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """How one process, or one dimension, moved from the result before to the last one."""

    subject: str
    shift: Shift
    before: Span | None
    now: Span


@dataclass(frozen=True, slots=True)
class Trend:
    """Results of one questionnaire, oldest first; a value per result, None where there is none.

    Ids are those of the last version. `breaks` stand at the number of the result that they come before. `changes`
    are those of the processes between the last two results; there are none while there is only one.
    """

    pasts: tuple[Past, ...]
    dimensions: Mapping[str, tuple[Span | None, ...]]
    processes: Mapping[str, tuple[Span | None, ...]]
    breaks: Mapping[int, Break]
    changes: tuple[Change, ...] = ()

    @property
    def last(self) -> Past:
        """The newest result."""
        return self.pasts[-1]


@dataclass(frozen=True, slots=True)
class Moment:
    """When a result of a course stands. `revision` is None for one that is not signed."""

    title: str
    date: datetime.date | None
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """How the dimensions of a city moved, oldest first: the figures of a trend without the results behind them.

    That is what a report shows of earlier years, and what travels inside it. Values lie from `minimum` to `maximum`.
    """

    moments: tuple[Moment, ...]
    dimensions: Mapping[str, tuple[Span | None, ...]]
    breaks: Mapping[int, Break]
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Before:
    """The result that came before another one, and what separates the two; None where they can be compared."""

    past: Past
    broken: Break | None
