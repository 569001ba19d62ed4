"""The programme: events of cohorts and of the house, and the files that belong to them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from models.audit import Note
from models.cohort import Cohort
from models.programme import Event, KeptEvent, MaterialFile
from store.audit import append
from store.database import Database
from store.tables import cohort, programme_event, programme_file
from store.versions import keep_version


@dataclass(frozen=True)
class SqlProgramme:
    """The events. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of_cohort(self, cohort_id: str) -> tuple[KeptEvent, ...]:
        """The events of a cohort, by day."""
        return self._those(programme_event.c.cohort_id == cohort_id)

    def of_house(self) -> tuple[KeptEvent, ...]:
        """The events that belong to no cohort, by day."""
        return self._those(programme_event.c.cohort_id.is_(None))

    def get(self, event_id: str) -> KeptEvent | None:
        """The event with this id."""
        return next(iter(self._those(programme_event.c.id == event_id)), None)

    def keep(self, kept: KeptEvent, *, person: str, at: datetime.datetime, note: Note | None = None) -> bool:
        """Keeps a new event, or a changed one whose version is one above the version seen; else False."""
        row = programme_row(kept, person, at)
        values = {name: value for name, value in row.items() if name not in ("id", "version")}

        def write(connection: Connection) -> bool:
            done = keep_version(connection, programme_event, {"id": kept.id}, values, kept.version - 1)
            append(connection, note if done else None)
            return done

        return self.database.write(write)

    def remove(self, event_id: str, *, note: Note | None = None) -> None:
        """Erases an event with its files."""

        def erase(connection: Connection) -> None:
            connection.execute(delete(programme_file).where(programme_file.c.event_id == event_id))
            connection.execute(delete(programme_event).where(programme_event.c.id == event_id))
            append(connection, note)

        self.database.write(erase)

    def files(self, events: Sequence[str]) -> tuple[MaterialFile, ...]:
        """The files of these events, oldest first."""
        query = select(*_ABOUT).where(programme_file.c.event_id.in_(events))
        ordered = query.order_by(programme_file.c.at, programme_file.c.id)
        rows = self.database.read(lambda connection: connection.execute(ordered).all())
        return tuple(_file(row) for row in rows)

    def fetch(self, event_id: str, file_id: str) -> tuple[MaterialFile, bytes] | None:
        """A file of this event, with its content."""
        this = (programme_file.c.event_id == event_id) & (programme_file.c.id == file_id)
        row = self.database.read(
            lambda connection: connection.execute(select(programme_file).where(this)).one_or_none()
        )
        return None if row is None else (_file(row), bytes(row.content))

    def attach(self, file: MaterialFile, content: bytes, *, person: str, note: Note | None = None) -> None:
        """Puts a file to an event."""
        row = {
            "id": file.id,
            "event_id": file.event,
            "name": file.name,
            "media_type": file.media_type,
            "size": file.size,
            "digest": file.digest,
            "content": content,
            "person_id": person,
            "at": file.at,
        }

        def write(connection: Connection) -> None:
            connection.execute(insert(programme_file).values(row))
            append(connection, note)

        self.database.write(write)

    def detach(self, event_id: str, file_id: str, *, note: Note | None = None) -> None:
        """Takes a file away."""
        this = (programme_file.c.event_id == event_id) & (programme_file.c.id == file_id)

        def erase(connection: Connection) -> None:
            connection.execute(delete(programme_file).where(this))
            append(connection, note)

        self.database.write(erase)

    def _those(self, where: ColumnElement[bool]) -> tuple[KeptEvent, ...]:
        query = _EVENTS.where(where).order_by(programme_event.c.first_day, programme_event.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_event(row) for row in rows)


_ABOUT = [column for column in programme_file.c if column.name != "content"]
_EVENTS = select(
    programme_event,
    cohort.c.name.label("cohort_name"),
    cohort.c.invented.label("cohort_invented"),
    cohort.c.created.label("cohort_created"),
    cohort.c.version.label("cohort_version"),
).join(cohort, cohort.c.id == programme_event.c.cohort_id, isouter=True)


def programme_row(of: KeptEvent, person: str, at: datetime.datetime) -> dict[str, object]:
    """An event as its table keeps it."""
    return {
        "id": of.id,
        "cohort_id": of.cohort.id if of.cohort else None,
        "first_day": of.event.first_day,
        "event": of.event.model_dump_json(exclude_defaults=True),
        "version": of.version,
        "person_id": person,
        "at": at,
    }


def _event(row: Row[*tuple[Any, ...]]) -> KeptEvent:
    of = None
    if row.cohort_id is not None:
        made_up, begun = bool(row.cohort_invented), row.cohort_created
        of = Cohort(row.cohort_id, row.cohort_name, made_up, begun, row.cohort_version)
    return KeptEvent(row.id, of, Event.model_validate_json(row.event), row.version)


def _file(row: Row[*tuple[Any, ...]]) -> MaterialFile:
    return MaterialFile(row.id, row.event_id, row.name, row.media_type, row.size, row.digest, row.at)
