"""A closing freezes what a result came from; nothing moves it any more, and reopening begins a new revision."""

import datetime
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound, WishRefused
from assessment.loading import parse_answers
from assessment.scoring import score
from assessment.scoring.profiles import profile
from models.assessment import Assessment, AssessmentSettings, Rated
from models.closing import REDACTED, Redactable, WrittenText
from models.people import Actor, Grant
from models.questionnaire import Library
from models.record import Record
from tests.desk.conftest import ADMINISTRATOR, HERE, LEAD, START, F, L, N, Pen
from tests.files import TXT

DAY = START.date()
FULL = Record(
    sponsor="Oberbürgermeisterin",
    purpose="Standort bestimmen",
    unit="Büro für Internationales",
    thoroughness="3",
    independence="D",
    first_day=DAY,
    last_day=DAY + datetime.timedelta(days=3),
    assessors="Leitung des Büros",
    participants="zwei Fachämter",
    evidence_basis="Akten und Gespräche",
)
COLLEAGUE = Actor("colleague", "Cora", frozenset({Grant("lead", HERE.id)}))


@pytest.fixture
def signed(desk: Desk, begun: Assessment, pen: Pen) -> Assessment:
    """An assessment with answers that Lena closed."""
    pen.rate_all("GOV.1", "PA1.1", F)
    pen.rate("CAP.1.O1", L)
    note = desk.answering.annotate(LEAD, begun.id, "GOV.1.O1", "note", "Herr Meier sagt das", seen=0)
    assert note
    desk.closing.keep_record(LEAD, begun.id, FULL, seen=0)
    desk.closing.close(LEAD, begun.id, "Leiterin des Büros", seen=1)
    return desk.assessments.get(LEAD, begun.id)


def test_the_same_result_comes_from_the_closing_alone(desk: Desk, signed: Assessment, library: Library) -> None:
    (closing,) = desk.closing.closings(LEAD, signed.id)
    answers = parse_answers(closing.inputs.encode(), "closing.yaml", library)
    assert profile(library.models[0], answers) == desk.results.profile(LEAD, signed.id)
    assert (closing.digest, closing.rules_digest) == (library.models[0].digest, library.models[0].rules_digest)


def test_a_closing_holds_who_signed_the_record_and_how_it_was_scored(desk: Desk, signed: Assessment) -> None:
    (closing,) = desk.closing.closings(LEAD, signed.id)
    assert (closing.signer, closing.signed_as, closing.record) == ("Lena", "Leiterin des Büros", FULL)
    assert (closing.conduct.highest_level, closing.conduct.method) == (3, "mean")
    assert set(closing.conduct.processes) == {"GOV.1", "GOV.2", "CAP.1"}


WISHES: dict[str, Callable[[Desk, str], object]] = {
    "rate": lambda d, i: d.answering.rate(LEAD, i, "GOV.1.O1", N, seen=1),
    "annotate": lambda d, i: d.answering.annotate(LEAD, i, "GOV.1.O1", "note", "anders", seen=1),
    "clear": lambda d, i: d.answering.clear(LEAD, i, "GOV.1.O1", "rating", seen=1),
    "undo": lambda d, i: d.answering.undo(LEAD, i, "GOV.1.O1", "rating", seen=1),
    "settings": lambda d, i: d.assessments.change_settings(LEAD, i, AssessmentSettings(), seen=2),
    "rename": lambda d, i: d.assessments.rename(LEAD, i, "Anders", seen=2),
    "archive": lambda d, i: d.assessments.archive(LEAD, i, seen=2),
    "delete": lambda d, i: d.assessments.delete(LEAD, i),
    "record": lambda d, i: d.closing.keep_record(LEAD, i, FULL, seen=1),
    "close": lambda d, i: d.closing.close(LEAD, i, "Leiterin", seen=2),
}


@pytest.mark.parametrize("wish", WISHES)
def test_nothing_of_a_closed_assessment_changes(desk: Desk, stores: Stores, signed: Assessment, wish: str) -> None:
    before = stores.answers.answers(signed.id), stores.closings.closings(signed.id)
    with pytest.raises(WishRefused):
        WISHES[wish](desk, signed.id)
    assert (stores.answers.answers(signed.id), stores.closings.closings(signed.id)) == before
    assert desk.assessments.get(LEAD, signed.id) == signed


def test_a_record_with_gaps_is_not_signed(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted):
        desk.closing.close(LEAD, begun.id, "Leiterin", seen=1)
    desk.closing.keep_record(LEAD, begun.id, replace(FULL, sponsor=""), seen=0)
    with pytest.raises(NotAccepted):
        desk.closing.close(LEAD, begun.id, "Leiterin", seen=1)


def test_nobody_signs_a_record_that_a_colleague_changed_after_they_looked(desk: Desk, begun: Assessment) -> None:
    desk.closing.keep_record(LEAD, begun.id, FULL, seen=0)
    desk.closing.keep_record(LEAD, begun.id, replace(FULL, sponsor="Jemand anders"), seen=1)
    with pytest.raises(ChangedMeanwhile):
        desk.closing.close(LEAD, begun.id, "Leiterin", seen=1, record_seen=1)
    assert desk.closing.close(LEAD, begun.id, "Leiterin", seen=1, record_seen=2).record.sponsor == "Jemand anders"


def test_the_record_says_what_the_program_knows_before_anybody_wrote(desk: Desk, begun: Assessment) -> None:
    stored = desk.closing.record(LEAD, begun.id)
    assert (stored.version, stored.record.unit, stored.record.first_day) == (0, "Musterstadt", DAY)
    assert "sponsor" in stored.record.missing


def test_days_do_not_run_backwards(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted):
        desk.closing.keep_record(LEAD, begun.id, replace(FULL, last_day=DAY - datetime.timedelta(days=1)), seen=0)


def test_of_two_who_close_at_once_one_wins_and_the_other_is_told(desk: Desk, stores: Stores, begun: Assessment) -> None:
    stores.assessments.remember(COLLEAGUE)
    desk.closing.keep_record(LEAD, begun.id, FULL, seen=0)

    def close(actor: Actor) -> str:
        try:
            return desk.closing.close(actor, begun.id, "Leitung", seen=1).signed_as
        except (ChangedMeanwhile, NotAccepted) as told:
            return type(told).__name__

    with ThreadPoolExecutor(2) as people:
        told = sorted(people.map(close, (LEAD, COLLEAGUE)))
    assert told[0] in ("ChangedMeanwhile", "Leitung")
    assert told.count("Leitung") == 1
    assert len(desk.closing.closings(LEAD, begun.id)) == 1


def test_a_reopened_assessment_is_a_new_revision_and_the_former_stays(desk: Desk, signed: Assessment, pen: Pen) -> None:
    before = desk.results.profile(LEAD, signed.id)
    desk.closing.reopen(LEAD, signed.id, "Ein Nachweis fehlte", seen=signed.version)
    pen.rate("GOV.1.O1", N)
    (former,) = desk.closing.closings(LEAD, signed.id)
    assert (former.revision, former.reopened_because) == (1, "Ein Nachweis fehlte")
    assert desk.assessments.get(LEAD, signed.id).revision == 2
    assert desk.results.report_inputs(LEAD, signed.id, 1).result == before
    assert desk.results.profile(LEAD, signed.id) != before


def test_a_second_closing_stands_beside_the_first(desk: Desk, signed: Assessment) -> None:
    opened = desk.closing.reopen(LEAD, signed.id, "Nachtrag", seen=signed.version)
    desk.closing.close(LEAD, signed.id, "Leiterin", seen=opened.version)
    assert [each.revision for each in desk.closing.closings(LEAD, signed.id)] == [1, 2]


def test_reopening_needs_a_reason_and_a_closed_assessment(desk: Desk, signed: Assessment) -> None:
    with pytest.raises(NotAccepted):
        desk.closing.reopen(LEAD, signed.id, " ", seen=signed.version)
    opened = desk.closing.reopen(LEAD, signed.id, "Nachtrag", seen=signed.version)
    with pytest.raises(NotAccepted):
        desk.closing.reopen(LEAD, signed.id, "Nachtrag", seen=opened.version)


def test_a_revision_that_was_never_closed_is_not_found(desk: Desk, signed: Assessment) -> None:
    with pytest.raises(NotFound):
        desk.results.report_inputs(LEAD, signed.id, 2)


def test_signed_answers_that_somebody_changed_are_not_shown(desk: Desk, stores: Stores, signed: Assessment) -> None:
    (closing,) = stores.closings.closings(signed.id)
    kept: dict[object, object] = stores.closings.memory.closings  # type: ignore[attr-defined]
    kept[signed.id, 1] = replace(closing, inputs=closing.inputs.replace("F", "N", 1))
    with pytest.raises(NotAccepted):
        desk.results.profile(LEAD, signed.id)


def test_a_text_taken_out_is_gone_from_answer_history_and_closing(desk: Desk, signed: Assessment) -> None:
    before = desk.results.profile(LEAD, signed.id)
    desk.redacting.redact(LEAD, signed.id, "GOV.1.O1", "note")
    told = repr(
        (
            desk.answering.question(LEAD, signed.id, "GOV.1.O1"),
            desk.answering.history(LEAD, signed.id, "GOV.1.O1"),
            desk.closing.closings(LEAD, signed.id),
        )
    )
    assert "Meier" not in told
    assert REDACTED in told
    assert {key: each.level for key, each in desk.results.profile(LEAD, signed.id).processes.items()} == {
        key: each.level for key, each in before.processes.items()
    }


def test_the_reason_why_something_does_not_apply_is_taken_out_and_the_rating_stays(
    desk: Desk, begun: Assessment
) -> None:
    for seen, why in enumerate(("Frau Meier ist krank", "Herr Meier ist fort")):
        desk.answering.rate(LEAD, begun.id, "GOV.1.O2", Rated("not_applicable", reason=why), seen=seen)
    desk.closing.keep_record(LEAD, begun.id, FULL, seen=0)
    desk.closing.close(LEAD, begun.id, "Leitung", seen=1)
    desk.redacting.redact(LEAD, begun.id, "GOV.1.O2", "reason")
    told = repr((desk.answering.history(LEAD, begun.id, "GOV.1.O2"), desk.closing.closings(LEAD, begun.id)))
    assert "Meier" not in told
    now = desk.answering.question(LEAD, begun.id, "GOV.1.O2").answer.rated
    assert now == Rated("not_applicable", reason=REDACTED)


def test_evidence_taken_out_takes_its_files_along(desk: Desk, begun: Assessment) -> None:
    file = desk.evidence.attach(LEAD, begun.id, "GOV.1.O1", "Frau Meier.txt", TXT)
    desk.closing.keep_record(LEAD, begun.id, FULL, seen=0)
    desk.closing.close(LEAD, begun.id, "Leitung", seen=1)
    desk.redacting.redact(LEAD, begun.id, "GOV.1.O1", "evidence")
    with pytest.raises(NotFound):
        desk.evidence.fetch(LEAD, begun.id, file.id)
    assert desk.evidence.kept.of_question(begun.id, "GOV.1.O1") == ()


def test_a_text_that_was_taken_back_can_still_be_taken_out_of_the_history(desk: Desk, begun: Assessment) -> None:
    for seen, note in enumerate(("Frau Meier", None)):
        desk.answering.annotate(LEAD, begun.id, "GOV.1.O1", "note", note, seen=seen)
    assert desk.redacting.texts(LEAD, begun.id) == (WrittenText("GOV.1.O1", "note", "Frau Meier"),)
    desk.redacting.redact(LEAD, begun.id, "GOV.1.O1", "note")
    assert desk.redacting.texts(LEAD, begun.id) == ()


def test_a_text_taken_out_since_a_copy_is_taken_out_again_when_it_is_put_back(
    desk: Desk, stores: Stores, signed: Assessment
) -> None:
    memory = stores.closings.memory  # type: ignore[attr-defined]
    before = dict(memory.current), list(memory.events), dict(memory.closings)
    name = desk.backups.make(ADMINISTRATOR).name
    desk.redacting.redact(LEAD, signed.id, "GOV.1.O1", "note")
    memory.current, memory.events, memory.closings = before  # as the copy brings it back
    desk.backups.put_back(ADMINISTRATOR, name)
    told = repr((desk.answering.history(LEAD, signed.id, "GOV.1.O1"), desk.closing.closings(LEAD, signed.id)))
    assert "Meier" not in told
    assert REDACTED in told


def test_what_was_signed_keeps_its_files_when_a_later_revision_takes_them_out(desk: Desk, begun: Assessment) -> None:
    file = desk.evidence.attach(LEAD, begun.id, "GOV.1.O1", "Beschluss.txt", TXT)
    desk.closing.keep_record(LEAD, begun.id, FULL, seen=0)
    desk.closing.close(LEAD, begun.id, "Leitung", seen=1)
    desk.closing.reopen(LEAD, begun.id, "Nachtrag", seen=2)
    desk.evidence.remove(LEAD, begun.id, "GOV.1.O1", "Beschluss.txt")
    assert desk.evidence.files(LEAD, begun.id, "GOV.1.O1") == ()
    assert desk.evidence.signed(LEAD, begun.id, 1) == (file,)
    assert desk.evidence.fetch(LEAD, begun.id, file.id) == (file, TXT)


def test_why_people_agreed_is_taken_out_and_what_they_agreed_on_stays(desk: Desk, begun: Assessment) -> None:
    desk.consensus.choose_way(LEAD, begun.id, "privately", seen=1)
    desk.consensus.open(LEAD, begun.id, "GOV.1")
    desk.consensus.agree(LEAD, begun.id, "GOV.1.O1", "L", "Frau Meier weiß es", seen=0)
    desk.redacting.redact(LEAD, begun.id, "GOV.1.O1", "agreement")
    agreed = desk.consensus.agreement(LEAD, begun.id, "GOV.1.O1")
    assert agreed is not None
    assert (agreed.rated, agreed.reason) == (L, REDACTED)


def test_a_text_of_the_record_is_taken_out_also_where_it_was_signed(desk: Desk, signed: Assessment) -> None:
    desk.redacting.redact_record(LEAD, signed.id, "assessors")
    (closing,) = desk.closing.closings(LEAD, signed.id)
    wanted = replace(FULL, assessors=REDACTED)
    assert (closing.record, desk.closing.record(LEAD, signed.id).record) == (wanted, wanted)


@pytest.mark.parametrize("field", ["agreement", "reason", "evidence"])
def test_there_is_nothing_to_take_out_of_a_question_without_such_a_text(
    desk: Desk, signed: Assessment, field: Redactable
) -> None:
    with pytest.raises(NotAccepted):
        desk.redacting.redact(LEAD, signed.id, "GOV.1.O1", field)


def test_an_empty_field_of_the_record_holds_nothing_to_take_out(desk: Desk, signed: Assessment) -> None:
    with pytest.raises(NotAccepted):
        desk.redacting.redact_record(LEAD, signed.id, "constraints")


def test_where_nothing_was_written_there_is_nothing_to_take_out(desk: Desk, signed: Assessment) -> None:
    with pytest.raises(NotAccepted):
        desk.redacting.redact(LEAD, signed.id, "GOV.1.O2", "note")


def test_closing_reopening_and_taking_texts_out_are_noted_without_the_texts(
    desk: Desk, stores: Stores, signed: Assessment
) -> None:
    desk.redacting.redact(LEAD, signed.id, "GOV.1.O1", "note")
    desk.closing.reopen(LEAD, signed.id, "Wegen Frau Meier", seen=signed.version)
    notes = [each.note for each in stores.audit.entries()[-3:]]
    assert [each.detail["how"] for each in notes] == ["closed", "redacted", "reopened"]
    assert "Meier" not in repr(notes)


def test_a_quick_scan_is_closed_just_as_well(desk: Desk, library: Library) -> None:
    scan = library.quick_scans[0]
    begun = desk.assessments.begin(LEAD, scan.id, "Musterstadt", "Schnelltest", AssessmentSettings())
    first = scan.file.questions[0].id
    desk.answering.rate(LEAD, begun.id, first, Rated("rated", "3"), seen=0)
    desk.closing.keep_record(LEAD, begun.id, FULL, seen=0)
    before = desk.results.profile(LEAD, begun.id)
    closing = desk.closing.close(LEAD, begun.id, "Leitung", seen=1)
    assert score(scan, parse_answers(closing.inputs.encode(), "closing.yaml", library)) == before
    assert closing.conduct.method is None
