"""How SQLite is opened: durable, strict, and with a verdict on the library that came with the machine."""

import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event

try:
    from pysqlite3 import dbapi2 as _bundled
except ImportError:  # no wheel for this Python or machine
    _bundled = None

MODULE: ModuleType = _bundled or sqlite3.dbapi2
"""The SQLite that is used: the one that ships with the package where there is one, else Python's own."""

BUSY_SECONDS = 10.0
READERS = 10
MORE_READERS = 40

Version = tuple[int, int, int]
_MENDED_BRANCHES: tuple[Version, ...] = ((3, 44, 6), (3, 50, 7))
_MENDED: Version = (3, 51, 3)
_FIRST_WITH_LOG: Version = (3, 7, 0)


def version() -> Version:
    """The version of the SQLite library in use."""
    major, minor, patch = MODULE.sqlite_version_info[:3]
    return major, minor, patch


def loses_commits(of: Version) -> bool:
    """Whether this version has the fault that can lose commits while another connection checkpoints the log.

    Faulty from 3.7.0 on, mended in 3.51.3 and, on their branches, in 3.50.7 and 3.44.6.
    """
    mended_on_branch = any(of[:2] == branch[:2] and of >= branch for branch in _MENDED_BRANCHES)
    return _FIRST_WITH_LOG <= of < _MENDED and not mended_on_branch


def writer_engine(path: Path) -> Engine:
    """An engine with one connection that takes the write lock at the start of each transaction."""
    return _engine(path, "BEGIN IMMEDIATE", {"pool_size": 1, "max_overflow": 0}, ())


def reader_engine(path: Path) -> Engine:
    """An engine whose connections cannot write, however the statement reads."""
    return _engine(path, "BEGIN", {"pool_size": READERS, "max_overflow": MORE_READERS}, ("query_only=ON",))


def migration_engine(path: Path) -> Engine:
    """An engine for changing the schema: foreign keys are off, since a table may be rebuilt under its references."""
    return _engine(path, "BEGIN IMMEDIATE", {"pool_size": 1, "max_overflow": 0}, ("foreign_keys=OFF",))


def _engine(path: Path, begin: str, pool: dict[str, int], more: tuple[str, ...]) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=MODULE,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None, "check_same_thread": False},
        **pool,
    )
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", *more)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
