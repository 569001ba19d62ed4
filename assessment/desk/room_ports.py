"""What the use cases around live rooms need from outside: where rooms are kept, and what happens in them."""

import datetime
from collections.abc import Collection, Mapping
from typing import Protocol

from models.audit import Note
from models.room import Item, Rating, Room, RoomAnswers, RoomCity, RoomEdition, RoomOutcome, RoomWish, Seat, Seated


class RoomStore(Protocol):
    """Rooms, the cities in them, and their phones."""

    def add(self, new: Room, note: Note | None = None) -> bool:
        """Keeps a room. False where another one has its code."""
        ...

    def get(self, room: str) -> Room | None:
        """The room with this id."""
        ...

    def by_code(self, code: str) -> Room | None:
        """The room with this code."""
        ...

    def led(self, person: str, cohorts: Collection[str]) -> tuple[Room, ...]:
        """The rooms that a person leads, or whose cohort is among these, the newest first."""
        ...

    def kept(self) -> tuple[Room, ...]:
        """The rooms that keep what cities said there, the newest first."""
        ...

    def change(self, changed: Room, note: Note | None = None) -> bool:
        """Keeps a changed room, whose version is one above the version seen. False where somebody was faster."""
        ...

    def appoint(self, room: str, person: str, note: Note | None = None) -> None:
        """Lets somebody else lead a room too."""
        ...

    def freeze(self, changed: Room, counted: Collection[str], note: Note | None = None) -> bool:
        """Keeps a changed room as `change` does, and with it that these cities are counted."""
        ...

    def cities(self, room: str) -> tuple[RoomCity, ...]:
        """The cities in a room, by name."""
        ...

    def erase_city(self, city: str, note: Note | None = None) -> None:
        """Takes a city out of its room, with its phones and everything it said."""
        ...

    def publish(self, room: str, edition: RoomEdition) -> None:
        """Keeps what a reveal showed; one that stands there already stays."""
        ...

    def editions(self, room: str) -> tuple[RoomEdition, ...]:
        """What was revealed in a room, in order."""
        ...


class SeatStore(Protocol):
    """Phones, and what the cities say through them."""

    def arrive(self, seat: Seat) -> None:
        """Keeps a phone. Of those that answer for no city only the newest `MOST_WAITING` of a room stay."""
        ...

    def seat(self, fingerprint: str) -> Seat | None:
        """The phone with this secret."""
        ...

    def found(self, fingerprint: str, new: RoomCity) -> Seated:
        """Brings a city into the room by a phone, which answers for it from then on."""
        ...

    def sit(self, fingerprint: str, code: str) -> Seated:
        """Lets a phone answer for the city of its room that has this code."""
        ...

    def answers(self, cities: Collection[str]) -> Mapping[str, Mapping[Rating, RoomAnswers]]:
        """What these cities said, by city and rating."""
        ...

    def keep(self, wish: RoomWish) -> RoomOutcome:
        """Keeps an answer, where nobody was faster and it is not fixed yet."""
        ...

    def finish(self, city: str, rating: Rating, *, done: bool) -> bool:
        """Notes that a city has handed a rating in, or not any more. False where it is fixed."""
        ...

    def put(self, item: Item) -> None:
        """Puts something on the table, or changes it."""
        ...

    def items(self, cities: Collection[str]) -> tuple[Item, ...]:
        """What these cities have on the table."""
        ...

    def promise(self, city: str, claim: str) -> None:
        """Keeps the fingerprint of the code that takes the answers of a city into an account; one before is void."""
        ...

    def claimed(self, claim: str, since: datetime.datetime) -> tuple[Room, RoomCity] | None:
        """The room and the city that such a code belongs to, where the room was opened since then."""
        ...
