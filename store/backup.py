"""A copy of a SQLite database that is complete, checked and on disk before it gets its name.

Copying the file itself would miss what still stands in the log beside it; SQLite writes the copy instead, while
others go on saving.
"""

import datetime
import os
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.sqlite import BUSY_SECONDS, MODULE

_LAST_BACKUP = "last-backup"
_COUNTED = ("assessment", "answer", "answer_event", "page")


class BackupFailed(Exception):  # noqa: N818 - named for what happened
    """The copy is not what it should be. It was removed; the database itself is untouched."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished copy: where it is, its bytes, and the rows of each table with content."""

    path: Path
    size: int
    counts: dict[str, int]


def back_up(database: Path, copy: Path) -> Backup:
    """Copies the database to `copy`, readable for its owner alone.

    Raises:
        FileNotFoundError: where there is no database.
        FileExistsError: where the copy would overwrite something.
        BackupFailed: where the copy does not pass its check.
    """
    if not database.exists():
        raise FileNotFoundError(database)
    if copy.exists():
        raise FileExistsError(copy)
    copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = copy.with_name(f".{copy.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        counts = _checked(unfinished, _write_copy(database, unfinished))
        to_disk(unfinished)
        unfinished.rename(copy)
        to_disk(copy.parent)
    except MODULE.DatabaseError as error:
        raise BackupFailed(str(error)) from error
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    return Backup(copy, copy.stat().st_size, counts)


def note_backup(folder: Path, at: datetime.datetime) -> None:
    """Notes in the data folder that a backup was finished, for the health of the installation."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    note = folder / _LAST_BACKUP
    unfinished = note.with_name(f".{note.name}.unfinished")
    unfinished.write_text(f"{at.isoformat()}\n", encoding="ascii")
    unfinished.replace(note)


def last_backup(folder: Path) -> datetime.datetime | None:
    """When the last backup was finished; None where none is known of."""
    try:
        return datetime.datetime.fromisoformat((folder / _LAST_BACKUP).read_text(encoding="ascii").strip())
    except (FileNotFoundError, ValueError):
        return None


def _write_copy(database: Path, copy: Path) -> dict[str, int]:
    """Writes the copy; gives the rows that were there before and afterwards, which the copy must at least hold."""
    with closing(connect(database)) as source:
        before = _counts(source)
        source.execute("VACUUM INTO ?", (str(copy),))
        after = _counts(source)
        return {table: min(number, after.get(table, 0)) for table, number in before.items()}


def _checked(copy: Path, before: dict[str, int]) -> dict[str, int]:
    """The rows of the copy. People go on saving while it is written, so it may hold more than was there before."""
    with closing(connect(copy)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        counts = _counts(connection)
    fewer = [table for table, number in before.items() if counts.get(table, 0) < number]
    if verdict != "ok" or fewer:
        raise BackupFailed(f"integrity check says {verdict}; fewer rows than before in {fewer or 'no table'}")
    return counts


def _counts(connection: Any) -> dict[str, int]:
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names from above
        for table in _COUNTED
        if table in there
    }


def connect(path: Path, patience_seconds: float = BUSY_SECONDS) -> Any:
    """A connection to a database file, for looking after the file itself rather than for what is in it."""
    return MODULE.connect(str(path), timeout=patience_seconds, isolation_level=None)


def to_disk(path: Path) -> None:
    """Returns once a file, or the names in a folder, are on the disk for good."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
