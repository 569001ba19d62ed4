"""Brings a database to the tables of this version: all steps in one transaction, or none.

One process at a time: the write lock of SQLite, an advisory lock on PostgreSQL. A SQLite database with content is
copied before its first step. A database that knows steps unknown here was made by a newer version and stays untouched.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, text

from store.backup import back_up
from store.database import sqlite_path
from store.sqlite import migration_engine

SCRIPTS = Path(__file__).parent / "migrations"
_POSTGRESQL_LOCK = 4_267_310_001  # any number, as long as nothing else in this database uses it


class UnknownRevision(Exception):  # noqa: N818 - named for what was found
    """The database was made by a newer version of the program. It was left as it is."""

    def __init__(self, found: Iterable[str]) -> None:
        super().__init__(
            f"the database stands at revision {', '.join(sorted(found))}, which this version does not know; "
            "start the version that made it, or restore the backup that was taken before the update"
        )


class BrokenReferences(Exception):  # noqa: N818 - named for what was found
    """A migration would have left rows that point nowhere. It was rolled back."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What was done: the revision before (None for an empty database), the one now, and the copy taken before."""

    before: str | None
    now: str
    backup: Path | None = None


def migrate(url: str, now: datetime.datetime, scripts: Path = SCRIPTS) -> Migrated:
    """Brings the database to the newest revision.

    Args:
        url: address of the database; a SQLite file is made where there is none.
        now: names the copy that is taken before an existing SQLite database is changed.
        scripts: folder of the migrations.

    Raises:
        UnknownRevision: where the database is newer than the program.
    """
    path = sqlite_path(url)
    if path is not None:
        path.touch(mode=0o600)
    engine = create_engine(url) if path is None else migration_engine(path)
    try:
        with engine.begin() as connection:
            _wait_for_turn(connection)
            return _migrate(connection, ScriptDirectory(str(scripts)), path, now)
    finally:
        engine.dispose()


def revision(engine: Engine) -> str | None:
    """The revision that a database stands at; None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest(scripts: Path = SCRIPTS) -> str:
    """The revision that this version of the program needs."""
    head = ScriptDirectory(str(scripts)).get_current_head()
    if head is None:
        raise FileNotFoundError(f"no migrations in {scripts}")
    return head


def known(scripts: Path = SCRIPTS) -> frozenset[str]:
    """All revisions that this version of the program knows."""
    return frozenset(script.revision for script in ScriptDirectory(str(scripts)).walk_revisions())


def _wait_for_turn(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRESQL_LOCK})


def _migrate(connection: Connection, scripts: ScriptDirectory, path: Path | None, now: datetime.datetime) -> Migrated:
    context = MigrationContext.configure(
        connection, opts={"fn": lambda heads, _context: scripts._upgrade_revs("head", heads)}
    )
    before, head = context.get_current_revision(), newest(Path(scripts.dir))
    if before is not None and before not in known(Path(scripts.dir)):
        raise UnknownRevision([before])
    if before == head:
        return Migrated(before, head)
    copy = _copy_before(path, before, now)
    with Operations.context(context):
        context.run_migrations()
    _check_references(connection)
    return Migrated(before, head, copy)


def _copy_before(path: Path | None, before: str | None, now: datetime.datetime) -> Path | None:
    if path is None or before is None:
        return None
    copy = path.parent / "backups" / f"{path.stem}-before-update-{now:%Y%m%dT%H%M%S}-{before}.db"
    back_up(path, copy)
    return copy


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    if broken:
        raise BrokenReferences(f"{len(broken)} rows point nowhere, the first in table {broken[0][0]}")
