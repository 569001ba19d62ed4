"""The review says what is left, process by process."""

from typing import Any

from assessment.desk import Desk, Stores
from models.assessment import Assessment, Rated
from models.closing import OpenEnds, ProcessState
from tests.desk.conftest import LEAD, F, N, P, Pen


def state(desk: Desk, assessment: Assessment, process: str) -> ProcessState:
    review = desk.reviewing.review(LEAD, assessment.id)
    return next(each for each in review.processes if each.process == process)


def test_before_the_first_answer_everything_asked_is_open(desk: Desk, begun: Assessment) -> None:
    found = state(desk, begun, "GOV.1")
    assert (found.asked, len(found.unanswered), found.unfounded) == (4, 4, ())


def test_the_review_counts_what_every_other_page_counts(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate_all("GOV.1", "PA1.1", N)
    pen.rate("CAP.1.O1", Rated("dont_know"))
    review, overview = desk.reviewing.review(LEAD, begun.id), desk.answering.overview(LEAD, begun.id)
    assert (review.answered, review.asked) == (5, 12)
    assert review.asked == sum(each.asked for each in overview.processes)
    assert review.answered == sum(each.answered for each in overview.processes)


def test_dont_know_is_told_apart_from_unanswered(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate("GOV.1.O1", Rated("dont_know"))
    assert state(desk, begun, "GOV.1").dont_know == ("GOV.1.O1",)


def test_what_is_claimed_without_evidence_is_named(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate("GOV.1.O1", F)
    pen.rate("GOV.1.O2", P)
    pen.rate("GOV.1.O3", F)
    desk.answering.annotate(LEAD, begun.id, "GOV.1.O3", "evidence", ["Akte 7"], seen=0)
    assert state(desk, begun, "GOV.1").unfounded == ("GOV.1.O1",)


def test_ratings_far_apart_are_flagged(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate("GOV.1.O1", F)
    pen.rate("GOV.1.O2", N)
    assert set(state(desk, begun, "GOV.1").flags) == {"spread", "hides-an-N"}


def test_what_was_taken_over_and_what_is_not_agreed_is_counted(
    desk: Desk, stores: Stores, begun: Assessment, pen: Pen
) -> None:
    memory: Any = stores.closings
    ends = OpenEnds(frozenset({"GOV.1.O2"}), frozenset({"GOV.1.O1", "GOV.1.O3", "CAP.1.O1"}))
    memory.memory.open_ends[begun.id] = ends
    found = state(desk, begun, "GOV.1")
    assert (found.unchecked, found.apart) == (("GOV.1.O2",), 2)


def test_a_process_left_out_asks_nothing(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate("CAP.1", Rated("not_applicable", reason="Macht der Kreis"))
    found = state(desk, begun, "CAP.1")
    assert (found.removed, found.asked, found.clear) == (True, 0, True)
