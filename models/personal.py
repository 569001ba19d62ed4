"""What is kept about one person, for that person: to be read, taken along, and erased on their wish."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from models.people import Account

Area = Literal[
    "session",
    "identity",
    "answer",
    "private rating",
    "judgement",
    "signed judgement",
    "shown view",
    "finished",
    "opened spread",
    "agreement",
    "file",
    "task",
    "city profile",
    "target",
    "page",
    "closing",
    "offer",
    "request",
    "event",
    "material",
    "contribution",
    "resources",
    "report look",
    "report comment",
    "report step",
    "report choice",
    "room",
    "led room",
    "invitation",
    "own link",
    "deed",
]
AREAS: tuple[Area, ...] = get_args(Area)

Erased = Literal["done", "absent", "last"]
"""What became of an erasure: `last` where a city would have no lead, or the house no administrator."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is kept: where it belongs, its exact time if it has one, and what it says by name."""

    area: Area
    at: datetime.datetime | None
    about: Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Everything that is kept about a person. Secrets are not in it: nobody can read them back."""

    account: Account
    items: tuple[Item, ...]

    def of(self, area: Area) -> tuple[Item, ...]:
        """The things of one area, oldest first."""
        return tuple(each for each in self.items if each.area == area)
