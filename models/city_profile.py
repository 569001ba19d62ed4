"""What a city is like, as far as comparing it with others needs to know. Nothing in it is about a person.

A field that is None was left open. Sums are whole units of their currency, of one year. The size class is worked out,
never written down.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

Kind = Literal["municipality", "independent_city", "county", "city_state", "metropolitan", "association"]
SpecialRole = Literal[
    "capital",
    "state_capital",
    "international_seat",
    "border",
    "port",
    "university",
    "post_industrial",
    "tourism",
    "events",
]
Unit = Literal["mayor", "own_office", "business", "culture", "protocol", "sustainability", "nobody"]
Rank = Literal["mayor", "department", "unit", "officer"]
StrategyState = Literal["none", "draft", "adopted", "revision"]
AssessmentKind = Literal["quick_scan", "self", "workshop", "assisted", "external"]

KINDS: tuple[Kind, ...] = get_args(Kind)
SPECIAL_ROLES: tuple[SpecialRole, ...] = get_args(SpecialRole)
UNITS: tuple[Unit, ...] = get_args(Unit)
RANKS: tuple[Rank, ...] = get_args(Rank)
STRATEGY_STATES: tuple[StrategyState, ...] = get_args(StrategyState)
ASSESSMENT_KINDS: tuple[AssessmentKind, ...] = get_args(AssessmentKind)

SIZE_BOUNDS = (20_000, 50_000, 100_000, 250_000, 500_000, 1_000_000)
"""Where one size class ends and the next begins, in inhabitants; a city of exactly so many is in the upper one."""

IMPORTANCE = (1, 5)
"""The least and the most important that a dimension can be to a city."""


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sum(_Kept):
    """An amount of money of one year. `currency` is its ISO 4217 code."""

    amount: int
    currency: str
    year: int


class CityProfile(_Kept):
    """The profile. Shares are percent; staff is counted in full-time posts."""

    country: str | None = None
    region: str | None = None
    population: int | None = None
    population_year: int | None = None
    kind: Kind | None = None
    special_roles: tuple[SpecialRole, ...] = ()
    unit: Unit | None = None
    lead_rank: Rank | None = None
    staff: Decimal | None = None
    staff_temporary: Decimal | None = None
    staff_third_party: Decimal | None = None
    own_budget: Sum | None = None
    third_party_budget: Sum | None = None
    partnerships: int | None = None
    friendships: int | None = None
    project_partnerships: int | None = None
    contacts: int | None = None
    active: int | None = None
    networks: int | None = None
    network_names: tuple[str, ...] = ()
    projects: int | None = None
    visits_in: int | None = None
    trips_out: int | None = None
    consulates: int | None = None
    strategy: StrategyState | None = None
    strategy_year: int | None = None
    agenda_resolution: bool | None = None
    agenda_monitoring: bool | None = None
    agenda_reviews: tuple[int, ...] = ()
    foreign_share: Decimal | None = None
    foreign_share_year: int | None = None
    high_risk_partners: bool | None = None
    importance: Mapping[str, int] = {}
    assessment_kind: AssessmentKind | None = None

    @property
    def size_class(self) -> int | None:
        """The number of the size class, 0 for the smallest; None while the inhabitants are not known."""
        if self.population is None:
            return None
        return sum(self.population >= bound for bound in SIZE_BOUNDS)

    @property
    def connections(self) -> int | None:
        """Connections of all four kinds; None while one of them is open."""
        kinds = (self.partnerships, self.friendships, self.project_partnerships, self.contacts)
        return None if None in kinds else sum(each or 0 for each in kinds)


CONDITIONAL = (
    "population",
    "staff",
    "partnerships",
    "friendships",
    "project_partnerships",
    "contacts",
    "active",
    "networks",
    "projects",
    "visits_in",
    "trips_out",
    "consulates",
    "agenda_resolution",
    "agenda_monitoring",
    "high_risk_partners",
)
"""The fields that a questionnaire may set conditions on: numbers, and what is yes or no."""

STARRED = (
    "country",
    "population",
    "population_year",
    "unit",
    "staff",
    "partnerships",
    "friendships",
    "project_partnerships",
    "contacts",
    "active",
    "strategy",
    "importance",
    "assessment_kind",
)
"""The fields without which a city cannot be compared with its peers."""


Renamed = Literal["done", "taken", "moved"]
"""What became of a city's new name: it stands; another city has it; somebody else gave another one meanwhile."""


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """A profile as it stands, who wrote it (None where unnamed) and when. `version` counts its changes."""

    profile: CityProfile
    version: int
    author: str | None
    at: datetime.datetime
