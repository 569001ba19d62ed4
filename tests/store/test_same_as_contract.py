"""Answers that were taken over: the same promises in memory, on SQLite and on PostgreSQL."""

from models.assessment import Conflict, Saved
from tests.store.conftest import Kept
from tests.store.samples import F, L, change

HERE, THERE, ELSEWHERE = "GOV.1.GP2.1.1", "GOV.2.GP2.1.1", "PAR.1.GP2.1.1"


def taken_over(kept: Kept) -> None:
    """One practice rated, and taken over for two other processes."""
    kept.answers.save([change(L, 0, "op1", indicator=HERE)])
    outcomes = kept.same_as.take_over([change(L, 0, "op2", indicator=each) for each in (THERE, ELSEWHERE)], HERE)
    assert all(isinstance(each, Saved) for each in outcomes)


def test_what_was_taken_over_is_an_answer_with_a_mark(kept: Kept) -> None:
    taken_over(kept)
    assert kept.answers.answers("a1")[THERE].rated == L
    assert kept.same_as.marks("a1") == {THERE: HERE, ELSEWHERE: HERE}
    assert kept.same_as.marks("a2") == {}


def test_one_conflict_takes_nothing_over(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1", indicator=HERE)])
    kept.answers.save([change(F, 0, "op2", indicator=ELSEWHERE, author="ben")])
    (met,) = kept.same_as.take_over([change(L, 0, "op3", indicator=each) for each in (THERE, ELSEWHERE)], HERE)
    assert isinstance(met, Conflict)
    assert met.indicator == ELSEWHERE
    assert THERE not in kept.answers.answers("a1")
    assert kept.same_as.marks("a1") == {}


def test_a_later_change_in_either_place_removes_the_mark(kept: Kept) -> None:
    taken_over(kept)
    kept.answers.save([change(F, 1, "op3", indicator=THERE)])
    assert kept.same_as.marks("a1") == {ELSEWHERE: HERE}
    kept.answers.save([change(F, 1, "op4", indicator=HERE)])
    assert kept.same_as.marks("a1") == {}


def test_it_can_be_taken_over_anew(kept: Kept) -> None:
    taken_over(kept)
    kept.answers.save([change(F, 1, "op3", indicator=HERE)])
    kept.same_as.take_over([change(F, 1, "op4", indicator=THERE)], HERE)
    assert kept.same_as.marks("a1") == {THERE: HERE}


def test_deleting_an_assessment_erases_its_marks(kept: Kept) -> None:
    taken_over(kept)
    kept.assessments.delete("a1")
    assert kept.same_as.marks("a1") == {}
