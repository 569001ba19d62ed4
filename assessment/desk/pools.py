"""Whose results may stand in a grouped figure: the cities of a cohort, or of the whole network, that agreed to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.benchmark.peers import PeerGroup, belongs
from assessment.desk.city_ports import CityStores
from models.city_profile import CityProfile
from models.cohort import Cohort, Consent, Membership


@dataclass(frozen=True, slots=True)
class Pool:
    """The cities that may count now. `cohort` is None for the network; `joined` counts all cities of the group."""

    cohort: Cohort | None
    invented: bool
    needed: Consent
    joined: int
    agreed: tuple[Membership, ...]


@dataclass(frozen=True)
class Pools:
    """Looks up who agrees now."""

    stores: CityStores

    def of_cohort(self, cohort: Cohort) -> Pool:
        """The cities of a cohort that let their closed results count in its grouped figures."""
        members = self.stores.cohorts.members(cohort.id)
        agreed = tuple(each for each in members if "figures" in each.consents)
        return Pool(cohort, cohort.invented, "figures", len(members), agreed)

    def of_network(self, *, invented: bool) -> Pool:
        """The cities of all cohorts that let their closed results count in figures over the whole network."""
        every = [each for cohort in self._cohorts(invented) for each in self.stores.cohorts.members(cohort.id)]
        agreed = {each.city.id: each for each in every if "benchmark" in each.consents}
        return Pool(None, invented, "benchmark", len({each.city.id for each in every}), tuple(agreed.values()))

    def of_peers(self, pool: Pool, group: PeerGroup) -> tuple[Membership, ...]:
        """Those of a pool that belong to a peer group."""
        return tuple(each for each in pool.agreed if belongs(self._profile(each.city.id), group))

    def _profile(self, city: str) -> CityProfile | None:
        kept = self.stores.cities.profile(city)
        return None if kept is None else kept.profile

    def _cohorts(self, invented: bool) -> Iterator[Cohort]:
        return (each for each in self.stores.cohorts.all() if each.invented == invented)
