"""The editions of the invented network: last year's figures of its cohorts and of all of it, and what became of them.

They go through the same rules as every other edition, so they show what a cohort of that size gets to see.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assessment.benchmark import Given, Register, publish
from assessment.benchmark.gathering import Gathered, gather, gather_as
from assessment.desk.closing_ports import AnswerFreezer
from assessment.scoring import profile
from models.benchmark import KeptEdition, Profiled
from models.cohort import Cohort, Membership
from models.invented import MARK, InventedEditions, Network
from models.questionnaire import CapabilityModel

_AFTER_CLOSING = datetime.timedelta(days=30)
_YESTERDAY = datetime.timedelta(days=1)


Signed = Mapping[str, Sequence[tuple[datetime.datetime, Given]]]
"""What each city signed and when, the oldest first."""


def invented_editions(
    network: Network, model: CapabilityModel, signed: Signed, now: datetime.datetime
) -> tuple[InventedEditions, ...]:
    """What was published over the invented network.

    Args:
        network: the network with its closings.
        model: the questionnaire.
        signed: what its cities signed.
        now: the moment of loading; the last editions are one day old.
    """
    press = _Press(model, signed)
    if not press.signed:
        return ()
    last_year = max(times[0][0] for times in press.signed.values()) + _AFTER_CLOSING
    press.print_one(None, _cities(network.memberships), last_year)
    for cohort in {each.cohort.id: each.cohort for each in network.memberships}.values():
        members = [each for each in network.memberships if each.cohort == cohort]
        press.print_one(cohort, _cities(members), last_year)
        press.print_pair(cohort, _cities(members), now - _YESTERDAY)
    return (InventedEditions(tuple(press.kept), tuple(press.brought)),) if press.kept else ()


def _cities(members: Sequence[Membership]) -> list[str]:
    return list(dict.fromkeys(each.city.id for each in members if "figures" in each.consents))


def signed_results(network: Network, model: CapabilityModel, freezer: AnswerFreezer) -> Signed:
    """What each city of a network with closings signed; `freezer` reads it."""
    found: dict[str, list[tuple[datetime.datetime, Given]]] = {}
    for city in network.cities:
        for each in city.assessments:
            if each.closing is not None:
                answers = freezer.read(each.closing.inputs)
                given = Given(city.city.id, answers, profile(model, answers))
                found.setdefault(city.city.id, []).append((each.closing.at, given))
    return found


@dataclass
class _Press:
    model: CapabilityModel
    signed: Signed
    kept: list[KeptEdition] = field(default_factory=list)
    brought: list[Profiled] = field(default_factory=list)
    register: Register = field(default_factory=Register)

    def print_one(self, cohort: Cohort | None, cities: Sequence[str], at: datetime.datetime) -> None:
        """An edition of the first results of these cities."""
        gathered = gather(self.model, [self.signed[city][0][1] for city in cities])
        self._keep(self._kept(cohort, gathered, at), gathered)

    def print_pair(self, cohort: Cohort, cities: Sequence[str], at: datetime.datetime) -> None:
        """Two editions of those that have two results, which were asked the same way."""
        depth = gather(self.model, [self.signed[city][0][1] for city in cities]).depth
        twice = [self.signed[city] for city in cities if len(self.signed[city]) > 1]
        before, after = (gather_as(self.model, depth, [each[time][1] for each in twice]) for time in (0, 1))
        if self._keep(self._kept(cohort, before, at), before):
            later = self._kept(cohort, after, at)
            self._keep(replace(later, before=self.kept[-1].edition.id), after)

    def _kept(self, cohort: Cohort | None, gathered: Gathered, at: datetime.datetime) -> KeptEdition:
        number = len(self.register.editions) + 1
        wish = gathered.wish(f"{MARK}edition-{number}", cohort.id if cohort else "")
        edition = publish(wish, gathered.layout, self.register)
        return KeptEdition(edition, gathered.key, number, gathered.depth, "", at, invented=True)

    def _keep(self, kept: KeptEdition, gathered: Gathered) -> bool:
        """Keeps an edition that shows something and was asked as the first one was; whether it did."""
        if not kept.edition.shown or kept.key != (self.kept or [kept])[0].key:
            return False
        self.kept.append(kept)
        self.brought += gathered.profiles
        self.register = self.register.with_edition(kept.edition, gathered.profiles)
        return True
