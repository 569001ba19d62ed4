"""A consultant judges beside the city: apart, shown when ready, frozen with the closing, and never in the answers."""

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import NotAccepted, NotAllowed, NotFound
from models.assessment import Assessment
from models.people import Actor, Grant
from models.profile import Profile
from models.record import Record
from tests.desk.conftest import LEAD, OTHER_LEAD, START, F, Pen

RECORD = Record("Rat", "Standort", "Büro", "3", "D", START.date(), START.date(), "Leitung", "zwei Ämter", "Akten")


@pytest.fixture
def carl(stores: Stores, begun: Assessment) -> Actor:
    """A consultant to whom the city opened the assessment."""
    actor = Actor("carl", "Carl", frozenset({Grant("consultant", assessment=begun.id)}))
    stores.assessments.remember(actor)
    return actor


def judge(desk: Desk, carl: Actor, assessment: str, indicator: str, code: str, *, seen: int = 0) -> None:
    outcome = desk.assessing.judge(
        carl, assessment, indicator, code, note="Kein Beschluss gefunden", evidence=("Ratsinformation",), seen=seen
    )
    assert outcome.kind == "saved"


def test_the_city_sees_the_view_only_once_it_is_shown(desk: Desk, begun: Assessment, carl: Actor) -> None:
    judge(desk, carl, begun.id, "GOV.1.O1", "P")
    assert desk.assessing.views(LEAD, begun.id) == ()
    desk.assessing.show(carl, begun.id, shown=True)
    assert [each.view.name for each in desk.assessing.views(LEAD, begun.id)] == ["Carl"]
    desk.assessing.show(carl, begun.id, shown=False)
    assert desk.assessing.views(LEAD, begun.id) == ()


def test_nobody_else_sees_it(desk: Desk, begun: Assessment, carl: Actor) -> None:
    judge(desk, carl, begun.id, "GOV.1.O1", "P")
    desk.assessing.show(carl, begun.id, shown=True)
    with pytest.raises(NotFound):
        desk.assessing.views(OTHER_LEAD, begun.id)
    with pytest.raises(NotAllowed):
        desk.assessing.sheet(LEAD, begun.id)


def test_the_answers_and_the_result_of_the_city_stay(desk: Desk, begun: Assessment, carl: Actor, pen: Pen) -> None:
    pen.rate_all("GOV.1", "PA1.1", F)
    before = desk.results.profile(LEAD, begun.id)
    judge(desk, carl, begun.id, "GOV.1.O1", "N")
    desk.assessing.show(carl, begun.id, shown=True)
    assert desk.results.profile(LEAD, begun.id) == before


def test_differences_come_with_both_reasons_the_widest_first(
    desk: Desk, begun: Assessment, carl: Actor, pen: Pen
) -> None:
    pen.rate_all("GOV.1", "PA1.1", F)
    pen.rate_all("CAP.1", "PA1.1", F)
    for indicator, code in {"GOV.1.O1": "L", "GOV.1.O2": "F", "CAP.1.O1": "L", "CAP.1.O2": "N"}.items():
        judge(desk, carl, begun.id, indicator, code)
    found = desk.assessing.own_view(carl, begun.id)
    assert found is not None
    assert [(each.process, each.widest) for each in found.apart] == [("CAP.1", 3), ("GOV.1", 1)]
    assert [each.indicator.id for each in found.apart[0].differences] == ["CAP.1.O2", "CAP.1.O1"]
    first = found.apart[0].differences[0]
    assert (first.assessor.note, first.assessor.evidence) == ("Kein Beschluss gefunden", ("Ratsinformation",))
    assert (found.alike, found.judged) == (1, 4)


def test_both_come_to_a_level_of_their_own(desk: Desk, begun: Assessment, carl: Actor, pen: Pen) -> None:
    pen.rate_all("GOV.1", "PA1.1", F)
    for number in range(1, 5):
        judge(desk, carl, begun.id, f"GOV.1.O{number}", "N")
    found = desk.assessing.own_view(carl, begun.id)
    assert found is not None
    assert isinstance(found.city, Profile)
    assert isinstance(found.assessor, Profile)
    levels = [each.processes["GOV.1"].level for each in (found.city, found.assessor)]
    assert [level.low for level in levels if level] == [1, 0]


def test_a_shown_view_is_frozen_with_the_closing(desk: Desk, begun: Assessment, carl: Actor) -> None:
    judge(desk, carl, begun.id, "GOV.1.O1", "P")
    desk.assessing.show(carl, begun.id, shown=True)
    desk.closing.keep_record(LEAD, begun.id, RECORD, seen=0)
    desk.closing.close(LEAD, begun.id, "Leitung", seen=1)
    with pytest.raises(NotAccepted):
        desk.assessing.judge(carl, begun.id, "GOV.1.O1", "F", note=None, evidence=(), seen=1)
    desk.closing.reopen(LEAD, begun.id, "Nachtrag", seen=2)
    judge(desk, carl, begun.id, "GOV.1.O1", "F", seen=1)
    (signed,) = desk.assessing.views(LEAD, begun.id, 1)
    (now,) = desk.assessing.views(LEAD, begun.id)
    assert [each.assessor.rating for one in signed.apart for each in one.differences] == ["P"]
    assert [each.assessor.rating for one in now.apart for each in one.differences] == ["F"]


def test_what_was_judged_before_stays_in_the_history(desk: Desk, begun: Assessment, carl: Actor) -> None:
    judge(desk, carl, begun.id, "GOV.1.O1", "P")
    judge(desk, carl, begun.id, "GOV.1.O1", "L", seen=1)
    said = [each.judgement.rated for each in desk.assessing.history(carl, begun.id, "GOV.1.O1")]
    assert [each.rating for each in said if each] == ["P", "L"]


def test_the_trail_says_that_a_view_was_shown(desk: Desk, begun: Assessment, carl: Actor) -> None:
    desk.assessing.show(carl, begun.id, shown=True)
    line, *_ = desk.auditing.of_city(LEAD, begun.city.id)
    assert (line.action, line.detail["how"]) == ("assess beside", "shown")
