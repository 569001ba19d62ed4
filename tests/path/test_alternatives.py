"""Other ways of the same cost: all of them, none twice, and every one as good as the shortest path."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.path import destinations, improved, shortest, ways
from assessment.scoring import profile
from models.answers import Answer, Answers
from models.path import MaturityTarget, Path, ProfileTarget
from tests.parts import rounds
from tests.path.test_shortest import PROOF, cities, counts_now, from_the_cheapest, places, ratable
from tests.scoring import recompute, tiny

pytestmark = pytest.mark.soak

EXAMPLES = settings(
    max_examples=rounds(usual=30, soak=1_000),
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
ALL = 1_000
"""More than there can be in the cases below."""

SMALL = ("AAA.2", "BBB.1", "CCC.1", "CCC.2")
"""The processes with at most two outcomes, so that every combination can be tried."""

Way = frozenset[tuple[str, str]]
"""The ratings that a path changes, each with its new letter."""


def changed(path: Path) -> Way:
    return frozenset((step.indicator, step.ends) for step in path.steps)


def by_trying(answers: Answers, process: str, level: int) -> set[Way]:
    """The cheapest ways to bring a process to a level, found by trying every combination of letters."""
    order, open_ones = places(answers), ratable(answers, process, level)
    begins = [order.index(counts_now(answers, each)) for each in open_ones]
    found: dict[int, set[Way]] = {}
    for ends in product(*(range(begin, len(order)) for begin in begins)):
        risen = [(key, order[end]) for key, begin, end in zip(open_ones, begins, ends, strict=True) if end > begin]
        cost = sum(end - begin for begin, end in zip(begins, ends, strict=True))
        if cost <= min(found, default=cost) and _reaches(answers, process, level, risen):
            found.setdefault(cost, set()).add(frozenset(risen))
    return found[min(found)] if found else set()


def _reaches(answers: Answers, process: str, level: int, risen: list[tuple[str, str]]) -> bool:
    new = {key: Answer("rated", rating=letter, evidence=(PROOF,)) for key, letter in risen}
    tried = replace(answers, ratings={**answers.ratings, **new}, scope=(process,))
    reached = profile(tiny.MODEL, tried).processes[process].level
    return reached is not None and reached.low >= level


@EXAMPLES
@given(answers=cities(), process=st.sampled_from(SMALL))
def test_the_ways_to_a_level_are_all_that_trying_every_combination_finds(answers: Answers, process: str) -> None:
    answers = replace(answers, scope=None, highest_level=None)
    found = ways(tiny.MODEL, answers, ProfileTarget({process: 1}), most=ALL)
    if found[0].hindrances:
        assert by_trying(answers, process, 1) == set()
    else:
        assert {changed(path) for path in found} == by_trying(answers, process, 1)
        assert len({changed(path) for path in found}) == len(found)


@settings(EXAMPLES, max_examples=rounds(usual=30, soak=1_000))
@given(answers=cities(), level=st.integers(3, 5))
def test_where_a_maturity_level_leaves_a_choice_every_choice_of_the_same_cost_is_found(
    answers: Answers, level: int
) -> None:
    found = destinations(tiny.MODEL, answers, MaturityTarget(level), most=ALL)
    if not found:
        assert shortest(tiny.MODEL, answers, MaturityTarget(level)).hindrances
        return
    prices = price_list(answers)
    risen = [paid(levels, prices) for levels in found]
    assert set(risen) == cheapest_choices(answers, prices, level)
    assert len(set(risen)) == len(risen)


Prices = Mapping[str, Mapping[int, int]]
"""What each level of each process costs; the one that it has already costs nothing."""

Paid = frozenset[tuple[str, int]]
"""What is paid for which process. Levels that cost the same are reached by the same ratings: they are one choice."""


def paid(levels: Mapping[str, int], prices: Prices) -> Paid:
    """A choice of levels as what it costs; a level below the one that a process has costs nothing."""
    costs = ((key, prices[key].get(level, 0)) for key, level in levels.items())
    return frozenset((key, cost) for key, cost in costs if cost)


def price_list(answers: Answers) -> Prices:
    """The prices of all levels that can be reached."""
    now = profile(tiny.MODEL, answers)
    lows = {key: each.level.low for key, each in now.processes.items() if each.level is not None}
    return {key: {low: 0, **_prices(answers, key, low, now.settings.highest_level)} for key, low in lows.items()}


def cheapest_choices(answers: Answers, prices: Prices, wanted: int) -> set[Paid]:
    """The choices of levels of least cost that the rule of maturity is content with, over all that there are."""
    now = profile(tiny.MODEL, answers)
    best, found = None, set[Paid]()
    for cost, chosen in from_the_cheapest(prices):
        if best is not None and cost > best:
            break
        if recompute.maturity_at(now.maturity_trace, now.settings, chosen) >= wanted:
            best = cost
            found.add(paid(chosen, prices))
    return found


def _prices(answers: Answers, process: str, low: int, highest: int) -> dict[int, int]:
    every = (
        (each, shortest(tiny.MODEL, answers, ProfileTarget({process: each}))) for each in range(low + 1, highest + 1)
    )
    return {each: path.cost for each, path in every if not path.hindrances}


@EXAMPLES
@given(answers=cities(), level=st.integers(1, 5))
def test_every_other_way_costs_the_same_and_reaches_the_level_too(answers: Answers, level: int) -> None:
    best, *others = ways(tiny.MODEL, answers, MaturityTarget(level))
    for path in others:
        assert path.cost == best.cost
        assert profile(tiny.MODEL, improved(answers, path.steps, PROOF)).maturity.low >= level


@EXAMPLES
@given(answers=cities(), level=st.integers(1, 5))
def test_the_first_way_is_the_shortest_path_and_no_way_comes_twice(answers: Answers, level: int) -> None:
    found = ways(tiny.MODEL, answers, MaturityTarget(level))
    assert found[0] == shortest(tiny.MODEL, answers, MaturityTarget(level))
    assert len({changed(path) for path in found}) == len(found) <= 5
    assert [len(path.steps) for path in found] == sorted(len(path.steps) for path in found)


def test_one_large_step_and_two_small_ones_of_the_same_cost_are_both_named() -> None:
    answers = tiny.answers({"AAA.2.O1": "N", "AAA.2.O2": "N"})
    found = ways(tiny.MODEL, answers, ProfileTarget({"AAA.2": 1}))
    assert {changed(path) for path in found} == {
        frozenset({("AAA.2.O1", "F")}),
        frozenset({("AAA.2.O2", "F")}),
        frozenset({("AAA.2.O1", "L"), ("AAA.2.O2", "P")}),
        frozenset({("AAA.2.O1", "P"), ("AAA.2.O2", "L")}),
    }
