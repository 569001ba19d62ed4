"""Nobody learns what a single city answered: thousands of random histories, and attackers who keep everything.

One narrows values down from everything that was published, roundings, medians and details included; the bound stops it.
The other one may even look at the means before they were rounded, and solves the sums; the rule of change stops it, on
its own, so it is tried alone. Each promise has its control: without the rule that makes it, the attacker must win.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest

from assessment.benchmark import Register, Wish, publish
from assessment.benchmark.publishing import ALL, Rules
from models.benchmark import Contribution, Layout, Profiled
from tests.benchmark.attacker import learned_jointly, worked_out
from tests.figures import Note
from tests.parts import rounds

pytestmark = pytest.mark.soak

HISTORIES = rounds(usual=200, soak=10_000)
SCALE = (1, 5)
LAYOUT = Layout({"AAA": ("AAA.1",)}, *SCALE, classes=(2,), details={"AAA.1": ("AAA.1.O1",)})


@dataclass
class Network:
    """Cities with one value each, in cohorts that overlap; every change of a value is another contribution."""

    dice: random.Random
    values: dict[str, int] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)
    cohorts: dict[str, set[str]] = field(default_factory=dict)
    register: Register = field(default_factory=Register)

    def profile(self, city: str) -> Profiled:
        """What a city brings now. Half of a step is what its detail says: the attackers know that too."""
        value = self.values[city]
        return Profiled((city, str(self.changes[city])), {"AAA.1": value, "AAA.1.O1": value // 2})

    def happen(self, rules: Rules) -> None:
        """One thing: somebody joins, leaves, changes their answer, or an edition is published, of all or of a part."""
        name = self.dice.choice(sorted(self.cohorts))
        members = self.cohorts[name]
        match self.dice.randrange(6):
            case 0:
                members.add(self.dice.choice(sorted(self.values)))
            case 1 if members:
                members.discard(self.dice.choice(sorted(members)))
            case 2 if members:
                city = self.dice.choice(sorted(members))
                self.values[city] = self.dice.randint(*SCALE)
                self.changes[city] += 1
            case 3:
                part = {city for city in members if int(city[1:]) % 2}
                self.publish(f"{name}, a part", part, rules, left_over=len(members) - len(part))
            case _:
                self.publish(name, members, rules)

    def publish(self, name: str, cities: set[str], rules: Rules, left_over: int = 0) -> None:
        """An edition over these cities."""
        brought = tuple(self.profile(city) for city in sorted(cities))
        wish = Wish(str(len(self.register.editions)), name, brought, left_over)
        edition = publish(wish, LAYOUT, self.register, rules)
        self.register = self.register.with_edition(edition, wish.profiles)


@cache
def networks() -> tuple[Network, ...]:
    """Networks after a random history each, under all rules."""
    return tuple(histories())


def histories(rules: Rules = ALL) -> Iterator[Network]:
    """The same histories, one by one, under rules of which some may be switched off."""
    for seed in range(HISTORIES):
        dice = random.Random(seed)  # noqa: S311 - a dice, no secret
        size = dice.randint(3, 30)
        cities = [f"c{number}" for number in range(size)]
        low = dice.choice((1, 1, 3, 5))
        network = Network(dice, {city: dice.randint(low, 5) for city in cities}, dict.fromkeys(cities, 0))
        for cohort in ("one", "two"):
            network.cohorts[cohort] = set(dice.sample(cities, dice.randint(min(3, size), size)))
        for _ in range(dice.randint(5, 15)):
            network.happen(rules)
        yield network


def victims(network: Network) -> Iterator[tuple[str | None, Contribution]]:
    """Whose value is learned exactly, and by whom: by anybody, or by one of the cities."""
    for viewer in (None, *sorted(network.values)):
        found = learned_jointly(network.register.publications, network.register.profiles, viewer, SCALE)
        yield from ((viewer, who) for who in found)


def solved(network: Network) -> Iterator[tuple[str | None, Contribution]]:
    """Whose value follows from sums alone, had no mean been rounded, and for whom."""
    for viewer in (None, *sorted(network.values)):
        yield from ((viewer, who) for who in worked_out(network.register.publications, viewer))


def test_nobody_learns_the_value_of_another_city(note: Note) -> None:
    found = [(seed, *victim) for seed, network in enumerate(networks()) for victim in victims(network)]
    published = sum(len(network.register.publications) for network in networks())
    note(f"{HISTORIES} histories of cohorts, {published} figures published: {len(found)} values learned exactly")
    assert found == []


def test_by_the_rule_of_change_alone_nobody_could_work_a_value_out_had_no_mean_been_rounded(note: Note) -> None:
    alone = list(histories(Rules(bound=False)))
    found = [(seed, *victim) for seed, network in enumerate(alone) for victim in solved(network)]
    published = sum(len(network.register.publications) for network in alone)
    note(f"{HISTORIES} histories under the rule of change alone, {published} figures: {len(found)} values worked out")
    assert found == []


def test_something_is_shown_in_many_of_these_histories() -> None:
    shown = sum(bool(network.register.publications) for network in networks())
    detailed = sum(any(each.cell == "AAA.1.O1" for each in network.register.publications) for network in networks())
    assert (shown > HISTORIES // 5, detailed > HISTORIES // 20) == (True, True)


def test_without_the_bound_the_first_attacker_wins() -> None:
    assert any(next(victims(network), None) for network in histories(Rules(bound=False)))


def test_without_the_rule_of_change_the_second_attacker_wins() -> None:
    assert any(next(solved(network), None) for network in histories(Rules(bound=False, change=False)))
