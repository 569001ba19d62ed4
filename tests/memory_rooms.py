"""Live rooms in memory, held to the same contract as the database."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from models.audit import Note
from models.room import (
    MOST_CITIES,
    MOST_OF_A_CITY,
    MOST_WAITING,
    Item,
    Rating,
    Room,
    RoomAnswer,
    RoomAnswers,
    RoomCity,
    RoomEdition,
    RoomOutcome,
    RoomWish,
    Seat,
    Seated,
    is_fixed,
)
from tests.memory import Memory


@dataclass(frozen=True)
class MemoryRooms:
    """What trainers do."""

    memory: Memory

    def add(self, new: Room, note: Note | None = None) -> bool:
        with self.memory.lock:
            if self.by_code(new.code) is not None:
                return False
            self.memory.rooms[new.id] = new
            self.memory.noted(note)
            return True

    def get(self, room: str) -> Room | None:
        return self.memory.rooms.get(room)

    def by_code(self, code: str) -> Room | None:
        with self.memory.lock:
            return next((each for each in self.memory.rooms.values() if each.code == code), None)

    def led(self, person: str, cohorts: Collection[str]) -> tuple[Room, ...]:
        with self.memory.lock:
            mine = [each for each in self.memory.rooms.values() if person in each.leaders or each.cohort in cohorts]
        return tuple(sorted(mine, key=lambda each: (-each.created.timestamp(), each.id)))

    def kept(self) -> tuple[Room, ...]:
        with self.memory.lock:
            there = {each.room for each in self.memory.room_cities.values()}
            kept = [each for each in self.memory.rooms.values() if each.id in there]
        return tuple(sorted(kept, key=lambda each: (-each.created.timestamp(), each.id)))

    def change(self, changed: Room, note: Note | None = None) -> bool:
        return self.freeze(changed, (), note)

    def freeze(self, changed: Room, counted: Collection[str], note: Note | None = None) -> bool:
        with self.memory.lock:
            standing = self.memory.rooms.get(changed.id)
            if standing is None or standing.version != changed.version - 1:
                return False
            self.memory.rooms[changed.id] = replace(changed, leaders=standing.leaders)
            for key in counted:
                self.memory.room_cities[key] = replace(self.memory.room_cities[key], counted=True)
            self.memory.noted(note)
            return True

    def appoint(self, room: str, person: str, note: Note | None = None) -> None:
        with self.memory.lock:
            found = self.memory.rooms[room]
            self.memory.rooms[room] = replace(found, leaders=found.leaders | {person})
            self.memory.noted(note)

    def cities(self, room: str) -> tuple[RoomCity, ...]:
        with self.memory.lock:
            mine = [_with_phones(self.memory, each) for each in self.memory.room_cities.values() if each.room == room]
        return tuple(sorted(mine, key=lambda each: (_folded(each.name), each.id)))

    def erase_city(self, city: str, note: Note | None = None) -> None:
        memory = self.memory
        with memory.lock:
            memory.room_cities.pop(city, None)
            memory.seats = {key: each for key, each in memory.seats.items() if each.city != city}
            memory.room_answers = {key: each for key, each in memory.room_answers.items() if key[0] != city}
            memory.room_items = {key: each for key, each in memory.room_items.items() if key[0] != city}
            memory.claims = {key: each for key, each in memory.claims.items() if each != city}
            memory.noted(note)

    def publish(self, room: str, edition: RoomEdition) -> None:
        with self.memory.lock:
            self.memory.room_editions.setdefault((room, edition.number), edition)

    def editions(self, room: str) -> tuple[RoomEdition, ...]:
        with self.memory.lock:
            return tuple(each for (key, _), each in sorted(self.memory.room_editions.items()) if key == room)


@dataclass(frozen=True)
class MemorySeats:
    """What phones do."""

    memory: Memory

    def arrive(self, seat: Seat) -> None:
        with self.memory.lock:
            self.memory.seats[seat.fingerprint] = seat
            waiting = [each for each in self.memory.seats.values() if each.room == seat.room and each.city is None]
            for each in sorted(waiting, key=lambda each: each.at)[:-MOST_WAITING]:
                del self.memory.seats[each.fingerprint]

    def seat(self, fingerprint: str) -> Seat | None:
        return self.memory.seats.get(fingerprint)

    def found(self, fingerprint: str, new: RoomCity) -> Seated:
        with self.memory.lock:
            seat = self.memory.seats.get(fingerprint)
            if seat is None:
                return "gone"
            there = [each for each in self.memory.room_cities.values() if each.room == new.room]
            if len(there) >= MOST_CITIES:
                return "full"
            if any(_folded(each.name) == _folded(new.name) or each.code == new.code for each in there):
                return "taken"
            self.memory.room_cities[new.id] = replace(new, phones=0)
            self.memory.seats[fingerprint] = replace(seat, city=new.id)
            return "done"

    def sit(self, fingerprint: str, code: str) -> Seated:
        with self.memory.lock:
            seat = self.memory.seats.get(fingerprint)
            if seat is None:
                return "gone"
            for each in self.memory.room_cities.values():
                if each.room == seat.room and each.code == code:
                    if sum(other.city == each.id for other in self.memory.seats.values()) >= MOST_OF_A_CITY:
                        return "full"
                    self.memory.seats[fingerprint] = replace(seat, city=each.id)
                    return "done"
            return "gone"

    def answers(self, cities: Collection[str]) -> Mapping[str, Mapping[Rating, RoomAnswers]]:
        found: defaultdict[str, dict[Rating, dict[str, RoomAnswer]]] = defaultdict(dict)
        with self.memory.lock:
            for (city, rating, question), (answer, _) in sorted(self.memory.room_answers.items()):
                if city in cities:
                    found[city].setdefault(rating, {})[question] = answer
        return found

    def keep(self, wish: RoomWish) -> RoomOutcome:
        with self.memory.lock:
            key = (wish.city, wish.rating, wish.question)
            standing, op = self.memory.room_answers.get(key, (None, None))
            if standing is not None and (op == wish.op or standing.value == wish.value):
                return RoomOutcome("saved", standing)
            if self._fixed(wish.city, wish.rating):
                return RoomOutcome("fixed", standing)
            if (standing.version if standing else 0) != wish.seen:
                return RoomOutcome("conflict", standing)
            self.memory.room_answers[key] = (RoomAnswer(wish.value, wish.seen + 1), wish.op)
            return RoomOutcome("saved", RoomAnswer(wish.value, wish.seen + 1))

    def finish(self, city: str, rating: Rating, *, done: bool) -> bool:
        with self.memory.lock:
            if self._fixed(city, rating):
                return False
            found = self.memory.room_cities[city]
            finished = found.finished | {rating} if done else found.finished - {rating}
            self.memory.room_cities[city] = replace(found, finished=finished)
            return True

    def put(self, item: Item) -> None:
        with self.memory.lock:
            self.memory.room_items[item.city, item.kind, item.place] = item

    def items(self, cities: Collection[str]) -> tuple[Item, ...]:
        with self.memory.lock:
            return tuple(each for key, each in sorted(self.memory.room_items.items()) if key[0] in cities)

    def promise(self, city: str, claim: str) -> None:
        with self.memory.lock:
            self.memory.claims = {key: each for key, each in self.memory.claims.items() if each != city}
            self.memory.claims[claim] = city

    def claimed(self, claim: str, since: datetime.datetime) -> tuple[Room, RoomCity] | None:
        with self.memory.lock:
            city = self.memory.room_cities.get(self.memory.claims.get(claim, ""))
            room = self.memory.rooms[city.room] if city else None
            if city is None or room is None or room.created <= since:
                return None
            return room, _with_phones(self.memory, city)

    def _fixed(self, city: str, rating: Rating) -> bool:
        found = self.memory.room_cities.get(city)
        return found is None or is_fixed(self.memory.rooms[found.room], found, rating)


def _with_phones(memory: Memory, city: RoomCity) -> RoomCity:
    return replace(city, phones=sum(each.city == city.id for each in memory.seats.values()))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
