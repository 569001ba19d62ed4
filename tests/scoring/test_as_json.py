"""What `score --json` prints: a promise to other programs, explained in docs/method/scores-json.md."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assessment.scoring import as_json, score
from models.answers import Answer, Answers
from models.message import Message
from models.questionnaire import Questionnaire
from tests.scoring import tiny

PAGE = Path(__file__).parents[2] / "docs" / "method" / "scores-json.md"


def printed(questionnaire: Questionnaire, answers: Answers, **settings: Any) -> Any:
    """The JSON as another program reads it."""
    return json.loads(json.dumps(as_json(score(questionnaire, answers, **settings))))


@pytest.fixture(scope="module")
def profile() -> Any:
    said = tiny.at_level({"AAA.1": 2, "AAA.2": 1, "BBB.1": 1}) | {"AAA.1.GP3.1.1": "?", "CCC.2": "x"}
    return printed(tiny.MODEL, tiny.answers(said, scope=("AAA.1", "AAA.2", "BBB.1", "CCC.2")), method="median")


@pytest.fixture(scope="module")
def stages() -> Any:
    return printed(tiny.SCAN, tiny.answers({"QS01": "4", "QS02": "3", "QS06": "?"}))


def test_it_names_the_questionnaire_and_what_tells_two_of_them_apart(profile: Any) -> None:
    assert profile["questionnaire"] == {"id": "tiny", "version": "1.0.0", "digest": "d1", "rules_digest": "r1"}


def test_it_names_the_method_and_where_each_setting_comes_from(profile: Any) -> None:
    assert profile["method"] == "median"
    assert profile["settings"]["method"] == {"value": "median", "origin": "command line"}
    assert profile["settings"]["scale"] == {"value": 4, "origin": "default"}


def test_it_names_scope_and_choice_as_settings(profile: Any) -> None:
    scope = {"value": ["AAA.1", "AAA.2", "BBB.1", "CCC.2"], "origin": "answers file"}
    assert profile["settings"]["scope"] == scope
    assert profile["settings"]["chosen"] == {"value": None, "origin": "default"}
    given = tiny.answers({}, scope="basic", chosen=("AAA.2", "CCC.1"))
    assert printed(tiny.MODEL, given)["settings"]["scope"]["value"] == "basic"
    assert printed(tiny.MODEL, given)["settings"]["chosen"]["value"] == ["AAA.2", "CCC.1"]


def test_a_process_has_its_state_its_level_and_its_attributes(profile: Any) -> None:
    process = profile["processes"]["AAA.1"]
    assert (process["state"], process["level"]) == ("assessed", {"low": 2, "high": 2, "at_least": False})
    assert process["attributes"]["PA3.1"] == {
        "low": "N",
        "high": "N",
        "figure_low": 0.0,
        "figure_high": 0.0,
        "not_applicable": False,
    }


def test_a_process_carries_the_flags_that_concern_it_and_no_others(profile: Any) -> None:
    found = {(flag["code"], flag["subject"]) for flag in profile["processes"]["AAA.2"]["flags"]}
    missing = {("hides-an-N", f"AAA.2/{attribute}") for attribute in tiny.ATTRIBUTES[1:]}
    assert found == {("no-evidence", "AAA.2.O1"), ("no-evidence", "AAA.2.O2"), *missing}


def test_a_removed_process_has_a_reason_and_no_level(profile: Any) -> None:
    process = profile["processes"]["CCC.2"]
    assert (process["state"], process["level"], process["reason_removed"]) == ("removed", None, "does not happen here")


def test_a_process_out_of_scope_has_no_level(profile: Any) -> None:
    assert (profile["processes"]["CCC.1"]["state"], profile["processes"]["CCC.1"]["level"]) == ("out of scope", None)


def test_a_dimension_has_means_and_its_lowest_process(profile: Any) -> None:
    assert profile["dimensions"]["AAA"] == {"low": 1.5, "high": 1.5, "lowest_process": "AAA.2"}


def test_a_dimension_without_processes_has_null_and_never_zero(profile: Any) -> None:
    assert profile["dimensions"]["CCC"] == {"low": None, "high": None, "lowest_process": None}


def test_maturity_is_an_interval_that_says_where_it_is_cut_off(profile: Any) -> None:
    assert profile["maturity"] == {"low": 1, "high": 1, "at_least": True}


def test_completeness_is_a_share_with_its_counts(profile: Any) -> None:
    counts = profile["counts"]
    assert counts == {"asked": 72, "rated": 54, "not_applicable": 17, "dont_know": 1}
    assert profile["completeness"] == round((54 + 17) / 72, 4)


def test_a_third_has_four_decimals() -> None:
    said = {"QS01": "1", "QS02": "1", "QS06": "3"}
    assert printed(tiny.SCAN, tiny.answers(said))["dimensions"]["AAA"]["mean"] == 1.6667


def test_the_trace_reaches_from_maturity_to_an_answer_with_its_evidence() -> None:
    given = {"AAA.1.O1": Answer("rated", rating="L", note="private", evidence=("council minutes",), confidence="low")}
    told = printed(tiny.MODEL, Answers("tiny", "1.0.0", "X", given))
    (process,) = (each["see"] for each in told["trace"]["maturity"]["inputs"] if each.get("see") == "AAA.1")
    leaf = told["processes"][process]["trace"]["inputs"][0]["inputs"][0]
    assert leaf == {
        "subject": "AAA.1.O1",
        "value": "L",
        "rule": "As rated.",
        "inputs": [],
        "blocks": [],
        "answer": {"state": "rated", "rating": "L", "evidence": ["council minutes"], "confidence": "low"},
    }


def nodes(node: Any) -> Any:
    """A node of a trace and everything below it; references are followed by nobody here."""
    yield node
    for each in node.get("inputs", ()):
        yield from nodes(each)


def roots(told: Any) -> list[Any]:
    """Every trace that is printed."""
    parts = (told.get("processes") or told["questions"]).values()
    city = [told["trace"]["maturity"]] if "maturity" in told["trace"] else []
    return [*city, *told["trace"]["dimensions"].values(), *(each["trace"] for each in parts if each["trace"])]


@pytest.mark.parametrize("kind", ["profile", "stages"])
def test_every_node_of_the_trace_says_what_how_why_and_what_is_missing(
    kind: str, request: pytest.FixtureRequest
) -> None:
    every = [node for root in roots(request.getfixturevalue(kind)) for node in nodes(root)]
    kinds = {frozenset(node) - {"answer"} for node in every if "see" not in node}
    assert kinds == {frozenset({"subject", "value", "rule", "inputs", "blocks"})}


@pytest.mark.parametrize("kind", ["profile", "stages"])
def test_each_trace_is_printed_once_and_referred_to_by_its_subject(kind: str, request: pytest.FixtureRequest) -> None:
    told = request.getfixturevalue(kind)
    every = [node for root in roots(told) for node in nodes(root)]
    subjects = [node["subject"] for node in every if "see" not in node]
    assert len(subjects) == len(set(subjects))
    assert {node["see"] for node in every if "see" in node} <= set(told.get("processes") or told["questions"])


def test_a_dimension_refers_to_its_processes_and_questions(profile: Any, stages: Any) -> None:
    assert profile["trace"]["dimensions"]["AAA"]["inputs"] == [{"see": "AAA.1"}, {"see": "AAA.2"}]
    assert stages["trace"]["dimensions"]["AAA"]["inputs"] == [{"see": "QS01"}, {"see": "QS02"}, {"see": "QS06"}]


def test_a_process_out_of_scope_has_no_trace(profile: Any) -> None:
    assert profile["processes"]["CCC.1"]["trace"] is None


def test_a_quick_scan_never_has_a_maturity(stages: Any) -> None:
    assert stages["maturity"] is None


def test_a_quick_scan_has_a_stage_per_question(stages: Any) -> None:
    question = stages["questions"]["QS01"]
    assert (question["process"], question["stage"], question["indicates_level"]) == ("AAA.1", 4, 3)


def test_a_stage_that_may_stand_for_higher_levels_says_so() -> None:
    questions = printed(tiny.SCAN, tiny.answers({"QS01": "5", "QS02": "4"}))["questions"]
    told = {key: (each["indicates_level"], each["indicates_or_more"]) for key, each in questions.items()}
    assert (told["QS01"], told["QS02"], told["QS03"]) == ((4, True), (3, False), (None, False))


def test_a_dimension_of_a_quick_scan_has_its_interval_its_mean_and_its_counts(stages: Any) -> None:
    assert stages["dimensions"]["AAA"] == {"low": 2.6667, "high": 4.0, "mean": 3.5, "answered": 2, "asked": 3}


def test_sentences_are_put_into_the_words_that_are_given() -> None:
    def shouting(message: Message) -> str:
        return str(message).upper()

    result = score(tiny.SCAN, tiny.answers({"QS01": "4"}))
    told: Any = as_json(result, shouting)
    assert told["questions"]["QS02"]["trace"]["value"] == "UNANSWERED"


@pytest.mark.parametrize("kind", ["profile", "stages"])
def test_the_page_explains_every_key(kind: str, request: pytest.FixtureRequest) -> None:
    explained = set(re.findall(r"`([a-z_]+)`", PAGE.read_text(encoding="utf-8")))
    assert set(_keys(request.getfixturevalue(kind))) - explained == set()


def _keys(value: Any) -> Any:
    """All keys that are names, not ids."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key == key.lower():
                yield key
            yield from _keys(each)
    elif isinstance(value, list):
        for each in value:
            yield from _keys(each)
