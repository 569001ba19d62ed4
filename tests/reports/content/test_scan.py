"""The quick-scan report shows stages and next steps, and never a maturity level."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from models.answers import Answer, Answers
from models.authored import LANGUAGES, Language
from models.facts import ReportVersion
from reports.document import Heading, Table
from tests.golden import Golden
from tests.reports.content.looking import blocks, links, outline, plain, section, texts
from tests.reports.content.samples import FACTS, real_scan, scan_answers, scan_report, small_scan


def few(**stages: str) -> Answers:
    """Answers to these questions and no other."""
    return replace(scan_answers(), ratings={key: Answer("rated", stage) for key, stage in stages.items()})


GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quick_scan_report_reads_as_it_did_when_a_person_last_read_it(language: Language, golden: Golden) -> None:
    golden.check(GOLDEN / f"scan-{language}.txt", outline(scan_report(language, scan=small_scan())))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", ["1", "3", "5"])
def test_no_maturity_level_is_ever_given(language: Language, stage: str) -> None:
    answers = scan_answers(**{each.id: stage for each in real_scan().file.questions})
    given = re.compile(r"(maturity( level)?|Reifegrad)\W*\d", re.IGNORECASE)
    assert not [each for each in texts(scan_report(language, answers)) if given.search(each)]


def test_beside_the_chosen_statement_stands_the_next_one() -> None:
    question = next(each for each in real_scan().file.questions if each.id == "QS01")
    chosen, ahead = (next(each.en for each in question.anchors if each.stage == stage) for stage in (4, 5))
    tables = [each for each in section(scan_report(), "statements").blocks if isinstance(each, Table)]
    row = [plain(each.content) for each in tables[0].rows[0]]
    assert row[1:] == ["4", chosen, ahead]


def test_the_last_stage_has_no_next_statement_but_a_kind_word() -> None:
    report = scan_report(answers=scan_answers(QS01="5"))
    table = next(each for each in section(report, "statements").blocks if isinstance(each, Table))
    assert plain(table.rows[0][3].content) == "Keep it up, and pass it on to other cities."


def test_a_question_without_a_stage_shows_the_question_itself() -> None:
    report = scan_report(answers=scan_answers(QS01="?"))
    table = next(each for each in section(report, "statements").blocks if isinstance(each, Table))
    row = [plain(each.content) for each in table.rows[0]]
    assert row[1:] == ["don't know", real_scan().file.questions[0].question.en, "–"]


def test_stages_are_called_an_indication() -> None:
    assert any("A stage is an indication, never a rating" in each for each in texts(scan_report()))


def test_every_link_of_a_quick_scan_leads_to_a_heading() -> None:
    report = scan_report()
    assert links(report) <= {each.anchor for each in blocks(report) if isinstance(each, Heading | Table)}


def test_optional_questions_without_an_answer_are_not_shown() -> None:
    optional = {each.process for each in real_scan().file.questions if not each.core}
    shown = {
        plain(row[0].content).split()[0]
        for each in section(scan_report(), "statements").blocks
        if isinstance(each, Table)
        for row in each.rows
    }
    assert not optional & shown


def test_a_dimension_with_open_answers_shows_between_which_stages_it_lies() -> None:
    report = scan_report(answers=few(QS01="3", QS02="3"))
    table = next(each for each in section(report, "profile").blocks if isinstance(each, Table))
    assert [plain(each.content) for each in table.rows[0]][1:] == ["3.0", "2.0 to 4.0", "2 of 4"]


def test_a_complete_dimension_needs_no_range() -> None:
    report = scan_report(answers=few(QS01="3", QS02="3", QS03="3", QS04="4"))
    table = next(each for each in section(report, "profile").blocks if isinstance(each, Table))
    assert plain(table.rows[0][2].content) == "–"


def test_a_single_dimension_is_not_said_to_be_as_far_as_the_others() -> None:
    found = texts(scan_report(answers=few(QS01="3", QS02="3")))
    assert any("So far one dimension has a figure: Strategy & Governance" in each for each in found)
    assert not any("equally far" in each for each in found)


@pytest.mark.parametrize(
    ("stages", "title"),
    [
        ({"QS01": "3"}, "So far one question is answered with a stage"),
        ({"QS01": "3", "QS02": "1"}, "1 of 2 answers is at stage 3 (Steered) or further"),
        ({"QS01": "3", "QS02": "4"}, "2 of 2 answers are at stage 3 (Steered) or further"),
    ],
)
def test_the_title_of_the_stages_counts_as_people_do(stages: dict[str, str], title: str) -> None:
    assert any(title in each for each in texts(scan_report(answers=few(**stages))))


@pytest.mark.parametrize(("version", "shown"), [("internal", True), ("public", False)])
@pytest.mark.parametrize("given", [Answer("rated", "5"), Answer("dont_know")], ids=["rated", "not known"])
def test_evidence_and_note_stand_beside_an_answer_but_not_in_public(
    version: ReportVersion, shown: bool, given: Answer
) -> None:
    written = replace(given, note="since 2022", evidence=("Decision 12", "Minutes"))
    answers = replace(few(), ratings={"QS10": written})
    found = texts(scan_report(answers=answers, facts=replace(FACTS, version=version)))
    assert any("(Note: since 2022) (Evidence: Decision 12; Minutes)" in each for each in found) is shown


def test_what_to_bear_in_mind_names_dimensions_and_not_their_ids() -> None:
    found = texts(scan_report(answers=few(QS01="3", QS02="3", QS05="3", QS06="4")))
    told = next(each for each in found if each.startswith("Too few answers"))
    assert "“Partnerships & Networks”" in told
    assert "PAR" not in told
