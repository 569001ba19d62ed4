"""What every store keeps to, whatever it keeps things in."""

from dataclasses import replace

import pytest

from models.assessment import AssessmentSettings, Conflict, NotSaved, Rated, Saved
from models.closing import Redaction
from models.evidence import ASSESSMENT_LIMIT, EvidenceFile
from models.pages import Page
from models.people import Account
from tests.store.conftest import Kept
from tests.store.samples import ANNA, BEN, MOMENT, F, L, an_assessment, change


def test_a_saved_rating_comes_back_with_version_author_and_time(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    stored = kept.answers.answers("a1")["GOV.1.O1"].fields["rating"]
    assert (stored.value, stored.version, stored.author, stored.at) == (L, 1, "Anna", MOMENT)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rating", Rated("not_applicable", reason="keine Wahl, „seither“ 🙂")),
        ("rating", Rated("dont_know")),
        ("note", 'Zeile eins\nZeile "zwei"\t; % _ \\'),
        ("evidence", ("https://example.org/a?b=c", "Ratsbeschluss 2024")),
        ("confidence", "low"),
    ],
)
def test_every_kind_of_value_comes_back_as_it_went_in(kept: Kept, field: str, value: object) -> None:
    kept.answers.save([change(value, 0, "op1", field=field)])  # type: ignore[arg-type]
    assert kept.answers.answers("a1")["GOV.1.O1"].fields[field].value == value  # type: ignore[index]


def test_a_change_on_an_old_version_is_a_conflict_and_stores_nothing(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    (outcome,) = kept.answers.save([change(F, 0, "op2", author="ben")])
    assert isinstance(outcome, Conflict)
    assert (outcome.now.value, outcome.now.version, outcome.wished) == (L, 1, F)
    assert kept.answers.answers("a1")["GOV.1.O1"].rated == L
    assert len(kept.answers.history("a1", "GOV.1.O1")) == 1


def test_a_change_on_a_version_that_never_was_is_a_conflict(kept: Kept) -> None:
    (outcome,) = kept.answers.save([change(L, 3, "op1")])
    assert isinstance(outcome, Conflict)
    assert (outcome.now.value, outcome.now.version) == (None, 0)


def test_the_same_value_twice_is_no_conflict_and_no_event(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    (outcome,) = kept.answers.save([change(L, 0, "op2", author="ben")])
    assert isinstance(outcome, Saved)
    assert (outcome.changed, outcome.now.version, outcome.now.author) == (False, 1, "Anna")
    assert len(kept.answers.history("a1", "GOV.1.O1")) == 1


def test_the_same_wish_sent_twice_is_carried_out_once(kept: Kept) -> None:
    first = change(L, 0, "op1")
    kept.answers.save([first])
    kept.answers.save([change(F, 1, "op2")])
    (again,) = kept.answers.save([first])
    assert isinstance(again, Saved)
    assert (again.changed, again.now.value, again.now.version) == (False, L, 1)
    assert kept.answers.answers("a1")["GOV.1.O1"].rated == F


def test_one_wish_may_name_several_fields(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1"), change("Notiz", 0, "op1", field="note")])
    answer = kept.answers.answers("a1")["GOV.1.O1"]
    assert (answer.rated, answer.note) == (L, "Notiz")


def test_two_fields_of_one_question_do_not_conflict(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    (outcome,) = kept.answers.save([change("Notiz", 0, "op2", field="note", author="ben")])
    assert isinstance(outcome, Saved)


def test_clearing_leaves_a_version_so_that_an_old_screen_conflicts(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    (cleared,) = kept.answers.save([change(None, 1, "op2", kind="clear")])
    assert isinstance(cleared, Saved)
    assert (cleared.now.value, cleared.now.version) == (None, 2)
    assert kept.answers.answers("a1")["GOV.1.O1"].answer is None
    assert isinstance(kept.answers.save([change(F, 0, "op3")])[0], Conflict)
    assert isinstance(kept.answers.save([change(F, 2, "op4")])[0], Saved)


def test_clearing_what_was_never_answered_does_nothing(kept: Kept) -> None:
    (outcome,) = kept.answers.save([change(None, 0, "op1", kind="clear")])
    assert isinstance(outcome, Saved)
    assert (outcome.changed, outcome.now.version) == (False, 0)
    assert kept.answers.history("a1", "GOV.1.O1") == ()


def test_where_one_of_several_changes_conflicts_none_is_stored_and_the_conflict_comes_back(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    outcomes = kept.answers.save(
        [change(F, 0, "op2", indicator="GOV.1.O2"), change(F, 0, "op2"), change(F, 0, "op2", indicator="GOV.1.O3")]
    )
    assert [(type(each), each.indicator) for each in outcomes] == [(Conflict, "GOV.1.O1")]
    assert set(kept.answers.answers("a1")) == {"GOV.1.O1"}
    assert len(kept.answers.history("a1", "GOV.1")) == 1


def test_saving_nothing_is_fine(kept: Kept) -> None:
    assert kept.answers.save([]) == ()


def test_history_tells_every_change_in_order(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    kept.answers.save([change("Notiz", 0, "op2", field="note", author="ben")])
    kept.answers.save([change(F, 1, "op3", kind="import")])
    kept.answers.save([change(L, 2, "op4", kind="undo")])
    kept.answers.save([change(None, 3, "op5", kind="clear")])
    events = kept.answers.history("a1", "GOV.1.O1")
    assert [(each.kind, each.field, each.value, each.version, each.author) for each in events] == [
        ("set", "rating", L, 1, "Anna"),
        ("set", "note", "Notiz", 1, None),
        ("import", "rating", F, 2, "Anna"),
        ("undo", "rating", L, 3, "Anna"),
        ("clear", "rating", None, 4, "Anna"),
    ]
    assert [each.number for each in events] == sorted({each.number for each in events})


def test_a_declined_wish_stands_in_the_history_and_changes_nothing(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    for _ in range(2):
        kept.answers.decline(change(F, 0, "op2", kind="declined", author="ben"))
    kept.answers.save([change(F, 1, "op3")])
    events = kept.answers.history("a1", "GOV.1.O1")
    assert [(each.kind, each.value, each.version) for each in events] == [
        ("set", L, 1),
        ("declined", F, 1),
        ("set", F, 2),
    ]
    assert kept.answers.answers("a1")["GOV.1.O1"].fields["rating"].version == 2


def test_a_wish_that_was_declined_can_still_be_carried_out_later(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    kept.answers.decline(change(F, 0, "op2", kind="declined"))
    (outcome,) = kept.answers.save([change(F, 1, "op3")])
    assert isinstance(outcome, Saved)
    assert outcome.changed


def test_whoever_gave_no_name_is_called_by_the_login_name(kept: Kept) -> None:
    account = Account("carla", "carla.b", None, MOMENT)
    kept.people.accounts.add_first(account, "hash")
    kept.answers.save([change(L, 0, "op1", author="carla")])
    (conflict,) = kept.answers.save([change(F, 0, "op2")])
    assert isinstance(conflict, Conflict)
    assert conflict.now.author == "carla.b"
    assert kept.answers.answers("a1")["GOV.1.O1"].fields["rating"].author == "carla.b"
    assert [each.author for each in kept.answers.history("a1", "GOV.1.O1")] == ["carla.b"]


def test_a_process_holds_its_own_questions_and_not_those_of_a_longer_number(kept: Kept) -> None:
    ids = ("GOV.1", "GOV.1.O1", "GOV.1.GP2.1.1", "GOV.10.O1", "GOV.2.O1")
    kept.answers.save([change(L, 0, f"op-{each}", indicator=each) for each in ids])
    assert set(kept.answers.answers("a1", "GOV.1")) == {"GOV.1", "GOV.1.O1", "GOV.1.GP2.1.1"}
    assert {each.indicator for each in kept.answers.history("a1", "GOV.1")} == {"GOV.1", "GOV.1.O1", "GOV.1.GP2.1.1"}


def test_assessments_do_not_see_each_others_answers(kept: Kept) -> None:
    kept.assessments.add(an_assessment("a2"), ANNA.id)
    kept.answers.save([change(L, 0, "op1")])
    kept.answers.save([change(F, 0, "op1", assessment="a2")])
    assert kept.answers.answers("a1")["GOV.1.O1"].rated == L
    assert [each.value for each in kept.answers.history("a2", "GOV.1.O1")] == [F]


def test_an_assessment_comes_back_as_it_went_in(kept: Kept) -> None:
    assert kept.assessments.get("a1") == an_assessment()


def test_settings_that_were_left_to_the_defaults_stay_absent(kept: Kept) -> None:
    plain = replace(an_assessment("a2"), settings=AssessmentSettings(), invented=False)
    kept.assessments.add(plain, ANNA.id)
    assert kept.assessments.get("a2") == plain


def test_an_unknown_assessment_is_absent(kept: Kept) -> None:
    assert kept.assessments.get("a9") is None


def test_an_assessment_can_begin_with_answers(kept: Kept) -> None:
    first = [change(L, 0, "op1", assessment="a2", kind="import")]
    kept.assessments.add(an_assessment("a2"), ANNA.id, first)
    assert kept.answers.answers("a2")["GOV.1.O1"].fields["rating"].version == 1
    assert [each.kind for each in kept.answers.history("a2", "GOV.1.O1")] == ["import"]


def test_assessments_of_cities_come_newest_first(kept: Kept) -> None:
    newer = replace(an_assessment("a2"), created=MOMENT.replace(year=2027))
    kept.assessments.add(newer, ANNA.id)
    kept.assessments.add(an_assessment("a3", "c3"), BEN.id)
    assert [each.id for each in kept.assessments.of_cities(["c1"])] == ["a2", "a1"]
    assert kept.assessments.of_cities([]) == ()


def test_beginning_an_assessment_of_a_new_city_makes_the_person_its_lead(kept: Kept) -> None:
    kept.assessments.add(an_assessment("a3", "c3"), BEN.id)
    assert [city.id for city in kept.assessments.cities_of(BEN.id)] == ["c3"]
    assert [city.id for city in kept.assessments.cities_of(ANNA.id)] == ["c1"]
    assert kept.assessments.cities_of("nobody") == ()


def test_a_changed_record_replaces_the_one_that_was_seen(kept: Kept) -> None:
    renamed = replace(an_assessment(), title="Neu", state="archived", version=2)
    assert kept.assessments.replace(renamed)
    assert kept.assessments.get("a1") == renamed


def test_a_record_that_moved_on_is_not_replaced(kept: Kept) -> None:
    kept.assessments.replace(replace(an_assessment(), title="Neu", version=2))
    assert not kept.assessments.replace(replace(an_assessment(), title="Anders", version=2))
    assert not kept.assessments.replace(replace(an_assessment("a9"), version=2))


def test_deleting_takes_answers_and_history_along_and_nothing_else(kept: Kept) -> None:
    kept.assessments.add(an_assessment("a2"), ANNA.id)
    kept.answers.save([change(L, 0, "op1")])
    kept.answers.save([change(L, 0, "op1", assessment="a2")])
    kept.assessments.delete("a1")
    assert kept.assessments.get("a1") is None
    assert (dict(kept.answers.answers("a1")), kept.answers.history("a1", "GOV.1")) == ({}, ())
    assert len(kept.answers.history("a2", "GOV.1")) == 1


def test_a_name_that_is_noted_anew_stands_beside_later_changes(kept: Kept) -> None:
    kept.assessments.remember(replace(ANNA, display_name="Anna B."))
    kept.answers.save([change(L, 0, "op1")])
    assert kept.answers.answers("a1")["GOV.1.O1"].fields["rating"].author == "Anna B."


def _a_file(key: str, assessment: str = "a1", indicator: str = "GOV.1.O1") -> EvidenceFile:
    return EvidenceFile(key, assessment, indicator, f"{key}.pdf", "application/pdf", 3, "d" * 64, ANNA.id, MOMENT)


def test_a_file_comes_back_as_it_went_in_and_only_in_its_assessment(kept: Kept) -> None:
    kept.evidence.add(_a_file("f1"), b"\x00\xff\x00")
    assert kept.evidence.get("a1", "f1") == (_a_file("f1"), b"\x00\xff\x00")
    assert kept.evidence.get("a2", "f1") is None
    assert kept.evidence.get("a1", "f2") is None


def test_no_file_slips_into_what_was_deleted_or_closed_meanwhile(kept: Kept) -> None:
    kept.assessments.add(an_assessment("a2"), ANNA.id)
    kept.assessments.replace(replace(an_assessment("a2"), state="closed", version=2))
    kept.assessments.delete("a1")
    for file in (_a_file("f1"), _a_file("f2", "a2")):
        with pytest.raises(NotSaved):
            kept.evidence.add(file, b"abc")
    assert kept.evidence.of_assessment("a2") == ()


def test_the_files_of_a_question_are_those_of_no_other(kept: Kept) -> None:
    for file in (_a_file("f2"), _a_file("f1"), _a_file("f3", indicator="GOV.1.O2")):
        kept.evidence.add(file, b"abc")
    assert kept.evidence.of_question("a1", "GOV.1.O1") == (_a_file("f1"), _a_file("f2"))
    assert [each.id for each in kept.evidence.of_assessment("a1")] == ["f1", "f2", "f3"]


def test_the_files_of_an_assessment_have_a_bound_and_those_of_another_do_not_count(kept: Kept) -> None:
    kept.assessments.add(an_assessment("a2"), ANNA.id)
    assert kept.evidence.add(replace(_a_file("f1"), size=ASSESSMENT_LIMIT - 3), b"abc")
    assert kept.evidence.add(replace(_a_file("f2", "a2"), size=ASSESSMENT_LIMIT), b"abc")
    assert kept.evidence.add(_a_file("f3", indicator="GOV.1.O2"), b"abc")
    assert not kept.evidence.add(_a_file("f4"), b"abc")
    assert [each.id for each in kept.evidence.of_assessment("a1")] == ["f1", "f3"]


def test_deleting_an_assessment_takes_its_files_along(kept: Kept) -> None:
    kept.assessments.add(an_assessment("a2"), ANNA.id)
    kept.evidence.add(_a_file("f1"), b"abc")
    kept.evidence.add(_a_file("f2", "a2"), b"abc")
    kept.assessments.delete("a1")
    assert kept.evidence.get("a1", "f1") is None
    assert kept.evidence.get("a2", "f2") is not None


def test_redacting_the_evidence_of_a_question_takes_its_files_and_no_others(kept: Kept) -> None:
    for file in (_a_file("f1"), _a_file("f2", indicator="GOV.1.O2")):
        kept.evidence.add(file, b"abc")
    kept.closings.redact(Redaction("a1", "GOV.1.O1", "note", {}))
    assert kept.evidence.get("a1", "f1") is not None
    kept.closings.redact(Redaction("a1", "GOV.1.O1", "evidence", {}))
    assert kept.evidence.get("a1", "f1") is None
    assert kept.evidence.get("a1", "f2") is not None


def test_a_history_without_a_subject_is_that_of_the_whole_assessment(kept: Kept) -> None:
    kept.assessments.add(an_assessment("a2"), ANNA.id)
    for each in (change(L, 0, "op1"), change(L, 0, "op2", indicator="PEA.1.O1"), change(L, 0, "op3", assessment="a2")):
        kept.answers.save([each])
    assert [each.indicator for each in kept.answers.history("a1")] == ["GOV.1.O1", "PEA.1.O1"]


def _page(version: int, text: str) -> Page:
    return Page("privacy", "de", version, text, "Anna", MOMENT)


def test_pages_keep_every_version_newest_first(kept: Kept) -> None:
    assert kept.pages.add(_page(1, "eins"), ANNA.id)
    assert kept.pages.add(_page(2, "zwei"), ANNA.id)
    assert kept.pages.versions("privacy", "de") == (_page(2, "zwei"), _page(1, "eins"))
    assert kept.pages.versions("privacy", "en") == ()


def test_the_same_version_of_a_page_is_written_once(kept: Kept) -> None:
    kept.pages.add(_page(1, "eins"), ANNA.id)
    assert not kept.pages.add(_page(1, "anders"), BEN.id)
    assert [each.text for each in kept.pages.versions("privacy", "de")] == ["eins"]
