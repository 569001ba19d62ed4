"""News: everything that is answered is told once, in whatever order it is committed."""

from dataclasses import dataclass

from sqlalchemy import insert

from store.database import Database
from store.news import LOOK_BACK_SECONDS, News
from store.tables import answer_event
from tests.store.conftest import Kept, stores_on
from tests.store.samples import ANNA, MOMENT, F, L, an_assessment, change


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def begun(database: Database) -> tuple[Kept, News, Clock]:
    """Stores with one answer, and news from here on."""
    kept, clock = stores_on(database).begun(), Clock()
    kept.answers.save([change(L, 0, "before")])
    news = News(database, clock)
    news.begin()
    return kept, news, clock


def test_what_stands_there_already_is_no_news(database: Database) -> None:
    _, news, _ = begun(database)
    assert news.read() == ()


def test_what_is_saved_is_told_once(database: Database) -> None:
    kept, news, clock = begun(database)
    kept.answers.save([change(F, 1, "op1")])
    kept.answers.save([change("Notiz", 0, "op2", field="note", indicator="GOV.2.O1")])
    assert news.read() == (("a1", "GOV.1.O1"), ("a1", "GOV.2.O1"))
    for later in (1, LOOK_BACK_SECONDS, 3 * LOOK_BACK_SECONDS):
        clock.now = later
        assert news.read() == ()


def _commit(database: Database, number: int, indicator: str) -> None:
    """Writes a note under a number that was drawn before."""
    event = {
        "number": number,
        "assessment_id": "a1",
        "indicator": indicator,
        "field": "note",
        "version": 1,
        "kind": "set",
        "value": None,
        "author_id": ANNA.id,
        "at": MOMENT,
        "op": "op",
    }
    database.write(lambda connection: connection.execute(insert(answer_event).values(event)))


def test_a_smaller_number_that_is_committed_later_is_told_too(database: Database) -> None:
    _, news, clock = begun(database)
    for number, indicator in ((12, "GOV.1.O2"), (11, "GOV.1.O3")):
        _commit(database, number, indicator)
        assert news.read() == (("a1", indicator),)
        clock.now += LOOK_BACK_SECONDS / 2


def test_numbers_that_are_given_out_once_more_are_told_too(sqlite: Database) -> None:
    kept, news, clock = begun(sqlite)
    kept.assessments.add(an_assessment("a2"), ANNA.id)
    for number in range(5):
        kept.answers.save([change(L, 0, f"op{number}", assessment="a2", indicator=f"GOV.1.O{number}")])
    assert len(news.read()) == 5
    clock.now = 2 * LOOK_BACK_SECONDS
    news.read()
    kept.assessments.delete("a2")
    news.read()
    kept.answers.save([change(F, 1, "op1")])
    assert news.read() == (("a1", "GOV.1.O1"),)
