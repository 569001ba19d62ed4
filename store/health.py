"""What there is to know about the database and the disk under it, before somebody misses an answer."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from models.health import Check, Health
from store import sqlite
from store.database import Database
from store.migration import newest, revision

LOW_DISK_BYTES = 200_000_000
"""Below this much free space the installation should be looked at."""


def examine(database: Database, folder: Path) -> Health:
    """Looks at the schema, the SQLite library in use and the free space in the data folder."""
    return Health(tuple(_checks(database, folder)))


def _checks(database: Database, folder: Path) -> Iterator[Check]:
    yield _schema(database)
    if database.readers.dialect.name == "sqlite":
        yield verdict(sqlite.version())
    free = shutil.disk_usage(folder).free
    yield Check("disk", free >= LOW_DISK_BYTES, f"{free // 1_000_000} MB free in the data folder")


def _schema(database: Database) -> Check:
    try:
        found = revision(database.readers)
    except DBAPIError as error:
        return Check("database", False, f"cannot be read: {type(error).__name__}")
    return Check("database", found == newest(), f"at revision {found}; this version needs {newest()}")


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
