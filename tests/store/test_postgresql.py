"""Where a PostgreSQL server is away, people hear that nothing was saved, and saving goes on once it is back."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from models.assessment import NotSaved, Saved
from store.database import Database, open_database
from store.postgresql import unable
from store.writer import DirectWriter
from tests.store import postgres
from tests.store.conftest import stores_on
from tests.store.samples import F, L, change

MANUAL = Path(__file__).parents[2] / "docs" / "operations" / "backup.md"


@pytest.fixture
def database(own_postgresql_url: str) -> Iterator[Database]:
    opened = open_database(own_postgresql_url)
    yield opened
    opened.close()


def _end_all_others(connection: Connection) -> None:
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> {}"
    connection.execute(text(others.format("pg_backend_pid()")))


def test_a_save_whose_connection_postgresql_ends_is_told_as_not_saved(
    database: Database, own_postgresql_url: str
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(connection: Connection) -> None:
        begun.set()
        ended.wait()
        connection.execute(text("INSERT INTO city VALUES ('c1', 'Musterstadt')"))

    def end() -> None:
        begun.wait()
        engine = create_engine(own_postgresql_url)
        with engine.connect() as connection:
            _end_all_others(connection)
        engine.dispose()
        ended.set()

    ender = threading.Thread(target=end)
    ender.start()
    with pytest.raises(NotSaved):
        database.write(work)
    ender.join()
    assert database.read(lambda connection: connection.execute(text("SELECT count(*) FROM city")).scalar_one()) == 0


def test_saving_goes_on_after_postgresql_ended_all_connections(database: Database, own_postgresql_url: str) -> None:
    store = stores_on(database).begun().answers
    engine = create_engine(own_postgresql_url)
    with engine.connect() as connection:
        _end_all_others(connection)
    engine.dispose()
    assert isinstance(store.save([change(L, 0, "op1")])[0], Saved)


def test_a_server_that_cannot_be_reached_is_told_as_not_saved_postgresql(tmp_path: Path) -> None:
    writer = DirectWriter(create_engine(f"postgresql+pg8000://hanse@/hanse?unix_sock={tmp_path}/nobody"))
    with pytest.raises(NotSaved):
        writer.run(lambda connection: connection.execute(text("SELECT 1")))


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("INSERT INTO city VALUES ('c2', 'A'), ('c2', 'B')", IntegrityError),
        ("INSERT INTO nowhere VALUES (1)", DBAPIError),
    ],
)
def test_a_mistake_in_a_change_is_not_blamed_on_postgresql(
    database: Database, statement: str, told: type[Exception]
) -> None:
    with pytest.raises(told):
        database.write(lambda connection: connection.execute(text(statement)))


@pytest.mark.parametrize(
    ("code", "expected"), [("57P03", True), ("53300", True), ("40P01", True), ("42P01", False), ("23514", False)]
)
def test_the_code_of_a_postgresql_error_tells_whether_it_may_work_later(code: str, expected: bool) -> None:
    assert unable(ProgrammingError("", {}, Exception({"C": code}))) is expected


def test_the_commands_of_the_manual_copy_a_postgresql_database_and_put_it_back(
    database: Database, own_postgresql_url: str, server: postgres.Server
) -> None:
    store = stores_on(database).begun().answers
    store.save([change(L, 0, "op1")])
    copying, putting_back = re.findall(r"^    (pg_.+)$", MANUAL.read_text(encoding="utf-8"), re.MULTILINE)
    name = own_postgresql_url.partition("?")[0].rpartition("/")[2]
    server.carry_out(copying, name)
    store.save([change(F, 1, "op2")])
    database.readers.dispose()
    server.carry_out(putting_back, name)
    assert store.answers("a1")["GOV.1.O1"].rated == L
    assert isinstance(store.save([change(F, 1, "op3")])[0], Saved)
