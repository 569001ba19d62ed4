"""A person finds everything about themself, and after erasure nobody finds them: only what they did stays."""

import datetime

import pytest
from sqlalchemy import insert, select

from models.audit import Note
from models.people import DELETED, Account, Grant, OneTimeCode, Session
from store.audit import SqlAudit
from store.database import Database
from store.personal import NAMED_ELSEWHERE, SqlPersonal, told_columns
from store.tables import account, metadata, person, private_rating
from tests.store.conftest import Kept, stores_on
from tests.store.samples import ANNA, MOMENT, F, change

HOUR = datetime.timedelta(hours=1)
ADA = Account("ada", "ada", "Ada Lovelace", MOMENT, grants=frozenset({Grant("administrator")}))
BEA = Account("bea", "bea.login", "Bea Beispiel", MOMENT)


@pytest.fixture
def kept(database: Database) -> Kept:
    """Stores with Ada, who administers, and Bea, who did much."""
    stores = stores_on(database).begun()
    stores.people.accounts.add_first(ADA, "hash")
    stores.people.codes.add(OneTimeCode("code", "invite", ADA.id, 1, MOMENT + HOUR, Grant("contributor", "c1")))
    stores.people.accounts.redeem("code", BEA, "hash of bea", MOMENT, note=_note("accepted"))
    stores.people.sessions.begin(Session("print", BEA.id, MOMENT, MOMENT, MOMENT + HOUR))
    stores.answers.save([change(F, 0, "op1", author=BEA.id)])
    stores.answers.save([change("ein Satz", 0, "op2", field="note", author=BEA.id)])
    row = {"assessment_id": "a1", "indicator": "GOV.1.O1", "person_id": BEA.id, "rating": "{}", "note": "ganz privat"}
    statement = insert(private_rating).values(**row, version=1, op="op", at=MOMENT)
    database.write(lambda connection: connection.execute(statement).close())
    return stores


def _note(how: str) -> Note:
    return Note(MOMENT, BEA.id, "invite people", "account", BEA.id, "c1", {"how": how})


def everything(database: Database) -> str:
    """All rows of all tables, as text."""
    tables = metadata.sorted_tables
    return database.read(lambda c: repr([c.execute(select(table)).all() for table in tables]))


def test_everything_about_a_person_is_found_with_exact_times(kept: Kept, database: Database) -> None:
    items = SqlPersonal(database).of(BEA.id)
    assert {each.area for each in items} == {"session", "answer", "private rating", "deed"}
    assert {each.at for each in items} == {MOMENT}
    assert [each.about["note"] for each in items if each.area == "private rating"] == ["ganz privat"]


def test_no_column_that_names_a_person_is_forgotten() -> None:
    named = {
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if any(key.column.table in (person, account) for key in column.foreign_keys)
    }
    told = {*told_columns(), *NAMED_ELSEWHERE}
    assert {str(each) for each in named - told} == set()


def test_nothing_about_others_is_in_it(kept: Kept, database: Database) -> None:
    kept.answers.save([change("von Anna", 0, "op3", field="note", indicator="GOV.1.O2", author=ANNA.id)])
    assert "von Anna" not in repr(SqlPersonal(database).of(BEA.id))


def test_after_erasure_no_identifier_is_left_anywhere(kept: Kept, database: Database) -> None:
    assert SqlPersonal(database).erase(BEA.id, note=_note("erased")) == "done"
    left = everything(database)
    assert not [word for word in ("Beispiel", "bea.login", "hash of bea", "print", "ganz privat") if word in left]


def test_answers_stay_with_a_deleted_person_as_author(kept: Kept, database: Database) -> None:
    SqlPersonal(database).erase(BEA.id)
    answer = kept.answers.answers("a1")["GOV.1.O1"]
    assert (answer.rated, answer.note, answer.fields["rating"].author) == (F, "ein Satz", DELETED)
    assert {each.author for each in kept.answers.history("a1", "GOV.1.O1")} == {DELETED}


def test_the_trail_keeps_the_id_and_holds(kept: Kept, database: Database) -> None:
    SqlPersonal(database).erase(BEA.id, note=_note("erased"))
    trail = SqlAudit(database)
    assert [each.note.person for each in trail.entries()] == [BEA.id, BEA.id]
    assert trail.verified().broken_at is None


def test_the_last_administrator_and_the_last_lead_stay(kept: Kept, database: Database) -> None:
    before = everything(database)
    assert SqlPersonal(database).erase(ADA.id) == "last"
    assert everything(database) == before


def test_the_last_lead_goes_where_somebody_else_sees_to_the_city(kept: Kept, database: Database) -> None:
    lead = Account("cleo", "cleo.login", "Cleo", MOMENT)
    kept.people.codes.add(OneTimeCode("f", "invite", ADA.id, 1, MOMENT + HOUR, Grant("lead", "c1")))
    assert kept.people.accounts.redeem("f", lead, "hash", MOMENT) == "done"
    assert kept.people.accounts.take(ADA.id, Grant("lead", "c1")) == "done"
    assert SqlPersonal(database).erase(lead.id) == "last"
    assert SqlPersonal(database).erase(lead.id, leaderless=True) == "done"
    assert "cleo.login" not in everything(database)
    assert SqlPersonal(database).erase(ADA.id, leaderless=True) == "last"


def test_somebody_without_an_account_is_absent(kept: Kept, database: Database) -> None:
    assert SqlPersonal(database).erase("nobody") == "absent"
    assert SqlPersonal(database).erase(ANNA.id) == "absent"
