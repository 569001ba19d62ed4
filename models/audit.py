"""What happened to people, cities and assessments, for those who answer for them: who did what, to what, on which day.

Answers are not in here: their history stands beside them. Neither is anything that somebody keeps to themselves.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Subject = Literal["house", "city", "assessment", "account", "cohort", "room"]


@dataclass(frozen=True, slots=True)
class Note:
    """What a use case asks to be noted together with what it changes: both are kept, or neither.

    `detail` holds codes, ids, days and counts, never texts that people wrote and never a name: names stand with the
    person and go when the person's data are erased. One text is an exception, because somebody has to answer for it:
    the reason for which an administrator looked at exact times.
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the trail fits together.

    `broken_at` is the number of the first entry that does not fit, None where all do. `last` is the digest of the
    newest entry: whoever keeps it elsewhere can see later that nothing was cut off at the end.
    """

    entries: int
    broken_at: int | None
    last: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An entry as people read it: a day, and names as they are now.

    `who`, `about` and `whom` are None where the person, the city or the assessment is not there any more, or was never
    meant. `at` is there for somebody who has to clear up an incident, and then only.
    """

    number: int
    day: datetime.date
    who: str | None
    action: str
    about: str | None
    whom: str | None
    detail: Mapping[str, str]
    at: datetime.datetime | None = None
