"""A generic practice is rated once for several processes, and nobody is overwritten unseen."""

import pytest

from assessment.desk import Desk
from assessment.desk.errors import NotAccepted, NotFound
from models.assessment import Assessment, Conflict, Rated
from tests.desk.conftest import LEAD, F, L, Pen, saved

HERE, THERE, OUTCOME = "GOV.1.GP2.1.1", "GOV.2.GP2.1.1", "GOV.1.O1"


def test_a_practice_is_offered_for_the_other_processes_in_scope(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(THERE, F)
    offers = desk.same_as.offers(LEAD, begun.id, HERE)
    assert [(each.process.id, each.answer.rated) for each in offers] == [("GOV.2", F), ("CAP.1", None)]


def test_a_process_that_is_left_out_is_not_offered(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate("CAP.1", Rated("not_applicable", reason="Macht der Kreis"))
    assert [each.process.id for each in desk.same_as.offers(LEAD, begun.id, HERE)] == ["GOV.2"]


def test_outcomes_are_each_processs_own(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(OUTCOME, F)
    assert desk.same_as.offers(LEAD, begun.id, OUTCOME) == ()
    with pytest.raises(NotAccepted):
        desk.same_as.take_over(LEAD, begun.id, OUTCOME, {"GOV.2": 0})


def test_taking_over_rates_and_marks(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(HERE, L)
    desk.same_as.take_over(LEAD, begun.id, HERE, {"GOV.2": 0, "CAP.1": 0})
    assert desk.answering.question(LEAD, begun.id, THERE).answer.rated == L
    assert desk.same_as.mark(LEAD, begun.id, THERE) == "GOV.1"
    assert desk.same_as.mark(LEAD, begun.id, HERE) is None


def test_a_change_of_ones_own_removes_the_mark_and_so_does_undoing(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(HERE, L)
    desk.same_as.take_over(LEAD, begun.id, HERE, {"GOV.2": 0, "CAP.1": 0})
    pen.rate(THERE, F)
    saved(desk.answering.undo(LEAD, begun.id, "CAP.1.GP2.1.1", "rating", seen=1))
    assert [desk.same_as.mark(LEAD, begun.id, each) for each in (THERE, "CAP.1.GP2.1.1")] == [None, None]


def test_who_was_faster_is_not_overwritten_and_nothing_is_taken_over(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(HERE, L)
    pen.rate(THERE, F)
    (met,) = desk.same_as.take_over(LEAD, begun.id, HERE, {"GOV.2": 0, "CAP.1": 0})
    assert isinstance(met, Conflict)
    assert desk.answering.question(LEAD, begun.id, "CAP.1.GP2.1.1").answer.rated is None


@pytest.mark.parametrize("processes", [{}, {"GOV.1": 0}, {"PAR.1": 0}, {"XYZ.9": 0}])
def test_only_other_processes_that_ask_for_it_are_taken(
    desk: Desk, begun: Assessment, pen: Pen, processes: dict[str, int]
) -> None:
    pen.rate(HERE, L)
    with pytest.raises(NotAccepted):
        desk.same_as.take_over(LEAD, begun.id, HERE, processes)


def test_nothing_is_taken_over_from_an_open_question(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted):
        desk.same_as.take_over(LEAD, begun.id, HERE, {"GOV.2": 0})
    with pytest.raises(NotFound):
        desk.same_as.offers(LEAD, begun.id, "GOV.1.GP9.9.9")


def test_where_people_rate_alone_first_nothing_is_taken_over(desk: Desk, begun: Assessment) -> None:
    desk.consensus.choose_way(LEAD, begun.id, "privately", seen=1)
    with pytest.raises(NotAccepted, match="alone first"):
        desk.same_as.take_over(LEAD, begun.id, HERE, {"GOV.2": 0})
