"""The process is killed in the middle of a storm of saves, over and over: nothing acknowledged may be missing."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select, text

from store.database import open_database
from store.tables import answer_event
from tests.store.conftest import stores_on

ROOT = Path(__file__).parents[2]
KILLS = 20
CONTROL_KILLS = 3


def _kill_in_a_storm(url: str, run: str, mode: str, acknowledgements: int) -> set[str]:
    """Lets a child save, kills it after so many acknowledgements, and gives all that it had acknowledged."""
    command = [sys.executable, "-m", "tests.store.storm", url, run, mode]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        acknowledged = [child.stdout.readline() for _ in range(acknowledgements)]
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
    """What is not as it should be in the database itself."""
    database = open_database(url)
    store = stores_on(database).answers
    check = database.read(lambda connection: connection.execute(text("PRAGMA integrity_check")).scalar_one())
    broken = [] if check == "ok" else [check]
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


def test_no_acknowledged_answer_is_missing_after_twenty_kills(url: str) -> None:
    assert _lost(url, "true", KILLS) == set()
    assert _broken(url) == []


def test_a_writer_that_acknowledges_before_the_commit_is_caught(url: str) -> None:
    assert _lost(url, "early", CONTROL_KILLS) != set()
