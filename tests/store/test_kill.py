"""Processes are killed in the middle of a storm of saves, over and over: nothing acknowledged may be missing.

What is killed is once the program itself, on either engine, and once the PostgreSQL server under it.
"""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select, text

from store.database import open_database
from store.migration import migrate
from store.tables import answer_event
from tests.figures import Note
from tests.parts import needs, rounds
from tests.store import postgres
from tests.store.conftest import stores_on
from tests.store.samples import MOMENT
from tests.store.storm import END

ROOT = Path(__file__).parents[2]
KILLS = {"sqlite": rounds(usual=20, soak=1_000), "postgresql": rounds(usual=20, soak=200)}
SERVER_KILLS = rounds(usual=20, soak=200)
CONTROL_KILLS = rounds(usual=3, soak=20)


@dataclass
class Storm:
    """A process that saves, and what it has acknowledged so far."""

    told: Iterator[bytes]
    process: int
    acknowledged: set[str] = field(default_factory=set)

    def wait_for(self, acknowledgements: int) -> None:
        """Waits until so many more saves were acknowledged."""
        more = {next(self.told).decode().strip() for _ in range(acknowledgements)}
        assert END not in more, "nothing is saved any more"
        self.acknowledged |= more

    def kill(self) -> set[str]:
        """Kills the process, and gives all that it had acknowledged."""
        os.kill(self.process, signal.SIGKILL)
        rest = (line.decode().strip() for line in iter(self.told.__next__, f"{END}\n".encode()))
        return self.acknowledged | set(rest)


@dataclass(frozen=True)
class Weather:
    """Where storms come from."""

    source: "subprocess.Popen[bytes]"

    def storm(self, url: str, run: str, mode: str = "true") -> Storm:
        """Lets a process save, on a database and in a mode of `tests.store.storm`."""
        assert self.source.stdin is not None
        assert self.source.stdout is not None
        self.source.stdin.write(f"{url} {run} {mode}\n".encode())
        self.source.stdin.flush()
        return Storm(iter(self.source.stdout.readline, b""), int(self.source.stdout.readline()))


@pytest.fixture(scope="module")
def weather() -> Iterator[Weather]:
    command = [sys.executable, "-m", "tests.store.storm"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as source:
        yield Weather(source)


@pytest.fixture
def durable() -> Iterator[postgres.Server]:
    """A PostgreSQL server that waits for the disk, as it does in real life."""
    server = postgres.start(needs("postgresql").parent, durable=True)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def durable_postgresql_url(durable: postgres.Server) -> str:
    url = durable.create("storm")
    migrate(url, MOMENT)
    return url


@pytest.fixture
def durable_sqlite_url(sqlite_url: str) -> str:
    return sqlite_url


def _begin(url: str) -> None:
    database = open_database(url)
    stores_on(database).begun()
    database.close()


def _acknowledged(weather: Weather, url: str, mode: str, kills: int) -> set[str]:
    """Kills one process after the other, each after a different number of saves; gives what was acknowledged."""
    chance = random.Random(kills)  # noqa: S311 - a dice, no secret
    acknowledged: set[str] = set()
    for number in range(kills):
        storm = weather.storm(url, f"run{number}", mode)
        storm.wait_for(chance.randint(1, 40))
        acknowledged |= storm.kill()
    assert len(acknowledged) >= kills
    return acknowledged


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


@pytest.mark.soak
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_no_acknowledged_answer_is_missing_however_often_the_process_is_killed(
    engine: str, weather: Weather, request: pytest.FixtureRequest, note: Note
) -> None:
    url = request.getfixturevalue(f"durable_{engine}_url")
    _begin(url)
    acknowledged = _acknowledged(weather, url, "true", KILLS[engine])
    lost, broken = acknowledged - _stored(url), _broken(url)
    note(f"{KILLS[engine]} kills of the process on {engine}: {len(lost)} of {len(acknowledged)} answers lost")
    assert (lost, broken) == (set(), [])


@pytest.mark.soak
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_a_writer_that_acknowledges_before_the_commit_is_caught(
    engine: str, weather: Weather, request: pytest.FixtureRequest, note: Note
) -> None:
    url = request.getfixturevalue(f"durable_{engine}_url")
    _begin(url)
    acknowledged = _acknowledged(weather, url, "early", CONTROL_KILLS)
    lost = acknowledged - _stored(url)
    note(f"{CONTROL_KILLS} kills of an early writer on {engine}: {len(lost)} of {len(acknowledged)} answers lost")
    assert lost != set()


def _acknowledged_over(server: postgres.Server, weather: Weather, url: str, kills: int) -> set[str]:
    """Kills the server under one and the same process, which goes on saving; gives what it acknowledged."""
    storm = weather.storm(url, "run")
    for number in range(kills):
        storm.wait_for(10 + number % 30)
        server.kill()
        server.run()
    return storm.kill()


@pytest.mark.soak
def test_no_acknowledged_answer_is_missing_however_often_the_postgresql_server_is_killed(
    durable: postgres.Server, durable_postgresql_url: str, weather: Weather, note: Note
) -> None:
    _begin(durable_postgresql_url)
    acknowledged = _acknowledged_over(durable, weather, durable_postgresql_url, SERVER_KILLS)
    lost, broken = acknowledged - _stored(durable_postgresql_url), _broken(durable_postgresql_url)
    note(f"{SERVER_KILLS} kills of the PostgreSQL server: {len(lost)} of {len(acknowledged)} answers lost")
    assert (lost, broken) == (set(), [])


@pytest.mark.soak
def test_a_postgresql_server_that_does_not_wait_for_its_log_is_caught(
    durable: postgres.Server, durable_postgresql_url: str, weather: Weather, note: Note
) -> None:
    _begin(durable_postgresql_url)
    durable.execute("ALTER DATABASE storm SET synchronous_commit = off")
    acknowledged = _acknowledged_over(durable, weather, durable_postgresql_url, CONTROL_KILLS)
    lost = acknowledged - _stored(durable_postgresql_url)
    note(f"{CONTROL_KILLS} kills of a server that does not wait: {len(lost)} of {len(acknowledged)} answers lost")
    assert lost != set()
