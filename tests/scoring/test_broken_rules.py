"""Answers that break a rule are refused where they are read. What the engine does with them all the same."""

from assessment.scoring import profile
from assessment.scoring.scope import left_out
from tests.scoring import tiny


def test_the_engine_scores_without_a_needed_process_all_the_same() -> None:
    result = profile(tiny.MODEL, tiny.answers(tiny.at_level(dict.fromkeys(tiny.OUTCOME_WEIGHTS, 1)) | {"AAA.1": "x"}))
    assert (result.processes["AAA.1"].state, result.maturity.low) == ("removed", 1)


def test_a_choice_of_unknown_processes_counts_none_of_them() -> None:
    answers = tiny.answers(tiny.at_level(dict.fromkeys(tiny.OUTCOME_WEIGHTS, 5)), chosen=("ZZZ.1", "ZZZ.2", "ZZZ.3"))
    assert profile(tiny.MODEL, answers).maturity.low == 3


def test_unknown_processes_in_the_scope_are_not_assessed() -> None:
    result = profile(tiny.MODEL, tiny.answers({}, scope=("AAA.1", "ZZZ.1")))
    assert [key for key, each in result.processes.items() if each.state == "assessed"] == ["AAA.1"]


def test_a_process_left_out_has_no_level_and_keeps_its_reason() -> None:
    process = profile(tiny.MODEL, tiny.answers({"CCC.2": "x"})).processes["CCC.2"]
    assert (process.state, process.level, process.reason_removed) == ("removed", None, "does not happen here")


def test_a_process_left_out_outcome_by_outcome_gives_each_reason_once() -> None:
    process = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "x", "AAA.1.O2": "x", "AAA.1.O3": "x"})).processes["AAA.1"]
    assert process.reason_removed == "does not happen here"


def test_what_lies_outside_the_scope_is_not_left_out() -> None:
    answers = tiny.answers({"CCC.1": "x", "CCC.2": "x"}, scope=("AAA.1", "CCC.1"))
    assert left_out(tiny.MODEL, answers) == {"CCC.1": "does not happen here"}
