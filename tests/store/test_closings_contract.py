"""Records and closings: the same promises in memory, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from models.assessment import Assessment, NotSaved, Rated, Saved
from models.closing import REDACTED, Closing, Redaction
from models.record import Conduct, Record, StoredRecord
from tests.store.conftest import Kept
from tests.store.samples import ANNA, BEN, MOMENT, F, L, an_assessment, change

RECORD = Record(sponsor="Rat", thoroughness="2", first_day=MOMENT.date())
CONDUCT = Conduct("iso-33020-2015", "mean", 4, 3, ("GOV.1",), "together")


def closing(revision: int = 1, person: str = ANNA.id) -> Closing:
    return Closing(
        "a1", revision, RECORD, CONDUCT, "Leitung", "inputs", "sha", "1.0.0", "d", "r", person, MOMENT, signer="Anna"
    )


def closed(revision: int = 1, version: int = 2) -> Assessment:
    return replace(an_assessment(), state="closed", version=version, revision=revision)


def test_a_record_is_kept_against_the_version_seen(kept: Kept) -> None:
    assert kept.closings.record("a1") is None
    assert kept.closings.keep_record("a1", RECORD, 0)
    assert not kept.closings.keep_record("a1", Record(), 0)
    assert kept.closings.keep_record("a1", replace(RECORD, purpose="Lernen"), 1)
    assert kept.closings.record("a1") == StoredRecord(replace(RECORD, purpose="Lernen"), 2)


def test_a_closing_comes_back_as_it_went_in(kept: Kept) -> None:
    assert kept.closings.close(closing(), closed(), 0) == "done"
    assert kept.closings.closings("a1") == (closing(),)


def test_an_answer_that_came_in_meanwhile_is_not_missed(kept: Kept) -> None:
    counted = kept.closings.answer_count("a1")
    kept.answers.save([change(L, 0, "op1")])
    assert kept.closings.close(closing(), closed(), counted) == "answered"
    assert kept.closings.closings("a1") == ()
    found = kept.assessments.get("a1")
    assert found is not None
    assert found.state == "draft"


def test_after_closing_no_answer_and_no_record_is_kept(kept: Kept) -> None:
    kept.answers.save([change(L, 0, "op1")])
    kept.closings.close(closing(), closed(), 1)
    with pytest.raises(NotSaved):
        kept.answers.save([change(F, 1, "op2")])
    assert not kept.closings.keep_record("a1", RECORD, 0)
    assert kept.answers.answers("a1")["GOV.1.O1"].rated == L


def test_one_of_two_closings_wins(kept: Kept) -> None:
    def close(person: str) -> str:
        return kept.closings.close(closing(person=person), closed(), 0)

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(close, (ANNA.id, BEN.id))) == ["changed", "done"]
    assert len(kept.closings.closings("a1")) == 1


def test_whatever_was_saved_beside_a_closing_is_in_it_or_was_refused(kept: Kept) -> None:
    def save(number: int) -> bool:
        try:
            (outcome,) = kept.answers.save([change(L, 0, f"op{number}", indicator=f"GOV.{number}.O1")])
        except NotSaved:
            return False
        return isinstance(outcome, Saved)

    with ThreadPoolExecutor(6) as people:
        saves = [people.submit(save, number) for number in range(1, 30)]
        done, counted = "answered", 0
        while done == "answered":
            counted = kept.closings.answer_count("a1")
            done = kept.closings.close(closing(), closed(), counted)
    assert done == "done"
    assert sum(each.result() for each in saves) == counted == kept.closings.answer_count("a1")


def test_a_record_that_was_changed_meanwhile_is_not_signed_unseen(kept: Kept) -> None:
    kept.closings.keep_record("a1", RECORD, 0)
    kept.closings.keep_record("a1", replace(RECORD, sponsor="Dezernat"), 1)
    assert kept.closings.close(closing(), closed(), 0) == "changed"
    found = kept.assessments.get("a1")
    assert found is not None
    assert (found.state, kept.closings.closings("a1")) == ("draft", ())


def test_a_record_kept_beside_a_closing_is_the_one_signed_or_was_refused(kept: Kept) -> None:
    kept.closings.keep_record("a1", RECORD, 0)

    def sign() -> str:
        return kept.closings.close(closing(), closed(), 0)

    def write() -> bool:
        return kept.closings.keep_record("a1", replace(RECORD, sponsor="Dezernat"), 1)

    with ThreadPoolExecutor(2) as people:
        signed, written = people.submit(sign), people.submit(write)
    assert (signed.result(), written.result()) in (("done", False), ("changed", True))


def test_a_reopened_one_says_when_and_why_and_can_be_closed_again(kept: Kept) -> None:
    kept.closings.close(closing(), closed(), 0)
    opened = replace(an_assessment(), version=3, revision=2)
    assert kept.closings.reopen(opened, MOMENT, "Nachtrag")
    assert not kept.closings.reopen(opened, MOMENT, "noch einmal")
    kept.closings.close(closing(2), closed(2, 4), 0)
    first, second = kept.closings.closings("a1")
    assert (first.reopened, first.reopened_because, second.reopened) == (MOMENT, "Nachtrag", None)


def test_a_redacted_text_is_nowhere_and_the_others_stay(kept: Kept) -> None:
    kept.answers.save([change("Herr Meier", 0, "op1", field="note")])
    kept.answers.save([change("Frau Meier", 1, "op2", field="note")])
    kept.answers.save([change("bleibt", 0, "op3", field="note", indicator="GOV.1.O2")])
    kept.closings.close(closing(), closed(), kept.closings.answer_count("a1"))
    kept.closings.redact(Redaction("a1", "GOV.1.O1", "note", {1: ("ohne", "neu")}))
    assert {each.value for each in kept.answers.history("a1", "GOV.1.O1")} == {REDACTED}
    answers = kept.answers.answers("a1")
    assert (answers["GOV.1.O1"].note, answers["GOV.1.O2"].note) == (REDACTED, "bleibt")
    assert [(each.inputs, each.inputs_digest) for each in kept.closings.closings("a1")] == [("ohne", "neu")]


def test_a_redacted_reason_is_nowhere_and_the_rating_stays(kept: Kept) -> None:
    kept.answers.save([change(Rated("not_applicable", reason="Herr Meier"), 0, "op1")])
    kept.answers.save([change(Rated("not_applicable", reason="Frau Meier"), 1, "op2")])
    kept.answers.save([change(F, 2, "op3")])
    kept.closings.redact(Redaction("a1", "GOV.1.O1", "reason", {}))
    gone = Rated("not_applicable", reason=REDACTED)
    assert [each.value for each in kept.answers.history("a1", "GOV.1.O1")] == [gone, gone, F]
    assert kept.answers.answers("a1")["GOV.1.O1"].rated == F


def test_a_redacted_reason_of_an_agreement_is_gone_and_the_agreement_stands(kept: Kept) -> None:
    assert not kept.closings.was_agreed("a1", "GOV.1.O1")
    kept.raters.agree(change(F, 0, "op1"), "Herr Meier")
    assert kept.closings.was_agreed("a1", "GOV.1.O1")
    kept.closings.redact(Redaction("a1", "GOV.1.O1", "agreement", {}))
    assert kept.raters.agreements("a1")["GOV.1.O1"].reason == REDACTED


def test_a_redacted_text_of_the_record_is_gone_from_it_and_from_every_closing(kept: Kept) -> None:
    kept.closings.keep_record("a1", RECORD, 0)
    kept.closings.close(closing(), closed(), 0)
    kept.closings.redact_record("a1", "sponsor")
    stored, (signed,) = kept.closings.record("a1"), kept.closings.closings("a1")
    assert stored is not None
    wanted = replace(RECORD, sponsor=REDACTED)
    assert (stored.record, signed.record) == (wanted, wanted)


def test_with_the_assessment_its_closings_go(kept: Kept) -> None:
    kept.closings.keep_record("a1", RECORD, 0)
    kept.closings.close(closing(), closed(), 0)
    kept.assessments.delete("a1")
    assert kept.closings.closings("a1") == ()
    assert kept.closings.record("a1") is None
