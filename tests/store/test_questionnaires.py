"""Questionnaires are kept as long as something was answered with them, on either engine."""

from dataclasses import replace

from models.kept_questionnaire import KeptQuestionnaire
from store.database import Database
from store.questionnaires import SqlQuestionnaires
from tests.store.conftest import stores_on
from tests.store.samples import an_assessment

OLD = KeptQuestionnaire("d" * 64, "urban-diplomacy", "1.0.0", "früher")
NEW = KeptQuestionnaire("e" * 64, "urban-diplomacy", "2.0.0", "jetzt")


def test_what_is_in_use_is_kept_as_it_is(database: Database) -> None:
    kept = SqlQuestionnaires(database)
    kept.keep([OLD])
    kept.keep([OLD])
    assert kept.all() == (OLD,)


def test_what_nobody_answered_goes_when_it_is_no_longer_in_use(database: Database) -> None:
    kept = SqlQuestionnaires(database)
    kept.keep([OLD])
    kept.keep([NEW])
    assert kept.all() == (NEW,)


def test_what_somebody_answered_stays(database: Database) -> None:
    stores_on(database).begun()
    kept = SqlQuestionnaires(database)
    kept.keep([OLD])
    kept.keep([NEW])
    assert kept.all() == (OLD, NEW)
    stores_on(database).assessments.replace(replace(an_assessment(), digest="x" * 64, version=2))
    kept.keep([NEW])
    assert kept.all() == (NEW,)
