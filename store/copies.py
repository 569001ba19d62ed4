"""The copies of a SQLite database: made, looked over, put back while the program runs, and erased when they are old."""

import datetime
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from models.copies import Copy, CopyKind, PutBack
from store.backup import BackupFailed, back_up, connect, note_backup
from store.database import Busy, Database, file_url, sqlite_path
from store.migration import UnknownRevision, migrate
from store.restore import Damaged, InUse, NoBackup, restore, usable
from store.sqlite import MODULE

_STAMP = re.compile(r"\d{8}T\d{6}")


@dataclass(frozen=True)
class Copies:
    """The copies in the folder `backups` of the data folder."""

    database: Database
    data: Path

    @property
    def possible(self) -> bool:
        """Whether this program can make copies: of a SQLite database only."""
        return self._path is not None

    def all(self) -> tuple[Copy, ...]:
        """Every copy, newest first."""
        return tuple(sorted(self._every(), key=lambda each: (each.made, each.name), reverse=True))

    def make(self, at: datetime.datetime) -> Copy:
        """Makes a copy while others go on saving. Raises `OSError` where it could not be made."""
        if self._path is None:
            raise ValueError("only a SQLite file can be copied")
        copy = self._folder / f"{self._path.stem}-{at:%Y%m%dT%H%M%S}.db"
        try:
            back_up(self._path, copy)
        except BackupFailed as failed:
            raise OSError(str(failed)) from failed
        note_backup(self.data, at)
        return _looked_at(copy)

    def file(self, name: str) -> Path | None:
        """Where a copy is, None where there is none of this name."""
        return next((path for path in self._files() if path.name == name), None)

    def put_back(self, name: str, at: datetime.datetime) -> PutBack:
        """Puts a copy in the place of the database, which is kept as a copy itself. Everybody waits meanwhile."""
        copy = self.file(name)
        if copy is None:
            return "unknown"
        try:
            self.database.exchange(lambda path: self._exchange(copy, path, at))
        except (NoBackup, Damaged, BackupFailed):
            return "unusable"
        except UnknownRevision:
            return "newer"
        except (InUse, Busy):
            return "busy"
        return "done"

    def erase_before(self, moment: datetime.datetime) -> int:
        """Erases copies that are older, but never the newest that can be used. Gives how many went."""
        every = self.all()
        newest = next((each.name for each in every if each.sound), None)
        old = [each for each in every if each.made < moment and each.name != newest]
        for each in old:
            (self._folder / each.name).unlink(missing_ok=True)
        return len(old)

    def _exchange(self, copy: Path, path: Path, at: datetime.datetime) -> None:
        done = restore(copy, path, at, force=True, aside_in=self._folder)
        try:
            migrate(file_url(path), at)
        except BaseException:
            # A copy that cannot be brought up to date is of no use: what was there before comes back.
            if done.aside is not None:
                restore(done.aside, path, at + datetime.timedelta(seconds=1), force=True, aside_in=self._folder)
            raise

    @property
    def _path(self) -> Path | None:
        return sqlite_path(str(self.database.readers.url))

    @property
    def _folder(self) -> Path:
        return self.data / "backups"

    def _files(self) -> list[Path]:
        return [path for path in self._folder.glob("*.db") if path.is_file() and not path.name.startswith(".")]

    def _every(self) -> Iterator[Copy]:
        return (_looked_at(path) for path in self._files())


def _looked_at(path: Path) -> Copy:
    state = path.stat()
    return _checked(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=200)
def _checked(path: Path, changed: int, size: int) -> Copy:
    """The check reads the whole file, so it is done once for each state of it."""
    made, kind = _made(path.name, changed), _kind(path.name)
    try:
        usable(path)
        with closing(connect(path)) as connection:
            assessments, changes = (
                int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - names from here
                for table in ("assessment", "answer_event")
            )
    except (NoBackup, Damaged, UnknownRevision, MODULE.DatabaseError):
        return Copy(path.name, made, kind, size, sound=False)
    return Copy(path.name, made, kind, size, sound=True, assessments=assessments, changes=changes)


def _made(name: str, changed: int) -> datetime.datetime:
    stamp = _STAMP.search(name)
    if stamp is None:
        return datetime.datetime.fromtimestamp(changed / 1e9, datetime.UTC)
    return datetime.datetime.strptime(stamp.group(), "%Y%m%dT%H%M%S").replace(tzinfo=datetime.UTC)


def _kind(name: str) -> CopyKind:
    if "-before-update-" in name:
        return "before update"
    return "before restore" if "-before-restore-" in name else "made"
