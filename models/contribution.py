"""A good practice that a city tells the others about, and how far it is on its way into the library."""

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from models.assessment import City
from models.authored import Language

ContributionState = Literal["draft", "submitted", "published", "declined"]
CONTRIBUTION_STATES: tuple[ContributionState, ...] = get_args(ContributionState)

PRACTICE_LIMIT = 1_500
"""Characters that what a city does may have."""


class Contribution(BaseModel):
    """What a city does, where that stands and of which day it is.

    `from_level` and `to_level` name the step of the processes that it helps with. `named` says whether other cities
    see whose practice it is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: str
    language: Language
    processes: tuple[str, ...]
    from_level: int | None = None
    to_level: int | None = None
    source: str = ""
    address: str = ""
    source_day: datetime.date | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class KeptContribution:
    """A contribution as it stands. `reason` says why it was declined, `checked` when an editor published it."""

    id: str
    city: City
    contribution: Contribution
    state: ContributionState = "draft"
    reason: str = ""
    checked: datetime.date | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Published:
    """A contribution as everybody sees it. `city` is None where the city did not agree to be named."""

    contribution: Contribution
    checked: datetime.date
    city: str | None
    invented: bool = False
