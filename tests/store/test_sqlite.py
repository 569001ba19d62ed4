"""SQLite is opened so that nothing committed is lost, and its own version is judged."""

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import IntegrityError, OperationalError

from models.assessment import City
from models.cohort import Cohort, Membership
from store.cohorts import SqlCohorts, cohort_row, membership_row
from store.database import Database, open_database
from store.health import verdict
from store.sqlite import Version, loses_commits
from store.tables import city, cohort, cohort_city
from tests.store.samples import MOMENT


@pytest.mark.parametrize(
    ("version", "faulty"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_versions_that_can_lose_commits_are_known(version: Version, faulty: bool) -> None:
    assert loses_commits(version) is faulty


def test_the_verdict_on_a_faulty_version_says_what_to_install() -> None:
    check = verdict((3, 40, 1))
    assert not check.well
    assert "3.40.1" in check.found
    assert "pysqlite3" in check.found


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_the_writer_is_durable_and_strict(sqlite: Database, pragma: str, value: object) -> None:
    assert sqlite.write(lambda connection: connection.execute(text(f"PRAGMA {pragma}")).scalar_one()) == value


def test_readers_cannot_write(sqlite: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        sqlite.read(lambda connection: connection.execute(text("DELETE FROM answer")))


def test_a_row_that_points_nowhere_is_refused(sqlite: Database) -> None:
    orphan = text("INSERT INTO role_grant VALUES ('nobody', 'lead', 'nowhere', 'nowhere', NULL, NULL)")
    with pytest.raises(IntegrityError):
        sqlite.write(lambda connection: connection.execute(orphan))


def test_a_value_of_the_wrong_type_is_refused(sqlite: Database) -> None:
    wrong = text("INSERT INTO page VALUES ('privacy', 'de', 'first', 'text', 'anna', 'now')")
    with pytest.raises(IntegrityError):
        sqlite.write(lambda connection: connection.execute(wrong))


def test_an_error_never_quotes_what_people_wrote(sqlite: Database) -> None:
    twice = text("INSERT INTO person VALUES (:secret, NULL), (:secret, NULL)")
    with pytest.raises(IntegrityError) as refused:
        sqlite.write(lambda connection: connection.execute(twice, {"secret": "Frau Muster"}))
    assert "Muster" not in str(refused.value)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_that_would_vanish_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="needs a file"):
        open_database(url)


def test_a_consent_that_is_not_asked_any_more_counts_for_nothing(sqlite: Database) -> None:
    here = Cohort("k1", "Hafenstädte", invented=False, created=MOMENT)
    row = membership_row(Membership(here, City("c1", "Aue"), MOMENT, frozenset({"names"})))

    def keep(connection: Connection) -> None:
        connection.execute(insert(city).values(id="c1", name="Aue"))
        connection.execute(insert(cohort).values(cohort_row(here)))
        connection.execute(insert(cohort_city).values({**row, "consents": '["exchange", "names"]'}))

    sqlite.write(keep)
    assert [each.consents for each in SqlCohorts(sqlite).members("k1")] == [{"names"}]
