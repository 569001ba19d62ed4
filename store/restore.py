"""Puts a backup in the place of the database: checked before, exchanged at one moment, the old one kept aside."""

import datetime
import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from store.backup import Backup, back_up, connect, to_disk
from store.migration import UnknownRevision, known
from store.sqlite import MODULE

_BEGINNING = b"SQLite format 3\0"
_PATIENCE_SECONDS = 1.0
_DOORS = ("web_session", "one_time_code")


class NoBackup(Exception):  # noqa: N818 - named for what was found
    """The file is no database of this program."""


class Damaged(Exception):  # noqa: N818 - named for what was found
    """The backup does not pass SQLite's own check. The argument says what SQLite found."""


class InUse(Exception):  # noqa: N818 - named for what was found
    """The program is still running on the database that is to be exchanged."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place: its revision and rows; and where the database is that stood there before, if any."""

    revision: str
    counts: dict[str, int]
    aside: Path | None


def restore(
    copy: Path, database: Path, now: datetime.datetime, *, force: bool = False, aside_in: Path | None = None
) -> Restored:
    """Puts a copy of `copy` in the place of `database`. The program must not be running.

    Until the last moment the database is the old one, from then on it is the new one, whatever happens in between.
    Nobody is signed in afterwards, and no link serves: what was ended since the backup must not come to life again.

    Args:
        copy: a backup; it stays as it is.
        database: the file that the program uses.
        now: names the database that is kept aside.
        force: whether a database that is there may be exchanged.
        aside_in: the folder in which it is kept, on the same disk; beside the new one where absent.

    Raises:
        FileNotFoundError: where there is no backup.
        FileExistsError: where there is a database and no `force`.
        NoBackup, Damaged, UnknownRevision: where the file cannot be used.
        InUse: where the program is running.
        BackupFailed: where the copy of the copy does not pass its check.
    """
    revision = usable(copy)
    if database.exists() and not force:
        raise FileExistsError(database)
    fresh = database.with_name(f".{database.name}.restored")
    fresh.unlink(missing_ok=True)
    done = back_up(copy, fresh)
    try:
        _shut_doors(fresh)
        return Restored(revision, done.counts, _exchange(done, database, now, aside_in or database.parent))
    finally:
        fresh.unlink(missing_ok=True)


def usable(copy: Path) -> str:
    """The revision of a backup that can be used. Raises as `restore`."""
    if not copy.exists():
        raise FileNotFoundError(copy)
    try:
        with closing(connect(copy)) as connection:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (MODULE.OperationalError, TypeError) as error:
        raise NoBackup from error
    except MODULE.DatabaseError as error:
        raise (NoBackup if "not a database" in str(error) else Damaged)(str(error)) from error
    if verdict != "ok":
        raise Damaged(verdict)
    if revision not in known():
        raise UnknownRevision([revision])
    return str(revision)


def _shut_doors(fresh: Path) -> None:
    with closing(connect(fresh)) as connection:
        there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in _DOORS:
            if table in there:
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names from above
    to_disk(fresh)


def _exchange(fresh: Backup, database: Path, now: datetime.datetime, folder: Path) -> Path | None:
    aside = folder / f"{database.stem}-before-restore-{now:%Y%m%dT%H%M%S}.db"
    if database.exists():
        _fold_in_the_log(database)
        os.link(database, aside)
    # What is left of the log of a damaged database would be taken for the log of the new one.
    for end in ("-wal", "-shm"):
        rest = database.with_name(database.name + end)
        if rest.exists():
            rest.rename(aside.with_name(aside.name + end))
    fresh.path.replace(database)
    to_disk(database.parent)
    return aside if aside.exists() else None


def _fold_in_the_log(database: Path) -> None:
    """Brings everything into the one file, which SQLite does only where nobody else has the database open.

    A damaged database is left as it is. Most of all where it has lost its beginning: SQLite would throw its log away.
    """
    with database.open("rb") as file:
        if file.read(len(_BEGINNING)) != _BEGINNING:
            return
    try:
        with closing(connect(database, _PATIENCE_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except MODULE.OperationalError as error:
        if "locked" in str(error):
            raise InUse from error
    except MODULE.DatabaseError:
        return
