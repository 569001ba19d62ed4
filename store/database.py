"""A database that is ready for use: many read, changes go through the writer that suits the engine."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from store.postgresql import server_engine
from store.sqlite import reader_engine, writer_engine
from store.writer import DirectWriter, GroupWriter, Work, Writer

T = TypeVar("T")

PATIENCE_SECONDS = 15.0
"""How long an exchange of the database waits for those who are still reading or writing."""


class Busy(Exception):  # noqa: N818 - named for what was found
    """Somebody did not finish reading or writing in time, so the database could not be exchanged."""


class Passage:
    """Lets any number through at once, or one alone while nobody is inside and everybody else waits outside."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside = 0
        self._shut = False

    @contextmanager
    def through(self) -> Iterator[None]:
        """Inside together with others."""
        with self._changed:
            self._changed.wait_for(lambda: not self._shut)
            self._inside += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self, patience_seconds: float) -> Iterator[None]:
        """Inside alone. Raises `Busy` where somebody stays inside for longer than that."""
        with self._changed:
            self._changed.wait_for(lambda: not self._shut)
            self._shut = True
        try:
            with self._changed:
                if not self._changed.wait_for(lambda: self._inside == 0, patience_seconds):
                    raise Busy
            yield
        finally:
            with self._changed:
                self._shut = False
                self._changed.notify_all()


@dataclass
class Database:
    """Reads on connections of their own, writes through one writer."""

    readers: Engine
    writer: Writer
    _passage: Passage = field(default_factory=Passage)

    def read(self, work: Callable[[Connection], T]) -> T:
        """The result of `work`, which sees one consistent state."""
        with self._passage.through(), self.readers.connect() as connection:
            return work(connection)

    def write(self, work: Work[T]) -> T:
        """The result of `work`, committed. Raises `NotSaved`."""
        with self._passage.through():
            return self.writer.run(work)

    def close(self) -> None:
        """Commits what waits and lets go of all connections."""
        self.writer.close()
        self.readers.dispose()

    def exchange(self, work: Callable[[Path], T]) -> T:
        """The result of `work` on the file of the database, while it is closed and everybody waits.

        Afterwards the database is open again, whatever became of the work.

        Raises:
            Busy: where somebody did not finish in time.
        """
        path = sqlite_path(str(self.readers.url))
        if path is None:
            raise ValueError("only a SQLite file can be exchanged")
        with self._passage.alone(PATIENCE_SECONDS):
            self.close()
            try:
                return work(path)
            finally:
                self.writer = GroupWriter(writer_engine(path))


def open_database(url: str) -> Database:
    """Opens a database whose schema is up to date (see `store.migration`)."""
    if (path := sqlite_path(url)) is not None:
        return Database(reader_engine(path), GroupWriter(writer_engine(path)))
    engine = server_engine(url)
    return Database(engine, DirectWriter(engine))


def file_url(path: Path) -> str:
    """The address of a SQLite file, whatever characters its name has."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def usable(url: str) -> bool:
    """Whether this is the address of a database that we can speak to: a SQLite file, or PostgreSQL by our driver."""
    try:
        return sqlite_path(url) is not None or make_url(url).drivername == "postgresql+pg8000"
    except (ArgumentError, ValueError):
        return False


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite address, None for another database. Raises `ValueError` for one without a file."""
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite":
        return None
    if not parts.database or parts.database == ":memory:":
        raise ValueError("SQLite needs a file here: sqlite:///folder/hanse.db")
    return Path(parts.database)
