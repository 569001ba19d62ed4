"""An assessment as it is kept: who acts, whose it is, what was answered field by field, and what happened when.

The unit of conflict is one field of one question: two people who rate and annotate the same question do not meet,
two who rate it do.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from models.answers import Answer, Confidence, State
from models.framework import Method, Points

Field = Literal["rating", "note", "evidence", "confidence"]
FIELDS: tuple[Field, ...] = ("rating", "note", "evidence", "confidence")

TEXT_LIMIT = 4_000
"""Characters that a note, a reason or one piece of evidence may have."""

EVIDENCE_LIMIT = 20
"""Pieces of evidence that one answer may name."""

Scope = Literal["basic", "full"] | tuple[str, ...]
AssessmentState = Literal["draft", "closed", "archived"]
EventKind = Literal["set", "clear", "undo", "import", "declined"]
"""What happened to a field. `declined` is a wish that met a newer value and gave way: it changed nothing."""

Way = Literal["together", "privately", "alone"]
"""How a city comes to its ratings: everybody in one sheet, each for themselves and then by agreement, or one person."""


@dataclass(frozen=True, slots=True)
class City:
    """A city; assessments belong to one, people to any number."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class AssessmentSettings:
    """What an assessment may choose; None means the questionnaire's default.

    `chosen` are the processes that the city puts forward for maturity level 4.
    """

    framework: str | None = None
    method: Method | None = None
    scale: Points | None = None
    highest_level: int | None = None
    scope: Scope = "full"
    chosen: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days an assessment runs towards; None where a day is not set.

    Until `answers_due` answers are wanted, on `papers_due` papers for the committee have to be in, and on
    `committee_day` it deals with the result.
    """

    answers_due: datetime.date | None = None
    papers_due: datetime.date | None = None
    committee_day: datetime.date | None = None


NO_DAYS = Days()
"""No day is set."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment of a city with one version of a questionnaire.

    `digest` and `rules_digest` are those of the questionnaire it was begun with. `version` counts the changes
    of this record itself (title, settings, state), so that nobody overwrites another's change unseen. `revision` counts
    how often it was taken up again after closing, from 1. `follows` is the assessment whose answers it began with.
    `answers_due`, `papers_due` and `committee_day` are its `Days`.
    """

    id: str
    city: City
    title: str
    questionnaire: str
    questionnaire_version: str
    digest: str
    rules_digest: str
    settings: AssessmentSettings
    state: AssessmentState
    invented: bool
    created: datetime.datetime
    version: int = 1
    way: Way = "together"
    revision: int = 1
    follows: str | None = None
    answers_due: datetime.date | None = None
    papers_due: datetime.date | None = None
    committee_day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """What the field `rating` holds: state, letter and reason belong together."""

    state: State
    rating: str | None = None
    reason: str | None = None


Value = Rated | str | tuple[str, ...]
"""What a field holds: `Rated` for rating, text for note and confidence, texts for evidence."""


@dataclass(frozen=True, slots=True)
class StoredField:
    """One field as it stands in the store. `value` is None after it was cleared; `author` None where unnamed."""

    value: Value | None
    version: int
    author: str | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """All fields of one question that were ever touched."""

    indicator: str
    fields: Mapping[Field, StoredField] = field(default_factory=lambda: MappingProxyType({}))

    def version(self, of: Field) -> int:
        """The version to compare with when saving this field; 0 where it was never touched."""
        return self.fields[of].version if of in self.fields else 0

    @property
    def rated(self) -> Rated | None:
        """The rating, None while there is none."""
        value = self._value("rating")
        return value if isinstance(value, Rated) else None

    @property
    def note(self) -> str | None:
        """The note."""
        value = self._value("note")
        return value if isinstance(value, str) else None

    @property
    def evidence(self) -> tuple[str, ...]:
        """What shows it."""
        value = self._value("evidence")
        return value if isinstance(value, tuple) else ()

    @property
    def confidence(self) -> Confidence | None:
        """How sure the people are."""
        value = self._value("confidence")
        return next((each for each in ("high", "medium", "low") if each == value), None)

    @property
    def saved_last(self) -> StoredField | None:
        """The field that was saved last, for the line "saved 14:02 by ..."."""
        return max(self.fields.values(), key=lambda each: each.at, default=None)

    @property
    def answer(self) -> Answer | None:
        """As the scoring engine takes it; None where every field is empty."""
        if all(each.value is None for each in self.fields.values()):
            return None
        rated = self.rated
        return Answer(
            state=rated.state if rated else None,
            rating=rated.rating if rated else None,
            reason=rated.reason if rated else None,
            note=self.note,
            evidence=self.evidence,
            confidence=self.confidence,
        )

    def filled(self, of: Field, value: Value) -> "StoredAnswer":
        """As it would be with this value, for a look ahead; nothing is stored."""
        wished = StoredField(value, self.version(of), None, datetime.datetime.max.replace(tzinfo=datetime.UTC))
        return StoredAnswer(self.indicator, MappingProxyType({**self.fields, of: wished}))

    def _value(self, of: Field) -> Value | None:
        return self.fields[of].value if of in self.fields else None


@dataclass(frozen=True, slots=True)
class Change:
    """A wish to change one field: the new value (None clears it) and the version that the person saw.

    `op` makes a repeated wish harmless: the same `op` for the same field is carried out once. `author` is a
    person's id.
    """

    assessment: str
    indicator: str
    field: Field
    value: Value | None
    seen: int
    op: str
    kind: EventKind
    author: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """The field stands as wished and is committed.

    `changed` is False where nothing had to be done: it stood so already, or this very wish was carried out before.
    """

    indicator: str
    field: Field
    now: StoredField
    changed: bool = True


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else changed the field meanwhile; nothing was stored. `now` is what stands there, to show and choose."""

    indicator: str
    field: Field
    now: StoredField
    wished: Value | None


Outcome = Saved | Conflict


class NotSaved(Exception):  # noqa: N818 - named for what the person has to know
    """The store could not take a change (queue full, shutting down, disk full). Nothing was stored; try again."""


@dataclass(frozen=True, slots=True)
class AnswerEvent:
    """One thing that happened to one field. Events are only ever appended.

    `version` is the version that the field had afterwards; with a declined wish that is the one it gave way to.
    """

    number: int
    indicator: str
    field: Field
    version: int
    kind: EventKind
    value: Value | None
    author: str | None
    at: datetime.datetime
