"""A group of cities that work with one trainer, and what each city lets the group know."""

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from models.assessment import AssessmentState, City, Scope

Consent = Literal["state", "names", "figures", "results", "benchmark"]
CONSENTS: tuple[Consent, ...] = get_args(Consent)
"""What a city may agree to in a cohort, each for itself, and nothing until it does.

`state`: the trainer sees how far its assessments are. `names`: the other cities of the cohort see its name. `figures`:
its closed results count in grouped figures of the cohort. `results`: trainer and cities of the cohort see its levels
under its name. `benchmark`: its closed results count in grouped figures over the whole network, which other cohorts see
too. Whether a city takes part in the exchange finder it says once, for all cohorts: see `models.matching.Offer`.
"""


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group. `invented` marks those of the demonstration network."""

    id: str
    name: str
    invented: bool
    created: datetime.datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class Membership:
    """That a city joined a cohort, on its own terms. `left` says since when it does not belong to it any more."""

    cohort: Cohort
    city: City
    joined: datetime.datetime
    consents: frozenset[Consent]
    left: datetime.datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class AssessmentStanding:
    """How far an assessment is, without anything about its answers."""

    scope: Scope
    highest_level: int | None
    state: AssessmentState
    begun: datetime.date
    answers_due: datetime.date | None


@dataclass(frozen=True, slots=True)
class CohortCity:
    """A city as its trainer sees it. `standings` is None where the city did not agree to show them."""

    membership: Membership
    standings: tuple[AssessmentStanding, ...] | None


@dataclass(frozen=True, slots=True)
class CohortView:
    """A cohort as its trainer sees it."""

    cohort: Cohort
    cities: tuple[CohortCity, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """A cohort as a city in it sees it: the cities that let themselves be named, and how many others there are."""

    membership: Membership
    named: tuple[str, ...]
    unnamed: int
