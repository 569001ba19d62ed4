"""Every click is stored as it was meant, or refused with a reason; nobody overwrites what they did not see."""

import pytest

from assessment.desk import Desk
from assessment.desk.errors import NotAccepted, NotFound
from models.assessment import EVIDENCE_LIMIT, TEXT_LIMIT, Assessment, AssessmentSettings, Conflict, Rated
from models.questionnaire import CapabilityModel
from tests.desk.conftest import LEAD, F, L, N, P, Pen, saved

O1 = "GOV.1.O1"
NOT_APPLICABLE = Rated("not_applicable", reason="Kein Gremium")


def _open(desk: Desk, begun: Assessment, process: str = "GOV.1") -> list[str]:
    return [part.attribute.id for part in desk.answering.sheet(LEAD, begun.id, process).parts if part.open]


def test_the_sheet_shows_the_questions_up_to_the_highest_level(desk: Desk, begun: Assessment) -> None:
    sheet = desk.answering.sheet(LEAD, begun.id, "GOV.1")
    assert [(part.attribute.id, len(part.questions)) for part in sheet.parts] == [
        ("PA1.1", 4),
        ("PA2.1", 6),
        ("PA2.2", 4),
        ("PA3.1", 6),
        ("PA3.2", 5),
    ]
    assert sheet.scale.letters == ("N", "P", "L", "F")


def test_a_saved_rating_stands_in_the_sheet_with_author_and_time(desk: Desk, begun: Assessment) -> None:
    outcome = saved(desk.answering.rate(LEAD, begun.id, O1, L, seen=0))
    question = desk.answering.sheet(LEAD, begun.id, "GOV.1").parts[0].questions[0]
    assert question.answer.rated == L
    assert question.answer.saved_last == outcome.now
    assert outcome.now.author == "Lena"
    assert desk.answering.question(LEAD, begun.id, O1) == question


def test_only_the_first_level_is_open_at_first(desk: Desk, begun: Assessment) -> None:
    assert _open(desk, begun) == ["PA1.1"]


def test_the_next_level_opens_when_the_one_below_is_reached(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate_all("GOV.1", "PA1.1", L)
    assert _open(desk, begun) == ["PA1.1", "PA2.1", "PA2.2"]
    pen.rate_all("GOV.1", "PA1.1", F)
    pen.rate_all("GOV.1", "PA2.1", F)
    assert _open(desk, begun) == ["PA1.1", "PA2.1", "PA2.2"]
    pen.rate_all("GOV.1", "PA2.2", F)
    assert _open(desk, begun) == ["PA1.1", "PA2.1", "PA2.2", "PA3.1", "PA3.2"]


def test_a_level_that_closes_again_keeps_its_answers(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate_all("GOV.1", "PA1.1", F)
    pen.rate("GOV.1.GP2.1.1", P)
    pen.rate_all("GOV.1", "PA1.1", N)
    part = desk.answering.sheet(LEAD, begun.id, "GOV.1").parts[1]
    assert (part.open, part.questions[0].answer.rated, part.answered) == (False, P, 1)


def test_answers_of_one_process_open_nothing_in_another(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate_all("GOV.1", "PA1.1", F)
    assert _open(desk, begun, "GOV.2") == ["PA1.1"]


def test_the_overview_counts_what_is_open_now(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate_all("GOV.1", "PA1.1", F)
    overview = desk.answering.overview(LEAD, begun.id)
    assert [(each.process.id, each.answered, each.asked) for each in overview.processes] == [
        ("GOV.1", 4, 14),
        ("GOV.2", 0, 4),
        ("CAP.1", 0, 4),
    ]


def test_whoever_saw_an_older_version_hears_what_stands_there(desk: Desk, begun: Assessment) -> None:
    desk.answering.rate(LEAD, begun.id, O1, L, seen=0)
    outcome = desk.answering.rate(LEAD, begun.id, O1, F, seen=0)
    assert isinstance(outcome, Conflict)
    assert (outcome.now.value, outcome.wished) == (L, F)
    assert desk.answering.question(LEAD, begun.id, O1).answer.rated == L


def test_two_who_choose_the_same_do_not_conflict(desk: Desk, begun: Assessment) -> None:
    desk.answering.rate(LEAD, begun.id, O1, L, seen=0)
    assert not saved(desk.answering.rate(LEAD, begun.id, O1, L, seen=0)).changed


def test_a_click_that_is_sent_twice_counts_once(desk: Desk, begun: Assessment) -> None:
    for _ in range(2):
        saved(desk.answering.rate(LEAD, begun.id, O1, L, seen=0, op="click"))
    assert len(desk.answering.history(LEAD, begun.id, O1)) == 1


@pytest.mark.parametrize("letter", ["X", "", "n", "Fully", None])
def test_only_letters_of_the_scale_are_accepted(desk: Desk, begun: Assessment, letter: str | None) -> None:
    with pytest.raises(NotAccepted, match="N, P, L, F"):
        desk.answering.rate(LEAD, begun.id, O1, Rated("rated", letter), seen=0)
    assert desk.answering.question(LEAD, begun.id, O1).answer.rated is None


def test_a_refined_letter_is_kept_as_the_one_it_counts_as(desk: Desk, begun: Assessment) -> None:
    assert saved(desk.answering.rate(LEAD, begun.id, O1, Rated("rated", "P+"), seen=0)).now.value == P


def test_on_the_refined_scale_a_plain_letter_is_refused(desk: Desk, model: CapabilityModel) -> None:
    refined = desk.assessments.begin(LEAD, model.id, "Musterstadt", "Fein", AssessmentSettings(scale=6))
    with pytest.raises(NotAccepted, match="P-, P"):
        desk.answering.rate(LEAD, refined.id, O1, P, seen=0)


def test_dont_know_keeps_no_letter(desk: Desk, begun: Assessment) -> None:
    outcome = saved(desk.answering.rate(LEAD, begun.id, O1, Rated("dont_know", "L", "egal"), seen=0))
    assert outcome.now.value == Rated("dont_know")


@pytest.mark.parametrize("reason", [None, "", "  \n "])
def test_not_applicable_needs_a_reason(desk: Desk, begun: Assessment, reason: str | None) -> None:
    with pytest.raises(NotAccepted, match="why"):
        desk.answering.rate(LEAD, begun.id, O1, Rated("not_applicable", reason=reason), seen=0)


@pytest.mark.parametrize("indicator", ["GOV.1.O9", "GOV.9.O1", "GOV.3.O1", "GOV.1.GP4.1.1", "nonsense", "", "GOV.9"])
def test_what_the_assessment_does_not_ask_is_not_found(desk: Desk, begun: Assessment, indicator: str) -> None:
    with pytest.raises(NotFound):
        desk.answering.rate(LEAD, begun.id, indicator, NOT_APPLICABLE, seen=0)


def test_a_process_outside_the_scope_is_not_found(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotFound):
        desk.answering.sheet(LEAD, begun.id, "GOV.3")


# Leaving out


def test_a_process_can_be_left_out_with_a_reason_and_taken_back(desk: Desk, begun: Assessment) -> None:
    outcome = saved(desk.answering.rate(LEAD, begun.id, "GOV.2", NOT_APPLICABLE, seen=0))
    sheet = desk.answering.sheet(LEAD, begun.id, "GOV.2")
    assert (sheet.level, sheet.reason_removed, sheet.whole.rated) == (None, "Kein Gremium", NOT_APPLICABLE)
    assert [each.removed for each in desk.answering.overview(LEAD, begun.id).processes] == [False, True, False]
    desk.answering.clear(LEAD, begun.id, "GOV.2", "rating", seen=outcome.now.version)
    assert desk.answering.sheet(LEAD, begun.id, "GOV.2").level is not None


def test_a_process_of_the_basis_cannot_be_left_out(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted, match="basis"):
        desk.answering.rate(LEAD, begun.id, "GOV.1", NOT_APPLICABLE, seen=0)


def test_a_process_of_the_basis_cannot_be_left_out_outcome_by_outcome(desk: Desk, begun: Assessment, pen: Pen) -> None:
    for number in (1, 2, 3):
        pen.rate(f"GOV.1.O{number}", NOT_APPLICABLE)
    with pytest.raises(NotAccepted, match="basis"):
        pen.rate("GOV.1.O4", NOT_APPLICABLE)


def test_no_more_processes_are_left_out_than_the_model_allows(desk: Desk, model: CapabilityModel) -> None:
    full = desk.assessments.begin(LEAD, model.id, "Musterstadt", "Alles", AssessmentSettings())
    pen = Pen(desk, full.id)
    for process in ("CAP.1", "CAP.2", "COO.1", "COO.2"):
        pen.rate(process, NOT_APPLICABLE)
    with pytest.raises(NotAccepted, match="At most 4"):
        pen.rate("COO.3", NOT_APPLICABLE)
    pen.rate("COO.2", Rated("not_applicable", reason="Ein anderer Grund"))


def test_a_whole_process_is_not_rated(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted, match="left out"):
        desk.answering.rate(LEAD, begun.id, "GOV.2", F, seen=0)


# Notes, evidence, confidence


def test_notes_evidence_and_confidence_have_versions_of_their_own(desk: Desk, begun: Assessment) -> None:
    desk.answering.rate(LEAD, begun.id, O1, L, seen=0)
    desk.answering.annotate(LEAD, begun.id, O1, "note", "  Ratsbeschluss\r\n2024 ", seen=0)
    desk.answering.annotate(LEAD, begun.id, O1, "evidence", ["https://example.org", " "], seen=0)
    desk.answering.annotate(LEAD, begun.id, O1, "confidence", "low", seen=0)
    answer = desk.answering.question(LEAD, begun.id, O1).answer
    assert (answer.note, answer.evidence, answer.confidence) == (
        "Ratsbeschluss\n2024",
        ("https://example.org",),
        "low",
    )
    assert {each.version for each in answer.fields.values()} == {1}


@pytest.mark.parametrize("empty", ["", "  ", None, [], ["", " "]])
def test_an_emptied_field_is_cleared(desk: Desk, begun: Assessment, empty: str | list[str] | None) -> None:
    desk.answering.annotate(LEAD, begun.id, O1, "evidence", "Beschluss", seen=0)
    desk.answering.annotate(LEAD, begun.id, O1, "evidence", empty, seen=1)
    assert desk.answering.question(LEAD, begun.id, O1).answer.evidence == ()
    assert desk.answering.history(LEAD, begun.id, O1)[-1].kind == "clear"


def test_a_text_of_full_length_fits_and_one_more_character_does_not(desk: Desk, begun: Assessment) -> None:
    saved(desk.answering.annotate(LEAD, begun.id, O1, "note", "ß" * TEXT_LIMIT, seen=0))
    with pytest.raises(NotAccepted, match="4001"):
        desk.answering.annotate(LEAD, begun.id, O1, "note", "ß" * (TEXT_LIMIT + 1), seen=1)


def test_too_many_pieces_of_evidence_are_refused(desk: Desk, begun: Assessment) -> None:
    pieces = [f"Beleg {number}" for number in range(EVIDENCE_LIMIT + 1)]
    with pytest.raises(NotAccepted, match="21"):
        desk.answering.annotate(LEAD, begun.id, O1, "evidence", pieces, seen=0)


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\x7fb", "a\ud800b"])
def test_characters_that_nothing_can_print_are_refused(desk: Desk, begun: Assessment, text: str) -> None:
    with pytest.raises(NotAccepted, match="cannot be printed"):
        desk.answering.annotate(LEAD, begun.id, O1, "note", text, seen=0)


@pytest.mark.parametrize("text", ["Zeile\nzwei\tTab", "👩‍🚒 Île d’Yeu", "Soft\u00adhyphen", "متن"])
def test_texts_of_all_languages_are_accepted(desk: Desk, begun: Assessment, text: str) -> None:
    saved(desk.answering.annotate(LEAD, begun.id, O1, "note", text, seen=0))
    assert desk.answering.question(LEAD, begun.id, O1).answer.note == text


def test_an_unknown_confidence_is_refused(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted, match="high, medium, low"):
        desk.answering.annotate(LEAD, begun.id, O1, "confidence", "sure", seen=0)


def test_a_note_in_place_of_a_list_of_notes_is_a_mistake_of_the_caller(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(TypeError):
        desk.answering.annotate(LEAD, begun.id, O1, "note", ["eins", "zwei"], seen=0)


# Undo and clear


def test_undo_puts_back_what_stood_before_as_a_new_change(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(O1, L)
    pen.rate(O1, F)
    outcome = saved(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=2))
    assert (outcome.now.value, outcome.now.version) == (L, 3)
    assert [each.kind for each in desk.answering.history(LEAD, begun.id, O1)] == ["set", "set", "undo"]


def test_a_second_undo_goes_one_further_and_a_third_changes_nothing(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(O1, L)
    pen.rate(O1, F)
    assert saved(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=2)).now.value == L
    assert saved(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=3)).now.value is None
    assert not saved(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=4)).changed


def test_after_an_undo_a_new_rating_is_what_the_next_undo_takes_back(desk: Desk, begun: Assessment, pen: Pen) -> None:
    for rated in (L, F):
        pen.rate(O1, rated)
    desk.answering.undo(LEAD, begun.id, O1, "rating", seen=2)
    pen.rate(O1, P)
    assert saved(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=4)).now.value == L


def test_undoing_a_clear_brings_the_answer_back(desk: Desk, begun: Assessment) -> None:
    desk.answering.rate(LEAD, begun.id, O1, L, seen=0)
    desk.answering.clear(LEAD, begun.id, O1, "rating", seen=1)
    assert desk.answering.question(LEAD, begun.id, O1).answer.rated is None
    assert saved(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=2)).now.value == L


def test_an_undo_that_is_sent_twice_goes_back_once(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(O1, L)
    pen.rate(O1, F)
    for _ in range(2):
        outcome = saved(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=2, op="undo"))
        assert outcome.now.value == L


def test_undo_does_not_overwrite_a_later_change_unseen(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(O1, L)
    pen.rate(O1, F)
    assert isinstance(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=1), Conflict)


def test_undo_passes_over_a_wish_that_was_declined(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(O1, L)
    pen.rate(O1, F)
    desk.answering.decline(LEAD, begun.id, O1, "rating", N)
    assert [each.kind for each in desk.answering.history(LEAD, begun.id, O1)] == ["set", "set", "declined"]
    assert desk.answering.question(LEAD, begun.id, O1).answer.rated == F
    assert saved(desk.answering.undo(LEAD, begun.id, O1, "rating", seen=2)).now.value == L


def test_a_wish_that_could_not_have_been_stored_is_not_kept_as_declined(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted):
        desk.answering.decline(LEAD, begun.id, O1, "rating", Rated("rated", "X"))
    assert desk.answering.history(LEAD, begun.id, O1) == ()


def test_undo_of_a_rating_leaves_the_note_alone(desk: Desk, begun: Assessment) -> None:
    desk.answering.rate(LEAD, begun.id, O1, L, seen=0)
    desk.answering.annotate(LEAD, begun.id, O1, "note", "Notiz", seen=0)
    desk.answering.undo(LEAD, begun.id, O1, "rating", seen=1)
    answer = desk.answering.question(LEAD, begun.id, O1).answer
    assert (answer.rated, answer.note) == (None, "Notiz")


def test_history_tells_of_a_whole_process(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate(O1, L)
    pen.rate("GOV.1.GP2.1.1", P)
    pen.rate("GOV.2.O1", F)
    assert [each.indicator for each in desk.answering.history(LEAD, begun.id, "GOV.1")] == [O1, "GOV.1.GP2.1.1"]


def test_an_archived_assessment_takes_no_answers(desk: Desk, begun: Assessment) -> None:
    desk.assessments.archive(LEAD, begun.id, seen=1)
    with pytest.raises(NotAccepted, match="stay as they are"):
        desk.answering.rate(LEAD, begun.id, O1, L, seen=0)
    assert desk.answering.sheet(LEAD, begun.id, "GOV.1").parts[0].questions[0].answer.rated is None
