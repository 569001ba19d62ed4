"""Copies beside the database: put back while people work, with the old one kept, and never the last one erased."""

import datetime
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.assessment import NotSaved, Saved
from models.people import Account, Grant, Session
from store.copies import Copies
from store.database import Busy, Database, open_database
from tests.store.conftest import stores_on
from tests.store.samples import MOMENT, F, L, change

DAY = datetime.timedelta(days=1)


@pytest.fixture
def running(sqlite_url: str) -> Iterator[Database]:
    """A database in use, with one answer."""
    opened = open_database(sqlite_url)
    stores_on(opened).begun().answers.save([change(L, 0, "op1")])
    yield opened
    opened.close()


@pytest.fixture
def copies(running: Database, tmp_path: Path) -> Copies:
    """Its copies, of which there are none yet."""
    return Copies(running, tmp_path)


def rating(database: Database) -> object:
    return stores_on(database).answers.answers("a1")["GOV.1.O1"].rated


def test_a_copy_says_when_it_was_made_and_what_is_in_it(copies: Copies) -> None:
    made = copies.make(MOMENT)
    assert copies.all() == (made,)
    assert (made.made, made.kind, made.sound, made.assessments, made.changes) == (
        MOMENT.replace(microsecond=0),
        "made",
        True,
        1,
        1,
    )


def test_a_copy_is_put_back_while_the_program_runs(copies: Copies, running: Database) -> None:
    name = copies.make(MOMENT).name
    stores_on(running).answers.save([change(F, 1, "op2")])
    assert copies.put_back(name, MOMENT + DAY) == "done"
    assert rating(running) == L
    stores_on(running).answers.save([change(F, 1, "op3")])
    assert rating(running) == F


def test_what_stood_there_before_is_a_copy_itself_and_can_be_put_back(copies: Copies, running: Database) -> None:
    name = copies.make(MOMENT).name
    stores_on(running).answers.save([change(F, 1, "op2")])
    copies.put_back(name, MOMENT + DAY)
    newest = copies.all()[0]
    assert (newest.kind, newest.sound, newest.changes) == ("before restore", True, 2)
    assert copies.put_back(newest.name, MOMENT + 2 * DAY) == "done"
    assert rating(running) == F


def test_nobody_is_signed_in_afterwards(copies: Copies, running: Database) -> None:
    people = stores_on(running).people
    people.accounts.add_first(Account("ada", "ada", None, MOMENT, grants=frozenset({Grant("administrator")})), "hash")
    people.sessions.begin(Session("print", "ada", MOMENT, MOMENT, MOMENT + DAY))
    name = copies.make(MOMENT).name
    copies.put_back(name, MOMENT + DAY)
    assert people.sessions.find("print") is None
    assert people.accounts.get("ada") is not None


def test_a_damaged_copy_is_told_and_changes_nothing(copies: Copies, running: Database, tmp_path: Path) -> None:
    name = copies.make(MOMENT).name
    path = tmp_path / "backups" / name
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"x" * 8192
    path.write_bytes(content)
    assert not copies.all()[0].sound
    assert copies.put_back(name, MOMENT + DAY) == "unusable"
    assert rating(running) == L


def test_only_names_that_are_listed_lead_anywhere(copies: Copies) -> None:
    copies.make(MOMENT)
    assert copies.file("../hanse.db") is None
    assert copies.put_back("../hanse.db", MOMENT) == "unknown"


def test_while_a_copy_is_put_back_everybody_waits_and_nothing_acknowledged_after_it_is_lost(
    copies: Copies, running: Database
) -> None:
    name, stop, kept = copies.make(MOMENT).name, threading.Event(), []
    answers = stores_on(running).answers

    def save() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            indicator = f"GOV.1.GP2.1.{number}"
            try:
                (outcome,) = answers.save([change(L, 0, f"op{number}", indicator=indicator)])
            except NotSaved:
                continue
            if isinstance(outcome, Saved):
                kept.append(indicator)

    people = threading.Thread(target=save)
    people.start()
    try:
        while len(kept) < 5:
            answers.answers("a1")
        assert copies.put_back(name, MOMENT + DAY) == "done"
        before = len(kept)
        while len(kept) < before + 5:
            answers.answers("a1")
    finally:
        stop.set()
        people.join()
    assert set(kept[before + 1 :]) <= set(answers.answers("a1"))
    aside = copies.all()[0]
    assert aside.changes >= before


def test_somebody_who_stays_inside_keeps_the_database_from_being_exchanged(
    running: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.database.PATIENCE_SECONDS", 0.05)

    def exchange(_connection: object) -> None:
        running.exchange(lambda _path: None)

    with pytest.raises(Busy):
        running.read(exchange)
    assert rating(running) == L


def test_old_copies_go_but_never_the_newest_sound_one(copies: Copies) -> None:
    first = MOMENT.replace(microsecond=0)
    for days in range(3):
        copies.make(first + days * DAY)
    assert copies.erase_before(first + DAY) == 1
    assert copies.erase_before(first + 100 * DAY) == 1
    assert [each.made for each in copies.all()] == [first + 2 * DAY]
