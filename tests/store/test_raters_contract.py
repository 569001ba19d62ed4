"""Several raters: the same promises in memory, on SQLite and on PostgreSQL."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from models.assessment import Conflict, NotSaved, Rated, Saved
from models.audit import Note
from models.people import GUEST_MARK, Account, Grant, OneTimeCode
from models.raters import Opening, PrivateOutcome, PrivateRating, PrivateWish, Since, Tally
from tests.store.conftest import Kept
from tests.store.samples import ANNA, BEN, MOMENT, F, L, an_assessment, change

HOUR = datetime.timedelta(hours=1)
ONE = "GOV.1.O1"


@pytest.fixture
def kept(kept: Kept) -> Kept:
    """The stores, with an assessment `p` in which people rate alone first."""
    kept.assessments.add(replace(an_assessment("p"), way="privately"), ANNA.id)
    return kept


def wish(
    rated: Rated | None = L,
    seen: int = 0,
    op: str = "op1",
    *,
    person: str = ANNA.id,
    indicator: str = ONE,
    hours: int = 0,
) -> PrivateWish:
    return PrivateWish("p", "GOV.1", indicator, person, rated, "für mich", seen, op, MOMENT + hours * HOUR)


def keep(kept: Kept, *wishes: PrivateWish) -> PrivateOutcome:
    return [kept.raters.keep(each) for each in wishes][-1]


def test_a_private_rating_comes_back_to_its_own_person_and_to_nobody_else(kept: Kept) -> None:
    outcome = keep(kept, wish())
    assert outcome == PrivateOutcome("saved", PrivateRating(ONE, L, "für mich", 1, MOMENT))
    assert kept.raters.mine("p", ANNA.id) == {ONE: outcome.now}
    assert kept.raters.mine("p", BEN.id) == kept.raters.mine("a1", ANNA.id) == {}


def test_a_private_rating_leaves_no_trace_among_the_answers(kept: Kept) -> None:
    keep(kept, wish())
    assert (kept.answers.answers("p"), kept.answers.history("p", "GOV.1")) == ({}, ())


def test_another_window_of_the_same_person_is_not_overwritten(kept: Kept) -> None:
    keep(kept, wish())
    outcome = keep(kept, wish(F, 0, "op2"))
    assert (outcome.kind, outcome.now.rated) == ("conflict", L)
    assert keep(kept, wish(F, 1, "op3")).now.version == 2


def test_the_same_wish_sent_twice_is_carried_out_once_even_after_the_spread_was_opened(kept: Kept) -> None:
    keep(kept, wish())
    kept.raters.open("p", "GOV.1", ANNA.id, MOMENT)
    assert keep(kept, wish()) == PrivateOutcome("saved", PrivateRating(ONE, L, "für mich", 1, MOMENT))


def test_the_same_rating_again_is_no_change(kept: Kept) -> None:
    first = keep(kept, wish())
    assert keep(kept, wish(seen=0, op="op2", hours=2)) == first
    assert kept.raters.tally("p", [ONE], [MOMENT + HOUR])[ONE].since == (Since(1, 0),)


def test_an_open_spread_freezes_its_topic_and_no_other(kept: Kept) -> None:
    assert kept.raters.open("p", "GOV.1", ANNA.id, MOMENT)
    assert keep(kept, wish()).kind == "frozen"
    assert kept.raters.mine("p", ANNA.id) == {}
    other = replace(wish(), topic="GOV.2", indicator="GOV.2.O1")
    assert keep(kept, other).kind == "saved"
    assert kept.raters.take_back("p", "GOV.1", MOMENT + HOUR)
    assert keep(kept, wish(op="op2")).kind == "saved"


def test_nobody_rates_alone_where_all_answer_together(kept: Kept) -> None:
    assert kept.raters.keep(replace(wish(), assessment="a1")).kind == "frozen"


def test_a_spread_is_opened_once_and_every_opening_stays_on_record(kept: Kept) -> None:
    note = Note(MOMENT, ANNA.id, "moderate", "assessment", "p")
    assert [
        kept.raters.open("p", "GOV.1", ANNA.id, MOMENT, note=note),
        kept.raters.open("p", "GOV.1", BEN.id, MOMENT),
    ] == [
        True,
        False,
    ]
    assert [kept.raters.take_back("p", "GOV.1", MOMENT + HOUR, note=note) for _ in range(2)] == [True, False]
    kept.raters.open("p", "GOV.1", ANNA.id, MOMENT + 2 * HOUR)
    assert kept.raters.openings("p") == {"GOV.1": (Opening(MOMENT, MOMENT + HOUR), Opening(MOMENT + 2 * HOUR))}


def test_of_two_who_open_at_once_one_does(kept: Kept) -> None:
    with ThreadPoolExecutor(2) as people:
        opened = people.map(lambda at: kept.raters.open("p", "GOV.1", ANNA.id, MOMENT + at * HOUR), range(2))
        assert sorted(opened) == [False, True]


def test_a_tally_counts_and_says_how_many_changed_since(kept: Kept) -> None:
    keep(kept, wish(), wish(F, person=BEN.id), wish(Rated("dont_know"), indicator="GOV.1.O2"))
    keep(kept, wish(None, 1, "op2", indicator="GOV.1.O2"), wish(L, 1, "op2", person=BEN.id, hours=2))
    tally = kept.raters.tally("p", [ONE, "GOV.1.O2", "GOV.1.O3"], [MOMENT + HOUR])
    assert tally == {ONE: Tally({"L": 2}, (Since(2, 1),)), "GOV.1.O2": Tally({}, (Since(1, 0),))}
    assert kept.raters.tally("a1", [ONE], []) == {}


def test_who_rated_for_the_first_time_was_not_in_an_earlier_picture(kept: Kept) -> None:
    keep(kept, wish(hours=2))
    assert kept.raters.tally("p", [ONE], [MOMENT + HOUR])[ONE].since == (Since(0, 1),)


def test_a_rating_that_was_taken_back_is_no_rating(kept: Kept) -> None:
    assert not kept.raters.any_rated("p")
    keep(kept, wish())
    assert kept.raters.any_rated("p")
    keep(kept, wish(None, 1, "op2"))
    assert not kept.raters.any_rated("p")


def test_nobody_finishes_a_topic_of_what_was_deleted_meanwhile(kept: Kept) -> None:
    kept.assessments.delete("p")
    with pytest.raises(NotSaved):
        kept.raters.finish("p", "GOV.1", ANNA.id, done=True)


def test_who_has_finished_is_known_by_name_until_they_say_otherwise(kept: Kept) -> None:
    for person in (BEN.id, ANNA.id, ANNA.id):
        kept.raters.finish("p", "GOV.1", person, done=True)
    assert kept.raters.finished("p") == {"GOV.1": (None, "Anna")}
    assert (kept.raters.finished_by("p", ANNA.id), kept.raters.finished_by("a1", ANNA.id)) == ({"GOV.1"}, frozenset())
    kept.raters.finish("p", "GOV.1", BEN.id, done=False)
    assert kept.raters.finished("p") == {"GOV.1": ("Anna",)}


def test_an_agreement_is_the_answer_and_its_reason(kept: Kept) -> None:
    outcome = kept.raters.agree(change(L, 0, "op1", assessment="p"), "Beschluss liegt vor")
    assert isinstance(outcome, Saved)
    assert kept.answers.answers("p")[ONE].rated == L
    agreed = kept.raters.agreements("p")[ONE]
    assert (agreed.rated, agreed.reason, agreed.author, agreed.at) == (L, "Beschluss liegt vor", "Anna", MOMENT)
    assert kept.raters.agreements("p", "GOV.1.O2") == kept.raters.agreements("a1") == {}


def test_an_agreement_on_an_answer_that_moved_on_is_a_conflict_and_keeps_nothing(kept: Kept) -> None:
    kept.answers.save([change(F, 0, "op1", assessment="p")])
    outcome = kept.raters.agree(change(L, 0, "op2", assessment="p"), "weil")
    assert isinstance(outcome, Conflict)
    assert kept.raters.agreements("p") == {}
    assert kept.answers.answers("p")[ONE].rated == F


def test_an_agreement_stands_until_the_answer_changes_and_the_newest_counts(kept: Kept) -> None:
    for number, value in enumerate((L, F)):
        kept.raters.agree(change(value, number, f"op{number}", assessment="p"), f"Grund {number}")
    kept.raters.agree(change(F, 2, "op2", assessment="p"), "dasselbe, besser gesagt")
    assert kept.raters.agreements("p")[ONE].reason == "dasselbe, besser gesagt"
    kept.answers.save([change(L, 2, "op3", assessment="p")])
    assert kept.raters.agreements("p") == {}


def test_deleting_an_assessment_erases_what_people_rated_alone(kept: Kept) -> None:
    keep(kept, wish())
    kept.raters.finish("p", "GOV.1", ANNA.id, done=True)
    kept.raters.open("p", "GOV.1", ANNA.id, MOMENT)
    kept.raters.agree(change(L, 0, "op1", assessment="p"), "weil")
    kept.assessments.delete("p")
    assert (kept.raters.mine("p", ANNA.id), kept.raters.any_rated("p")) == ({}, False)
    assert (kept.raters.finished("p"), kept.raters.openings("p"), kept.raters.agreements("p")) == ({}, {}, {})


def guest_code(name: str, *, account: str | None = None, uses: int = 2) -> OneTimeCode:
    grant = None if account else Grant("guest", assessment="p")
    shown = None if account else "Ratsmitglied"
    return OneTimeCode(name, "guest", ANNA.id, uses, MOMENT + HOUR, grant, account, shown)


def guest(key: str) -> Account:
    return Account(key, f"{GUEST_MARK}{key}", None, MOMENT)


def test_a_guests_code_makes_as_many_guests_as_it_serves(kept: Kept) -> None:
    kept.people.codes.add(guest_code("code"))
    came = [kept.people.accounts.admit_guest("code", guest(key), MOMENT) for key in ("g1", "g2", "g3")]
    shown = {"display_name": "Ratsmitglied", "grants": frozenset({Grant("guest", assessment="p")})}
    assert came == [replace(guest("g1"), **shown), replace(guest("g2"), **shown), None]  # type: ignore[arg-type]
    assert kept.people.accounts.password_hash("g1") is None


def test_a_guest_comes_back_as_the_same_guest(kept: Kept) -> None:
    kept.people.codes.add(guest_code("code"))
    first = kept.people.accounts.admit_guest("code", guest("g1"), MOMENT)
    kept.people.codes.add(guest_code("back", account="g1"))
    assert kept.people.accounts.admit_guest("back", guest("g2"), MOMENT) == first
    assert kept.people.accounts.get("g2") is None
    assert kept.people.accounts.admit_guest("back", guest("g2"), MOMENT + HOUR) is None


def test_a_guests_code_makes_no_account_with_a_password(kept: Kept) -> None:
    kept.people.codes.add(guest_code("code"))
    assert kept.people.accounts.redeem("code", Account("x", "x", None, MOMENT), "hash", MOMENT) == "spent"
    assert kept.people.accounts.get("x") is None


def test_a_guest_who_was_shut_out_does_not_come_back(kept: Kept) -> None:
    kept.people.codes.add(guest_code("code"))
    kept.people.accounts.admit_guest("code", guest("g1"), MOMENT)
    kept.people.accounts.disable("g1", MOMENT)
    kept.people.codes.add(guest_code("back", account="g1"))
    assert kept.people.accounts.admit_guest("back", guest("g2"), MOMENT) is None


def test_after_closing_no_private_rating_slips_in(kept: Kept) -> None:
    keep(kept, wish())
    kept.assessments.replace(replace(an_assessment("p"), way="privately", state="closed", version=2))
    outcome = keep(kept, wish(F, 1, "op2"))
    assert (outcome.kind, outcome.now.rated) == ("frozen", L)
    assert kept.raters.mine("p", ANNA.id)[ONE].rated == L
