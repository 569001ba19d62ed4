"""What an assessor from outside says beside the city: kept apart, and never mixed into the city's own ratings."""

import datetime
from dataclasses import dataclass
from typing import Literal

from models.assessment import Rated


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an assessor says to one question. Version 0 says that they said nothing yet."""

    indicator: str
    rated: Rated | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    version: int = 0
    at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class JudgementWish:
    """A wish to keep a judgement; `seen` is the version the person saw, `op` makes a repeated wish harmless."""

    assessment: str
    person: str
    judgement: Judgement
    seen: int
    op: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class JudgementOutcome:
    """What became of a wish: kept, or not, because another window was faster. `now` is what stands there."""

    kind: Literal["saved", "conflict"]
    now: Judgement


@dataclass(frozen=True, slots=True)
class JudgementEvent:
    """One thing that happened to a judgement. Events are only ever appended."""

    number: int
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class View:
    """That an assessor has a view of an assessment. The city sees it from `shown` on, until it is taken back.

    `revision` is that of a closing it was frozen with; None for the view as it stands.
    """

    person: str
    name: str | None
    shown: datetime.datetime | None
    revision: int | None = None
