"""Flags in the corners that the written cases leave out; and their page lists them all."""

import re
from pathlib import Path

from assessment.scoring import profile, quick_profile
from assessment.scoring.flags import Code
from models.answers import Answer, Answers
from models.profile import Flag, LevelInterval, Result
from models.questionnaire import Requirement
from tests.scoring import tiny

PAGE = Path(__file__).parents[2] / "docs" / "method" / "flags.md"


def flags(result: Result, code: Code) -> list[Flag]:
    return [flag for flag in result.flags if flag.code == code]


def subjects(result: Result, code: Code) -> list[str]:
    return [flag.subject for flag in flags(result, code)]


def test_the_page_of_flags_explains_exactly_the_codes_there_are() -> None:
    explained = re.findall(r"^## `([^`]+)`", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(explained) == sorted(Code)


def test_a_rating_above_the_cap_without_evidence_says_what_it_counts_as() -> None:
    result = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "F"}, framework="strict"))
    assert [str(flag.text) for flag in flags(result, Code.NO_EVIDENCE)] == ["Rated F without evidence; counts as L."]


def test_under_a_cap_evidence_makes_a_rating_count_in_full() -> None:
    result = profile(tiny.MODEL, tiny.answers({"CCC.2.O1": "F*"}, framework="strict"))
    assert result.processes["CCC.2"].attributes["PA1.1"].low == "F"


def test_a_rating_that_its_author_doubts_is_flagged() -> None:
    doubted = Answer("rated", rating="L", confidence="low")
    sure = Answer("rated", rating="L", confidence="medium")
    result = profile(tiny.MODEL, Answers("tiny", "1.0.0", "X", {"AAA.1.O1": doubted, "AAA.1.O2": sure}))
    assert subjects(result, Code.LOW_CONFIDENCE) == ["AAA.1.O1"]


def test_a_doubt_beside_a_question_without_rating_is_no_flag() -> None:
    result = profile(tiny.MODEL, Answers("tiny", "1.0.0", "X", {"AAA.1.O1": Answer("dont_know", confidence="low")}))
    assert subjects(result, Code.LOW_CONFIDENCE) == []


def test_a_spread_counts_steps_as_the_framework_sets_them() -> None:
    patient = tiny.FRAMEWORKS[0].model_copy(update={"spread_flag_steps": 3})
    said = {"AAA.2.O1": "F*", "AAA.2.O2": "P", "BBB.1.O1": "F*", "BBB.1.O2": "N"}
    result = profile(tiny.model(frameworks=(patient,)), tiny.answers(said))
    assert subjects(result, Code.SPREAD) == ["BBB.1/PA1.1"]


def test_maturity_is_provisional_while_a_level_it_rests_on_is() -> None:
    ratings = tiny.at_level(dict.fromkeys(tiny.OUTCOME_WEIGHTS, 1)) | {"BBB.1.O1": "_", "BBB.1.O2": "P"}
    assert "maturity" in subjects(profile(tiny.MODEL, tiny.answers(ratings)), Code.PROVISIONAL)


NO_STATEMENT = "With this scope no statement about maturity is possible."


def test_a_scope_that_allows_no_statement_about_maturity_is_flagged_instead_of_at_least_0() -> None:
    answers = tiny.answers(tiny.at_level({"CCC.1": 5}), scope=("CCC.1",))
    result = profile(tiny.MODEL, answers)
    assert result.maturity == LevelInterval(0, 0, at_least=True)
    assert [(flag.subject, str(flag.text)) for flag in flags(result, Code.NO_STATEMENT)] == [("maturity", NO_STATEMENT)]
    assert "maturity" not in subjects(result, Code.CAPPED)


def test_the_trace_says_so_too() -> None:
    trace = profile(tiny.MODEL, tiny.answers({}, scope=("CCC.1",))).maturity_trace
    assert str(trace.value) == "no statement"
    assert [str(each) for each in trace.blocks] == [NO_STATEMENT, "Maturity level 1 asks for more than is in scope."]


def test_a_process_in_scope_that_misses_level_1_is_a_statement() -> None:
    result = profile(tiny.MODEL, tiny.answers(tiny.at_level({"AAA.1": 0}), scope=("AAA.1",)))
    assert (subjects(result, Code.NO_STATEMENT), subjects(result, Code.CAPPED)) == ([], ["maturity"])


def test_a_highest_level_below_what_level_1_asks_for_allows_no_statement_either() -> None:
    steep = tiny.model((tiny.maturity_level(1, Requirement(sets=("ONE",), capability=3)),))
    answers = tiny.answers(tiny.at_level({"AAA.1": 2, "BBB.1": 2}), highest_level=2)
    assert subjects(profile(steep, answers), Code.NO_STATEMENT) == ["maturity"]


def test_a_quick_scan_flags_dimensions_that_are_open_or_thin() -> None:
    result = quick_profile(tiny.SCAN, tiny.answers({"QS01": "4", "QS02": "2"}))
    assert subjects(result, Code.PROVISIONAL) == ["BBB"]
    assert subjects(result, Code.FEW_ANSWERS) == ["BBB", "CCC"]


def test_a_quick_scan_flags_questions_left_out_and_answers_in_doubt() -> None:
    given = {
        "QS01": Answer("rated", rating="4", confidence="low"),
        "QS02": Answer("not_applicable", reason="no such task"),
    }
    result = quick_profile(tiny.SCAN, Answers("tiny-scan", "1.0.0", "X", given))
    assert [str(flag.text) for flag in flags(result, Code.REMOVED)] == ["Left out as not applicable: no such task"]
    assert subjects(result, Code.LOW_CONFIDENCE) == ["QS01"]


def test_an_attribute_that_may_still_rise_above_its_n_is_flagged_already() -> None:
    assert subjects(profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "N"})), Code.HIDES_AN_N) == ["AAA.1/PA1.1"]


def test_a_rating_of_n_is_told_in_words_that_fit_an_attribute_of_any_letter() -> None:
    result = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "N", "AAA.1.O2": "F*", "AAA.1.O3": "F*", "CCC.2.O1": "N"}))
    assert [str(flag.text) for flag in flags(result, Code.HIDES_AN_N)] == [
        "PA1.1 word holds a rating of N, whatever its own letter.",
        "PA1.1 word holds a rating of N, whatever its own letter.",
    ]
