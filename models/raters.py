"""Several people rate the same: each for themselves first, then together. What somebody rates alone stays with them.

What is rated, finished and opened as a whole is a topic: a process, or in a quick scan a dimension.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from models.assessment import Assessment, Rated, StoredAnswer
from models.authored import Text
from models.framework import Attribute
from models.questionnaire import Dimension, Indicator, Process

SPREAD_FROM = 3
"""How many people must have rated a question before anybody sees how the ratings lie."""

FAR_APART = 2
"""Steps between the lowest and the highest rating of a question from which on it is talked about first."""


@dataclass(frozen=True, slots=True)
class PrivateRating:
    """What one person said about one question, for this person alone. Version 0 says that they said nothing yet."""

    indicator: str
    rated: Rated | None = None
    note: str | None = None
    version: int = 0
    at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class PrivateWish:
    """A wish to keep a private rating; `seen` is the version the person saw, `op` makes a repeated wish harmless."""

    assessment: str
    topic: str
    indicator: str
    person: str
    rated: Rated | None
    note: str | None
    seen: int
    op: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class PrivateOutcome:
    """What became of a wish. Nothing was stored where another window was faster, or the spread is open already."""

    kind: Literal["saved", "conflict", "frozen"]
    now: PrivateRating


@dataclass(frozen=True, slots=True)
class Opening:
    """That the spread of a topic was opened, and when that was taken back; None while it is open."""

    at: datetime.datetime
    taken_back: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier moment: how many may have rated by then, at most, and how many changed theirs after it."""

    raters: int
    changed: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people chose each code of a question, and what happened since each of some earlier moments.

    A code is a letter, a stage, or a state without one (`dont_know`, `not_applicable`).
    """

    counts: Mapping[str, int]
    since: tuple[Since, ...] = ()

    @property
    def raters(self) -> int:
        """How many people said something."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Agreement:
    """The value that people agreed on after they had talked, with their reason."""

    indicator: str
    rated: Rated
    reason: str
    author: str | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the ratings a question offers, from the lowest: its code, its words, and the step it stands on."""

    code: str
    text: Text
    step: int


@dataclass(frozen=True, slots=True)
class Topic:
    """What is rated as a whole, with the dimension it belongs to. A dimension of a quick scan has no `process`."""

    id: str
    name: Text
    purpose: Text
    dimension: Dimension
    process: Process | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the ratings it offers, from the lowest. Optional ones are left out of progress."""

    indicator: Indicator
    choices: tuple[Choice, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that stand on one screen. `attribute` is None in a quick scan. Closed parts open with the answers."""

    attribute: Attribute | None
    open: bool
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class PrivateSheet:
    """One topic as one person answers it. Once the spread is `opened` the ratings stay as they are."""

    assessment: Assessment
    topic: Topic
    parts: tuple[Part, ...]
    finished: bool
    opened: bool
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """How far one person is with one topic."""

    topic: Topic
    answered: int
    asked: int
    finished: bool
    opened: bool
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class PrivateOverview:
    """All topics of an assessment as one person answers them."""

    assessment: Assessment
    topics: tuple[TopicProgress, ...]


@dataclass(frozen=True, slots=True)
class TopicAsked:
    """A topic with the questions that are open in it now, and how many of them have an answer."""

    topic: Topic
    questions: tuple[Asked, ...]
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class TopicSheet:
    """All topics of an assessment as everybody answers them together."""

    assessment: Assessment
    topics: tuple[TopicAsked, ...]


@dataclass(frozen=True, slots=True)
class RatersAt:
    """Who has finished a topic, by name, and whether its spread is open. What they said is not in here.

    `agreed` of `asked` questions that are open now have an answer that was agreed on.
    """

    topic: Topic
    finished: tuple[str, ...]
    opened: bool
    agreed: int
    asked: int


@dataclass(frozen=True, slots=True)
class SpreadQuestion:
    """How the ratings of a question lie, without names.

    `counts` is None where too few rated for anything to be shown; then people talk about it. `mine` is one's own
    rating. `agreed` and `answer` are for those who may read answers, None for everybody else.
    """

    asked: Asked
    counts: Mapping[str, int] | None
    far_apart: bool
    mine: Rated | None
    agreed: Agreement | None
    answer: StoredAnswer | None


@dataclass(frozen=True, slots=True)
class Spread:
    """The spread of a topic; without questions until the lead opens it."""

    assessment: Assessment
    topic: Topic
    opened: bool
    questions: tuple[SpreadQuestion, ...]
