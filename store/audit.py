"""The audit trail: each entry carries the digest of the one before it, so that nothing is taken out or changed unseen.

Entries are written in the transaction of the change they tell of. They grow old and are erased, from the front only;
the digest of the last one that was erased stays as an anchor, so that the rest can still be checked.
"""

import datetime
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, text

from models.audit import AuditEntry, Note, Verdict
from store.database import Database
from store.tables import audit_anchor, audit_entry

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

    def verified(self) -> Verdict:
        """Whether the entries fit together, from the anchor on."""

        def look(connection: Connection) -> Verdict:
            entries = tuple(map(_entry, connection.execute(select(audit_entry).order_by(audit_entry.c.number))))
            anchor = _anchor(connection)
            return Verdict(len(entries), broken_at(entries, anchor), entries[-1].digest if entries else anchor)

        return self.database.read(look)

    def erase_before(self, moment: datetime.datetime) -> int:
        """Erases what is older, from the front of the chain on, and keeps the anchor. Gives how many went."""

        def erase(connection: Connection) -> int:
            _lock(connection)
            kept = select(func.min(audit_entry.c.number)).where(audit_entry.c.at >= moment).scalar_subquery()
            old = (audit_entry.c.at < moment) & (audit_entry.c.number < func.coalesce(kept, audit_entry.c.number + 1))
            last = select(audit_entry.c.digest).where(old).order_by(audit_entry.c.number.desc()).limit(1)
            anchor = connection.execute(last).scalar_one_or_none()
            if anchor is None:
                return 0
            connection.execute(delete(audit_anchor))
            connection.execute(insert(audit_anchor).values(digest=anchor))
            return connection.execute(delete(audit_entry).where(old)).rowcount

        return self.database.write(erase)


def append(connection: Connection, note: Note | None) -> None:
    """Adds an entry to the end of the chain, in the transaction of `connection`; nothing without a note."""
    if note is None:
        return
    _lock(connection)
    last = select(audit_entry.c.digest).order_by(audit_entry.c.number.desc()).limit(1)
    before = connection.execute(last).scalar_one_or_none() or _anchor(connection)
    row = _row(note)
    connection.execute(insert(audit_entry).values(**row, before=before, digest=digest_of(note, before)))


def digest_of(note: Note, before: str) -> str:
    """The digest of an entry that comes after the one with the digest `before`."""
    told = {**_row(note), "at": note.at.astimezone(datetime.UTC).isoformat(timespec="microseconds"), "before": before}
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def broken_at(entries: Sequence[AuditEntry], anchor: str = FIRST) -> int | None:
    """The number of the first entry that does not fit the one before it or its own content; None where all fit."""
    before = anchor
    for entry in entries:
        if entry.before != before or entry.digest != digest_of(entry.note, before):
            return entry.number
        before = entry.digest
    return None


def _lock(connection: Connection) -> None:
    """One chain: whoever writes next must see what was written last. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRESQL_LOCK})


def _anchor(connection: Connection) -> str:
    """The digest of the last entry that was erased for its age, or what stands before the first one."""
    return connection.execute(select(audit_anchor.c.digest)).scalar_one_or_none() or FIRST


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
