"""The editions of a room: worked out from answers that are fixed by then, and kept for good."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.benchmark import Register, publishing
from assessment.benchmark import rooms as rules
from assessment.benchmark.gathering import layout_of
from assessment.benchmark.links import cities_in
from assessment.benchmark.rooms import NOTHING, Before, contribution
from assessment.benchmark.worlds import Published
from assessment.desk.account_ports import AccountStore
from assessment.desk.benchmark_ports import EditionStore
from assessment.desk.ports import Clock
from assessment.desk.room_ports import RoomStore, SeatStore
from assessment.desk.room_sets import layout, stages
from assessment.desk.same_city import called
from models.benchmark import KeptRegister, Layout, Profiled
from models.message import say
from models.questionnaire import CapabilityModel, Library, QuickScan
from models.room import Rating, Room, RoomAnswers, RoomCell, RoomCity, RoomEdition

_GONE = say("A city took its answers back, so that the others could be worked out.")


@dataclass(frozen=True)
class Figuring:
    """Works out what a reveal shows, and what everybody in the room knows by then.

    A city in a room has no account. It counts as the city of this installation that has its name, so that figures of
    rooms and of editions over the same cities are held against each other.
    """

    rooms: RoomStore
    seats: SeatStore
    editions: EditionStore
    accounts: AccountStore
    library: Library
    clock: Clock

    def publish(self, room: Room) -> None:
        """Works out and keeps every edition that is due. The answers are fixed, so all who do it find the same."""
        there, due = self.rooms.editions(room.id), room.reached("between") + room.reached("after")
        while len(there) < due:
            self.rooms.publish(room.id, self._edition(room, there))
            there = self.rooms.editions(room.id)

    def may_lay_open(self, room: Room, city: str, dimension: str) -> bool:
        """Whether a city may show its score by name: no other one could be narrowed down too far by it."""
        known = replace(self._before(room, self.rooms.editions(room.id)), elsewhere=self._elsewhere(room))
        return rules.may_lay_open(self._names(room)[city], dimension, self.layout(room), known)

    def shown(self, but: str = "") -> tuple[Published, ...]:
        """What live rooms showed, dimension by dimension, as long as they keep what was said; of all but one room."""
        kept = (each for each in self.rooms.kept() if each.id != but)
        known = ((each, self._before(each, self.rooms.editions(each.id))) for each in kept)
        return tuple(body for each, before in known for body in rules.bodies(self.layout(each), before))

    def layout(self, room: Room) -> Layout:
        """Dimensions and questions of a room."""
        return layout(self.scan(room), room.questions)

    def scan(self, room: Room) -> QuickScan:
        """The quick scan that a room asks from."""
        return next(each for each in self.library.quick_scans if each.id == room.questionnaire)

    def _edition(self, room: Room, there: Sequence[RoomEdition]) -> RoomEdition:
        ratings: tuple[Rating, ...] = (1, 2) if there else (1,)
        members = self._members(room, ratings)
        said = [self._said(room, rating, members) for rating in ratings]
        before = replace(self._before(room, there), elsewhere=self._elsewhere(room))
        cells = rules.reveal(said, self.layout(room), before)
        if before.missing:
            cells = tuple(RoomCell(each.cell, why=_GONE) for each in cells)
        return RoomEdition(len(there) + 1, self.clock(), rules.RULES, len(members), ratings, cells)

    def _before(self, room: Room, editions: Sequence[RoomEdition]) -> Before:
        """What everybody in the room knows of each other by now."""
        known, parts, names = NOTHING, self.layout(room), self._names(room)
        for each in editions:
            said = [self._said(room, rating, self._members(room, each.ratings)) for rating in each.ratings]
            known = known.also(rules.revealed(each.cells, said, parts).publications, said)
        for item in self.seats.items(list(names)):
            if item.kind == "score" and item.shown:
                known = known.and_open(names[item.city], item.dimension)
        counted = sum(each.counted for each in self.rooms.cities(room.id))
        missing = max(0, editions[0].count - counted) if editions else 0
        return replace(known, publications=tuple(dict.fromkeys(known.publications)), missing=missing)

    def _elsewhere(self, room: Room) -> tuple[Published, ...]:
        """What other rooms showed, and the editions over cities that are here or there."""
        others = self.shown(but=room.id)
        cities = frozenset(self._names(room).values()).union(*(cities_in(each) for each in others))
        registers = self.editions.counting(cities)
        return (*others, *(body for each in registers for body in self._bodies(each)))

    def _bodies(self, kept: KeptRegister) -> Iterator[Published]:
        depth = kept.editions[0].depth
        model = self.library.with_rules(depth.questionnaire, depth.rules_digest, "")
        if isinstance(model, CapabilityModel):
            register = Register(tuple(each.edition for each in kept.editions), kept.profiles)
            yield from publishing.bodies(layout_of(model, depth), register)

    def _members(self, room: Room, ratings: Sequence[Rating]) -> tuple[RoomCity, ...]:
        """Who stands in an edition: the roster, as far as it handed in every rating of it."""
        roster = (each for each in self.rooms.cities(room.id) if each.counted)
        return tuple(each for each in roster if each.finished >= set(ratings))

    def _said(self, room: Room, rating: Rating, members: Sequence[RoomCity]) -> list[Profiled]:
        answers, names = self.seats.answers([each.id for each in members]), self._names(room)
        return [contribution(names[each.id], rating, _stages(answers, each, rating, room)) for each in members]

    def _names(self, room: Room) -> Mapping[str, str]:
        """Each city of a room, and the one of this installation that it is; else its name."""
        known = {called(each.name): each.id for each in self.accounts.cities()}
        there = {each.id: called(each.name) for each in self.rooms.cities(room.id)}
        return {city: known.get(name, f"room:{name}") for city, name in there.items()}


def _stages(
    answers: Mapping[str, Mapping[Rating, RoomAnswers]], city: RoomCity, rating: Rating, room: Room
) -> Mapping[str, int]:
    return stages(answers.get(city.id, {}).get(rating, {}), room.questions)
