"""What answers must keep to: the questions that a reader of answers asks, and what the engine does all the same."""

from assessment.scoring import profile, rules
from tests.scoring import tiny


def test_a_needed_process_may_not_be_left_out() -> None:
    assert rules.left_out_but_needed(tiny.MODEL, tiny.answers({"AAA.1": "x", "CCC.2": "x"})) == ("AAA.1",)


def test_leaving_out_every_outcome_is_leaving_out_the_process() -> None:
    assert rules.left_out_but_needed(tiny.MODEL, tiny.answers({"BBB.1.O1": "x", "BBB.1.O2": "x"})) == ("BBB.1",)


def test_as_many_processes_as_the_model_allows_may_be_left_out() -> None:
    assert rules.left_out_too_many(tiny.MODEL, tiny.answers({"CCC.2": "x"})) == 0


def test_those_beyond_are_counted() -> None:
    assert rules.left_out_too_many(tiny.MODEL, tiny.answers({"CCC.1": "x", "CCC.2": "x"})) == 1


def test_what_lies_outside_the_scope_is_not_left_out() -> None:
    answers = tiny.answers({"CCC.1": "x", "CCC.2": "x"}, scope=("AAA.1", "CCC.1"))
    assert rules.left_out_too_many(tiny.MODEL, answers) == 0


def test_ratings_above_the_highest_level_are_named() -> None:
    answers = tiny.answers({"AAA.1.O1": "F", "AAA.1.GP2.1.1": "L", "AAA.1.GP3.1.1": "?", "AAA.1.GP3.1.2": "N"})
    assert rules.rated_above(tiny.MODEL, answers, tiny.FRAMEWORKS[0], 2) == ("AAA.1.GP3.1.2",)


def test_a_choice_that_can_carry_level_four_lacks_nothing() -> None:
    assert rules.chosen_lack(tiny.MODEL, ("AAA.2", "CCC.1")) == rules.Lacking(0, (), ())


def test_a_choice_says_all_that_it_lacks() -> None:
    assert rules.chosen_lack(tiny.MODEL, ("AAA.1",)) == rules.Lacking(1, ("AAA.2",), ("BBB.1", "CCC.1"))


def test_a_model_without_a_rule_over_chosen_processes_lacks_nothing() -> None:
    assert rules.chosen_lack(tiny.model((tiny.maturity_level(0),)), ()) == rules.Lacking(0, (), ())


def test_the_engine_scores_without_a_needed_process_all_the_same() -> None:
    result = profile(tiny.MODEL, tiny.answers(tiny.at_level(dict.fromkeys(tiny.OUTCOME_WEIGHTS, 1)) | {"AAA.1": "x"}))
    assert (result.processes["AAA.1"].state, result.maturity.low) == ("removed", 1)


def test_a_choice_of_unknown_processes_counts_none_of_them() -> None:
    answers = tiny.answers(tiny.at_level(dict.fromkeys(tiny.OUTCOME_WEIGHTS, 5)), chosen=("ZZZ.1", "ZZZ.2", "ZZZ.3"))
    assert profile(tiny.MODEL, answers).maturity.low == 3


def test_unknown_processes_in_the_scope_are_not_assessed() -> None:
    result = profile(tiny.MODEL, tiny.answers({}, scope=("AAA.1", "ZZZ.1")))
    assert [key for key, each in result.processes.items() if each.state == "assessed"] == ["AAA.1"]


def test_a_process_left_out_without_a_reason_is_left_out() -> None:
    process = profile(tiny.MODEL, tiny.answers({"CCC.2": "x"})).processes["CCC.2"]
    assert (process.state, process.level, process.reason_removed) == ("removed", None, "does not happen here")


def test_a_process_left_out_outcome_by_outcome_gives_each_reason_once() -> None:
    process = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "x", "AAA.1.O2": "x", "AAA.1.O3": "x"})).processes["AAA.1"]
    assert process.reason_removed == "does not happen here"
