"""What the use cases between cities need from outside: offers and requests, the programme, contributions, resources."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from models.audit import Note
from models.contribution import ContributionState, KeptContribution
from models.matching import KeptOffer, Offer, Request
from models.programme import KeptEvent, MaterialFile
from models.resources import KeptResources, Resources


class ExchangeStore(Protocol):
    """What cities offer each other, and who asked whom."""

    def offers(self) -> tuple[KeptOffer, ...]:
        """Every offer that stands, by name of the city."""
        ...

    def offer(self, city: str) -> KeptOffer | None:
        """The offer of a city."""
        ...

    def keep_offer(
        self,
        city: str,
        offer: Offer,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps an offer where the version seen (0 for none) still stands. False where somebody was faster."""
        ...

    def withdraw(self, city: str, *, note: Note | None = None) -> bool:
        """Takes an offer away and ends what the city asked or was asked. False where there is none."""
        ...

    def requests(self, city: str) -> tuple[Request, ...]:
        """Everything that a city asked or was asked, newest first."""
        ...

    def ask(self, new: Request, *, person: str, note: Note | None = None) -> bool:
        """Keeps a request. False where one of both cities is not to be found any more, or one between them stands."""
        ...

    def answer(self, changed: Request, *, note: Note | None = None) -> bool:
        """Keeps a changed request, whose version is one above the version seen. False where somebody was faster."""
        ...


class ProgrammeStore(Protocol):
    """Events and their files."""

    def of_cohort(self, cohort: str) -> tuple[KeptEvent, ...]:
        """The events of a cohort, by day."""
        ...

    def of_house(self) -> tuple[KeptEvent, ...]:
        """The events that belong to no cohort, by day."""
        ...

    def get(self, event: str) -> KeptEvent | None:
        """The event with this id."""
        ...

    def keep(self, kept: KeptEvent, *, person: str, at: datetime.datetime, note: Note | None = None) -> bool:
        """Keeps a new event, or a changed one whose version is one above the version seen; else False."""
        ...

    def remove(self, event: str, *, note: Note | None = None) -> None:
        """Erases an event with its files."""
        ...

    def files(self, events: Sequence[str]) -> tuple[MaterialFile, ...]:
        """The files of these events, oldest first."""
        ...

    def fetch(self, event: str, file: str) -> tuple[MaterialFile, bytes] | None:
        """A file of this event, with its content."""
        ...

    def attach(self, file: MaterialFile, content: bytes, *, person: str, note: Note | None = None) -> None:
        """Puts a file to an event."""
        ...

    def detach(self, event: str, file: str, *, note: Note | None = None) -> None:
        """Takes a file away."""
        ...


class ContributionStore(Protocol):
    """Good practices that cities tell of."""

    def of_city(self, city: str) -> tuple[KeptContribution, ...]:
        """Everything that a city wrote, newest first."""
        ...

    def in_state(self, state: ContributionState) -> tuple[KeptContribution, ...]:
        """Everything in this state, newest first."""
        ...

    def get(self, contribution: str) -> KeptContribution | None:
        """The contribution with this id."""
        ...

    def keep(self, kept: KeptContribution, *, person: str, at: datetime.datetime, note: Note | None = None) -> bool:
        """Keeps a new one, or a changed one whose version is one above the version seen; else False."""
        ...

    def remove(self, contribution: str, *, note: Note | None = None) -> None:
        """Erases one."""
        ...


class ResourceStore(Protocol):
    """What the international work of cities costs."""

    def of_city(self, city: str) -> KeptResources | None:
        """What a city entered last."""
        ...

    def keep(
        self,
        city: str,
        resources: Resources,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps resources where the version seen (0 for none) still stands. False where somebody was faster."""
        ...


@dataclass(frozen=True)
class NetworkStores:
    """Where all of that is kept."""

    exchange: ExchangeStore
    programme: ProgrammeStore
    contributions: ContributionStore
    resources: ResourceStore
