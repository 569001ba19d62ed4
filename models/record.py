"""What has to stand on record beside the ratings, so that somebody else can judge them later.

The fields follow what ISO/IEC 33002 asks to be recorded of an assessment; names and explanations are our own.
"""

import datetime
from dataclasses import dataclass, fields
from typing import Literal, get_args

from models.framework import Method, Points

Thoroughness = Literal["1", "2", "3"]
THOROUGHNESS: tuple[Thoroughness, ...] = get_args(Thoroughness)
"""Classes of assessment, from the most thorough on."""

Independence = Literal["A", "B", "C", "D"]
INDEPENDENCE: tuple[Independence, ...] = get_args(Independence)
"""How far those who rate stand from those who are rated, from outside on."""

RECORD_LIMIT = 2_000
"""Characters that one field may have."""

OPTIONAL = frozenset({"constraints"})


@dataclass(frozen=True, slots=True)
class Record:
    """What the city says about how an assessment was done; empty texts and None are not said yet.

    `unit` is the part of the administration that was looked at, `assessors` who led and rated, `participants` who was
    asked, by role, `evidence_basis` what was looked at, `constraints` what could not be done.
    """

    sponsor: str = ""
    purpose: str = ""
    unit: str = ""
    thoroughness: Thoroughness | None = None
    independence: Independence | None = None
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    assessors: str = ""
    participants: str = ""
    evidence_basis: str = ""
    constraints: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the required fields that are not filled in."""
        return tuple(each.name for each in fields(self) if each.name not in OPTIONAL and not getattr(self, each.name))


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """The record as it stands; version 0 is one that nobody wrote yet, filled in as far as the program knows."""

    record: Record
    version: int


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the ratings became a result, as the program knows it: nobody has to write it down.

    A quick scan has stages and neither method, letters nor levels. `processes` are its questions there.
    """

    framework: str
    method: Method | None
    scale: Points | None
    highest_level: int | None
    processes: tuple[str, ...]
    way: str
