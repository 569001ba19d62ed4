"""Offers, requests, the programme, contributions and resources, in memory."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.desk.network_ports import NetworkStores
from models.audit import Note
from models.contribution import ContributionState, KeptContribution
from models.matching import KeptOffer, Offer, Request
from models.programme import KeptEvent, MaterialFile
from models.resources import KeptResources, Resources
from tests.memory import Memory


@dataclass(frozen=True)
class MemoryExchange:
    """Offers and requests."""

    memory: Memory

    def offers(self) -> tuple[KeptOffer, ...]:
        with self.memory.lock:
            return tuple(sorted(self.memory.offers.values(), key=lambda each: (each.city.name, each.city.id)))

    def offer(self, city: str) -> KeptOffer | None:
        return self.memory.offers.get(city)

    def keep_offer(
        self,
        city: str,
        offer: Offer,
        *,
        seen: int,
        person: str,  # noqa: ARG002 - kept in the database, for the person's own data
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        with self.memory.lock:
            standing = self.memory.offers.get(city)
            if (standing.version if standing else 0) != seen:
                return False
            self.memory.offers[city] = KeptOffer(self.memory.cities[city], offer, seen + 1, at)
            self.memory.noted(note)
            return True

    def withdraw(self, city: str, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            if self.memory.offers.pop(city, None) is None:
                return False
            for each in self.requests(city):
                if each.stands:
                    self.memory.requests[each.id] = replace(each, state="ended", version=each.version + 1)
            self.memory.noted(note)
            return True

    def requests(self, city: str) -> tuple[Request, ...]:
        with self.memory.lock:
            every = [each for each in self.memory.requests.values() if city in (each.asking.id, each.asked.id)]
        return tuple(sorted(sorted(every, key=lambda each: each.id), key=lambda each: each.at, reverse=True))

    def ask(self, new: Request, *, person: str, note: Note | None = None) -> bool:  # noqa: ARG002
        with self.memory.lock:
            pair = {new.asking.id, new.asked.id}
            between = [each for each in self.requests(new.asking.id) if {each.asking.id, each.asked.id} == pair]
            if not pair <= self.memory.offers.keys() or any(each.stands for each in between):
                return False
            self.memory.requests[new.id] = new
            self.memory.noted(note)
            return True

    def answer(self, changed: Request, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            standing = self.memory.requests.get(changed.id)
            if standing is None or standing.version != changed.version - 1:
                return False
            self.memory.requests[changed.id] = changed
            self.memory.noted(note)
            return True


@dataclass(frozen=True)
class MemoryProgramme:
    """Events."""

    memory: Memory

    def of_cohort(self, cohort: str) -> tuple[KeptEvent, ...]:
        return tuple(each for each in self._by_day() if each.cohort is not None and each.cohort.id == cohort)

    def of_house(self) -> tuple[KeptEvent, ...]:
        return tuple(each for each in self._by_day() if each.cohort is None)

    def get(self, event: str) -> KeptEvent | None:
        return self.memory.programme.get(event)

    def keep(self, kept: KeptEvent, *, person: str, at: datetime.datetime, note: Note | None = None) -> bool:  # noqa: ARG002
        with self.memory.lock:
            standing = self.memory.programme.get(kept.id)
            if (standing.version if standing else 0) != kept.version - 1:
                return False
            self.memory.programme[kept.id] = kept
            self.memory.noted(note)
            return True

    def remove(self, event: str, *, note: Note | None = None) -> None:
        with self.memory.lock:
            self.memory.programme.pop(event, None)
            for key in [key for key, (file, _) in self.memory.material.items() if file.event == event]:
                del self.memory.material[key]
            self.memory.noted(note)

    def files(self, events: Sequence[str]) -> tuple[MaterialFile, ...]:
        with self.memory.lock:
            mine = [file for file, _ in self.memory.material.values() if file.event in events]
        return tuple(sorted(mine, key=lambda each: (each.at, each.id)))

    def fetch(self, event: str, file: str) -> tuple[MaterialFile, bytes] | None:
        found = self.memory.material.get(file)
        return found if found is not None and found[0].event == event else None

    def attach(self, file: MaterialFile, content: bytes, *, person: str, note: Note | None = None) -> None:  # noqa: ARG002
        with self.memory.lock:
            self.memory.material[file.id] = (file, content)
            self.memory.noted(note)

    def detach(self, event: str, file: str, *, note: Note | None = None) -> None:
        with self.memory.lock:
            if self.fetch(event, file) is not None:
                del self.memory.material[file]
            self.memory.noted(note)

    def _by_day(self) -> list[KeptEvent]:
        with self.memory.lock:
            return sorted(self.memory.programme.values(), key=lambda each: (each.event.first_day, each.id))


@dataclass(frozen=True)
class MemoryContributions:
    """Contributions."""

    memory: Memory

    def of_city(self, city: str) -> tuple[KeptContribution, ...]:
        return tuple(each for each in self._newest() if each.city.id == city)

    def in_state(self, state: ContributionState) -> tuple[KeptContribution, ...]:
        return tuple(each for each in self._newest() if each.state == state)

    def get(self, contribution: str) -> KeptContribution | None:
        found = self.memory.contributions.get(contribution)
        return None if found is None else found[0]

    def keep(self, kept: KeptContribution, *, person: str, at: datetime.datetime, note: Note | None = None) -> bool:  # noqa: ARG002
        with self.memory.lock:
            standing = self.get(kept.id)
            if (standing.version if standing else 0) != kept.version - 1:
                return False
            named = replace(kept, city=self.memory.cities[kept.city.id])
            self.memory.contributions[kept.id] = (named, at)
            self.memory.noted(note)
            return True

    def remove(self, contribution: str, *, note: Note | None = None) -> None:
        with self.memory.lock:
            self.memory.contributions.pop(contribution, None)
            self.memory.noted(note)

    def _newest(self) -> list[KeptContribution]:
        with self.memory.lock:
            by_id = sorted(self.memory.contributions.values(), key=lambda each: each[0].id)
        return [kept for kept, _ in sorted(by_id, key=lambda each: each[1], reverse=True)]


@dataclass(frozen=True)
class MemoryResources:
    """Resources."""

    memory: Memory

    def of_city(self, city: str) -> KeptResources | None:
        return self.memory.resources.get(city)

    def keep(
        self,
        city: str,
        resources: Resources,
        *,
        seen: int,
        person: str,  # noqa: ARG002
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        with self.memory.lock:
            standing = self.memory.resources.get(city)
            if (standing.version if standing else 0) != seen:
                return False
            self.memory.resources[city] = KeptResources(resources, seen + 1, at)
            self.memory.noted(note)
            return True


def network_in(memory: Memory) -> NetworkStores:
    """All of it, in one memory."""
    return NetworkStores(
        MemoryExchange(memory), MemoryProgramme(memory), MemoryContributions(memory), MemoryResources(memory)
    )
