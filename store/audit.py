"""The audit trail: each entry carries the digest of the one before it, so that nothing is taken out or changed unseen.

Entries are written in the transaction of the change they tell of.
"""

import datetime
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, text

from models.audit import AuditEntry, Note
from store.database import Database
from store.tables import audit_entry

FIRST = "0" * 64
"""What stands in place of the digest before the first entry."""

_POSTGRESQL_LOCK = 5_130_467


@dataclass(frozen=True)
class SqlAudit:
    """The trail. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def add(self, note: Note) -> None:
        """Notes something that changes nothing else, such as that a copy was handed out."""
        self.database.write(lambda connection: append(connection, note))

    def entries(self, city: str | None = None) -> tuple[AuditEntry, ...]:
        """All entries, or those about one city, oldest first."""
        query = select(audit_entry).order_by(audit_entry.c.number)
        if city is not None:
            query = query.where(audit_entry.c.city_id == city)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_entry(row) for row in rows)


def append(connection: Connection, note: Note | None) -> None:
    """Adds an entry to the end of the chain, in the transaction of `connection`; nothing without a note."""
    if note is None:
        return
    if connection.dialect.name == "postgresql":
        # One chain: whoever writes next must see this entry. SQLite has one writer anyway.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRESQL_LOCK})
    last = select(audit_entry.c.digest).order_by(audit_entry.c.number.desc()).limit(1)
    before = connection.execute(last).scalar_one_or_none() or FIRST
    row = _row(note)
    connection.execute(insert(audit_entry).values(**row, before=before, digest=digest_of(note, before)))


def digest_of(note: Note, before: str) -> str:
    """The digest of an entry that comes after the one with the digest `before`."""
    told = {**_row(note), "at": note.at.astimezone(datetime.UTC).isoformat(timespec="microseconds"), "before": before}
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def broken_at(entries: Sequence[AuditEntry]) -> int | None:
    """The number of the first entry that does not fit the one before it or its own content; None where all fit."""
    before = FIRST
    for entry in entries:
        if entry.before != before or entry.digest != digest_of(entry.note, before):
            return entry.number
        before = entry.digest
    return None


def _row(note: Note) -> dict[str, Any]:
    return {
        "at": note.at,
        "person_id": note.person,
        "action": note.action,
        "subject": note.subject,
        "subject_id": note.subject_id,
        "city_id": note.city,
        "detail": json.dumps(dict(note.detail), ensure_ascii=False, sort_keys=True),
    }


def _entry(row: Row[*tuple[Any, ...]]) -> AuditEntry:
    note = Note(row.at, row.person_id, row.action, row.subject, row.subject_id, row.city_id, json.loads(row.detail))
    return AuditEntry(row.number, note, row.before, row.digest)
