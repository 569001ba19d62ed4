"""The shortest path through random small models: as cheap as trying everything, never a step back, and it arrives.

The models differ in their processes, in how much each outcome and practice weighs, and in what maturity asks for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.path import improved, shortest
from assessment.scoring import profile
from models.answers import Answers
from models.path import MaturityTarget, ProfileTarget, Target
from models.profile import Profile
from models.questionnaire import CapabilityModel, ChosenRule, Requirement
from tests.parts import rounds
from tests.path.test_shortest import PROOF, counts_now, places
from tests.scoring import recompute, sheets, tiny

pytestmark = pytest.mark.soak

CASES = settings(max_examples=rounds(usual=100, soak=1_000))
WEIGHTS = st.lists(st.integers(1, 3), min_size=1, max_size=2)
PROCESSES = sorted(tiny.OUTCOME_WEIGHTS)
HIGHEST = 3


@dataclass(frozen=True)
class Town:
    """A small model, answers to it, and what is aimed at. `asks` is what each maturity level asks for."""

    model: CapabilityModel
    answers: Answers
    target: Target

    @property
    def now(self) -> Profile:
        return profile(self.model, self.answers)


@st.composite
def towns(draw: st.DrawFn) -> Town:
    """A model of two to four processes with answers of any kind, and a target: a profile or a maturity level."""
    processes = draw(st.lists(st.sampled_from(PROCESSES), min_size=2, max_size=4, unique=True).map(sorted))
    model = draw(models(processes))
    framework, scale = draw(st.sampled_from(sheets.FRAMEWORK_IDS)), draw(st.sampled_from((4, 6)))
    used = {"framework": framework, "scale": scale, "method": draw(st.sampled_from(sheets.METHODS))}
    asked = [each for process in processes for each in model.indicators(process, model.framework(framework))]
    said = sheets.ratings(scale) | st.sampled_from(("_", "?"))
    given_to = {each.id: said if each.attribute == "PA1.1" else said | st.just("x") for each in asked}
    answers = tiny.answers(draw(st.fixed_dictionaries(given_to)), highest_level=HIGHEST, **used)
    aims = st.dictionaries(st.sampled_from(processes), st.integers(1, HIGHEST), min_size=1).map(ProfileTarget)
    return Town(model, answers, draw(aims | st.integers(1, HIGHEST).map(MaturityTarget)))


@st.composite
def models(draw: st.DrawFn, processes: list[str]) -> CapabilityModel:
    """A model of these processes, each outcome and practice with a weight of its own, and a rule of maturity."""
    practices = {each.attribute: draw(WEIGHTS) for each in tiny.MODEL.generic_practices}
    core = draw(st.integers(1, len(processes) - 1))
    sets = (tiny.process_set("ONE", 1, *processes[:core]), tiny.process_set("TWO", 2, *processes[core:]))
    levels = [tiny.maturity_level(0)]
    for level in range(1, HIGHEST + 1):
        chosen = draw(st.none() | st.builds(ChosenRule, at_least=st.integers(1, 2), capability=st.integers(1, HIGHEST)))
        levels.append(tiny.maturity_level(level, *draw(requirements(processes)), chosen=chosen))
    head = tiny.MODEL.head.model_copy(
        update={"process_order": tuple(processes), "process_sets": sets, "maturity": tuple(levels)}
    )
    return replace(
        tiny.MODEL,
        head=head,
        processes=tuple(tiny.process(each, tuple(draw(WEIGHTS))) for each in processes),
        generic_practices=tuple(tiny.practices(key, tuple(weights)) for key, weights in practices.items()),
    )


def requirements(processes: list[str]) -> st.SearchStrategy[list[Requirement]]:
    """What a level of maturity asks for: a set or single processes, at a capability level."""
    capability = st.integers(1, HIGHEST)
    named = st.lists(st.sampled_from(processes), min_size=1, max_size=2, unique=True).map(tuple)
    of_sets = st.builds(Requirement, sets=st.sampled_from((("ONE",), ("TWO",), ("ONE", "TWO"))), capability=capability)
    return st.lists(of_sets | st.builds(Requirement, processes=named, capability=capability), min_size=1, max_size=2)


@CASES
@given(towns())
def test_a_path_costs_as_little_as_the_best_of_all_combinations(town: Town) -> None:
    found = shortest(town.model, town.answers, town.target)
    assert (None if found.hindrances else found.cost) == by_trying(town)


@CASES
@given(towns())
def test_who_goes_the_whole_path_is_there(town: Town) -> None:
    found = shortest(town.model, town.answers, town.target)
    after = profile(town.model, improved(town.answers, found.steps, PROOF))
    levels = {key: each.level.low for key, each in after.processes.items() if each.level}
    assert found.hindrances or arrived(town, levels)
    if isinstance(town.target, MaturityTarget) and not found.hindrances:
        assert after.maturity.low >= town.target.level


@CASES
@given(towns())
def test_no_step_on_the_way_lowers_anything(town: Town) -> None:
    steps = shortest(town.model, town.answers, town.target).steps
    before = sheets.ends(town.now)
    for count in range(1, len(steps) + 1):
        after = sheets.ends(profile(town.model, improved(town.answers, steps[:count], PROOF)))
        assert all(after[key][0] >= before[key][0] for key in before)
        before = after


def by_trying(town: Town) -> int | None:
    """The least cost over all levels that the processes could have, each at the least cost over all letters."""
    standing = {key: each.level.low for key, each in town.now.processes.items() if each.level}
    prices = {key: {low: 0} | dict(_prices(town, key, low)) for key, low in standing.items()}
    every = (dict(zip(prices, levels, strict=True)) for levels in product(*prices.values()))
    costs = (sum(prices[key][level] for key, level in each.items()) for each in every if arrived(town, each))
    return min(costs, default=None)


def arrived(town: Town, levels: Mapping[str, int]) -> bool:
    """Whether processes at these levels are what is aimed at, in the plainest reading of the rule."""
    if isinstance(town.target, ProfileTarget):
        return all(levels[key] >= wanted for key, wanted in town.target.levels.items())
    members = {each.id: each.processes for each in town.model.head.process_sets}
    for maturity in town.model.head.maturity[: town.target.level + 1]:
        for each in maturity.all_of:
            asked = [*each.processes, *(key for name in each.sets for key in members[name])]
            if any(levels[key] < each.capability for key in asked):
                return False
        rule = maturity.chosen
        if rule is not None and sum(level >= rule.capability for level in levels.values()) < rule.at_least:
            return False
    return True


def _prices(town: Town, process: str, low: int) -> Iterator[tuple[int, int]]:
    """What each level above costs that can be reached."""
    used = town.model.framework(town.answers.framework)
    for level in range(low + 1, HIGHEST + 1):
        goals = [(each.id, "L" if each.level == level else "F") for each in used.attributes_up_to(level)]
        costs = [_price(town, process, attribute, goal) for attribute, goal in goals]
        if None not in costs:
            yield level, sum(cost for cost in costs if cost is not None)


def _price(town: Town, process: str, attribute: str, goal: str) -> int | None:
    """The least cost to bring one attribute to a letter, over every combination of letters."""
    order, used = places(town.answers), town.model.framework(town.answers.framework)
    asked = [each for each in town.model.indicators(process, used) if each.attribute == attribute]
    answered = [(each, town.answers.ratings.get(each.id)) for each in asked]
    rated = [each for each, said in answered if said is None or said.state != "not_applicable"]
    begins = [order.index(counts_now(town.answers, each.id)) for each in rated]
    costs = [
        sum(ends) - sum(begins)
        for ends in product(*(range(begin, len(order)) for begin in begins))
        if _reaches([(order[end], each.weight) for end, each in zip(ends, rated, strict=True)], town.answers, goal)
    ]
    return min(costs, default=None)


def _reaches(cells: list[tuple[str, int]], answers: Answers, goal: str) -> bool:
    if not cells:
        return False
    letter = recompute.letter(cells, answers.method or "mean", answers.scale or 4)
    return "NPLF".index(letter[0]) >= "NPLF".index(goal)
