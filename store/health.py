"""What there is to know about the database and the disk under it, before somebody misses an answer."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import exists, select
from sqlalchemy.exc import DBAPIError

from models.health import Check, Health
from store import sqlite
from store.backup import last_backup
from store.database import Database, sqlite_path
from store.disk import LOW_DISK_BYTES, free
from store.migration import newest, revision
from store.tables import answer

LATE_BACKUP = datetime.timedelta(hours=36)
"""A backup each night is never older than this."""

LONG_LOG_BYTES = 100_000_000
"""SQLite begins its log anew after some megabytes, unless somebody reads without end."""


def examine(database: Database, folder: Path, now: datetime.datetime) -> Health:
    """Looks at the schema, the SQLite library in use, its log, the last backup and the free space in the data folder.

    Backups of PostgreSQL are made without this program, so nothing is said about them.
    """
    return Health(tuple(_checks(database, folder, now)))


def _checks(database: Database, folder: Path, now: datetime.datetime) -> Iterator[Check]:
    schema = _schema(database)
    yield schema
    if (path := sqlite_path(str(database.readers.url))) is not None:
        yield verdict(sqlite.version())
        yield _log(path)
        if schema.well:
            yield _backup(database, last_backup(folder), now)
    left = free(folder)
    yield Check("disk", left >= LOW_DISK_BYTES, f"{left // 1_000_000} MB free in the data folder")


def _schema(database: Database) -> Check:
    try:
        found = revision(database.readers)
    except DBAPIError as error:
        return Check("database", False, f"cannot be read: {type(error).__name__}")
    return Check("database", found == newest(), f"at revision {found}; this version needs {newest()}")


def _log(path: Path) -> Check:
    log = path.with_name(f"{path.name}-wal")
    size = log.stat().st_size if log.exists() else 0
    return Check("log", size < LONG_LOG_BYTES, f"{size / 1_000_000:.1f} MB of SQLite's log", can_wait=True)


def _backup(database: Database, last: datetime.datetime | None, now: datetime.datetime) -> Check:
    if last is None:
        nothing = not database.read(lambda connection: connection.execute(select(exists(select(answer)))).scalar_one())
        found = "none is needed before the first answer" if nothing else "none was made yet"
        return Check("backup", nothing, found, can_wait=True)
    hours = (now - last) / datetime.timedelta(hours=1)
    return Check("backup", now - last <= LATE_BACKUP, f"the last one was made {hours:.0f} hours ago", can_wait=True)


def verdict(version: sqlite.Version) -> Check:
    """Whether this SQLite keeps what it committed."""
    name = ".".join(map(str, version))
    if not sqlite.loses_commits(version):
        return Check("sqlite", True, f"{name} has no known fault that loses answers")
    return Check(
        "sqlite",
        False,
        f"{name} can lose saved answers while the log is written back (mended in 3.51.3, 3.50.7 and 3.44.6); "
        "one writer is used, which makes this unlikely; install the package pysqlite3, which brings a newer one",
    )
