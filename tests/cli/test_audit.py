"""Whoever runs the app can check on the command line that nobody reached into the trail."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.audit import Note
from store.audit import SqlAudit
from store.database import file_url, open_database
from store.migration import migrate
from tests.cli.conftest import NOW, Run, database_of


@pytest.fixture
def trail(tmp_path: Path) -> Path:
    """The database of an app in which three things were done."""
    path = database_of(tmp_path)
    path.parent.mkdir()
    migrate(file_url(path), NOW)
    with closing(open_database(file_url(path))) as database:
        for number in range(3):
            SqlAudit(database).add(Note(NOW, "anna", "found city", "city", f"c{number}", f"c{number}"))
    return path


def test_a_whole_trail_is_told_with_the_digest_to_write_down(trail: Path, run: Run) -> None:
    newest = run("audit", "--verify", "--json").json["newest"]
    outcome = run("audit", "--verify")
    assert outcome.code == 0
    assert "The trail is whole: 3 entries." in outcome.out
    assert newest in outcome.out


def test_the_first_entry_that_was_changed_is_named(trail: Path, run: Run) -> None:
    with closing(sqlite3.connect(trail)) as connection:
        connection.execute("UPDATE audit_entry SET person_id = 'ben' WHERE number = 2")
        connection.commit()
    outcome = run("audit", "--verify")
    assert outcome.code == 1
    assert "Entry 2 of the trail does not fit" in outcome.err
    assert run("audit", "--verify", "--json").json["broken_at"] == 2


def test_without_a_database_nothing_is_made(run: Run, tmp_path: Path) -> None:
    assert "There is no database yet" in run("audit", "--verify").err
    assert not database_of(tmp_path).exists()
