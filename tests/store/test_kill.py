"""The process is killed in the middle of a storm of saves, over and over: nothing acknowledged may be missing."""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select, text

from store.database import open_database
from store.migration import migrate
from store.tables import answer_event
from tests.parts import needs, rounds
from tests.store import postgres
from tests.store.conftest import stores_on
from tests.store.samples import MOMENT

ROOT = Path(__file__).parents[2]
KILLS = rounds(usual=20, soak=1_000)
SERVER_KILLS = rounds(usual=2, soak=200)
CONTROL_KILLS = 3


def _kill_in_a_storm(
    url: str, run: str, mode: str, acknowledgements: int, before: Callable[[], None] = lambda: None
) -> set[str]:
    """Lets a child save, kills it after so many acknowledgements, and gives all that it had acknowledged.

    `before` happens in the midst of the storm, just before the child is killed.
    """
    command = [sys.executable, "-m", "tests.store.storm", url, run, mode]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        acknowledged = [child.stdout.readline() for _ in range(acknowledgements)]
        before()
        child.kill()
        acknowledged += child.stdout.readlines()
    return {line.decode().strip() for line in acknowledged if line.endswith(b"\n")}


def _lost(url: str, mode: str, kills: int) -> set[str]:
    """Acknowledged saves that the database does not have after all these kills."""
    chance = random.Random(kills)  # noqa: S311 - a dice, no secret
    acknowledged: set[str] = set()
    for number in range(kills):
        acknowledged |= _kill_in_a_storm(url, f"run{number}", mode, chance.randint(1, 150))
    assert len(acknowledged) >= kills
    return acknowledged - _stored(url)


def _stored(url: str) -> set[str]:
    database = open_database(url)
    ops = database.read(lambda connection: connection.execute(select(answer_event.c.op)).scalars().all())
    database.close()
    return set(ops)


def _broken(url: str) -> list[str]:
    """Questions whose history does not lead to what stands there, and what SQLite itself finds damaged."""
    database = open_database(url)
    store = stores_on(database).answers
    broken = []
    if database.readers.dialect.name == "sqlite":
        check = database.read(lambda connection: connection.execute(text("PRAGMA integrity_check")).scalar_one())
        broken += [] if check == "ok" else [check]
    for indicator, stored in store.answers("a1").items():
        events, now = store.history("a1", indicator), stored.fields["note"]
        if [each.version for each in events] != list(range(1, now.version + 1)) or events[-1].value != now.value:
            broken.append(indicator)
    database.close()
    return broken


@pytest.fixture
def url(sqlite_url: str) -> str:
    database = open_database(sqlite_url)
    stores_on(database).begun()
    database.close()
    return sqlite_url


@pytest.mark.soak
def test_no_acknowledged_answer_is_missing_however_often_the_process_is_killed(url: str) -> None:
    assert _lost(url, "true", KILLS) == set()
    assert _broken(url) == []


def test_a_writer_that_acknowledges_before_the_commit_is_caught(url: str) -> None:
    assert _lost(url, "early", CONTROL_KILLS) != set()


@pytest.mark.soak
def test_no_acknowledged_answer_is_missing_after_a_crash_of_the_postgresql_server() -> None:
    server = postgres.start(needs("postgresql").parent, durable=True)
    try:
        url = server.create("storm")
        migrate(url, MOMENT)
        database = open_database(url)
        stores_on(database).begun()
        database.close()
        acknowledged: set[str] = set()
        for number in range(SERVER_KILLS):
            acknowledged |= _kill_in_a_storm(url, f"run{number}", "true", 40 + number % 60, before=server.crash)
            server.run()
        assert len(acknowledged) >= 40 * SERVER_KILLS
        assert acknowledged - _stored(url) == set()
        assert _broken(url) == []
    finally:
        server.stop()
