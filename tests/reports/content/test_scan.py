"""The quick-scan report shows stages and next steps, and never a maturity level."""

import re
from pathlib import Path

import pytest

from models.authored import LANGUAGES, Language
from reports.document import Heading, Table
from tests.golden import Golden
from tests.reports.content.looking import blocks, links, outline, plain, section, texts
from tests.reports.content.samples import real_scan, scan_answers, scan_report, small_scan

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
