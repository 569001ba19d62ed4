"""Profiles, delegation, marks, cohorts, the invented network: in memory, held to the same contract as the database."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assessment.desk.city_ports import CityStores
from models.assessment import StoredField
from models.audit import Note
from models.city_profile import CityProfile, KeptProfile, Renamed
from models.cohort import Cohort, Membership
from models.delegation import Delegation
from models.invented import MARK, InventedAssessment, Network
from models.people import Actor, Grant, Redeemed
from models.record import StoredRecord
from tests.memory import Memory, MemoryAnswers, MemoryAssessments
from tests.memory_aims import MemoryTargets
from tests.memory_editions import MemoryEditions
from tests.memory_people import use_code

START_OF_ALL = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class MemoryCities:
    """Profiles and names."""

    memory: Memory

    def profile(self, city: str) -> KeptProfile | None:
        with self.memory.lock:
            return self.memory.profiles.get(city)

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
        with self.memory.lock:
            standing = self.memory.profiles.get(city)
            if (standing.version if standing else 0) != seen:
                return False
            self.memory.profiles[city] = KeptProfile(profile, seen + 1, self.memory.names[person], at)
            self.memory.noted(note)
            return True

    def rename(self, city: str, name: str, *, seen: str, note: Note | None = None) -> Renamed:
        with self.memory.lock:
            held = MemoryAssessments(self.memory).city_named(name)
            if held is not None and held.id != city:
                return "taken"
            if city not in self.memory.cities or self.memory.cities[city].name != seen:
                return "moved"
            renamed = replace(self.memory.cities[city], name=name)
            self.memory.cities[city] = renamed
            for key, each in self.memory.assessments.items():
                if each.city.id == city:
                    self.memory.assessments[key] = replace(each, city=renamed)
            for pair, member in self.memory.memberships.items():
                if pair[1] == city:
                    self.memory.memberships[pair] = replace(member, city=renamed)
            self.memory.noted(note)
            return "done"


@dataclass(frozen=True)
class MemoryDelegations:
    """Who was asked to answer what."""

    memory: Memory

    def of(self, assessment: str) -> tuple[Delegation, ...]:
        with self.memory.lock:
            mine = [each for each in self.memory.delegated if each[0] == assessment]
            told = [Delegation(target, person, self.memory.names[person]) for _, target, person in mine]
        return tuple(sorted(told, key=lambda each: (each.target, each.name or "", each.person)))

    def to(self, person: str) -> Mapping[str, frozenset[str]]:
        with self.memory.lock:
            mine = [each for each in self.memory.delegated if each[2] == person]
        return {key: frozenset(target for other, target, _ in mine if other == key) for key, _, _ in mine}

    def replace(self, assessment: str, target: str, people: Collection[str], note: Note | None = None) -> None:
        with self.memory.lock:
            self.memory.delegated -= {each for each in self.memory.delegated if each[:2] == (assessment, target)}
            self.memory.delegated |= {(assessment, target, person) for person in people}
            self.memory.noted(note)


@dataclass(frozen=True)
class MemoryChecks:
    """Marks."""

    memory: Memory

    def unchecked(self, assessment: str) -> frozenset[str]:
        with self.memory.lock:
            return frozenset(indicator for key, indicator in self.memory.unchecked if key == assessment)

    def confirm(self, assessment: str, indicators: Collection[str]) -> None:
        with self.memory.lock:
            self.memory.unchecked -= {(assessment, each) for each in indicators}


@dataclass(frozen=True)
class MemoryCohorts:
    """Cohorts."""

    memory: Memory

    def add(self, new: Cohort, led_by: str, note: Note | None = None) -> None:
        with self.memory.lock:
            self.memory.cohorts[new.id] = new
            self.appoint(led_by, Grant("trainer", cohort=new.id), note)

    def appoint(self, person: str, given: Grant, note: Note | None = None) -> None:
        with self.memory.lock:
            self.memory.grants.setdefault(person, set()).add(given)
            self.memory.noted(note)

    def get(self, cohort: str) -> Cohort | None:
        return self.memory.cohorts.get(cohort)

    def all(self) -> tuple[Cohort, ...]:
        with self.memory.lock:
            return tuple(sorted(self.memory.cohorts.values(), key=lambda each: (each.name, each.id)))

    def members(self, cohort: str) -> tuple[Membership, ...]:
        return tuple(each for each in self._present() if each.cohort.id == cohort)

    def of_city(self, city: str) -> tuple[Membership, ...]:
        return tuple(each for each in self._present() if each.city.id == city)

    def join(self, code: str, new: Membership, note: Note | None = None) -> Redeemed:
        with self.memory.lock:
            pair = (new.cohort.id, new.city.id)
            before = self.memory.memberships.get(pair)
            if before is not None and before.left is None:
                return "taken"
            found = self.memory.codes.get(code)
            if found is None or found.grant is None or found.grant.cohort != new.cohort.id:
                return "spent"
            if use_code(self.memory, code, "cohort", new.joined) is None:
                return "spent"
            version = before.version + 1 if before else new.version
            self.memory.memberships[pair] = replace(new, city=self.memory.cities[new.city.id], version=version)
            self.memory.noted(note)
            return "done"

    def change(self, changed: Membership, note: Note | None = None) -> bool:
        with self.memory.lock:
            pair = (changed.cohort.id, changed.city.id)
            standing = self.memory.memberships.get(pair)
            if standing is None or standing.version != changed.version - 1 or standing.left is not None:
                return False
            self.memory.memberships[pair] = changed
            self.memory.noted(note)
            return True

    def _present(self) -> list[Membership]:
        with self.memory.lock:
            every = [each for each in self.memory.memberships.values() if each.left is None]
        return sorted(every, key=lambda each: (each.cohort.name, each.city.name, each.city.id))


@dataclass(frozen=True)
class MemoryInvented:
    """The demonstration network."""

    memory: Memory

    def present(self) -> bool:
        return any(key.startswith(MARK) for key in self.memory.cities)

    def load(self, network: Network, led_by: Actor | None, note: Note | None = None) -> bool:
        with self.memory.lock:
            if self.present():
                return False
            self.memory.names.update(network.people)
            for city in network.cities:
                self.memory.cities[city.city.id] = city.city
                self._grant(network, led_by, Grant("lead", city.city.id))
                at = city.assessments[0].assessment.created
                self.memory.profiles[city.city.id] = KeptProfile(city.profile, 1, network.people[0][1], at)
                for each in city.assessments:
                    self._keep(each, network.people[0][0])
            self._keep_exchange(network)
            for member in network.memberships:
                self.memory.cohorts[member.cohort.id] = member.cohort
                self.memory.memberships[member.cohort.id, member.city.id] = member
                self._grant(network, led_by, Grant("trainer", cohort=member.cohort.id))
            for published in network.published:
                MemoryEditions(self.memory).keep(published.editions, published.brought)
            self.memory.noted(note)
            return True

    def remove(self, note: Note | None = None) -> bool:
        with self.memory.lock:
            if not self.present():
                return False
            for key, each in list(self.memory.assessments.items()):
                if each.city.id.startswith(MARK):
                    MemoryAssessments(self.memory).delete(key)
            for kept in self._by_id():
                for key in [key for key in kept if key.startswith(MARK)]:
                    del kept[key]
            self._forget_cohorts()
            MemoryEditions(self.memory).forget_invented()
            for pair in [pair for pair in self.memory.memberships if any(each.startswith(MARK) for each in pair)]:
                del self.memory.memberships[pair]
            for person, held in list(self.memory.grants.items()):
                self.memory.grants[person] = {each for each in held if not _place(each).startswith(MARK)}
            self.memory.noted(note)
            return True

    def _forget_cohorts(self) -> None:
        """Events with their files, and rooms, that somebody else began in an invented cohort."""
        memory = self.memory
        memory.programme = {
            key: each
            for key, each in memory.programme.items()
            if each.cohort is None or not each.cohort.id.startswith(MARK)
        }
        memory.material = {key: each for key, each in memory.material.items() if each[0].event in memory.programme}
        memory.rooms = {
            key: each for key, each in memory.rooms.items() if each.cohort is None or not each.cohort.startswith(MARK)
        }

    def _keep_exchange(self, network: Network) -> None:
        self.memory.offers |= {each.city.id: each for each in network.offers}
        self.memory.requests |= {each.id: each for each in network.requests}
        self.memory.programme |= {each.id: each for each in network.events}
        self.memory.contributions |= {each.id: (each, START_OF_ALL) for each in network.contributions}
        self.memory.resources |= {city.id: kept for city, kept in network.resources}
        self.memory.measures |= {each.id: each for each in network.measures}

    def _keep(self, each: InventedAssessment, person: str) -> None:
        key = each.assessment.id
        MemoryAssessments(self.memory).add(replace(each.assessment, state="draft"), person)
        for change in each.answers:
            standing = self.memory.current.get((change.assessment, change.indicator, change.field))
            seen = standing.version if isinstance(standing, StoredField) else 0
            MemoryAnswers(self.memory).save([replace(change, seen=seen)])
        self.memory.assessments[key] = each.assessment
        if each.record is not None:
            self.memory.records[key] = StoredRecord(each.record, 1)
        if each.closing is not None:
            self.memory.closings[key, each.closing.revision] = each.closing
        self.memory.unchecked |= {(key, indicator) for indicator in each.unchecked}
        self.memory.delegated |= {(key, one.target, one.person) for one in each.delegations}

    def _by_id(self) -> tuple[dict[str, Any], ...]:
        memory = self.memory
        own = (memory.cities, memory.profiles, memory.cohorts, memory.names)
        exchanged = (memory.offers, memory.requests, memory.programme, memory.contributions, memory.resources)
        return (*own, *exchanged, memory.measures)

    def _grant(self, network: Network, led_by: Actor | None, given: Grant) -> None:
        self.memory.grants.setdefault(led_by.id if led_by else network.people[0][0], set()).add(given)


def cities_in(memory: Memory) -> CityStores:
    """All of it, in one memory."""
    return CityStores(
        MemoryCities(memory),
        MemoryDelegations(memory),
        MemoryChecks(memory),
        MemoryCohorts(memory),
        MemoryInvented(memory),
        MemoryEditions(memory),
        MemoryTargets(memory),
    )


def _place(held: Grant) -> str:
    return held.city or held.assessment or held.cohort or ""
