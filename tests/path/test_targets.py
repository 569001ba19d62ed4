"""Named targets: what the model's file calls them, as levels of processes, and how far a city is from them."""

import pytest

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.path import gaps, levels_of
from assessment.scoring import profile
from models.path import ProfileTarget
from models.questionnaire import CapabilityModel, NamedTarget, Requirement
from tests.scoring import tiny


@pytest.fixture(scope="module")
def model() -> CapabilityModel:
    """The model that ships."""
    return load_library(QUESTIONNAIRES).models[0]


def counted(model: CapabilityModel, name: str) -> dict[int, int]:
    """How many processes a named target wants at each level."""
    target = next(each for each in model.head.targets if each.id == name)
    levels = list(levels_of(model, target).levels.values())
    return {level: levels.count(level) for level in sorted(set(levels))}


def test_first_steps_are_the_basic_set_at_level_1(model: CapabilityModel) -> None:
    assert counted(model, "first-steps") == {1: 9}


def test_solid_is_the_basic_set_at_level_2_and_the_second_set_at_level_1(model: CapabilityModel) -> None:
    assert counted(model, "solid") == {1: 8, 2: 9}


def test_ambitious_is_the_basic_set_at_level_3_and_all_others_at_level_2(model: CapabilityModel) -> None:
    assert counted(model, "ambitious") == {2: 21, 3: 9}


def test_of_two_lines_about_a_process_the_higher_one_counts() -> None:
    lines = (Requirement(sets=("ONE",), capability=1), Requirement(processes=("AAA.1",), capability=2))
    target = NamedTarget(id="both", name=tiny.WORD, meaning=tiny.WORD, all_of=lines)
    assert levels_of(tiny.MODEL, target).levels == {"AAA.1": 2, "BBB.1": 1}


def test_the_widest_gap_comes_first_and_what_is_reached_is_none() -> None:
    said = tiny.at_level({"AAA.1": 2, "AAA.2": 1, "BBB.1": 3})
    found = gaps(profile(tiny.MODEL, tiny.answers(said)), ProfileTarget({"AAA.1": 3, "AAA.2": 3, "BBB.1": 3}))
    assert [(gap.process, gap.levels) for gap in found] == [("AAA.2", 2), ("AAA.1", 1)]


def test_a_process_outside_the_assessment_has_a_gap_of_unknown_width_and_stands_last() -> None:
    answers = tiny.answers({}, scope=("AAA.1",))
    found = gaps(profile(tiny.MODEL, answers), ProfileTarget({"CCC.1": 1, "AAA.1": 1}))
    assert [(gap.process, gap.levels) for gap in found] == [("AAA.1", 1), ("CCC.1", None)]
