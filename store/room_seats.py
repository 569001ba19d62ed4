"""Phones in live rooms, and what cities say through them. What is fixed is asked for where it is written."""

import datetime
import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

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
    RoomOutcome,
    RoomWish,
    Seat,
    Seated,
    is_fixed,
)
from store.database import Database
from store.rooms import cities_where, folded, rooms_where
from store.tables import room, room_answer, room_city, room_item, room_phone
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlSeats:
    """The phones. Knows no permissions: whoever calls knows the secret of the phone."""

    database: Database

    def arrive(self, seat: Seat) -> None:
        """Keeps a phone. Of those that answer for no city only the newest `MOST_WAITING` of a room stay."""
        row = {"fingerprint": seat.fingerprint, "room_id": seat.room, "city_id": seat.city, "at": seat.at}
        waits = (room_phone.c.room_id == seat.room) & room_phone.c.city_id.is_(None)
        newest = select(room_phone.c.fingerprint).where(waits).order_by(room_phone.c.at.desc()).limit(MOST_WAITING)

        def keep(connection: Connection) -> None:
            connection.execute(insert(room_phone).values(row))
            connection.execute(delete(room_phone).where(waits, room_phone.c.fingerprint.not_in(newest)))

        self.database.write(keep)

    def seat(self, fingerprint: str) -> Seat | None:
        """The phone with this secret."""
        return self.database.read(lambda connection: _seat(connection, fingerprint))

    def found(self, fingerprint: str, new: RoomCity) -> Seated:
        """Brings a city into the room by a phone, which answers for it from then on."""
        row = {
            "id": new.id,
            "room_id": new.room,
            "name": new.name,
            "folded": folded(new.name),
            "code": new.code,
            "joined": new.joined,
            "finished": json.dumps(sorted(new.finished)),
            "counted": int(new.counted),
        }

        def keep(connection: Connection) -> Seated:
            if _seat(connection, fingerprint) is None:
                return "gone"
            _in_turn(connection, new.room)
            there = select(func.count()).where(room_city.c.room_id == new.room)
            if connection.execute(there).scalar_one() >= MOST_CITIES:
                return "full"
            statement = insert_into(connection, room_city).values(row).on_conflict_do_nothing()
            if connection.execute(statement.returning(room_city.c.id)).first() is None:
                return "taken"
            return _sit(connection, fingerprint, new.room, new.id)

        return self.database.write(keep)

    def sit(self, fingerprint: str, code: str) -> Seated:
        """Lets a phone answer for the city of its room that has this code."""

        def keep(connection: Connection) -> Seated:
            seat = _seat(connection, fingerprint)
            if seat is None:
                return "gone"
            query = select(room_city.c.id).where(room_city.c.room_id == seat.room, room_city.c.code == code)
            city = connection.execute(query).scalar_one_or_none()
            if city is None:
                return "gone"
            _in_turn(connection, seat.room)
            there = select(func.count()).where(room_phone.c.city_id == city)
            if connection.execute(there).scalar_one() >= MOST_OF_A_CITY:
                return "full"
            return _sit(connection, fingerprint, seat.room, city)

        return self.database.write(keep)

    def answers(self, cities: Collection[str]) -> Mapping[str, Mapping[Rating, RoomAnswers]]:
        """What these cities said, by city and rating."""
        query = select(room_answer).where(room_answer.c.city_id.in_(list(cities))).order_by(room_answer.c.question)
        found: defaultdict[str, dict[Rating, dict[str, RoomAnswer]]] = defaultdict(dict)
        for row in self.database.read(lambda connection: connection.execute(query).all()):
            found[row.city_id].setdefault(row.rating, {})[row.question] = RoomAnswer(row.value, row.version)
        return found

    def keep(self, wish: RoomWish) -> RoomOutcome:
        """Keeps an answer, where nobody was faster and it is not fixed yet."""
        return self.database.write(lambda connection: _keep(connection, wish))

    def finish(self, city: str, rating: Rating, *, done: bool) -> bool:
        """Notes that a city has handed a rating in, or not any more. False where it is fixed."""

        def keep(connection: Connection) -> bool:
            found = _locked(connection, city)
            if found is None or is_fixed(*found, rating):
                return False
            finished = found[1].finished | {rating} if done else found[1].finished - {rating}
            values = {"finished": json.dumps(sorted(finished))}
            connection.execute(update(room_city).where(room_city.c.id == city).values(values))
            return True

        return self.database.write(keep)

    def put(self, item: Item) -> None:
        """Puts something on the table, or changes it."""
        row = {**asdict(item), "city_id": item.city, "shown": int(item.shown)}
        del row["city"]

        def keep(connection: Connection) -> None:
            statement = insert_into(connection, room_item).values(row)
            said = {name: row[name] for name in ("dimension", "shown", "value")}
            connection.execute(statement.on_conflict_do_update(index_elements=["city_id", "kind", "place"], set_=said))

        self.database.write(keep)

    def items(self, cities: Collection[str]) -> tuple[Item, ...]:
        """What these cities have on the table."""
        query = select(room_item).where(room_item.c.city_id.in_(list(cities)))
        ordered = query.order_by(room_item.c.city_id, room_item.c.kind, room_item.c.place)
        return tuple(_item(row) for row in self.database.read(lambda connection: connection.execute(ordered).all()))

    def promise(self, city: str, claim: str) -> None:
        """Keeps the fingerprint of the code that takes the answers of a city into an account; one before is void."""
        statement = update(room_city).where(room_city.c.id == city).values(claim=claim)
        self.database.write(lambda connection: connection.execute(statement))

    def claimed(self, claim: str, since: datetime.datetime) -> tuple[Room, RoomCity] | None:
        """The room and the city that such a code belongs to, where the room was opened since then."""

        def look(connection: Connection) -> tuple[Room, RoomCity] | None:
            city = next(iter(cities_where(connection, room_city.c.claim == claim)), None)
            if city is None:
                return None
            opened = rooms_where(connection, (room.c.id == city.room) & (room.c.created > since))
            return (opened[0], city) if opened else None

        return self.database.read(look)


def use_claim(connection: Connection, claim: str) -> bool:
    """Uses the code that takes the answers of a city into an account, as part of a larger transaction: it serves once.

    A statement of its own, which sees what whoever was faster did: of two who come at once the second finds no code.
    """
    statement = update(room_city).where(room_city.c.claim == claim).values(claim=None).returning(room_city.c.id)
    return connection.execute(statement).first() is not None


def _seat(connection: Connection, fingerprint: str) -> Seat | None:
    row = connection.execute(select(room_phone).where(room_phone.c.fingerprint == fingerprint)).one_or_none()
    return None if row is None else Seat(row.fingerprint, row.room_id, row.at, row.city_id)


def _in_turn(connection: Connection, key: str) -> None:
    """Waits for whoever else changes this room: many at once cannot each see the last place in it."""
    connection.execute(select(room.c.id).where(room.c.id == key).with_for_update())


def _sit(connection: Connection, fingerprint: str, in_room: str, city: str) -> Seated:
    this = (room_phone.c.fingerprint == fingerprint) & (room_phone.c.room_id == in_room)
    statement = update(room_phone).where(this).values(city_id=city).returning(room_phone.c.fingerprint)
    return "gone" if connection.execute(statement).first() is None else "done"


def _locked(connection: Connection, city: str) -> tuple[Room, RoomCity] | None:
    """A city and its room, which is not changed by anybody else until the end of the transaction."""
    query = select(room_city.c.room_id).where(room_city.c.id == city)
    key = connection.execute(query).scalar_one_or_none()
    if key is None:
        return None
    _in_turn(connection, key)
    return rooms_where(connection, room.c.id == key)[0], cities_where(connection, room_city.c.id == city)[0]


def _keep(connection: Connection, wish: RoomWish) -> RoomOutcome:
    found = _locked(connection, wish.city)
    here = (room_answer.c.city_id == wish.city) & (room_answer.c.rating == wish.rating)
    query = select(room_answer).where(here, room_answer.c.question == wish.question)
    row = connection.execute(query).one_or_none()
    standing = None if row is None else RoomAnswer(row.value, row.version)
    if row is not None and standing is not None and (row.op == wish.op or row.value == wish.value):
        return RoomOutcome("saved", standing)
    if found is None or is_fixed(*found, wish.rating):
        return RoomOutcome("fixed", standing)
    if (standing.version if standing else 0) != wish.seen:
        return RoomOutcome("conflict", standing)
    said = {"value": wish.value, "version": wish.seen + 1, "op": wish.op, "at": wish.at}
    key = {"city_id": wish.city, "rating": wish.rating, "question": wish.question}
    statement = insert_into(connection, room_answer).values(key | said)
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=said))
    return RoomOutcome("saved", RoomAnswer(wish.value, wish.seen + 1))


def _item(row: Row[*tuple[Any, ...]]) -> Item:
    return Item(row.city_id, row.kind, row.place, row.dimension, bool(row.shown), row.value)
