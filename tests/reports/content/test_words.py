"""Both languages say everything, and what people typed stays what it is."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from assessment.loading import QUESTIONNAIRES, load_library, parse_answers
from assessment.scoring import profile
from models.answers import Answer
from reports.content import Reasons, told
from reports.document import Report
from reports.paper import questionnaire_paper
from tests.reports.content.looking import texts
from tests.reports.content.samples import (
    FACTS,
    real_model,
    real_scan,
    scan_answers,
    scan_report,
    small_answers,
    small_model,
    small_report,
    words,
)

REPORTS = Path(__file__).parents[3] / "reports"
_SHORT = 12
"""A sentence with fewer letters beside its blanks may be the same in both languages."""

HOSTILE = "<img src='/etc/passwd'> {city} {0} %s {{}} =1+1 \\n & “”"


def _sentences() -> list[str]:
    found = extract_from_dir(REPORTS / "content", [("**.py", "python")], keywords={"say": None, "words": None})
    return sorted({sentence for _, _, sentence, _, _ in found if isinstance(sentence, str)})


def test_there_are_sentences_to_translate() -> None:
    assert len(_sentences()) > 200


@pytest.mark.parametrize("sentence", [each for each in _sentences() if len(re.sub(r"{\w+}", "", each)) > _SHORT])
def test_every_sentence_of_a_report_has_a_german_one(sentence: str) -> None:
    blanks = {name: f"<{name}>" for name in _blanks(sentence)}
    german = words("de")(sentence, **blanks)
    assert german != words("en")(sentence, **blanks)
    assert all(value in german for value in blanks.values())


def _blanks(sentence: str) -> set[str]:
    return {part.split("}")[0] for part in sentence.split("{")[1:]}


def test_a_german_report_has_as_many_sections_and_blocks_as_an_english_one() -> None:
    shapes = [
        [(each.id, [type(block) for block in each.blocks]) for each in report.sections]
        for report in (small_report("de"), small_report("en"))
    ]
    assert shapes[0] == shapes[1]


def _hostile_report() -> Report:
    hostile = Answer("rated", "F", note=HOSTILE, evidence=(HOSTILE,))
    answers = small_answers()
    answers = replace(answers, city=HOSTILE, ratings={**answers.ratings, "ABC.1.O1": hostile})
    return small_report(answers=answers, facts=replace(FACTS, city=HOSTILE, sponsor=HOSTILE))


def test_what_people_typed_survives_as_plain_text() -> None:
    report = _hostile_report()
    assert report.cover is not None
    assert report.cover.title == HOSTILE
    assert f"{HOSTILE} Evidence: {HOSTILE}" in texts(report)
    assert any(each.startswith(f"{HOSTILE} can build on") for each in texts(report))


def test_a_reason_with_braces_survives_as_plain_text() -> None:
    answers = small_answers()
    ratings = {**answers.ratings, "ABC.2": Answer("not_applicable", reason=HOSTILE)}
    report = small_report(answers=replace(answers, ratings=ratings))
    assert f"ABC.2 Farewell: {HOSTILE}" in texts(report)


def test_the_inputs_inside_a_report_are_an_answers_file() -> None:
    given = replace(
        scan_answers(QS02="3"),
        ratings={
            **scan_answers().ratings,
            "QS03": Answer("rated", "3", note=HOSTILE, evidence=("https://example.org",)),
        },
    )
    content = json.loads(scan_report(answers=given).attachments[0].data)
    library = load_library(QUESTIONNAIRES)
    again = parse_answers(json.dumps(content["answers"], ensure_ascii=False).encode(), "inputs.json", library)
    assert again.ratings == given.ratings


def test_the_inputs_name_the_settings_and_where_they_come_from() -> None:
    content = json.loads(small_report().attachments[0].data)
    assert content["settings"]["highest_level"] == 2
    assert content["settings"]["origins"]["highest_level"] == "answers file"


def test_why_goes_from_the_number_down_to_the_answers() -> None:
    reasons = Reasons(small_model(), profile(small_model(), small_answers()), words("en"))
    items = told(reasons.of("DEF"))
    assert items.depths[:3] == (0, 1, 2)
    lines = ["".join(span.text for span in each) for each in items.items]
    assert "O1 Advice result 1. P (As rated.)" in lines


def test_the_paper_asks_for_every_indicator_up_to_level_three_once() -> None:
    model = real_model()
    said = [each.split()[0] for each in texts(questionnaire_paper(model, words("en"), ["GOV.1"])) if each]
    wanted = [each.id for each in model.indicators("GOV.1", model.framework()) if each.attribute < "PA4"]
    assert [each for each in said if each in wanted] == wanted


def test_the_paper_asks_for_higher_levels_only_if_told() -> None:
    model = real_model()
    said = texts(questionnaire_paper(model, words("en"), ["GOV.1"], highest_level=5))
    assert any("GOV.1.GP5.2.4" in each for each in said)


def test_the_paper_offers_to_leave_out_only_what_may_be_left_out() -> None:
    report = questionnaire_paper(real_model(), words("en"), ["GOV.1", "GOV.2"])
    boxes = [each for each in texts(report) if "does not concern our city at all, because" in each]
    assert [each.split(":")[0] for each in boxes] == ["GOV.2"]


def test_the_paper_of_the_quick_scan_offers_all_statements_of_all_questions() -> None:
    said = texts(questionnaire_paper(real_scan(), words("de")))
    statements = [f"{each.stage} – {each.de}" for question in real_scan().file.questions for each in question.anchors]
    assert [each for each in said if each in set(statements)] == statements
