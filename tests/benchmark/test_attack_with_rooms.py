"""Nobody learns from a live room together with editions, or from two rooms, what a single city answered.

The attackers are those of `test_attack`, and they know the worst there is to know: that every city says in a room what
its assessment says. Control: where rooms and editions are not held against each other, they must win.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from assessment.benchmark import Register, Wish, publish
from assessment.benchmark import publishing as editions
from assessment.benchmark import rooms as live
from assessment.benchmark.publishing import ALL, Rules
from assessment.benchmark.rooms import NOTHING, Before, contribution, reveal, revealed
from assessment.benchmark.worlds import Published
from models.benchmark import Layout, Profiled, Publication
from models.room import RoomCell
from tests.benchmark.attacker import learned_jointly, worked_out
from tests.figures import Note
from tests.parts import rounds

HISTORIES = rounds(usual=60, soak=3_000)
SCALE = (1, 5)
LAYOUT = Layout({"AAA": ("AAA.1",)}, *SCALE, classes=(2,), details={"AAA.1": ("AAA.1.O1",)})
ROOM = Layout({"AAA": ("Q1",)}, *SCALE, (), topics={"Q1": "AAA.1"})
SPREAD = {f"c{number:02}": 1 + number % 5 for number in range(12)}
APART = "Another room or an edition showed figures over nearly the same cities"


@dataclass
class Town:
    """Cities that say the same everywhere, the editions they were counted in, and the rooms they were in."""

    values: dict[str, int]
    rules: Rules = ALL
    register: Register = field(default_factory=Register)
    rooms: list[Before] = field(default_factory=list)

    @property
    def elsewhere(self) -> tuple[Published, ...]:
        """What a new room is held against."""
        past = [each for known in self.rooms for each in live.bodies(ROOM, known)]
        return (*editions.bodies(LAYOUT, self.register), *past) if self.rules.rooms else ()

    def publish(self, cities: Sequence[str], left_over: int = 0) -> tuple[Publication, ...]:
        """An edition over these cities; what it shows."""
        brought = tuple(
            Profiled((city, "0"), {"AAA.1": self.values[city], "AAA.1.O1": self.values[city] // 2}) for city in cities
        )
        wish = Wish(str(len(self.register.editions)), "", brought, left_over)
        rooms = tuple(each for known in self.rooms for each in live.bodies(ROOM, known))
        edition = publish(wish, LAYOUT, replace(self.register, rooms=rooms), self.rules)
        self.register = self.register.with_edition(edition, brought)
        return edition.shown

    def gather(self, cities: Sequence[str], opened: Sequence[str] = ()) -> tuple[RoomCell, ...]:
        """A room of these cities, some of which would lay their score open; what it reveals."""
        said = [contribution(city, 1, {"Q1": self.values[city]}) for city in cities]
        cells = reveal([said], ROOM, replace(NOTHING, elsewhere=self.elsewhere))
        known = replace(revealed(cells, [said], ROOM), elsewhere=self.elsewhere)
        for city in opened:
            known = known.and_open(city, "AAA") if live.may_lay_open(city, "AAA", ROOM, known) else known
        self.rooms.append(replace(known, elsewhere=()))
        return cells

    @property
    def publications(self) -> tuple[Publication, ...]:
        """Everything that was ever shown, a room's figures as those of the process that it asked about."""
        shown = [each for known in self.rooms for each in known.publications]
        alike = (Publication("AAA.1", frozenset((who[0], "0") for who in each.members), each.figures) for each in shown)
        return (*self.register.publications, *alike)

    @property
    def laid_open(self) -> frozenset[str]:
        return frozenset[str]().union(*(each.laid_open.get("AAA", frozenset()) for each in self.rooms))


def histories(rules: Rules = ALL) -> Iterator[Town]:
    """Random ones: editions over all, over a part, and rooms of some of the cities, again and again."""
    for seed in range(HISTORIES):
        dice = random.Random(seed)  # noqa: S311 - a dice, no secret
        size, low = dice.randint(5, 24), dice.choice((1, 1, 3, 4))
        cities = [f"c{number:02}" for number in range(size)]
        town = Town({city: dice.randint(low, 5) for city in cities}, rules)
        for _ in range(dice.randint(2, 6)):
            some = sorted(dice.sample(cities, dice.randint(max(3, size - 5), size)))
            if dice.random() < 0.5:
                town.publish(some, left_over=dice.choice((0, size - len(some))))
            else:
                town.gather(some, dice.sample(some, dice.choice((0, 0, 2))))
        yield town


def victims(town: Town) -> Iterator[tuple[str | None, str]]:
    """Whose value is learned exactly, and by whom; everybody knows what a city laid open itself."""
    profiles = {(city, "0"): Profiled((city, "0"), {"AAA.1": value}) for city, value in town.values.items()}
    for viewer in (None, *sorted(town.values)):
        found = learned_jointly(town.publications, profiles, viewer, SCALE, town.laid_open)
        yield from ((viewer, city) for city, _ in found)


def solved(town: Town) -> Iterator[tuple[str | None, str]]:
    """Whose value follows from sums alone, had no mean been rounded, and for whom."""
    for viewer in (None, *sorted(town.values)):
        yield from ((viewer, city) for city, _ in worked_out(town.publications, viewer, town.laid_open))


def apart(cells: Sequence[RoomCell]) -> bool:
    """Whether nothing is shown, because some figure elsewhere differs by too few cities."""
    return all(each.why is not None and each.why.sentence.startswith(APART) for each in cells)


@pytest.mark.soak
def test_nobody_learns_a_value_from_rooms_and_editions_together(note: Note) -> None:
    every = list(histories())
    found = [(seed, *victim) for seed, town in enumerate(every) for victim in victims(town)]
    rooms = sum(bool(known.publications) for town in every for known in town.rooms)
    shown = sum(bool(each.shown) for town in every for each in town.register.editions)
    note(f"{HISTORIES} histories of {rooms} rooms and {shown} editions with figures: {len(found)} values learned")
    assert found == []
    assert (rooms > HISTORIES // 2, shown > HISTORIES // 5) == (True, True)


@pytest.mark.soak
def test_sums_of_rooms_and_editions_solved_together_give_no_city_away(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (editions, live):
        monkeypatch.setattr(module, "endangered", lambda _: False)
    monkeypatch.setattr(live, "may_lay_open", lambda *_: False)
    assert [(seed, *each) for seed, town in enumerate(histories(Rules(bound=False))) for each in solved(town)] == []


def test_where_rooms_and_editions_are_not_held_against_each_other_both_attackers_win() -> None:
    apart = list(histories(Rules(rooms=False)))
    assert any(next(victims(town), None) for town in apart)
    assert any(next(solved(town), None) for town in apart)


def test_a_room_in_which_one_city_of_an_edition_is_missing_shows_nothing_and_says_why() -> None:
    town = Town(SPREAD)
    assert town.publish(sorted(SPREAD))
    assert apart(town.gather(sorted(SPREAD)[1:]))


def test_an_edition_over_a_room_but_for_one_city_shows_nothing() -> None:
    town = Town(SPREAD)
    assert any(each.figures for each in town.gather(sorted(SPREAD)))
    assert town.publish(sorted(SPREAD)[1:]) == ()


def test_a_second_room_with_one_city_more_shows_nothing() -> None:
    town = Town(SPREAD)
    assert any(each.figures for each in town.gather(sorted(SPREAD)[1:]))
    assert apart(town.gather(sorted(SPREAD)))


def test_a_second_room_of_the_same_cities_in_which_one_city_changed_its_mind_shows_nothing() -> None:
    town = Town(dict(SPREAD))
    town.gather(sorted(SPREAD))
    town.values["c00"] = 5
    assert apart(town.gather(sorted(SPREAD)))


def test_a_room_of_the_very_cities_of_an_edition_is_shown_beside_it() -> None:
    town = Town(SPREAD)
    town.publish(sorted(SPREAD))
    assert all(each.figures for each in town.gather(sorted(SPREAD)))


def test_a_room_of_other_cities_is_not_touched_by_an_edition() -> None:
    town = Town(SPREAD)
    town.publish(sorted(SPREAD)[:6])
    alone = Town(SPREAD).gather(sorted(SPREAD)[6:])
    assert town.gather(sorted(SPREAD)[6:]) == alone
