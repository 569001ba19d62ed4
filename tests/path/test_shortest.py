"""The shortest path: as cheap as trying everything, it reaches its target, and no step on the way lowers anything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.path import alternatives, improved, shortest
from assessment.scoring import profile
from models.answers import Answer, Answers
from models.path import MaturityTarget, Path, ProfileTarget
from models.profile import Profile
from tests.parts import rounds
from tests.scoring import recompute, sheets, tiny

pytestmark = pytest.mark.soak

CASES = rounds(usual=100, soak=1_000)
PROOF = "to be shown"


@st.composite
def cities(draw: st.DrawFn) -> Answers:
    """Answers of any kind, with settings of any kind."""
    used = draw(sheets.settings())
    return tiny.answers(draw(sheets.said(used)), **used)


def places(answers: Answers) -> Sequence[str]:
    """The letters in use, from the worst."""
    return sheets.LETTERS[answers.scale or 4]


def ratable(answers: Answers, process: str, level: int) -> list[str]:
    """The indicators of a process up to a level that may become better."""
    used = tiny.MODEL.framework(answers.framework)
    level_of = {each.id: each.level for each in used.attributes}
    return [
        each.id
        for each in tiny.MODEL.indicators(process, used)
        if level_of[each.attribute] <= level and not _not_applicable(answers, each.id)
    ]


def _not_applicable(answers: Answers, indicator: str) -> bool:
    answer = answers.ratings.get(indicator)
    return answer is not None and answer.state == "not_applicable"


def by_trying(answers: Answers, process: str, level: int, attribute: str, wanted: str) -> int | None:
    """The least cost to bring one attribute to a letter, found by trying every combination of letters."""
    order = places(answers)
    used = tiny.MODEL.framework(answers.framework)
    asked = [each for each in tiny.MODEL.indicators(process, used) if each.attribute == attribute]
    open_ones = [each.id for each in asked if not _not_applicable(answers, each.id)]
    if not open_ones:
        return None
    costs = []
    for ends in product(order, repeat=len(open_ones)):
        begins = [counts_now(answers, each) for each in open_ones]
        steps = [order.index(end) - order.index(begin) for begin, end in zip(begins, ends, strict=True)]
        if min(steps) < 0:
            continue
        changed = {
            key: Answer("rated", rating=end, evidence=(PROOF,))
            for key, end, step in zip(open_ones, ends, steps, strict=True)
            if step
        }
        tried = profile(tiny.MODEL, replace(answers, ratings={**answers.ratings, **changed}, scope=(process,)))
        if attribute not in tried.processes[process].attributes:
            return None  # Nothing of the process applies, so it is left out as a whole.
        low = tried.processes[process].attributes[attribute].low
        if low is not None and "NPLF".index(low[0]) >= "NPLF".index(wanted):
            costs.append(sum(steps))
    return min(costs, default=None)


def counts_now(answers: Answers, indicator: str) -> str:
    """What a rating counts as at the low end."""
    answer = answers.ratings.get(indicator)
    if answer is None or answer.state != "rated" or answer.rating is None:
        return places(answers)[0]
    known = places(answers)
    read = answer.rating if answer.rating in known else answer.rating[0]
    if read not in known:
        return known[0]
    if answers.framework == "strict" and not answer.evidence and read == "F":
        return "L" if "L" in known else "L+"
    return read


@settings(max_examples=CASES)
@given(answers=cities(), process=st.sampled_from(sorted(tiny.OUTCOME_WEIGHTS)), level=st.integers(1, 3))
def test_the_path_of_a_process_costs_as_little_as_the_best_of_all_combinations(
    answers: Answers, process: str, level: int
) -> None:
    answers = replace(answers, scope=None, highest_level=None)
    found = shortest(tiny.MODEL, answers, ProfileTarget({process: level}))
    used = tiny.MODEL.framework(answers.framework)
    tried = [
        by_trying(answers, process, level, each.id, "L" if each.level == level else "F")
        for each in used.attributes_up_to(level)
    ]
    if None in tried or found.hindrances:
        assert found.hindrances
    else:
        assert found.cost == sum(cost for cost in tried if cost is not None)


@settings(max_examples=CASES)
@given(answers=cities(), level=st.integers(1, 5))
def test_the_path_to_a_maturity_level_costs_as_little_as_the_best_choice_of_levels(
    answers: Answers, level: int
) -> None:
    found = shortest(tiny.MODEL, answers, MaturityTarget(level))
    assert (None if found.hindrances else found.cost) == cheapest_levels(answers, level)


def cheapest_levels(answers: Answers, wanted: int) -> int | None:
    """The least cost over all levels that the processes could have, as the rule of maturity judges them."""
    now = profile(tiny.MODEL, answers)
    assessed = [key for key, each in now.processes.items() if each.state == "assessed"]
    prices = {key: _prices(answers, key, now) for key in assessed}
    for cost, chosen in from_the_cheapest(prices):
        if recompute.maturity_at(now.maturity_trace, now.settings, chosen) >= wanted:
            return cost
    return None


def from_the_cheapest(prices: Mapping[str, Mapping[int, int]]) -> list[tuple[int, dict[str, int]]]:
    """Every choice of a level for each process, with what it costs: all of them, the cheapest first."""
    every = (dict(zip(prices, levels, strict=True)) for levels in product(*prices.values()))
    costed = ((sum(prices[key][level] for key, level in chosen.items()), chosen) for chosen in every)
    return sorted(costed, key=itemgetter(0))


def _prices(answers: Answers, process: str, now: Profile) -> dict[int, int]:
    """What each level of a process costs, where it can be reached; a process costs the same whatever stands beside it.

    That these prices are the least has a test of its own above.
    """
    alone, highest = replace(answers, scope=(process,), chosen=None), now.settings.highest_level
    every = ((each, shortest(tiny.MODEL, alone, ProfileTarget({process: each}))) for each in range(1, highest + 1))
    standing = now.processes[process].level
    low = standing.low if standing else 0
    reachable = {each: path.cost for each, path in every if not path.hindrances and each > low}
    return {low: 0, **reachable}


@settings(max_examples=CASES)
@given(answers=cities(), level=st.integers(1, 5))
def test_who_goes_the_whole_path_to_a_maturity_level_is_there(answers: Answers, level: int) -> None:
    found = shortest(tiny.MODEL, answers, MaturityTarget(level))
    if not found.hindrances:
        assert profile(tiny.MODEL, improved(answers, found.steps, PROOF)).maturity.low >= level


@settings(max_examples=CASES)
@given(answers=cities(), levels=st.dictionaries(st.sampled_from(sorted(tiny.OUTCOME_WEIGHTS)), st.integers(1, 5)))
def test_who_goes_the_whole_path_to_a_profile_has_every_level_that_was_not_hindered(
    answers: Answers, levels: Mapping[str, int]
) -> None:
    found = shortest(tiny.MODEL, answers, ProfileTarget(levels))
    after = profile(tiny.MODEL, improved(answers, found.steps, PROOF))
    hindered = {each.subject for each in found.hindrances}
    for process, level in levels.items():
        reached = after.processes[process].level
        assert process in hindered or (reached is not None and reached.low >= level)


@settings(max_examples=CASES)
@given(answers=cities(), level=st.integers(1, 5))
def test_no_step_on_the_way_lowers_anything(answers: Answers, level: int) -> None:
    found = shortest(tiny.MODEL, answers, MaturityTarget(level))
    before = sheets.ends(profile(tiny.MODEL, answers))
    for each in prefixes(answers, found):
        after = sheets.ends(profile(tiny.MODEL, each))
        assert all(after[key][0] >= before[key][0] for key in before)
        before = after


def prefixes(answers: Answers, path: Path) -> Iterator[Answers]:
    """The answers after each step."""
    for count in range(1, len(path.steps) + 1):
        yield improved(answers, path.steps[:count], PROOF)


def test_processes_finish_one_after_another_those_of_the_lowest_maturity_level_first() -> None:
    found = shortest(tiny.MODEL, tiny.answers({}), MaturityTarget(2))
    assert [stretch.process for stretch in found.stretches] == ["AAA.1", "BBB.1", "AAA.2", "CCC.1"]


def test_not_applicable_is_never_a_step() -> None:
    answers = tiny.answers({"AAA.2.O1": "x", "AAA.2.O2": "N"})
    found = shortest(tiny.MODEL, answers, ProfileTarget({"AAA.2": 1}))
    assert [(step.indicator, step.begins, step.ends) for step in found.steps] == [("AAA.2.O2", "N", "L")]


def test_a_level_whose_attribute_cannot_be_rated_is_out_of_reach_and_says_why() -> None:
    answers = tiny.answers({"AAA.1.GP2.1.1": "x", "AAA.1.GP2.1.2": "x"})
    found = shortest(tiny.MODEL, answers, ProfileTarget({"AAA.1": 2}))
    assert [(each.subject, str(each.why)) for each in found.hindrances] == [
        ("AAA.1", "Nothing of attribute 2.1 can be rated here, so level 2 cannot be reached.")
    ]


def test_evidence_is_asked_for_where_a_letter_counts_only_with_it() -> None:
    answers = tiny.answers({"CCC.2.O1": "F"}, framework="strict")
    found = shortest(tiny.MODEL, answers, ProfileTarget({"CCC.2": 2}))
    first = found.steps[0]
    assert (first.indicator, first.begins, first.ends, first.cost, first.proof) == ("CCC.2.O1", "L", "F", 1, True)


def test_other_ways_that_cost_the_same_are_named() -> None:
    answers = tiny.answers({"AAA.2.O1": "P", "AAA.2.O2": "P"})
    ways = alternatives(tiny.MODEL, answers, "AAA.2", 1)["PA1.1"]
    assert [[step.indicator for step in way] for way in ways] == [["AAA.2.O1"], ["AAA.2.O2"]]


def test_of_two_ways_that_cost_the_same_the_one_with_fewer_steps_is_taken() -> None:
    answers = tiny.answers({"AAA.1.O1": "L", "AAA.1.O2": "L", "AAA.1.O3": "N"})
    found = shortest(tiny.MODEL, answers, ProfileTarget({"AAA.1": 1}))
    assert [(step.indicator, step.cost) for step in found.steps] == [("AAA.1.O3", 1)]


def test_a_chosen_process_goes_all_the_way_where_only_one_rating_has_to_rise_further() -> None:
    levels = {"AAA.1": 3, "AAA.2": 4, "BBB.1": 4, "CCC.1": 3, "CCC.2": 3}
    answers = tiny.answers({**tiny.at_level(levels), "BBB.1.GP3.1.2": "N"})
    found = shortest(tiny.MODEL, answers, MaturityTarget(4))
    assert [(step.indicator, step.begins, step.ends) for step in found.steps] == [("BBB.1.GP3.1.2", "N", "F")]


def test_where_the_target_is_reached_already_nothing_is_to_be_done() -> None:
    answers = tiny.answers(tiny.at_level({"AAA.1": 3}))
    assert shortest(tiny.MODEL, answers, ProfileTarget({"AAA.1": 3})) == Path(())
