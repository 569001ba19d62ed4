"""A closing: everything that the result of an assessment was computed from, signed and never changed again."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from models.record import Conduct, Record

REDACTED = "[geschwärzt / redacted]"
"""What stands in the place of a text that was taken out for the sake of a person."""

Redactable = Literal["note", "evidence", "reason", "agreement"]
"""Texts about a question that can be taken out: its note, its evidence, why it does not apply, why people agreed."""

RecordText = Literal["sponsor", "purpose", "unit", "assessors", "participants", "evidence_basis", "constraints"]
RECORD_TEXTS: tuple[RecordText, ...] = get_args(RecordText)
"""Fields of the record that can be taken out."""


@dataclass(frozen=True, slots=True)
class Closing:
    """One revision of an assessment as it was signed.

    `inputs` is the answers file, `inputs_digest` its SHA-256; `digest` and `rules_digest` are those of the
    questionnaire at that time. `signed_as` is in which function `person_id` signed; `signer` is what that
    person is called now, None once their data were erased. A revision that was taken up again says when and why.
    """

    assessment: str
    revision: int
    record: Record
    conduct: Conduct
    signed_as: str
    inputs: str
    inputs_digest: str
    questionnaire_version: str
    digest: str
    rules_digest: str
    person_id: str
    at: datetime.datetime
    signer: str | None = None
    reopened: datetime.datetime | None = None
    reopened_because: str | None = None


@dataclass(frozen=True, slots=True)
class ProcessState:
    """What is left to look at in one process; ids of indicators, in the order in which they are asked.

    `flags` are codes of the scoring engine. `apart` counts what was rated privately and is not agreed on yet.
    """

    process: str
    asked: int
    unanswered: tuple[str, ...]
    dont_know: tuple[str, ...]
    unfounded: tuple[str, ...]
    unchecked: tuple[str, ...]
    apart: int
    flags: tuple[str, ...]
    removed: bool

    @property
    def clear(self) -> bool:
        """Whether nothing is left."""
        return not (self.unanswered or self.dont_know or self.unfounded or self.unchecked or self.apart or self.flags)


@dataclass(frozen=True, slots=True)
class OpenEnds:
    """What is kept beside the answers and has to be settled: ids of indicators.

    `unchecked` were taken over from the assessment before; `apart` were rated by people for themselves, with no
    agreement yet.
    """

    unchecked: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text about a question that somebody wrote, also where it was taken back since: it is in the history still."""

    indicator: str
    field: Redactable
    text: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """A text that is to go: of which question, and what the closings look like without it, by revision."""

    assessment: str
    indicator: str
    field: Redactable
    closings: Mapping[int, tuple[str, str]]
