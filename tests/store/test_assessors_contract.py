"""What assessors say beside the city: the same promises in memory, on SQLite and on PostgreSQL."""

import datetime

import pytest

from models.assessment import NotSaved, Rated
from models.assessor import Judgement, JudgementWish
from tests.store.conftest import Kept
from tests.store.samples import ANNA, BEN, MOMENT, F, L, change
from tests.store.test_closings_contract import closed, closing

LATER = MOMENT + datetime.timedelta(minutes=1)


def wish(rated: Rated | None, seen: int, op: str, *, note: str | None = None, person: str = BEN.id) -> JudgementWish:
    said = Judgement("GOV.1.O1", rated, note, ("Akte 7",) if note else ())
    return JudgementWish("a1", person, said, seen, op, MOMENT)


def test_a_judgement_comes_back_as_it_went_in(kept: Kept) -> None:
    outcome = kept.assessors.keep(wish(L, 0, "op1", note="Protokoll fehlt"))
    said = Judgement("GOV.1.O1", L, "Protokoll fehlt", ("Akte 7",), 1, MOMENT)
    assert (outcome.kind, outcome.now) == ("saved", said)
    assert kept.assessors.of("a1", BEN.id) == {"GOV.1.O1": said}


def test_an_assessor_changes_no_answer_of_the_city(kept: Kept) -> None:
    kept.answers.save([change(F, 0, "op1")])
    before = kept.answers.answers("a1")
    kept.assessors.keep(wish(L, 0, "op1"))
    assert kept.answers.answers("a1") == before


def test_two_assessors_do_not_meet(kept: Kept) -> None:
    kept.assessors.keep(wish(L, 0, "op1"))
    assert kept.assessors.keep(wish(F, 0, "op2", person=ANNA.id)).kind == "saved"
    assert kept.assessors.of("a1", BEN.id)["GOV.1.O1"].rated == L


def test_an_older_window_overwrites_nothing(kept: Kept) -> None:
    kept.assessors.keep(wish(L, 0, "op1"))
    outcome = kept.assessors.keep(wish(F, 0, "op2"))
    assert (outcome.kind, outcome.now.rated) == ("conflict", L)


def test_the_same_click_is_carried_out_once(kept: Kept) -> None:
    kept.assessors.keep(wish(L, 0, "op1"))
    assert kept.assessors.keep(wish(L, 0, "op1")).kind == "saved"
    assert len(kept.assessors.history("a1", BEN.id, "GOV.1.O1")) == 1


def test_what_was_said_before_stays_in_the_history(kept: Kept) -> None:
    kept.assessors.keep(wish(L, 0, "op1"))
    kept.assessors.keep(wish(F, 1, "op2"))
    kept.assessors.keep(wish(None, 2, "op3"))
    assert [each.judgement.rated for each in kept.assessors.history("a1", BEN.id, "GOV.1.O1")] == [L, F, None]


def test_a_view_is_shown_once_and_taken_back_once(kept: Kept) -> None:
    kept.assessors.keep(wish(L, 0, "op1"))
    assert [view.shown for view in kept.assessors.views("a1")] == [None]
    assert kept.assessors.show("a1", BEN.id, LATER, shown=True)
    assert not kept.assessors.show("a1", BEN.id, LATER, shown=True)
    assert [(view.person, view.shown) for view in kept.assessors.views("a1")] == [(BEN.id, LATER)]
    assert kept.assessors.show("a1", BEN.id, LATER, shown=False)
    assert [view.shown for view in kept.assessors.views("a1")] == [None]


def test_what_is_shown_is_frozen_with_a_closing_and_stays(kept: Kept) -> None:
    kept.assessors.keep(wish(L, 0, "op1"))
    kept.assessors.keep(wish(F, 0, "op2", person=ANNA.id))
    kept.assessors.show("a1", BEN.id, LATER, shown=True)
    assert kept.closings.close(closing(), closed(), 0) == "done"
    with pytest.raises(NotSaved):
        kept.assessors.keep(wish(F, 1, "op3"))
    assert {view.person for view in kept.assessors.views("a1") if view.revision == 1} == {BEN.id}
    assert kept.assessors.of("a1", BEN.id, 1)["GOV.1.O1"].rated == L
    assert kept.assessors.of("a1", ANNA.id, 1) == {}
