"""How a city changed comes from what was signed; what somebody may not read is not in it."""

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import NotFound
from models.assessment import Assessment, AssessmentSettings
from models.people import Actor, Grant
from models.record import Record
from tests.desk.conftest import HERE, LEAD, OTHER_LEAD, START, F, N, Pen

RECORD = Record("Rat", "Standort", "Büro", "3", "D", START.date(), START.date(), "Leitung", "zwei Ämter", "Akten")
CONSULTANT = Actor("carl", "Carl", frozenset())


def signed(desk: Desk, title: str, letter: object) -> Assessment:
    """An assessment of one process, rated and closed."""
    scope = AssessmentSettings(scope=("GOV.1",), highest_level=1)
    begun = desk.assessments.begin(LEAD, "urban-diplomacy", HERE.name, title, scope)
    Pen(desk, begun.id).rate_all("GOV.1", "PA1.1", letter)  # type: ignore[arg-type]
    desk.closing.keep_record(LEAD, begun.id, RECORD, seen=0)
    desk.closing.close(LEAD, begun.id, "Leitung", seen=1)
    return desk.assessments.get(LEAD, begun.id)


def test_signed_results_stand_in_a_row(desk: Desk) -> None:
    first, second = signed(desk, "Erstes", N), signed(desk, "Zweites", F)
    (found,) = desk.trends.of_city(LEAD, HERE.id).trends
    assert [each.key for each in found.pasts] == [first.id, second.id]
    assert [(each.subject, each.shift) for each in found.changes] == [("GOV.1", "rose")]


def test_what_is_being_worked_on_is_only_there_where_it_is_asked_for(desk: Desk, begun: Assessment) -> None:
    assert desk.trends.of_city(LEAD, HERE.id).trends == ()
    (found,) = desk.trends.of_city(LEAD, HERE.id, drafts=True).trends
    assert [(each.key, each.revision) for each in found.pasts] == [(begun.id, None)]


def test_an_assessment_that_was_taken_up_again_counts_once_unless_revisions_are_asked_for(desk: Desk) -> None:
    first = signed(desk, "Erstes", N)
    desk.closing.reopen(LEAD, first.id, "Nachtrag", seen=2)
    desk.closing.close(LEAD, first.id, "Leitung", seen=3)
    (once,) = desk.trends.of_city(LEAD, HERE.id).trends
    (each,) = desk.trends.of_city(LEAD, HERE.id, revisions=True).trends
    assert [past.revision for past in once.pasts] == [2]
    assert [past.revision for past in each.pasts] == [1, 2]


def test_others_see_nothing_of_a_city(desk: Desk) -> None:
    signed(desk, "Erstes", N)
    assert desk.trends.of_city(OTHER_LEAD, HERE.id).city is None
    assert desk.trends.of_city(OTHER_LEAD, HERE.id).trends == ()


def test_a_consultant_sees_the_assessments_that_were_opened(desk: Desk, stores: Stores) -> None:
    first, _ = signed(desk, "Erstes", N), signed(desk, "Zweites", F)
    stores.assessments.remember(CONSULTANT)
    opened = Actor(CONSULTANT.id, "Carl", frozenset({Grant("consultant", assessment=first.id)}))
    (found,) = desk.trends.of_city(opened, HERE.id).trends
    assert [each.key for each in found.pasts] == [first.id]


def test_before_a_result_are_those_signed_earlier(desk: Desk) -> None:
    first, second, third = (signed(desk, title, N) for title in ("Erstes", "Zweites", "Drittes"))
    assert [each.key for each in desk.trends.row(LEAD, third.id)] == [first.id, second.id]
    assert desk.trends.row(LEAD, first.id) == ()
    found = desk.trends.before(LEAD, third.id)
    assert found is not None
    assert (found.past.key, found.broken) == (second.id, None)


def test_there_is_no_result_before_for_those_who_may_not_read(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.trends.before(OTHER_LEAD, signed(desk, "Erstes", N).id)
