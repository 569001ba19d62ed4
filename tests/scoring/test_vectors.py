"""Worked examples with known answers, each with the source it comes from, held against the frameworks that ship."""

import json
from collections import Counter
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from assessment.scoring.ladder import Ladder, ladder
from assessment.scoring.letters import Letters, letters
from assessment.scoring.methods import band, ruler
from models.framework import Framework, Method, Points
from models.questionnaire import CapabilityModel

Vector = dict[str, Any]

VECTORS = Path(__file__).parent / "vectors"


def vectors(kind: str) -> pytest.MarkDecorator:
    """Runs a test once per example of a kind."""
    examples = json.loads((VECTORS / f"{kind}.json").read_text(encoding="utf-8"))
    return pytest.mark.parametrize("vector", examples, ids=lambda vector: str(vector["id"]))


def edition(urban: CapabilityModel, vector: Vector) -> Framework:
    return urban.framework(vector["inputs"]["framework"].replace("iso33020_", "iso-33020-"))


def whole_ladder(framework: Framework) -> tuple[Ladder, Letters]:
    in_use = letters(framework, 4)
    return ladder(framework, in_use, framework.highest_level), in_use


def rated(urban: CapabilityModel, method: Method, points: Points, cells: list[tuple[str, int]]) -> tuple[Fraction, str]:
    measure = ruler(method, urban.framework().scale(points))
    figure = measure.figure(cells)
    return figure, measure.letter(figure)


def each_once(ratings: list[str]) -> list[tuple[str, int]]:
    return [(letter, 1) for letter in ratings]


@vectors("capability_level")
def test_the_level_is_the_one_of_the_worked_example(urban: CapabilityModel, vector: Vector) -> None:
    steps, in_use = whole_ladder(edition(urban, vector))
    ratings = {key: in_use.step(letter) for key, letter in vector["inputs"]["ratings"].items()}
    unrated = {attribute: 0 for _, attributes in steps.rungs for attribute in attributes}
    assert steps.level(unrated | ratings) == vector["expected"]["level"]


@vectors("percent_to_rating")
def test_a_percentage_lies_in_the_band_of_the_worked_example(urban: CapabilityModel, vector: Vector) -> None:
    percent = Fraction(str(vector["inputs"]["percent"]))
    found = {
        "four_point": band(urban.framework().scale(4), percent),
        "six_point": band(urban.framework().scale(6), percent),
    }
    assert found == vector["expected"]


@vectors("mean_4pt")
def test_the_mean_on_four_letters_is_the_one_of_the_worked_example(urban: CapabilityModel, vector: Vector) -> None:
    figure, letter = rated(urban, "mean", 4, each_once(vector["inputs"]["ratings"]))
    assert (letter, str(figure)) == (vector["expected"]["rating"], vector["expected"]["mean"])


@vectors("mean_6pt")
def test_the_mean_on_six_letters_is_the_one_of_the_worked_example(urban: CapabilityModel, vector: Vector) -> None:
    figure, letter = rated(urban, "mean", 6, each_once(vector["inputs"]["ratings"]))
    assert (letter, str(figure)) == (vector["expected"]["rating"], vector["expected"]["mean"])


@vectors("mean_weighted")
def test_the_weighted_mean_is_the_one_of_the_worked_example(urban: CapabilityModel, vector: Vector) -> None:
    cells = list(zip(vector["inputs"]["ratings"], vector["inputs"]["weights"], strict=True))
    assert rated(urban, "mean", 4, cells)[1] == vector["expected"]["rating"]


@vectors("median_4pt")
def test_the_median_is_the_one_of_the_worked_example(urban: CapabilityModel, vector: Vector) -> None:
    assert rated(urban, "median", 4, each_once(vector["inputs"]["ratings"]))[1] == vector["expected"]["rating"]


@vectors("survey_midpoint_mean")
def test_the_mean_of_band_middles_is_the_one_of_the_worked_example(urban: CapabilityModel, vector: Vector) -> None:
    figure, letter = rated(urban, "survey-midpoints", 4, each_once(vector["inputs"]["answers"]))
    assert (letter, float(figure)) == (vector["expected"]["rating"], vector["expected"]["mean_percent"])


@vectors("survey_midpoint_mean")
def test_the_other_mean_of_the_same_answers_is_the_one_stated_beside_it(urban: CapabilityModel, vector: Vector) -> None:
    letter = rated(urban, "mean", 4, each_once(vector["inputs"]["answers"]))[1]
    assert letter == vector["expected"]["iso_mean_rating"]


@vectors("exhaustive_count")
def test_over_all_profiles_each_level_occurs_as_often_as_the_rule_says(urban: CapabilityModel, vector: Vector) -> None:
    steps, in_use = whole_ladder(edition(urban, vector))
    rungs = [in_use.step(letter) for letter in vector["inputs"]["values"]]
    attributes = vector["inputs"]["attributes"]
    profiles = product(rungs, repeat=len(attributes))
    counted = Counter(steps.level(dict(zip(attributes, profile, strict=True))) for profile in profiles)
    assert {str(level): times for level, times in counted.items()} == vector["expected"]["profiles_per_level"]


def test_rounding_row_by_row_would_lift_this_table_but_pooling_does_not(urban: CapabilityModel) -> None:
    rows = [["F", "L"], ["F", "L"], ["L", "P"], ["L", "P"]]
    row_by_row = [rated(urban, "mean", 4, each_once(row))[1] for row in rows]
    twice = rated(urban, "mean", 4, each_once(row_by_row))[1]
    once = rated(urban, "mean", 4, each_once([cell for row in rows for cell in row]))[1]
    assert (twice, once) == ("F", "L")
