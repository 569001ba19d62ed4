"""The audit trail: one chain on every engine, in which nothing can be changed or taken out unseen."""

import datetime
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from models.audit import Note, Verdict
from store.audit import SqlAudit, append, broken_at
from store.database import Database, open_database
from store.tables import audit_entry
from tests.store.samples import MOMENT


@pytest.fixture(params=["sqlite_url", "own_postgresql_url"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database with all tables, on either engine."""
    opened = open_database(request.getfixturevalue(request.param))
    yield opened
    opened.close()


@pytest.fixture
def audit(database: Database) -> SqlAudit:
    """A trail of three entries about two cities."""
    trail = SqlAudit(database)
    for number, city in enumerate(("c1", "c2", "c1")):
        trail.add(note(f"a{number}", city))
    return trail


def note(subject_id: str, city: str | None = "c1") -> Note:
    """Something that happened."""
    later = datetime.timedelta(minutes=int(subject_id.removeprefix("a") or 0))
    return Note(MOMENT + later, "anna", "close assessment", "assessment", subject_id, city, {"revision": "1"})


def test_what_was_noted_comes_back_in_order(audit: SqlAudit) -> None:
    assert [entry.note for entry in audit.entries()] == [note("a0"), note("a1", "c2"), note("a2")]


def test_a_city_sees_what_is_about_it(audit: SqlAudit) -> None:
    assert [entry.note.subject_id for entry in audit.entries("c1")] == ["a0", "a2"]


def test_an_untouched_trail_holds(audit: SqlAudit) -> None:
    assert broken_at(audit.entries()) is None


def test_an_entry_that_was_changed_is_found(audit: SqlAudit, database: Database) -> None:
    database.write(lambda c: c.execute(update(audit_entry).where(audit_entry.c.number == 2).values(person_id="ben")))
    assert broken_at(audit.entries()) == 2


def test_an_entry_that_was_taken_out_is_missed_at_the_next_one(audit: SqlAudit, database: Database) -> None:
    database.write(lambda c: c.execute(delete(audit_entry).where(audit_entry.c.number == 2)))
    assert broken_at(audit.entries()) == 3


def test_many_writers_at_once_make_one_chain(audit: SqlAudit) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(audit.add, (replace(note("a0"), subject_id=f"s{number}") for number in range(40))))
    entries = audit.entries()
    assert (len(entries), broken_at(entries)) == (43, None)


def test_what_is_undone_leaves_no_entry(audit: SqlAudit, database: Database) -> None:
    class Undone(Exception):  # noqa: N818 - stands for whatever goes wrong after the note
        pass

    def work(connection: object) -> None:
        append(connection, note("a9"))  # type: ignore[arg-type]
        raise Undone

    with pytest.raises(Undone):
        database.write(work)
    assert len(audit.entries()) == 3


def test_old_entries_go_from_the_front_and_the_rest_can_still_be_checked(audit: SqlAudit, database: Database) -> None:
    assert audit.erase_before(MOMENT + datetime.timedelta(minutes=2)) == 2
    assert [entry.note for entry in audit.entries()] == [note("a2")]
    assert audit.verified() == Verdict(1, None, audit.entries()[0].digest)


def test_after_the_last_entry_went_the_chain_goes_on_where_it_was(audit: SqlAudit) -> None:
    last = audit.verified().last
    assert audit.erase_before(MOMENT + datetime.timedelta(days=1)) == 3
    assert audit.verified() == Verdict(0, None, last)
    audit.add(note("a3"))
    assert (audit.entries()[0].before, audit.verified().broken_at) == (last, None)


def test_an_entry_taken_out_after_old_ones_went_is_still_missed(audit: SqlAudit, database: Database) -> None:
    audit.add(note("a3"))
    audit.erase_before(MOMENT + datetime.timedelta(minutes=1))
    database.write(lambda c: c.execute(delete(audit_entry).where(audit_entry.c.number == 2)))
    assert audit.verified().broken_at == 3


def test_nothing_young_goes_behind_a_clock_that_was_set_back(audit: SqlAudit) -> None:
    audit.add(replace(note("a9"), at=MOMENT - datetime.timedelta(days=1)))
    assert audit.erase_before(MOMENT) == 0
