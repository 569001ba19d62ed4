"""Next year's assessment begins with last year's answers, each marked until somebody has looked at it again."""

from dataclasses import replace

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import NotAllowed, NotFound
from models.assessment import Assessment, Rated
from models.people import Actor, Grant
from tests.desk.conftest import HERE, LEAD, OTHER_LEAD, F, L, N, P, Pen, saved

CONTRIBUTOR = Actor("cleo", "Cleo", frozenset({Grant("contributor", HERE.id)}))


@pytest.fixture
def following(desk: Desk, begun: Assessment, pen: Pen) -> Assessment:
    """An assessment that goes on from one in which GOV.1 was rated, partly with reasons."""
    pen.rate_all("GOV.1", "PA1.1", L)
    pen.rate("GOV.2.O1", P)
    desk.answering.annotate(LEAD, begun.id, "GOV.1.O1", "note", "Ratsbeschluss", seen=0)
    desk.answering.annotate(LEAD, begun.id, "GOV.1.O1", "evidence", ["Akte 7"], seen=0)
    return desk.following.begin_after(LEAD, begun.id, "Zweites")


def _marked(desk: Desk, assessment: Assessment) -> dict[str, int]:
    link = desk.following.link(LEAD, assessment.id)
    assert link is not None
    return dict(link.unchecked)


def test_all_answers_are_there_and_all_are_marked(desk: Desk, begun: Assessment, following: Assessment) -> None:
    answer = desk.answering.question(LEAD, following.id, "GOV.1.O1").answer
    assert (answer.rated, answer.note, answer.evidence) == (L, "Ratsbeschluss", ("Akte 7",))
    assert {each.kind for each in desk.answering.history(LEAD, following.id, "GOV.1")} == {"import"}
    outcomes = len(desk.answering.sheet(LEAD, following.id, "GOV.1").parts[0].questions)
    assert _marked(desk, following) == {"GOV.1": outcomes, "GOV.2": 1}
    assert (following.follows, following.city, following.settings) == (begun.id, begun.city, begun.settings)


def test_the_earlier_one_stays_as_it_was(desk: Desk, begun: Assessment, following: Assessment) -> None:
    desk.answering.rate(LEAD, following.id, "GOV.1.O1", N, seen=1)
    assert desk.answering.question(LEAD, begun.id, "GOV.1.O1").answer.rated == L
    assert desk.following.link(LEAD, begun.id) is None


def test_beside_each_question_stands_what_was_said_last_time(desk: Desk, following: Assessment) -> None:
    saved(desk.answering.rate(LEAD, following.id, "GOV.1.O1", F, seen=1))
    former = desk.following.former(LEAD, following.id, "GOV.1.O1")
    assert former is not None
    assert (former.rated, former.note, former.unchecked) == (L, "Ratsbeschluss", False)
    assert desk.following.former(LEAD, following.id, "CAP.1.O1") is None


def test_what_was_said_stays_readable_when_the_earlier_one_is_erased(
    desk: Desk, begun: Assessment, following: Assessment
) -> None:
    desk.assessments.delete(LEAD, begun.id)
    former = desk.following.former(LEAD, following.id, "GOV.1.O1")
    assert former is not None
    assert former.rated == L


def test_changing_an_answer_takes_its_mark_away(desk: Desk, following: Assessment) -> None:
    before = _marked(desk, following)["GOV.1"]
    desk.answering.rate(LEAD, following.id, "GOV.1.O1", F, seen=1)
    desk.answering.annotate(LEAD, following.id, "GOV.1.O2", "note", "Neu", seen=0)
    assert _marked(desk, following)["GOV.1"] == before - 2


def test_one_answer_is_confirmed(desk: Desk, following: Assessment) -> None:
    desk.following.confirm(CONTRIBUTOR, following.id, "GOV.1.O1")
    former = desk.following.former(LEAD, following.id, "GOV.1.O1")
    assert former is not None
    assert not former.unchecked


def test_a_process_is_confirmed_as_a_whole(desk: Desk, following: Assessment) -> None:
    desk.following.confirm(LEAD, following.id, "GOV.1")
    assert _marked(desk, following) == {"GOV.2": 1}


def test_what_is_not_asked_cannot_be_confirmed(desk: Desk, following: Assessment) -> None:
    with pytest.raises(NotFound):
        desk.following.confirm(LEAD, following.id, "PAR.1")


def test_a_process_with_marks_still_waits(desk: Desk, following: Assessment) -> None:
    desk.delegating.delegate(LEAD, following.id, "GOV.1", [LEAD.id])
    (waiting,) = desk.delegating.waiting(LEAD)
    share = waiting.shares[0]
    assert not share.complete
    assert share.unchecked == _marked(desk, following)["GOV.1"]


def test_letters_are_taken_over_as_the_scale_in_use_reads_them(desk: Desk, begun: Assessment, stores: Stores) -> None:
    six = replace(begun, settings=replace(begun.settings, scale=6), version=2)
    assert stores.assessments.replace(six)
    saved(desk.answering.rate(LEAD, begun.id, "GOV.1.O1", Rated("rated", "P+"), seen=0))
    assert stores.assessments.replace(replace(six, settings=begun.settings, version=3))
    after = desk.following.begin_after(LEAD, begun.id, "Zweites")
    assert desk.answering.question(LEAD, after.id, "GOV.1.O1").answer.rated == P


def test_another_questionnaire_is_a_break_that_is_told(desk: Desk, begun: Assessment, stores: Stores, pen: Pen) -> None:
    pen.rate("GOV.1.O1", L)
    older = replace(begun, questionnaire_version="0.9.0", rules_digest="other", version=2)
    assert stores.assessments.replace(older)
    after = desk.following.begin_after(LEAD, begun.id, "Zweites")
    link = desk.following.link(LEAD, after.id)
    assert link is not None
    assert link.change is not None
    assert (link.change.before, link.change.now, link.change.dropped) == ("0.9.0", "1.0.0", 0)
    assert _marked(desk, after) == {"GOV.1": 1}


def test_the_same_questionnaire_is_no_break(desk: Desk, following: Assessment) -> None:
    link = desk.following.link(LEAD, following.id)
    assert link is not None
    assert link.change is None


def test_only_a_lead_of_the_city_goes_on(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAllowed):
        desk.following.begin_after(CONTRIBUTOR, begun.id, "Zweites")
    with pytest.raises(NotFound):
        desk.following.begin_after(OTHER_LEAD, begun.id, "Zweites")
