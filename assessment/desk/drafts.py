"""Editions before they are published: which results count now, and what the rules let be shown of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from assessment.benchmark import Given, Register, publish
from assessment.benchmark.gathering import Gathered, depth_of, gather, gather_as, key_of
from assessment.benchmark.peers import ALL_CITIES, PeerGroup
from assessment.benchmark.publishing import Rules
from assessment.benchmark.worlds import Published
from assessment.desk.city_ports import CityStores
from assessment.desk.closed_results import REMEMBERED, ClosedResult, ClosedResults
from assessment.desk.pools import Pool, Pools
from assessment.desk.ports import Clock, Ids
from models.assessment import City
from models.benchmark import Depth, Edition, KeptEdition, Profiled
from models.cohort import Membership
from models.questionnaire import CapabilityModel, Library

_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Draft:
    """Editions that are not published, and what they rest on: one, or two of the same cities, the earlier one first."""

    kept: tuple[KeptEdition, ...]
    brought: tuple[Profiled, ...]
    standing: tuple[Membership, ...]

    @property
    def last(self) -> KeptEdition:
        """The only edition, or the later one."""
        return self.kept[-1]

    @property
    def shows(self) -> bool:
        """Whether each of them shows something."""
        return all(each.edition.shown for each in self.kept)


@dataclass(frozen=True)
class Drafts:
    """Makes them. Knows no permissions: whoever calls has asked the policy."""

    stores: CityStores
    closed: ClosedResults
    library: Library
    clock: Clock
    ids: Ids
    rules: Rules | None
    rooms: Callable[[], tuple[Published, ...]]
    """What live rooms showed, which an edition is held against too."""
    _judged: dict[object, Edition] = field(default_factory=dict)

    def draft(self, pool: Pool, peers: PeerGroup = ALL_CITIES) -> Draft | None:
        """The edition as it would be now; None where no city that counts has a closed result."""
        everybody = self._gathered(pool)
        if everybody is None:
            return None
        mine = {each.city.id for each in Pools(self.stores).of_peers(pool, peers)}
        profiles = tuple(each for each in everybody.profiles if each.contribution[0] in mine)
        gathered = replace(everybody, profiles=profiles)
        register = self._register(gathered.depth)
        edition = self._edition(pool, gathered, register, len(everybody.profiles) - len(profiles))
        kept = self._kept(pool, gathered, edition, len(register.editions) + 1)
        return Draft((replace(kept, peers=peers),), profiles, _standing(pool, profiles))

    def counted(self, pool: Pool) -> tuple[Depth | None, int]:
        """How most of the cities of a pool were asked, and how many were asked like that."""
        everybody = self._gathered(pool)
        return (None, 0) if everybody is None else (everybody.depth, len(everybody.profiles))

    def pair(self, pool: Pool) -> Draft | None:
        """Two editions of the same cities, of their last results and of those before; None where no city has two."""
        everybody = self._gathered(pool)
        if everybody is None:
            return None
        depth = everybody.depth
        pairs = [two for each in pool.agreed if len(two := self._alike(pool, each, depth)) > 1]
        before, after = (gather_as(self._model, depth, [two[at].given for two in pairs]) for at in (1, 0))
        register = self._register(depth)
        number = len(register.editions) + 1
        earlier = self._edition(pool, before, register)
        later = self._edition(pool, after, register.with_edition(earlier, before.profiles))
        first, second = self._kept(pool, before, earlier, number), self._kept(pool, after, later, number + 1)
        brought = (*before.profiles, *after.profiles)
        return Draft((first, replace(second, before=earlier.id)), brought, _standing(pool, brought)) if pairs else None

    def last(self, city: City, *, invented: bool) -> ClosedResult | None:
        """The result of a city that was closed last."""
        return self.closed.last(city, self._model, invented=invented)

    def beforehand(self) -> Iterator[str]:
        """Reads and scores what figures of cohorts will ask for, one city a step; the id of each.

        Done before somebody asks, nobody waits for it. Cities that agreed to no figure and no map are not even read.
        """
        wanted = {
            (member.city.id, cohort.invented): member.city
            for cohort in self.stores.cohorts.all()
            for member in self.stores.cohorts.members(cohort.id)
            if not member.consents.isdisjoint({"figures", "results"})
        }
        for (name, invented), city in islice(wanted.items(), REMEMBERED):
            self.last(city, invented=invented)
            yield name

    @property
    def _model(self) -> CapabilityModel:
        return self.library.models[0]

    def _gathered(self, pool: Pool) -> Gathered | None:
        found = (self.last(each.city, invented=pool.invented) for each in pool.agreed)
        given: list[Given] = [each.given for each in found if each is not None]
        return gather(self._model, given) if given else None

    def _alike(self, pool: Pool, member: Membership, depth: Depth) -> list[ClosedResult]:
        found = self.closed.of(member.city, self._model, invented=pool.invented)
        return [each for each in found if depth_of(each.given.result) == depth]

    def _register(self, depth: Depth) -> Register:
        kept = self.stores.editions.register(key_of(depth))
        return Register(tuple(each.edition for each in kept.editions), kept.profiles, self.rooms())

    def _edition(self, pool: Pool, gathered: Gathered, register: Register, left_over: int = 0) -> Edition:
        """The edition by all rules, remembered as long as nothing that it rests on changes."""
        members = frozenset(each.contribution for each in gathered.profiles)
        key = gathered.key, members, left_over, tuple(_published(register)), self.rules
        if key not in self._judged:
            if len(self._judged) >= _REMEMBERED:
                self._judged.clear()
            wish = replace(gathered.wish("", ""), left_over=left_over)
            self._judged[key] = publish(wish, gathered.layout, register, self.rules)
        return replace(self._judged[key], id=self.ids(), cohort=pool.cohort.id if pool.cohort else "")

    def _kept(self, pool: Pool, gathered: Gathered, edition: Edition, number: int) -> KeptEdition:
        return KeptEdition(edition, gathered.key, number, gathered.depth, ALL_CITIES, self.clock(), pool.invented)


def _published(register: Register) -> Sequence[object]:
    rooms = [(each.dimension, tuple(each.publications), each.laid_open) for each in register.rooms]
    return [*((each.members, each.shown) for each in register.editions), *rooms]


def _standing(pool: Pool, profiles: Sequence[Profiled]) -> tuple[Membership, ...]:
    counted = {each.contribution[0] for each in profiles}
    return tuple(each for each in pool.agreed if each.city.id in counted)
