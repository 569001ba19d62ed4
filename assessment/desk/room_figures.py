"""The editions of a room: worked out from answers that are fixed by then, and kept for good."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.benchmark import rooms as rules
from assessment.benchmark.rooms import NOTHING, Before, contribution
from assessment.desk.ports import Clock
from assessment.desk.room_ports import RoomStore, SeatStore
from assessment.desk.room_sets import layout, stages
from models.benchmark import Layout, Profiled
from models.message import say
from models.questionnaire import Library, QuickScan
from models.room import Rating, Room, RoomAnswers, RoomCell, RoomCity, RoomEdition

_GONE = say("A city took its answers back, so that the others could be worked out.")


@dataclass(frozen=True)
class Figuring:
    """Works out what a reveal shows, and what everybody in the room knows by then."""

    rooms: RoomStore
    seats: SeatStore
    library: Library
    clock: Clock

    def publish(self, room: Room) -> None:
        """Works out and keeps every edition that is due. The answers are fixed, so all who do it find the same."""
        there, due = self.rooms.editions(room.id), room.reached("between") + room.reached("after")
        while len(there) < due:
            self.rooms.publish(room.id, self._edition(room, there))
            there = self.rooms.editions(room.id)

    def before(self, room: Room, editions: Sequence[RoomEdition]) -> Before:
        """What everybody in the room knows of each other by now."""
        known, parts = NOTHING, self.layout(room)
        for each in editions:
            said = [self._said(room, rating, self._members(room, each.ratings)) for rating in each.ratings]
            known = known.also(rules.revealed(each.cells, said, parts).publications, said)
        for item in self.seats.items([each.id for each in self.rooms.cities(room.id)]):
            if item.kind == "score" and item.shown:
                known = known.and_open(item.city, item.dimension)
        return replace(known, publications=tuple(dict.fromkeys(known.publications)))

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
        cells = rules.reveal(said, self.layout(room), self.before(room, there))
        if there and sum(each.counted for each in self.rooms.cities(room.id)) < there[0].count:
            cells = tuple(RoomCell(each.cell, why=_GONE) for each in cells)
        return RoomEdition(len(there) + 1, self.clock(), rules.RULES, len(members), ratings, cells)

    def _members(self, room: Room, ratings: Sequence[Rating]) -> tuple[RoomCity, ...]:
        """Who stands in an edition: the roster, as far as it handed in every rating of it."""
        roster = (each for each in self.rooms.cities(room.id) if each.counted)
        return tuple(each for each in roster if each.finished >= set(ratings))

    def _said(self, room: Room, rating: Rating, members: Sequence[RoomCity]) -> list[Profiled]:
        answers = self.seats.answers([each.id for each in members])
        return [contribution(each.id, rating, _stages(answers, each, rating, room)) for each in members]


def _stages(
    answers: Mapping[str, Mapping[Rating, RoomAnswers]], city: RoomCity, rating: Rating, room: Room
) -> Mapping[str, int]:
    return stages(answers.get(city.id, {}).get(rating, {}), room.questions)
