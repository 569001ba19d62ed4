"""Delegation asks people for answers. It gives nobody a right and hides nothing."""

import datetime

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import NotAccepted, NotAllowed, NotFound
from models.assessment import Assessment, AssessmentSettings, Days, Rated
from models.people import Account, Actor, Grant
from models.questionnaire import Library
from tests.desk.conftest import HERE, LEAD, OTHER_LEAD, START, F, Pen

CLEO = Actor("cleo", "Cleo", frozenset({Grant("contributor", HERE.id)}))


@pytest.fixture(autouse=True)
def cleo(stores: Stores) -> None:
    """Somebody who contributes to the city."""
    memory = stores.people.accounts.memory  # type: ignore[attr-defined]
    memory.accounts["cleo"] = Account("cleo", "cleo", "Cleo", START)
    memory.names["cleo"] = "Cleo"
    stores.people.accounts.grant("cleo", Grant("contributor", HERE.id))


def _waiting(desk: Desk, who: Actor) -> list[tuple[str, list[str]]]:
    return [(each.assessment.title, [share.topic.id for share in each.shares]) for each in desk.delegating.waiting(who)]


def test_what_is_delegated_waits_until_it_is_complete(desk: Desk, begun: Assessment, pen: Pen) -> None:
    desk.delegating.delegate(LEAD, begun.id, "GOV.1", ["cleo"])
    assert _waiting(desk, CLEO) == [("Erstes Assessment", ["GOV.1"])]
    assert _waiting(desk, LEAD) == []
    for attribute in ("PA1.1", "PA2.1", "PA2.2", "PA3.1", "PA3.2"):
        pen.rate_all("GOV.1", attribute, F)
    assert _waiting(desk, CLEO) == []


def test_who_says_not_to_know_is_not_asked_for_ever(desk: Desk, begun: Assessment, pen: Pen) -> None:
    desk.delegating.delegate(LEAD, begun.id, "GOV.1", ["cleo"])
    pen.rate_all("GOV.1", "PA1.1", Rated("dont_know"))
    assert _waiting(desk, CLEO) == []


def test_a_dimension_stands_for_its_processes(desk: Desk, begun: Assessment) -> None:
    desk.delegating.delegate(LEAD, begun.id, "GOV", ["cleo"])
    assert _waiting(desk, CLEO) == [("Erstes Assessment", ["GOV.1", "GOV.2"])]
    assert desk.delegating.mine(CLEO, begun.id) == {"GOV.1", "GOV.2"}
    assert desk.delegating.mine(LEAD, begun.id) == frozenset()


def test_delegation_hides_nothing_and_forbids_nothing(desk: Desk, begun: Assessment) -> None:
    desk.delegating.delegate(LEAD, begun.id, "GOV.1", [LEAD.id])
    desk.answering.rate(CLEO, begun.id, "GOV.1.O1", F, seen=0)
    assert desk.answering.sheet(CLEO, begun.id, "GOV.1").parts


def test_the_lead_sees_who_has_what_and_how_far_it_is(desk: Desk, begun: Assessment, pen: Pen) -> None:
    desk.delegating.delegate(LEAD, begun.id, "GOV", ["cleo"])
    desk.delegating.delegate(LEAD, begun.id, "GOV.1", ["cleo", LEAD.id])
    pen.rate("GOV.1.O1", F)
    plan = desk.delegating.plan(LEAD, begun.id)
    seen = {each.topic.id: sorted(str(one.name) for one in each.people) for each in plan.shares}
    assert seen == {"GOV.1": ["Cleo", "Lena"], "GOV.2": ["Cleo"], "CAP.1": []}
    assert plan.shares[0].answered == 1
    assert [each.name for each in plan.candidates] == ["Cleo", "Lena"]


def test_taking_something_back_needs_nobody(desk: Desk, begun: Assessment) -> None:
    desk.delegating.delegate(LEAD, begun.id, "GOV.1", ["cleo"])
    desk.delegating.delegate(LEAD, begun.id, "GOV.1", [])
    assert _waiting(desk, CLEO) == []


@pytest.mark.parametrize(("target", "people"), [("PAR.1", ["cleo"]), ("XYZ", ["cleo"]), ("GOV.1", ["other"])])
def test_only_what_is_asked_goes_to_people_of_the_city(
    desk: Desk, begun: Assessment, target: str, people: list[str]
) -> None:
    with pytest.raises(NotFound):
        desk.delegating.delegate(LEAD, begun.id, target, people)


def test_a_dimension_of_a_quick_scan_waits_until_its_questions_are_answered(desk: Desk, library: Library) -> None:
    scan = library.quick_scans[0]
    begun = desk.assessments.begin(LEAD, scan.id, HERE.name, "Schnelltest", AssessmentSettings())
    desk.delegating.delegate(LEAD, begun.id, "GOV", ["cleo"])
    assert _waiting(desk, CLEO) == [("Schnelltest", ["GOV"])]
    assert desk.delegating.mine(CLEO, begun.id) == {"GOV"}
    for each in scan.questions_of("GOV"):
        desk.answering.rate(CLEO, begun.id, each.id, Rated("rated", "4"), seen=0)
    assert _waiting(desk, CLEO) == []


def test_where_all_rate_alone_first_ones_own_ratings_count(desk: Desk, library: Library) -> None:
    settings = AssessmentSettings(highest_level=1, scope=("GOV.1",))
    model = library.models[0].id
    begun = desk.assessments.begin(LEAD, model, "Musterstadt", "Getrennt", settings, way="privately")
    desk.delegating.delegate(LEAD, begun.id, "GOV", ["cleo"])
    desk.rating.rate(CLEO, begun.id, "GOV.1.O1", "L", seen=0)
    ((share,),) = (each.shares for each in desk.delegating.waiting(CLEO))
    assert (share.topic.id, share.answered, share.asked) == ("GOV.1", 1, 4)
    desk.rating.finish(CLEO, begun.id, "GOV.1")
    assert _waiting(desk, CLEO) == []


def test_a_contributor_does_not_delegate(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAllowed):
        desk.delegating.delegate(CLEO, begun.id, "GOV.1", ["cleo"])
    with pytest.raises(NotFound):
        desk.delegating.delegate(OTHER_LEAD, begun.id, "GOV.1", ["cleo"])


def test_in_an_archived_assessment_nothing_is_delegated_and_nothing_waits(desk: Desk, begun: Assessment) -> None:
    desk.delegating.delegate(LEAD, begun.id, "GOV.1", ["cleo"])
    desk.assessments.archive(LEAD, begun.id, seen=1)
    assert _waiting(desk, CLEO) == []
    with pytest.raises(NotAccepted):
        desk.delegating.delegate(LEAD, begun.id, "GOV.2", ["cleo"])


def test_what_is_due_first_stands_first(desk: Desk, begun: Assessment) -> None:
    day = datetime.date(2026, 5, 1)
    for title, due in (("Später", day + datetime.timedelta(days=9)), ("Bald", day)):
        settings = AssessmentSettings(scope=("GOV.1",))
        new = desk.assessments.begin(LEAD, "urban-diplomacy", HERE.name, title, settings, days=Days(answers_due=due))
        desk.delegating.delegate(LEAD, new.id, "GOV.1", ["cleo"])
    desk.delegating.delegate(LEAD, begun.id, "GOV.1", ["cleo"])
    assert [title for title, _ in _waiting(desk, CLEO)] == ["Bald", "Später", "Erstes Assessment"]
