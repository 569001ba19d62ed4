"""What was erased or taken out must not come back with a backup that was made before: people, and texts about them."""

import datetime
import json
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from models.audit import Note
from models.personal import Erased
from store.backup import connect
from store.database import file_url, open_database
from store.migration import migrate
from store.personal import SqlPersonal
from store.sqlite import MODULE

ERASED = "erase person"
"""What the trail calls an erasure."""

REDACTED = "redact texts"
"""What the trail calls a text that was taken out."""

_QUERY = (
    "SELECT person_id, action, subject, subject_id, city_id, detail, at FROM audit_entry "
    "WHERE action IN (?, ?) ORDER BY number"
)


class Unreadable(Exception):  # noqa: N818 - named for what was found
    """Nobody can tell from this database who was erased and what was taken out."""


def gone_in(database: Path) -> tuple[Note, ...]:
    """The notes of everything erased or taken out that a database tells of, in their order.

    It is only read, and may be of an older version.

    Raises:
        Unreadable: where it is damaged.
    """
    try:
        with closing(connect(database)) as connection:
            if connection.execute("SELECT name FROM sqlite_master WHERE name = 'audit_entry'").fetchone() is None:
                return ()
            rows = connection.execute(_QUERY, (ERASED, REDACTED)).fetchall()
    except MODULE.DatabaseError as error:
        raise Unreadable(str(error)) from error
    return tuple(
        Note(datetime.datetime.fromisoformat(at), person, action, subject, subject_id, city, json.loads(detail))
        for person, action, subject, subject_id, city, detail, at in rows
    )


def erase_again(database: Path, erasures: tuple[Note, ...], now: datetime.datetime) -> Counter[Erased]:
    """Erases these people once more where a copy brought them back; how often which outcome.

    The tables are brought up to date for it, as the program does at its next start. Whoever is the only
    administrator in the copy stays (`last`), until somebody else has that role; a city gets another lead from them.
    """
    if not erasures:
        return Counter()
    url = file_url(database)
    migrate(url, now)
    opened = open_database(url)
    try:
        erase = SqlPersonal(opened).erase
        return Counter(erase(note.subject_id, note=replace(note, at=now), leaderless=True) for note in erasures)
    finally:
        opened.close()
