"""What comes first: the basic set, then the second set, then the widest gap that matters to the city."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.path import levels_of
from assessment.recommending import AT_MOST, needs, priorities, step_from, steps_between
from assessment.scoring import profile
from models.answers import Answer, Answers
from models.path import ProfileTarget
from models.priorities import GROUNDS, Priority
from models.profile import Profile
from models.questionnaire import CapabilityModel

MODEL: CapabilityModel = load_library(QUESTIONNAIRES).models[0]
PROCESSES = [process.id for process in MODEL.processes]
ATTRIBUTES = MODEL.framework().attributes


def standing(levels: dict[str, int], **others: Answer) -> Profile:
    """A city whose processes stand at these levels; everything else of them is not achieved."""
    ratings = {}
    for process, level in levels.items():
        reached = {attribute.id for attribute in ATTRIBUTES if attribute.level <= level}
        for each in MODEL.indicators(process, MODEL.framework()):
            ratings[each.id] = Answer("rated", "F" if each.attribute in reached else "N")
    ratings |= {key.replace("_", "."): answer for key, answer in others.items()}
    return profile(MODEL, Answers(MODEL.id, MODEL.version, "Stadt", ratings))


def aimed(name: str) -> ProfileTarget:
    """A named target of the model."""
    return levels_of(MODEL, next(each for each in MODEL.head.targets if each.id == name))


def order(found: tuple[Priority, ...]) -> list[str]:
    return [each.process for each in found]


LEVELS = st.dictionaries(st.sampled_from(PROCESSES), st.integers(0, 3), min_size=1)
TARGETS = st.sampled_from(["first-steps", "solid", "ambitious"]).map(aimed)
IMPORTANCE = st.dictionaries(
    st.sampled_from([each.id for each in MODEL.head.dimensions]), st.integers(1, 5), max_size=8
)


def test_a_basic_process_below_target_comes_before_a_wider_gap_elsewhere() -> None:
    found = priorities(standing({"SOC.3": 0, "PEA.2": 0, "GOV.1": 2}), MODEL, aimed("ambitious"))
    assert order(found) == ["GOV.1", "PEA.2", "SOC.3"]
    assert [each.ground for each in found] == list(GROUNDS[:3])


def test_of_two_gaps_the_one_that_matters_to_the_city_comes_first() -> None:
    stands = standing({"SOC.3": 0, "COO.5": 0})
    assert order(priorities(stands, MODEL, aimed("ambitious"), {"SOC": 5, "COO": 2})) == ["SOC.3", "COO.5"]
    assert order(priorities(stands, MODEL, aimed("ambitious"), {"SOC": 1, "COO": 2})) == ["COO.5", "SOC.3"]


def test_without_a_target_the_next_maturity_level_says_what_comes_first() -> None:
    found = priorities(standing({"GOV.1": 1, "SOC.1": 0, "GOV.2": 1}), MODEL)
    assert [(each.process, each.wanted, each.maturity_level) for each in found] == [
        ("SOC.1", 1, 1),
        ("GOV.1", 2, 2),
        ("GOV.2", 2, 2),
    ]


def test_nobody_is_sent_beyond_level_3_by_default() -> None:
    everything = standing(dict.fromkeys(PROCESSES, 3))
    assert priorities(everything, MODEL) == ()


def test_whoever_aims_at_level_4_gets_the_step_that_leads_there() -> None:
    (found,) = priorities(standing({"GOV.2": 3}), MODEL, ProfileTarget({"GOV.2": 4}))
    assert found.step == MODEL.head.generic_steps[0]
    (own,) = priorities(standing({"PAR.2": 3}), MODEL, ProfileTarget({"PAR.2": 4}))
    assert own.step is not None
    assert own.step.worked_out is not None


def test_where_open_answers_may_show_the_level_no_step_is_recommended() -> None:
    unsure = {f"GOV_1_O{number}": Answer("dont_know") for number in range(2, 5)}
    (found,) = priorities(standing({"GOV.1": 1}, **unsure), MODEL)
    assert not found.certain
    assert found.step is None


def test_what_nobody_rated_is_not_recommended() -> None:
    assert priorities(standing({}), MODEL, aimed("ambitious")) == ()


@given(LEVELS, st.none() | TARGETS, IMPORTANCE)
@settings(max_examples=60)
def test_at_most_five_are_named_and_each_is_below_what_is_wanted(
    levels: dict[str, int], target: ProfileTarget | None, importance: dict[str, int]
) -> None:
    found = priorities(standing(levels), MODEL, target, importance)
    assert len(found) <= AT_MOST == 5
    assert len(set(order(found))) == len(found)
    assert all(each.level.low < each.wanted and each.ground in GROUNDS for each in found)
    assert set(order(found)) <= set(levels)


@given(LEVELS, TARGETS, IMPORTANCE)
@settings(max_examples=60)
def test_grounds_come_in_their_order_and_within_one_the_weight_never_grows(
    levels: dict[str, int], target: ProfileTarget, importance: dict[str, int]
) -> None:
    for before, after in pairwise(priorities(standing(levels), MODEL, target, importance, most=None)):
        assert GROUNDS.index(before.ground) <= GROUNDS.index(after.ground)
        assert before.ground != after.ground or before.weight >= after.weight


@given(LEVELS, TARGETS)
@settings(max_examples=30)
def test_nothing_below_the_target_is_forgotten(levels: dict[str, int], target: ProfileTarget) -> None:
    found = priorities(standing(levels), MODEL, target, most=None)
    assert set(order(found)) == {key for key, level in levels.items() if level < target.levels.get(key, 0)}


def test_every_step_up_to_level_5_is_there_for_every_process() -> None:
    for process in PROCESSES:
        assert [step.to_level for step in steps_between(MODEL, process, 0, 5)] == [1, 2, 3, 4, 5]
    assert step_from(MODEL, "GOV.1", 5) is None


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ground_can_be_met(ground: str) -> None:
    stands = standing({"GOV.1": 0, "GOV.2": 0, "SOC.3": 0})
    met = {each.ground for target in (None, aimed("ambitious")) for each in priorities(stands, MODEL, target)}
    assert ground in met
    assert met <= set(GROUNDS)


def test_needs_are_the_processes_below_the_maturity_levels_each_once() -> None:
    found = needs(standing({"GOV.1": 1, "SOC.1": 0}), MODEL)
    assert [(need.process, need.capability) for need in found] == [("SOC.1", 1), ("GOV.1", 2)]
