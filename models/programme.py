"""Trainings, summits and round tables: when, where, with what, and what came of them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from models.cohort import Cohort
from models.mark import MARK

EventKind = Literal["training", "summit", "round_table", "visit", "other"]
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)

ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "Europe/Athens",
    "Europe/Kyiv",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Africa/Accra",
    "Africa/Nairobi",
    "Asia/Tokyo",
    "Australia/Melbourne",
    "UTC",
)
"""The time zones that an event may name; those in which the cities of this field meet."""

MATERIAL_FILES = 20
"""Files that one event may have."""


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Link(_Kept):
    """Something to read elsewhere."""

    title: str
    address: str


class Event(_Kept):
    """What is announced. Without times it lasts whole days; times are those of its `zone`.

    `about` says what it is for, `result` what came of it; `links` are material that lies elsewhere.
    """

    title: str
    kind: EventKind
    first_day: datetime.date
    last_day: datetime.date
    begins: datetime.time | None = None
    ends: datetime.time | None = None
    zone: str = ZONES[0]
    place: str = ""
    link: str = ""
    about: str = ""
    links: tuple[Link, ...] = ()
    result: str = ""


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event as it stands: of one cohort, or of the whole house (`cohort` is None). `version` counts its changes."""

    id: str
    cohort: Cohort | None
    event: Event
    version: int = 1

    @property
    def invented(self) -> bool:
        """Whether it belongs to the demonstration network."""
        return self.id.startswith(MARK)


@dataclass(frozen=True, slots=True)
class MaterialFile:
    """A file that belongs to an event. `digest` is the SHA-256 of its content."""

    id: str
    event: str
    name: str
    media_type: str
    size: int
    digest: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Programme:
    """What somebody may see: events by day, the files of each, and the cohorts in which the person announces."""

    events: tuple[KeptEvent, ...]
    files: Mapping[str, tuple[MaterialFile, ...]]
    led: tuple[Cohort, ...]
