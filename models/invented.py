"""A network of invented cities, for looking around and for trainings: everything that is kept of it, at once."""

from dataclasses import dataclass

from models.assessment import Assessment, Change, City
from models.benchmark import KeptEdition, Profiled
from models.city_profile import CityProfile
from models.closing import Closing
from models.cohort import Membership
from models.contribution import KeptContribution
from models.delegation import Delegation
from models.mark import MARK
from models.matching import KeptOffer, Request
from models.measures import Measure
from models.programme import KeptEvent
from models.record import Record
from models.resources import KeptResources

__all__ = ["MARK", "InventedAssessment", "InventedCity", "Network"]


@dataclass(frozen=True, slots=True)
class InventedAssessment:
    """An assessment with all its answers, what of it is delegated, and what nobody has looked at again.

    A closed one has its record, and the closing once it was signed.
    """

    assessment: Assessment
    answers: tuple[Change, ...]
    delegations: tuple[Delegation, ...] = ()
    unchecked: tuple[str, ...] = ()
    record: Record | None = None
    closing: Closing | None = None


@dataclass(frozen=True, slots=True)
class InventedCity:
    """A city with its profile and assessments, the oldest first."""

    city: City
    profile: CityProfile
    assessments: tuple[InventedAssessment, ...]


@dataclass(frozen=True, slots=True)
class InventedEditions:
    """Published editions of one key, in their order, and what the cities brought to them."""

    editions: tuple[KeptEdition, ...]
    brought: tuple[Profiled, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All of it. `people` are ids and names of those who are said to have answered; none of them can sign in."""

    people: tuple[tuple[str, str], ...]
    cities: tuple[InventedCity, ...]
    memberships: tuple[Membership, ...]
    published: tuple[InventedEditions, ...] = ()
    offers: tuple[KeptOffer, ...] = ()
    requests: tuple[Request, ...] = ()
    events: tuple[KeptEvent, ...] = ()
    contributions: tuple[KeptContribution, ...] = ()
    resources: tuple[tuple[City, KeptResources], ...] = ()
    measures: tuple[Measure, ...] = ()
