"""The maturity rule in the corners that the written cases leave out."""

import pytest

from assessment.scoring import profile
from models.profile import LevelInterval, Trace
from models.questionnaire import Requirement
from tests.scoring import tiny

ALL = dict.fromkeys(tiny.OUTCOME_WEIGHTS, 5)


def maturity(levels: dict[str, int], **settings: object) -> LevelInterval:
    return profile(tiny.MODEL, tiny.answers(tiny.at_level(levels), **settings)).maturity


def level_traces(levels: dict[str, int], **settings: object) -> dict[str, Trace]:
    trace = profile(tiny.MODEL, tiny.answers(tiny.at_level(levels), **settings)).maturity_trace
    return {each.subject: each for each in trace.inputs if each.subject.startswith("maturity/")}


def test_each_level_of_the_rule_says_whether_it_holds() -> None:
    traces = level_traces({"AAA.1": 1, "BBB.1": 1, "AAA.2": 0, "CCC.2": 3, "CCC.1": 0})
    assert [str(each.value) for each in traces.values()] == ["fulfilled", *["not fulfilled"] * 4]


def test_a_level_that_open_answers_may_still_reach_is_called_open() -> None:
    assert str(level_traces({"AAA.1": 1})["maturity/1"].value) == "open"


def test_each_level_of_the_rule_is_told_in_words() -> None:
    assert [str(each.rule) for each in level_traces({}).values()] == [
        "all processes at level 1 of: Set ONE",
        "all processes at level 2 of: Set ONE, Set TWO",
        "all processes at level 3 of: Set ONE, Set TWO",
        "CCC.2 Task CCC.2 at level 3; at level 4 at least 2 of the processes in scope; among them AAA.2 Task AAA.2; "
        "among them one of: BBB.1 Task BBB.1, CCC.1 Task CCC.1",
        "at level 5 at least 1 of those that count for maturity level 4",
    ]


def test_the_words_say_whether_the_city_chose() -> None:
    trace = level_traces(dict.fromkeys(ALL, 3), chosen=("AAA.2", "CCC.1"))["maturity/4"]
    assert "at level 4 at least 2 of the processes the city chose" in str(trace.rule)
    assert "At level 4: 0 of the processes the city chose; needed: 2." in [str(each) for each in trace.blocks]


def test_a_process_that_must_be_among_the_chosen_and_is_not_is_told_so() -> None:
    trace = level_traces(ALL, chosen=("AAA.1", "CCC.1"))["maturity/4"]
    assert str(trace.blocks[-1]) == "AAA.2 Task AAA.2 must be among those at level 4; now: no candidate."


def test_what_keeps_the_next_level_away_is_told_process_by_process() -> None:
    levels = {"AAA.1": 3, "BBB.1": 3, "AAA.2": 3, "CCC.1": 4, "CCC.2": 2}
    trace = profile(tiny.MODEL, tiny.answers(tiny.at_level(levels))).maturity_trace
    assert [str(each) for each in trace.blocks] == [
        "CCC.2 Task CCC.2 must be at level 3; now: 2.",
        "At level 4: 1 of the processes in scope; needed: 2.",
        "AAA.2 Task AAA.2 must be among those at level 4; now: 3.",
    ]


def test_a_process_that_is_still_open_is_told_with_both_ends() -> None:
    trace = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "L"})).maturity_trace
    assert str(trace.blocks[0]) == "AAA.1 Task AAA.1 must be at level 1; now: 0 to 5."


def test_what_open_answers_may_still_bring_is_no_failure_and_is_told() -> None:
    said = tiny.at_level(dict.fromkeys(tiny.OUTCOME_WEIGHTS, 3) | {"AAA.1": 4})
    still_open = {key: "_" for key in said if key.startswith(("AAA.2.GP4", "CCC.1.GP4"))}
    trace = profile(tiny.MODEL, tiny.answers(said | still_open)).maturity_trace
    assert [str(each) for each in trace.blocks] == [
        "At level 4: 1 of the processes in scope, 2 more may still reach it; needed: 2.",
        "AAA.2 Task AAA.2 must be among those at level 4; now: 3 to 4.",
        "One of these must be among those at level 4: BBB.1 Task BBB.1, CCC.1 Task CCC.1; still open: CCC.1.",
    ]


def test_a_missing_group_member_is_told_with_the_group() -> None:
    levels = {"AAA.1": 4, "BBB.1": 3, "AAA.2": 4, "CCC.1": 3, "CCC.2": 3}
    trace = profile(tiny.MODEL, tiny.answers(tiny.at_level(levels))).maturity_trace
    assert [str(each) for each in trace.blocks] == [
        "One of these must be among those at level 4: BBB.1 Task BBB.1, CCC.1 Task CCC.1."
    ]


def test_a_named_process_that_was_left_out_blocks_for_good_and_says_so() -> None:
    answers = tiny.answers(tiny.at_level(ALL) | {"CCC.2": "x"})
    result = profile(tiny.MODEL, answers)
    assert result.maturity == LevelInterval(3, 3)
    assert [str(each) for each in result.maturity_trace.blocks] == [
        "Maturity level 4 can never be reached with what the city left out or chose.",
        "CCC.2 Task CCC.2 must be at level 3; now: left out.",
    ]


def test_a_cap_below_a_level_that_can_never_be_reached_is_no_at_least() -> None:
    said = tiny.at_level(ALL) | {"CCC.2": "x"}
    result = profile(tiny.MODEL, tiny.answers(said), highest_level=3)
    assert (result.maturity, str(result.maturity_trace.value)) == (LevelInterval(3, 3), "3")
    assert [str(each) for each in result.maturity_trace.blocks] == [
        "Maturity level 4 can never be reached with what the city left out or chose.",
        "CCC.2 Task CCC.2 must be at level 3; now: left out.",
    ]
    assert profile(tiny.MODEL, tiny.answers(said), highest_level=2).maturity == LevelInterval(2, 2, at_least=True)


def test_a_level_that_can_never_be_reached_is_called_out_of_reach() -> None:
    answers = tiny.answers(tiny.at_level(ALL) | {"CCC.2": "x"}, highest_level=3)
    values = [str(each.value) for each in profile(tiny.MODEL, answers).maturity_trace.inputs if "/" in each.subject]
    assert values == ["fulfilled", "fulfilled", "fulfilled", "out of reach", "not judged"]


def test_a_wider_scope_helps_where_the_choice_is_open_so_nothing_is_out_of_reach() -> None:
    answers = tiny.answers(tiny.at_level(ALL), scope=("AAA.1", "BBB.1"))
    assert "out of reach" not in [str(each.value) for each in profile(tiny.MODEL, answers).maturity_trace.inputs]


def test_where_the_scope_ends_the_walk_ends_and_says_so() -> None:
    result = profile(tiny.MODEL, tiny.answers(tiny.at_level(ALL), scope=("AAA.1", "BBB.1", "AAA.2", "CCC.1")))
    assert result.maturity == LevelInterval(3, 3, at_least=True)
    assert [str(each) for each in result.maturity_trace.blocks] == ["Maturity level 4 asks for more than is in scope."]


TWO_CHOSEN = tiny.model((tiny.maturity_level(1, chosen=tiny.ChosenRule(at_least=2, capability=3)),))


@pytest.mark.parametrize(
    ("scope", "levels", "expected"),
    [
        (("AAA.1", "BBB.1"), {"AAA.1": 3, "BBB.1": 3}, LevelInterval(1, 1)),
        (("AAA.1", "BBB.1"), {"AAA.1": 3, "BBB.1": 2}, LevelInterval(0, 0, at_least=True)),
        (("AAA.1", "BBB.1"), {"AAA.1": 2, "BBB.1": 2}, LevelInterval(0, 0)),
        (("AAA.1", "AAA.2", "BBB.1", "CCC.1"), {"AAA.1": 3, "BBB.1": 2, "AAA.2": 5, "CCC.1": 2}, LevelInterval(0, 0)),
        (("AAA.1",), {"AAA.1": 2}, LevelInterval(0, 0, at_least=True)),
    ],
)
def test_at_least_is_said_where_a_chosen_process_out_of_scope_could_still_complete_the_count(
    scope: tuple[str, ...], levels: dict[str, int], expected: LevelInterval
) -> None:
    answers = tiny.answers(tiny.at_level(levels), scope=scope, chosen=("AAA.1", "BBB.1", "CCC.1"))
    assert profile(TWO_CHOSEN, answers).maturity == expected


def test_too_few_chosen_processes_never_complete_a_count_whatever_the_scope() -> None:
    assert maturity(ALL, chosen=("AAA.2",)) == LevelInterval(3, 3)


def test_chosen_processes_out_of_scope_are_told_beside_what_is_missing() -> None:
    answers = tiny.answers(tiny.at_level({"AAA.1": 3}), scope=("AAA.1",), chosen=("AAA.1", "BBB.1"))
    (level, *_) = profile(TWO_CHOSEN, answers).maturity_trace.inputs
    assert str(level.value) == "not judged"
    assert [str(each) for each in level.blocks] == [
        "At level 3: 1 of the processes the city chose; needed: 2.",
        "Not in scope, so it cannot be judged: BBB.1 Task BBB.1.",
    ]
    assert str(level.inputs[0].rule).endswith("still open: no process; not in scope: BBB.1.")


def test_a_choice_that_was_left_open_takes_processes_in_scope_only() -> None:
    answers = tiny.answers(tiny.at_level({"AAA.1": 3, "BBB.1": 2}), scope=("AAA.1", "BBB.1"))
    assert profile(TWO_CHOSEN, answers).maturity == LevelInterval(0, 0)


def test_a_level_that_the_scope_cannot_show_is_told_as_not_judged() -> None:
    traces = level_traces(ALL, scope="basic")
    assert [str(each.value) for each in traces.values()] == ["fulfilled", *["not judged"] * 4]
    assert [str(each) for each in traces["maturity/3"].blocks] == ["Maturity level 3 asks for more than is in scope."]


def test_at_the_very_top_nothing_is_missing() -> None:
    result = profile(tiny.MODEL, tiny.answers(tiny.at_level(ALL)))
    assert (result.maturity, result.maturity_trace.blocks) == (LevelInterval(5, 5), ())


def test_a_level_five_needs_its_own_strong_process_among_those_that_carry_level_four() -> None:
    levels = {"AAA.1": 5, "BBB.1": 4, "AAA.2": 4, "CCC.1": 3, "CCC.2": 3}
    assert maturity(levels, chosen=("AAA.2", "BBB.1")) == LevelInterval(4, 4)
    assert maturity(levels) == LevelInterval(5, 5)


def test_the_highest_level_of_processes_is_also_that_of_maturity() -> None:
    easy = (tiny.maturity_level(1), tiny.maturity_level(2, Requirement(sets=("ONE",), capability=1)))
    result = profile(tiny.model(easy), tiny.answers(tiny.at_level(ALL), highest_level=1))
    assert result.maturity == LevelInterval(1, 1, at_least=True)


def test_a_level_without_conditions_holds_and_says_that_it_has_none() -> None:
    result = profile(tiny.model((tiny.maturity_level(1),)), tiny.answers({}))
    (level,) = [each for each in result.maturity_trace.inputs if each.subject == "maturity/1"]
    assert (result.maturity, str(level.rule)) == (LevelInterval(1, 1), "no conditions")


def test_a_rule_on_the_level_below_that_has_no_choice_takes_all_candidates() -> None:
    first = tiny.maturity_level(1, Requirement(sets=("ONE",), capability=1))
    second = tiny.maturity_level(2, chosen_from_below=tiny.ChosenRule(at_least=1, capability=2))
    result = profile(tiny.model((first, second)), tiny.answers(tiny.at_level({"AAA.1": 1, "BBB.1": 2})))
    assert result.maturity == LevelInterval(2, 2)


@pytest.mark.parametrize("rule", [{"named": ("AAA.2",)}, {"one_of": ("AAA.2", "CCC.1")}])
def test_a_choice_that_needs_a_process_outside_the_scope_cannot_be_judged(rule: dict[str, tuple[str, ...]]) -> None:
    level = tiny.maturity_level(1, chosen=tiny.ChosenRule(at_least=1, capability=1, **rule))
    result = profile(tiny.model((level,)), tiny.answers(tiny.at_level(ALL), scope=("AAA.1",)))
    assert result.maturity == LevelInterval(0, 0, at_least=True)


def test_a_rule_on_the_level_below_counts_only_what_carried_that_level() -> None:
    first = tiny.maturity_level(1, chosen=tiny.ChosenRule(at_least=1, capability=2))
    second = tiny.maturity_level(2, chosen_from_below=tiny.ChosenRule(at_least=2, capability=1))
    levels = dict.fromkeys(tiny.OUTCOME_WEIGHTS, 1) | {"AAA.1": 2}
    result = profile(tiny.model((first, second)), tiny.answers(tiny.at_level(levels)))
    assert result.maturity == LevelInterval(1, 1)


def test_a_level_that_asks_for_more_than_the_highest_one_cannot_be_judged() -> None:
    steep = tiny.maturity_level(1, Requirement(sets=("ONE",), capability=3))
    result = profile(tiny.model((steep,)), tiny.answers(tiny.at_level(ALL), highest_level=2))
    assert result.maturity == LevelInterval(0, 0, at_least=True)
