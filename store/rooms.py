"""Live rooms as they are kept: what trainers do, and what was revealed. What phones do stands in `store.room_seats`."""

import datetime
import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, or_, select, update

from models.audit import Note
from models.benchmark import Figures
from models.message import Message
from models.room import Room, RoomCell, RoomCity, RoomEdition
from store.audit import append
from store.database import Database
from store.tables import room, room_answer, room_city, room_edition, room_item, room_leader, room_phone
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlRooms:
    """The rooms. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def add(self, new: Room, note: Note | None = None) -> bool:
        """Keeps a room. False where another one has its code."""

        def keep(connection: Connection) -> bool:
            statement = insert_into(connection, room).values(_row(new)).on_conflict_do_nothing()
            if connection.execute(statement.returning(room.c.id)).first() is None:
                return False
            for person in new.leaders:
                _appoint(connection, new.id, person)
            append(connection, note)
            return True

        return self.database.write(keep)

    def get(self, room_id: str) -> Room | None:
        """The room with this id."""
        return next(iter(self._those(room.c.id == room_id)), None)

    def by_code(self, code: str) -> Room | None:
        """The room with this code."""
        return next(iter(self._those(room.c.code == code)), None)

    def led(self, person: str, cohorts: Collection[str]) -> tuple[Room, ...]:
        """The rooms that a person leads, or whose cohort is among these, the newest first."""
        mine = select(room_leader.c.room_id).where(room_leader.c.person_id == person)
        return self._those(or_(room.c.id.in_(mine), room.c.cohort_id.in_(list(cohorts))))

    def kept(self) -> tuple[Room, ...]:
        """The rooms that keep what cities said there, the newest first."""
        return self._those(room.c.id.in_(select(room_city.c.room_id)))

    def change(self, changed: Room, note: Note | None = None) -> bool:
        """Keeps a changed room, whose version is one above the version seen. False where somebody was faster."""
        return self.freeze(changed, (), note)

    def freeze(self, changed: Room, counted: Collection[str], note: Note | None = None) -> bool:
        """Keeps a changed room as `change` does, and with it that these cities are counted."""
        still = (room.c.id == changed.id) & (room.c.version == changed.version - 1)
        statement = update(room).where(still).values(_row(changed)).returning(room.c.id)

        def keep(connection: Connection) -> bool:
            if connection.execute(statement).first() is None:
                return False
            if counted:
                these = room_city.c.id.in_(list(counted)) & (room_city.c.room_id == changed.id)
                connection.execute(update(room_city).where(these).values(counted=1))
            append(connection, note)
            return True

        return self.database.write(keep)

    def appoint(self, room_id: str, person: str, note: Note | None = None) -> None:
        """Lets somebody else lead a room too."""

        def keep(connection: Connection) -> None:
            _appoint(connection, room_id, person)
            append(connection, note)

        self.database.write(keep)

    def cities(self, room_id: str) -> tuple[RoomCity, ...]:
        """The cities in a room, by name."""
        return self.database.read(lambda connection: cities_where(connection, room_city.c.room_id == room_id))

    def erase_city(self, city: str, note: Note | None = None) -> None:
        """Takes a city out of its room, with its phones and everything it said."""

        def erase(connection: Connection) -> None:
            erase_cities(connection, room_city.c.id == city)
            append(connection, note)

        self.database.write(erase)

    def publish(self, room_id: str, edition: RoomEdition) -> None:
        """Keeps what a reveal showed; one that stands there already stays."""
        content = {"ratings": list(edition.ratings), "cells": [_cell_told(each) for each in edition.cells]}
        row = {
            "room_id": room_id,
            "number": edition.number,
            "at": edition.at,
            "rules": edition.rules,
            "count": edition.count,
            "content": json.dumps(content, ensure_ascii=False, sort_keys=True),
        }
        self.database.write(
            lambda connection: connection.execute(
                insert_into(connection, room_edition).values(row).on_conflict_do_nothing()
            )
        )

    def editions(self, room_id: str) -> tuple[RoomEdition, ...]:
        """What was revealed in a room, in order."""
        query = select(room_edition).where(room_edition.c.room_id == room_id).order_by(room_edition.c.number)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_edition(row) for row in rows)

    def _those(self, where: ColumnElement[bool]) -> tuple[Room, ...]:
        return self.database.read(lambda connection: rooms_where(connection, where))


def rooms_where(connection: Connection, where: ColumnElement[bool]) -> tuple[Room, ...]:
    """Rooms with their leaders, the newest first."""
    rows = connection.execute(select(room).where(where).order_by(room.c.created.desc(), room.c.id)).all()
    held = select(room_leader).where(room_leader.c.room_id.in_([row.id for row in rows]))
    leaders = [(each.room_id, each.person_id) for each in connection.execute(held)] if rows else []
    return tuple(_room(row, frozenset(person for key, person in leaders if key == row.id)) for row in rows)


def cities_where(connection: Connection, where: ColumnElement[bool]) -> tuple[RoomCity, ...]:
    """Cities of rooms with the number of their phones, by name."""
    phones = select(func.count()).where(room_phone.c.city_id == room_city.c.id).scalar_subquery()
    query = select(room_city, phones.label("phones")).where(where).order_by(room_city.c.folded, room_city.c.id)
    return tuple(_city(row) for row in connection.execute(query))


def erase_cities(connection: Connection, where: ColumnElement[bool]) -> int:
    """Erases cities of rooms with everything they said, as part of a larger transaction; how many they were."""
    doomed = select(room_city.c.id).where(where).scalar_subquery()
    for table in (room_answer, room_item, room_phone):
        connection.execute(delete(table).where(table.c.city_id.in_(doomed)))
    return connection.execute(delete(room_city).where(where)).rowcount


def erase_contributions(database: Database, before: datetime.datetime) -> int:
    """Erases what cities and phones said in rooms that were opened before; what was revealed stays. How many cities."""

    def erase(connection: Connection) -> int:
        old = select(room.c.id).where(room.c.created <= before).scalar_subquery()
        gone = erase_cities(connection, room_city.c.room_id.in_(old))
        connection.execute(delete(room_phone).where(room_phone.c.room_id.in_(old)))
        return gone

    return database.write(erase)


def erase_rooms(connection: Connection, where: ColumnElement[bool]) -> None:
    """Erases rooms with everything in them, as part of a larger transaction."""
    doomed = select(room.c.id).where(where).scalar_subquery()
    erase_cities(connection, room_city.c.room_id.in_(doomed))
    for table in (room_phone, room_edition, room_leader):
        connection.execute(delete(table).where(table.c.room_id.in_(doomed)))
    connection.execute(delete(room).where(where))


def folded(name: str) -> str:
    """A name as two phones of one city may both have typed it."""
    return " ".join(name.casefold().split())


def _appoint(connection: Connection, room_id: str, person: str) -> None:
    statement = insert_into(connection, room_leader).values(room_id=room_id, person_id=person)
    connection.execute(statement.on_conflict_do_nothing())


def _row(of: Room) -> dict[str, object]:
    row = {**asdict(of), "questions": json.dumps(of.questions), "cohort_id": of.cohort, "solved": int(of.solved)}
    return {name: value for name, value in row.items() if name in room.c}


def _room(row: Row[*tuple[Any, ...]], leaders: frozenset[str]) -> Room:
    kept = dict(row._mapping)
    kept["cohort"] = kept.pop("cohort_id")
    kept |= {"questions": tuple(json.loads(row.questions)), "solved": bool(row.solved), "leaders": leaders}
    return Room(**kept)


def _city(row: Row[*tuple[Any, ...]]) -> RoomCity:
    finished = frozenset[int](json.loads(row.finished))
    return RoomCity(
        row.id, row.room_id, row.name, row.code, row.joined, finished, counted=bool(row.counted), phones=row.phones
    )


def _edition(row: Row[*tuple[Any, ...]]) -> RoomEdition:
    content = json.loads(row.content)
    cells = tuple(_cell(each) for each in content["cells"])
    count: int = row._mapping["count"]  # a row counts itself by this name
    return RoomEdition(row.number, row.at, row.rules, count, tuple(content["ratings"]), cells)


def _cell_told(of: RoomCell) -> dict[str, object]:
    why = None if of.why is None else [of.why.sentence, dict(of.why.blanks)]
    return {"cell": of.cell, "figures": [_figures_told(each) for each in of.figures], "why": why}


def _cell(told: dict[str, Any]) -> RoomCell:
    why = None if told["why"] is None else Message(*told["why"])
    return RoomCell(told["cell"], tuple(_figures(each) for each in told["figures"]), why)


def _figures_told(of: Figures) -> list[object]:
    quartiles = None if of.quartiles is None else [str(each) for each in of.quartiles]
    return [of.count, str(of.mean), None if of.median is None else str(of.median), quartiles, of.shares]


def _figures(told: Sequence[Any]) -> Figures:
    count, mean, median, quartiles, shares = told
    return Figures(
        count,
        Fraction(mean),
        None if median is None else Fraction(median),
        None if quartiles is None else (Fraction(quartiles[0]), Fraction(quartiles[1])),
        None if shares is None else tuple(shares),
    )
