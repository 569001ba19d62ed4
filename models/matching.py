"""What a city offers to other cities and looks for, how two of them could help each other, and how they get in touch.

Nothing in here is shown to another city unless the city's lead ticked it.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from models.assessment import City

Topic = Literal[
    "climate",
    "energy",
    "water",
    "mobility",
    "housing",
    "digital",
    "economy",
    "science",
    "culture",
    "sport",
    "youth",
    "health",
    "migration",
    "equality",
    "human_rights",
    "solidarity",
    "resilience",
    "agenda",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)

OFFICE_LIMIT = 500
"""Characters that an office address may have."""

MESSAGE_LIMIT = 1_000
"""Characters that the first words to another city may have."""


class Offer(BaseModel):
    """What a city shows in the finder, tick by tick. Without an offer it does not appear at all.

    `strong` and `wanted` are processes that may be named as ones where it could help and where it wants to grow.
    `sensitive` says that sensitive processes among them may be named too. `languages` are codes of ISO 639-1.
    `office` is an address of the office, shown to a city only after both agreed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    strong: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    sensitive: bool = False
    languages: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    office: str = ""


@dataclass(frozen=True, slots=True)
class KeptOffer:
    """An offer as it stands. `version` counts its changes."""

    city: City
    offer: Offer
    version: int
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Candidate:
    """A city as the finder compares it.

    Args:
        id: names the city.
        offer: what it lets others know.
        levels: the capability level of each assessed process, at the low end.
        targets: the level that a process is to reach; where none is named, it is the next one.
        size_class: the number of its size class, None while that is not known.
    """

    id: str
    offer: Offer
    levels: Mapping[str, int]
    targets: Mapping[str, int]
    size_class: int | None = None


Size = Literal["same", "next"]


@dataclass(frozen=True, slots=True)
class Match:
    """Why a city (`theirs`) and the one that looks (`ours`) should talk to each other.

    Args:
        city: the other city.
        theirs: processes in which they are strong where we want to grow.
        ours: processes in which we are strong where they want to grow.
        languages: languages that both speak.
        topics: topics that both name.
        size: whether both are of one size class, or of two that lie side by side; None otherwise.
        weight: how much speaks for it; see `assessment.matching`.
    """

    city: str
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    languages: tuple[str, ...]
    topics: tuple[Topic, ...]
    size: Size | None
    weight: int


RequestState = Literal["asked", "accepted", "declined", "ended"]
REQUEST_STATES: tuple[RequestState, ...] = get_args(RequestState)


@dataclass(frozen=True, slots=True)
class Request:
    """That one city asked another for an exchange, and what came of it. `ended` where one of both took it back."""

    id: str
    asking: City
    asked: City
    message: str
    state: RequestState
    at: datetime.datetime
    version: int = 1

    @property
    def stands(self) -> bool:
        """Whether it waits for an answer or was agreed to."""
        return self.state in ("asked", "accepted")

    def other(self, city: str) -> City:
        """The city on the other side."""
        return self.asked if self.asking.id == city else self.asking


@dataclass(frozen=True, slots=True)
class Contact:
    """A request as one of both cities sees it. `office` is the other city's address, None until both agreed."""

    request: Request
    other: City
    ours: bool
    office: str | None
