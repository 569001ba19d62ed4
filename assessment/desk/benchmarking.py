"""Grouped figures of cohorts and of the network: what would be shown, publishing it, and who may look at it later.

Until an edition is published nobody learns more than how many cities count and which cells will be shown.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.benchmark.peers import ALL_CITIES, PEER_GROUPS, PeerGroup
from assessment.desk.city_ports import CityStores
from assessment.desk.closed_results import ClosedResult
from assessment.desk.door import Door
from assessment.desk.drafts import Draft, Drafts
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from assessment.desk.policy import Action
from assessment.desk.pools import Pool, Pools
from assessment.desk.ports import AuditStore
from models.assessment import City
from models.audit import Note, Subject
from models.benchmark import Depth, Hidden, KeptEdition
from models.cohort import Cohort
from models.message import say
from models.people import Actor
from models.profile import LevelInterval


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be published: how many of the cities count, and which cells will be shown; no figure."""

    joined: int
    counted: int
    depth: Depth | None
    shown: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedResult:
    """A city that shows its results under its name, with the level of each process."""

    city: City
    levels: dict[str, LevelInterval]


@dataclass(frozen=True, slots=True)
class GroupEditions:
    """The editions that somebody may look at, oldest first. `cohort` is None for those over the network."""

    cohort: Cohort | None
    editions: tuple[KeptEdition, ...]


@dataclass(frozen=True, slots=True)
class HandedOut:
    """An edition that leaves the house: of which cohort (None for the network), and that of the same cities earlier."""

    cohort: Cohort | None
    kept: KeptEdition
    before: KeptEdition | None


@dataclass(frozen=True)
class Benchmarking:
    """The use cases around them."""

    door: Door
    stores: CityStores
    drafts: Drafts
    audit: AuditStore

    def preview(self, actor: Actor, cohort: str, peers: PeerGroup = ALL_CITIES) -> Preview:
        """What an edition of the cohort would show now. Raises `NotFound`, `NotAccepted`."""
        return self._preview(self._pool(actor, "read cohort", cohort), _known(peers))

    def counted(self, actor: Actor, cohort: str) -> Preview:
        """How many cities of a cohort count now, without a look at any figure. Raises `NotFound`."""
        pool = self._pool(actor, "read cohort", cohort)
        depth, count = self.drafts.counted(pool)
        return Preview(pool.joined, count, depth)

    def preview_network(self, actor: Actor, *, invented: bool = False, peers: PeerGroup = ALL_CITIES) -> Preview:
        """What an edition over the whole network would show now. Raises `NotAllowed`, `NotAccepted`."""
        self.door.house(actor, "publish for network")
        return self._preview(self._pools.of_network(invented=invented), _known(peers))

    def publish(self, actor: Actor, cohort: str, peers: PeerGroup = ALL_CITIES) -> KeptEdition:
        """Publishes an edition of a cohort, which stays as it is.

        Args:
            actor: who does it.
            cohort: the cohort.
            peers: one of the peer groups.

        Raises:
            NotFound, NotAllowed: where the person may not.
            NotAccepted: where nothing of it may be shown, or the peer group is unknown.
            ChangedMeanwhile: where somebody published meanwhile, or a city took back its agreement.
        """
        pool = self._pool(actor, "publish edition", cohort)
        return self._publish(actor, "publish edition", pool, self.drafts.draft(pool, _known(peers)))

    def publish_network(self, actor: Actor, *, invented: bool = False, peers: PeerGroup = ALL_CITIES) -> KeptEdition:
        """Publishes an edition over the whole network. Raises as `publish`."""
        self.door.house(actor, "publish for network")
        pool = self._pools.of_network(invented=invented)
        return self._publish(actor, "publish for network", pool, self.drafts.draft(pool, _known(peers)))

    def publish_pair(self, actor: Actor, cohort: str) -> KeptEdition:
        """Publishes two editions at once: the last result of each city, and the one before, of the same cities.

        Gives the later one. Raises as `publish`, and `NotAccepted` where too few cities have two results.
        """
        pool = self._pool(actor, "publish edition", cohort)
        return self._publish(actor, "publish edition", pool, self.drafts.pair(pool))

    def of_cohort(self, actor: Actor, cohort: str) -> tuple[GroupEditions, ...]:
        """The editions of a cohort, and those over the network. Raises `NotFound`."""
        found = self._cohort(actor, "read cohort", cohort)
        return self._of_groups([found], invented=found.invented)

    def of_network(self, actor: Actor, *, invented: bool = False) -> tuple[GroupEditions, ...]:
        """The editions over the whole network, for whoever may publish one. Raises `NotAllowed`."""
        self.door.house(actor, "publish for network")
        return self._of_groups([], invented=invented)

    def hand_out(self, actor: Actor, cohort: str | None, edition: str, form: str) -> HandedOut:
        """An edition that a trainer may look at, for a file, which is noted.

        Args:
            actor: who takes it.
            cohort: the cohort from which it is looked at; None for whoever may publish over the whole network.
            edition: the edition.
            form: what kind of file it is.

        Raises:
            NotFound: where the person does not lead the cohort.
            NotAllowed: where they may not publish over the network.
            NotAccepted: where there is no such edition.
        """
        for group in self._groups(actor, cohort):
            known = {each.edition.id: each for each in group.editions}
            if edition in known:
                kept = known[edition]
                self.audit.add(_handed_out(self.drafts.clock(), actor, cohort, {"form": form, "edition": edition}))
                return HandedOut(group.cohort, kept, known.get(kept.before or ""))
        raise NotAccepted(say("This group has no such edition."))

    def of_city(self, actor: Actor, city: str) -> tuple[GroupEditions, ...]:
        """The editions of the cohorts that a city belongs to now, and those over the network.

        Raises `NotFound`, `NotAllowed`.
        """
        self.door.city(actor, "read city", city)
        cohorts = [each.cohort for each in self.stores.cohorts.of_city(city)]
        return self._of_groups(cohorts, invented=any(each.invented for each in cohorts)) if cohorts else ()

    def beside(self, actor: Actor, assessment: str, depth: Depth) -> tuple[GroupEditions, ...]:
        """The editions that may stand beside a result of an assessment: those of its city's groups, asked the same way.

        Args:
            actor: who looks.
            assessment: the assessment.
            depth: how it was asked, as its result says (`depth_of`).

        Raises:
            NotFound: where there is no such assessment for this person.
        """
        found = self.door.assessment(actor, "read assessment", assessment)
        cohorts = [each.cohort for each in self.stores.cohorts.of_city(found.city.id)]
        groups = self._of_groups(cohorts, invented=found.invented) if cohorts else ()
        alike = (
            GroupEditions(each.cohort, tuple(one for one in each.editions if one.depth == depth)) for each in groups
        )
        return tuple(each for each in alike if each.editions)

    def named(self, actor: Actor, cohort: str) -> tuple[NamedResult, ...]:
        """The cities that show their levels under their name now, by name. Raises `NotFound`."""
        found = self._cohort(actor, "read cohort", cohort)
        members = (each for each in self.stores.cohorts.members(found.id) if "results" in each.consents)
        last = ((each.city, self.drafts.last(each.city, invented=found.invented)) for each in members)
        return tuple(NamedResult(city, _levels(result)) for city, result in last if result is not None)

    def _groups(self, actor: Actor, cohort: str | None) -> tuple[GroupEditions, ...]:
        if cohort is not None:
            return self.of_cohort(actor, cohort)
        return tuple(group for invented in (False, True) for group in self.of_network(actor, invented=invented))

    @property
    def _pools(self) -> Pools:
        return Pools(self.stores)

    def _cohort(self, actor: Actor, action: Action, cohort: str) -> Cohort:
        self.door.cohort(actor, action, cohort)
        found = self.stores.cohorts.get(cohort)
        if found is None:
            raise NotFound
        return found

    def _pool(self, actor: Actor, action: Action, cohort: str) -> Pool:
        return self._pools.of_cohort(self._cohort(actor, action, cohort))

    def _of_groups(self, cohorts: Sequence[Cohort], *, invented: bool) -> tuple[GroupEditions, ...]:
        own = [GroupEditions(each, self.stores.editions.of_cohort(each.id)) for each in cohorts]
        network = GroupEditions(None, self.stores.editions.of_network(invented=invented))
        return tuple(each for each in (*own, network) if each.editions)

    def _preview(self, pool: Pool, peers: PeerGroup) -> Preview:
        draft = self.drafts.draft(pool, peers)
        if draft is None:
            return Preview(pool.joined, 0, None)
        edition = draft.last.edition
        shown = tuple(each.cell for each in edition.shown)
        return Preview(pool.joined, len(edition.members), draft.last.depth, shown, edition.hidden)

    def _publish(self, actor: Actor, action: Action, pool: Pool, draft: Draft | None) -> KeptEdition:
        if draft is None or not draft.shows:
            raise NotAccepted(
                say("Nothing of it may be shown yet, so there is nothing to publish. The preview says why.")
            )
        notes = _notes(actor, action, pool, draft)
        if not self.stores.editions.publish(draft.kept, draft.brought, draft.standing, pool.needed, notes):
            raise ChangedMeanwhile
        return draft.last


def _handed_out(at: datetime.datetime, actor: Actor, cohort: str | None, detail: dict[str, str]) -> Note:
    told = {"how": "handed out", **detail}
    if cohort is None:
        return Note(at, actor.id, "publish for network", "house", "", None, told)
    return Note(at, actor.id, "read cohort", "cohort", cohort, None, told)


def _notes(actor: Actor, action: Action, pool: Pool, draft: Draft) -> list[Note]:
    """That it was published, and for each city that it was counted."""
    edition, at = draft.last.edition, draft.last.at
    subject: Subject = "house" if pool.cohort is None else "cohort"
    note = Note(at, actor.id, action, subject, edition.cohort, None, {"how": "published", "edition": edition.id})
    return [
        note,
        *(replace(note, city=each.city.id, detail={**note.detail, "how": "counted"}) for each in draft.standing),
    ]


def _known(peers: PeerGroup) -> PeerGroup:
    if peers not in PEER_GROUPS:
        raise NotAccepted(say("There is no such peer group."))
    return peers


def _levels(result: ClosedResult) -> dict[str, LevelInterval]:
    processes = result.given.result.processes
    return {key: each.level for key, each in processes.items() if each.level is not None}
