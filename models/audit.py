"""What happened to people, cities and assessments, for those who answer for them: who did what, to what, on which day.

Answers are not in here: their history stands beside them. Neither is anything that somebody keeps to themselves.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Subject = Literal["house", "city", "assessment", "account", "cohort"]


@dataclass(frozen=True, slots=True)
class Note:
    """What a use case asks to be noted together with what it changes: both are kept, or neither.

    `detail` holds ids, days and counts, never texts that people wrote and never a name: names stand with the person
    and go when the person's data are erased.
    """

    at: datetime.datetime
    person: str
    action: str
    subject: Subject
    subject_id: str
    city: str | None = None
    detail: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A note as it is kept. `before` is the digest of the entry before it, `digest` that of this one with it."""

    number: int
    note: Note
    before: str
    digest: str
