"""A quick scan that a city keeps: answered in one sheet like every assessment, with stages instead of letters."""

import pytest

from assessment.desk import Desk
from assessment.desk.errors import NotAccepted, NotFound
from models.assessment import Assessment, AssessmentSettings, Rated
from models.profile import StageProfile
from tests.desk.conftest import LEAD, saved

THREE = Rated("rated", "3")


@pytest.fixture
def scan(desk: Desk) -> Assessment:
    """A quick scan of the city."""
    return desk.assessments.begin(LEAD, "quick-scan", "Musterstadt", "Schnellcheck", AssessmentSettings())


def test_a_stage_is_stored_and_scored(desk: Desk, scan: Assessment) -> None:
    saved(desk.answering.rate(LEAD, scan.id, "QS01", THREE, seen=0))
    assert desk.answering.question(LEAD, scan.id, "QS01").answer.rated == THREE
    result = desk.results.profile(LEAD, scan.id)
    assert isinstance(result, StageProfile)
    assert result.questions["QS01"].stage == 3


def test_what_is_no_stage_of_the_question_is_refused(desk: Desk, scan: Assessment) -> None:
    for wrong in ("0", "6", "F"):
        with pytest.raises(NotAccepted):
            desk.answering.rate(LEAD, scan.id, "QS01", Rated("rated", wrong), seen=0)


def test_what_a_quick_scan_does_not_ask_is_not_there(desk: Desk, scan: Assessment) -> None:
    for unknown in ("QS99", "GOV.1", "GOV.1.O1"):
        with pytest.raises(NotFound):
            desk.answering.rate(LEAD, scan.id, unknown, THREE, seen=0)
    with pytest.raises(NotFound):
        desk.answering.sheet(LEAD, scan.id, "GOV.1")


def test_progress_counts_core_questions_and_optional_ones_once_they_are_answered(desk: Desk, scan: Assessment) -> None:
    file = next(each for each in desk.library.quick_scans).file
    core = sum(each.core for each in file.questions)
    optional = next(each.id for each in file.questions if not each.core)
    for question in ("QS01", optional):
        saved(desk.answering.rate(LEAD, scan.id, question, Rated("dont_know"), seen=0))
    overview = desk.answering.overview(LEAD, scan.id)
    assert (sum(each.answered for each in overview.processes), len(overview.processes)) == (2, core + 1)


def test_notes_undo_and_history_work_as_elsewhere(desk: Desk, scan: Assessment) -> None:
    saved(desk.answering.annotate(LEAD, scan.id, "QS01", "note", "Ratsbeschluss", seen=0))
    saved(desk.answering.rate(LEAD, scan.id, "QS01", THREE, seen=0))
    saved(desk.answering.undo(LEAD, scan.id, "QS01", "rating", seen=1))
    assert desk.answering.question(LEAD, scan.id, "QS01").answer.rated is None
    assert [each.kind for each in desk.answering.history(LEAD, scan.id, "QS01")] == ["set", "set", "undo"]


def test_settings_of_a_capability_assessment_do_not_stick_to_a_quick_scan(desk: Desk) -> None:
    wished = AssessmentSettings(highest_level=2, scope=("GOV.1",))
    assert desk.assessments.begin(LEAD, "quick-scan", "Musterstadt", "S", wished).settings == AssessmentSettings()


def test_a_quick_scan_leaves_the_house_in_every_form(desk: Desk, scan: Assessment) -> None:
    saved(desk.answering.rate(LEAD, scan.id, "QS01", THREE, seen=0))
    for form in ("pdf", "yaml", "xlsx"):
        inputs = desk.results.hand_out(LEAD, scan.id, form)
        assert inputs.answers.ratings["QS01"].rating == "3"


def test_a_quick_scan_takes_files_as_evidence(desk: Desk, scan: Assessment) -> None:
    assert desk.evidence.files(LEAD, scan.id, "QS01") == ()
