"""What the use cases around cities need from outside: profiles, delegation, marks, cohorts, the invented network."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from assessment.desk.benchmark_ports import EditionStore
from models.aims import KeptTarget
from models.audit import Note
from models.city_profile import CityProfile, KeptProfile, Renamed
from models.cohort import Cohort, Membership
from models.delegation import Delegation
from models.invented import Network
from models.people import Actor, Grant, Redeemed


class CityStore(Protocol):
    """What is kept of a city beside its people and assessments."""

    def profile(self, city: str) -> KeptProfile | None:
        """The profile of a city."""
        ...

    def keep_profile(
        self,
        city: str,
        profile: CityProfile,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps a profile where the version seen (0 for none) still stands. False where somebody was faster."""
        ...

    def rename(self, city: str, name: str, *, seen: str, note: Note | None = None) -> Renamed:
        """Gives a city another name, where the name seen still stands and no other city has the new one."""
        ...


class DelegationStore(Protocol):
    """Who was asked to answer what."""

    def of(self, assessment: str) -> tuple[Delegation, ...]:
        """Everything that is delegated in an assessment, by target and name."""
        ...

    def to(self, person: str) -> Mapping[str, frozenset[str]]:
        """What is delegated to a person: targets by assessment."""
        ...

    def replace(self, assessment: str, target: str, people: Collection[str], note: Note | None = None) -> None:
        """Gives a target to these people and to nobody else."""
        ...


class CheckStore(Protocol):
    """Answers that come from an earlier assessment and were not looked at since. Changing one takes its mark away."""

    def unchecked(self, assessment: str) -> frozenset[str]:
        """The questions that are marked."""
        ...

    def confirm(self, assessment: str, indicators: Collection[str]) -> None:
        """Takes the marks of these questions away."""
        ...


class CohortStore(Protocol):
    """Cohorts and the cities in them."""

    def add(self, new: Cohort, led_by: str, note: Note | None = None) -> None:
        """Keeps a cohort, which this person leads."""
        ...

    def appoint(self, person: str, given: Grant, note: Note | None = None) -> None:
        """Lets somebody else lead a cohort too."""
        ...

    def get(self, cohort: str) -> Cohort | None:
        """The cohort with this id."""
        ...

    def all(self) -> tuple[Cohort, ...]:
        """Every cohort, by name."""
        ...

    def members(self, cohort: str) -> tuple[Membership, ...]:
        """The cities that belong to a cohort now, by name."""
        ...

    def of_city(self, city: str) -> tuple[Membership, ...]:
        """The cohorts that a city belongs to now, by name."""
        ...

    def join(self, code: str, new: Membership, note: Note | None = None) -> Redeemed:
        """Uses a code of the cohort once and lets the city in, both or neither. `taken` where it is in already."""
        ...

    def change(self, changed: Membership, note: Note | None = None) -> bool:
        """Keeps a changed membership, whose version is one above the version seen. False where somebody was faster."""
        ...


class InventedStore(Protocol):
    """The demonstration network, as a whole."""

    def present(self) -> bool:
        """Whether it is there."""
        ...

    def load(self, network: Network, led_by: Actor | None, note: Note | None = None) -> bool:
        """Keeps all of it, or nothing where it is there already. `led_by` leads its cities and cohorts.

        Without anybody its first invented person does, so that the first account of the house inherits the cities.
        """
        ...

    def remove(self, note: Note | None = None) -> bool:
        """Erases its cities with everything in them, its cohorts and people. False where it is not there."""
        ...


class TargetStore(Protocol):
    """The target of a city for each model."""

    def of_city(self, city: str, questionnaire: str) -> KeptTarget | None:
        """The target of a city for a model."""
        ...

    def keep(
        self,
        city: str,
        questionnaire: str,
        named: str | None,
        levels: Mapping[str, int],
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps a target where the version seen (0 for none) still stands. False where somebody was faster."""
        ...


@dataclass(frozen=True)
class CityStores:
    """Where everything around cities is kept."""

    cities: CityStore
    delegations: DelegationStore
    checks: CheckStore
    cohorts: CohortStore
    invented: InventedStore
    editions: EditionStore
    targets: TargetStore
