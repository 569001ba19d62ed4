"""Every number says how it came about, down to the answers, so that anybody can work it out again."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from assessment.scoring import profile, quick_profile
from assessment.scoring.methods import ruler
from models.profile import LevelInterval, Profile, Trace
from tests.scoring import recompute, tiny
from tests.scoring.sheets import FRAMEWORK_IDS, METHODS, said, settings

EXAMPLES = limits(max_examples=80)


def scored(data: st.DataObject, **fixed: object) -> Profile:
    used = data.draw(settings()) | fixed
    return profile(tiny.MODEL, tiny.answers(data.draw(said(used)), **used))


def everything(trace: Trace) -> Iterator[Trace]:
    yield trace
    for each in trace.inputs:
        yield from everything(each)


@EXAMPLES
@given(data=st.data(), method=st.sampled_from(METHODS))
def test_the_letters_of_every_attribute_follow_from_the_answers_beneath_it(data: st.DataObject, method: str) -> None:
    result = scored(data, method=method)
    every = [each for process in result.processes.values() for each in process.attributes.values()]
    wrong = [
        each.trace.subject
        for each in every
        if recompute.attribute(each.trace, method, result.settings.scale) != recompute.stated(each.trace.value)
    ]
    assert wrong == []


@EXAMPLES
@given(data=st.data(), framework=st.sampled_from(FRAMEWORK_IDS))
def test_the_level_of_every_process_follows_from_its_attributes(data: st.DataObject, framework: str) -> None:
    result = scored(data, framework=framework)
    traces = [each.trace for each in result.processes.values() if each.level is not None and each.trace is not None]
    highest = result.settings.highest_level
    assert [recompute.level(each, highest) for each in traces] == [recompute.stated(each.value) for each in traces]


@EXAMPLES
@given(data=st.data())
def test_the_mean_of_every_dimension_follows_from_its_processes(data: st.DataObject) -> None:
    traces = [each.trace for each in scored(data).dimensions.values()]
    assert [recompute.mean(each) for each in traces] == [recompute.stated(each.value) for each in traces]


@EXAMPLES
@given(data=st.data())
def test_maturity_follows_from_the_levels_of_the_processes(data: st.DataObject) -> None:
    result = scored(data)
    low, high, at_least = recompute.maturity(result.maturity_trace, result.settings)
    assert LevelInterval(low, high, at_least) == result.maturity
    assert (low, high) == recompute.stated(result.maturity_trace.value)


@EXAMPLES
@given(data=st.data())
def test_a_rule_over_chosen_processes_names_its_candidates_and_those_that_count(data: st.DataObject) -> None:
    result = scored(data)
    levels = {key: each.level for key, each in result.processes.items() if each.level is not None}
    for subject, floor in (("maturity/4/chosen", 4), ("maturity/5/chosen-from-below", 5)):
        told = recompute.choice(result.maturity_trace, subject)
        at_worst = {key for key in told["candidates"] if key in levels and levels[key].low >= floor}
        at_best = {key for key in told["candidates"] if key in levels and levels[key].high >= floor}
        assert (told["reached"], told["open"]) == (at_worst, at_best - at_worst)


def test_the_candidates_are_those_the_city_chose_or_all_in_scope() -> None:
    for used, candidates in (
        ({"chosen": ("CCC.1", "AAA.2"), "scope": ("AAA.1", "AAA.2", "CCC.1")}, {"AAA.2", "CCC.1"}),
        ({"scope": ("AAA.1", "CCC.1")}, {"AAA.1", "CCC.1"}),
    ):
        trace = profile(tiny.MODEL, tiny.answers({}, **used)).maturity_trace  # type: ignore[arg-type]
        assert recompute.choice(trace, "maturity/4/chosen")["candidates"] == candidates


@EXAMPLES
@given(data=st.data())
def test_the_trace_states_the_same_numbers_as_the_result(data: st.DataObject) -> None:
    result = scored(data)
    stated = {each.subject: recompute.stated(each.value) for each in everything(result.maturity_trace)}
    levels = {key: each.level for key, each in result.processes.items() if each.level is not None}
    assert stated["maturity"] == (result.maturity.low, result.maturity.high)
    assert {key: stated[key] for key in levels} == {key: (each.low, each.high) for key, each in levels.items()}


@EXAMPLES
@given(data=st.data())
def test_what_is_said_to_block_the_next_level_is_exactly_what_is_missing(data: st.DataObject) -> None:
    """Lifting what blocks a level to the letters asked for reaches that level; leaving one of them out does not."""
    result = scored(data, framework="iso-2015", method="lowest", scale=4, highest_level=None)
    for process in result.processes.values():
        if process.level is None or process.trace is None or process.level.low == 5:
            continue
        letters = {name: each.low or "-" for name, each in process.attributes.items()}
        wanted = process.level.low + 1
        asked = {
            str(block.blanks["attribute"]).split()[0]: str(block.blanks["letter"]) for block in process.trace.blocks
        }
        assert _reached(letters | asked) >= wanted
        assert [name for name in asked if _reached(letters | {**asked, name: letters[name]}) >= wanted] == []


def _reached(letters: dict[str, str]) -> int:
    inputs = tuple(_stating(f"X/{name}", letter) for name, letter in letters.items())
    low, _ = recompute.level(replace(_stating("X", "-"), inputs=inputs), 5)
    return int(str(low))


def _stating(subject: str, letter: str) -> Trace:
    message = recompute.Message("{value}", {"value": letter})
    return Trace(subject, message, message)


def test_the_trace_of_maturity_reaches_down_to_every_answer() -> None:
    answers = tiny.answers(tiny.at_level(dict.fromkeys(tiny.OUTCOME_WEIGHTS, 3)))
    found = {each.subject: each.answer for each in everything(profile(tiny.MODEL, answers).maturity_trace)}
    assert {key: found[key] for key in answers.ratings} == dict(answers.ratings)


def test_each_of_the_four_states_is_told_apart_in_the_trace() -> None:
    result = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "L", "AAA.1.O2": "?", "AAA.1.O3": "x"}))
    rated, unsure, left_out = result.processes["AAA.1"].attributes["PA1.1"].trace.inputs
    unanswered = result.processes["AAA.2"].attributes["PA1.1"].trace.inputs[0]
    values = [str(each.value) for each in (rated, unsure, left_out, unanswered)]
    assert values == ["L", "don't know", "not applicable", "unanswered"]


def test_a_not_applicable_answer_is_traced_with_its_reason() -> None:
    result = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "x"}))
    leaf = result.processes["AAA.1"].attributes["PA1.1"].trace.inputs[0]
    assert str(leaf.rule) == "Left out: does not happen here"


def test_a_refined_letter_is_traced_with_the_letter_it_is_read_as() -> None:
    result = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "P+"}))
    leaf = result.processes["AAA.1"].attributes["PA1.1"].trace.inputs[0]
    assert (str(leaf.value), str(leaf.rule)) == ("P", "Rated P+; read as P on this scale.")


def test_a_capped_rating_is_traced_with_the_reason_for_the_cap() -> None:
    result = profile(tiny.MODEL, tiny.answers({"AAA.1.O3": "F"}, framework="strict"))
    leaf = result.processes["AAA.1"].attributes["PA1.1"].trace.inputs[2]
    assert (str(leaf.value), str(leaf.rule)) == (
        "L",
        "Rated F; counts as L, because no evidence is given. Weight: 2.",
    )


def rule_of(method: str, **settings: object) -> str:
    result = profile(tiny.MODEL, tiny.answers({"CCC.2.O1": "F"}, method=method, **settings))
    return str(result.processes["CCC.2"].attributes["PA1.1"].trace.rule)


def test_the_rule_of_band_middles_names_the_middles_and_the_bands() -> None:
    assert rule_of("survey-midpoints") == (
        "Weighted mean of the middles of the bands in percent (N 7.50; P 32.50; L 67.50; F 92.50), read as a band "
        "again (N up to 15; P up to 50; L up to 85; F up to 100). Here: 92.50."
    )
    assert "(N 7.50; P- 23.75; P+ 41.25; L- 58.75; L+ 76.25; F 92.50)" in rule_of("survey-midpoints", scale=6)


def test_middles_that_two_decimals_cannot_write_are_named_exactly() -> None:
    thirds = tiny.scale(("N", "N", 0, "33.333"), ("F", "F", 1, "100"))
    assert "(N 33333/2000; F 133333/2000)" in str(ruler("survey-midpoints", thirds).rule)


def test_the_rule_of_the_median_says_that_the_even_case_is_our_own() -> None:
    assert rule_of("median") == (
        "Middle rating (N 0, P 1, L 2, F 3). Of two middle ones the mean counts, a midpoint upwards; this even case is "
        "a rule of our own. Here: 3.00."
    )


def test_a_figure_that_rounding_would_put_on_the_other_side_of_a_bound_is_told_exactly() -> None:
    heavy = replace(tiny.MODEL, processes=(tiny.process("AAA.1", (100, 100, 1)), *tiny.MODEL.processes[1:]))
    result = profile(heavy, tiny.answers({"AAA.1.O1": "F", "AAA.1.O2": "L", "AAA.1.O3": "L"}))
    attribute = result.processes["AAA.1"].attributes["PA1.1"]
    assert (attribute.low, str(attribute.trace.rule).partition("Here")[2]) == ("L", ": 502/201.")


def test_the_rule_of_an_attribute_shows_the_figure_before_it_was_rounded() -> None:
    result = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "F", "AAA.1.O2": "N", "AAA.1.O3": "_"}))
    rule = result.processes["AAA.1"].attributes["PA1.1"].trace.rule
    assert str(rule).endswith("Here: 0.75 to 2.25.")


def test_a_level_names_the_attribute_and_the_letter_that_the_next_one_needs() -> None:
    ratings = tiny.at_level({"AAA.1": 2}) | {"AAA.1.GP2.1.2": "L", "AAA.1.GP3.1.1": "F", "AAA.1.GP3.1.2": "F"}
    trace = profile(tiny.MODEL, tiny.answers(ratings)).processes["AAA.1"].trace
    assert trace is not None
    assert [str(each) for each in trace.blocks] == [
        "Level 3 needs PA2.1 word to be at least F; it is L.",
        "Level 3 needs PA3.2 word to be at least L; it is N.",
    ]


def test_at_the_end_of_the_scope_the_trace_says_so() -> None:
    answers = tiny.answers(tiny.at_level({"AAA.1": 2}), highest_level=2)
    trace = profile(tiny.MODEL, answers).processes["AAA.1"].trace
    assert trace is not None
    assert [str(each) for each in trace.blocks] == ["Levels above 2 are not in scope."]


def test_nothing_blocks_a_process_at_the_very_top() -> None:
    trace = profile(tiny.MODEL, tiny.answers(tiny.at_level({"AAA.1": 5}))).processes["AAA.1"].trace
    assert trace is not None
    assert trace.blocks == ()


def test_a_stage_mean_follows_from_the_questions_beneath_it() -> None:
    result = quick_profile(tiny.SCAN, tiny.answers({"QS01": "4", "QS02": "?", "QS06": "3"}))
    dimension = result.dimensions["AAA"]
    assert [str(each.value) for each in dimension.trace.inputs] == ["4", "don't know", "3"]
    assert str(dimension.trace.value) == "2.67 to 4.00"
