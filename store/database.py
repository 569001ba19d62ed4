"""A database that is ready for use: many read, changes go through the writer that suits the engine."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, make_url

from store.postgresql import server_engine
from store.sqlite import reader_engine, writer_engine
from store.writer import DirectWriter, GroupWriter, Work, Writer

T = TypeVar("T")


@dataclass(frozen=True)
class Database:
    """Reads on connections of their own, writes through one writer."""

    readers: Engine
    writer: Writer

    def read(self, work: Callable[[Connection], T]) -> T:
        """The result of `work`, which sees one consistent state."""
        with self.readers.connect() as connection:
            return work(connection)

    def write(self, work: Work[T]) -> T:
        """The result of `work`, committed. Raises `NotSaved`."""
        return self.writer.run(work)

    def close(self) -> None:
        """Commits what waits and lets go of all connections."""
        self.writer.close()
        self.readers.dispose()


def open_database(url: str) -> Database:
    """Opens a database whose schema is up to date (see `store.migration`)."""
    if (path := sqlite_path(url)) is not None:
        return Database(reader_engine(path), GroupWriter(writer_engine(path)))
    engine = server_engine(url)
    return Database(engine, DirectWriter(engine))


def file_url(path: Path) -> str:
    """The address of a SQLite file, whatever characters its name has."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite address, None for another database. Raises `ValueError` for one without a file."""
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite":
        return None
    if not parts.database or parts.database == ":memory:":
        raise ValueError("SQLite needs a file here: sqlite:///folder/hanse.db")
    return Path(parts.database)
