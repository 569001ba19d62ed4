"""The engine knows no letter and no attribute: another framework works as well, with letters of its own."""

import re
from fractions import Fraction
from pathlib import Path

from assessment.scoring import profile
from assessment.scoring.letters import letters
from assessment.scoring.methods import ruler
from models.framework import LevelRule
from tests.scoring import tiny

COLOURS = tiny.scale(("r", "r", 0, "20"), ("y", "y", 3, "60"), ("g", "g", 5, "100"))
TRAFFIC_LIGHT = tiny.framework("traffic-light", ("PA1.1", "PA2.1")).model_copy(
    update={"scales": (COLOURS,), "level_rule": LevelRule(own="y", below="g")}
)
MODEL = tiny.model(frameworks=(TRAFFIC_LIGHT, *tiny.FRAMEWORKS))


def test_a_framework_with_letters_of_its_own_scores_like_any_other() -> None:
    said = {"AAA.1.O1": "g", "AAA.1.O2": "g", "AAA.1.O3": "g", "AAA.1.GP2.1.1": "y", "AAA.1.GP2.1.2": "r"}
    result = profile(MODEL, tiny.answers(said, framework="traffic-light"))
    rated = {key: (each.low, each.high) for key, each in result.processes["AAA.1"].attributes.items()}
    assert rated == {"PA1.1": ("g", "g"), "PA2.1": ("r", "r")}


def test_its_levels_follow_its_own_level_rule() -> None:
    said = {"AAA.1.O1": "g", "AAA.1.O2": "g", "AAA.1.O3": "g", "AAA.1.GP2.1.1": "y", "AAA.1.GP2.1.2": "y"}
    level = profile(MODEL, tiny.answers(said, framework="traffic-light")).processes["AAA.1"].level
    assert level is not None
    assert (level.low, level.high) == (2, 2)


def test_letters_whose_numbers_are_not_neighbours_are_rounded_to_the_nearest_one() -> None:
    measure = ruler("mean", COLOURS)
    figures = [Fraction(149, 100), Fraction(3, 2), Fraction(399, 100), Fraction(4)]
    assert [measure.letter(figure) for figure in figures] == ["r", "y", "y", "g"]


def test_a_bare_letter_cannot_be_read_where_refined_ones_are_in_use() -> None:
    reading = letters(tiny.FRAMEWORKS[0], 6).reading
    assert set(reading) == {"N", "P-", "P+", "L-", "L+", "F"}


def test_a_letter_that_cannot_be_read_counts_as_unanswered() -> None:
    result = profile(tiny.MODEL, tiny.answers({"AAA.1.O1": "P", "AAA.1.O2": "?!"}, scale=6))
    attribute = result.processes["AAA.1"].attributes["PA1.1"]
    assert (attribute.low, attribute.high, result.completeness.rated) == ("N", "F", 0)


def test_a_cap_on_four_letters_keeps_both_halves_of_its_letter_on_six() -> None:
    strict = letters(tiny.FRAMEWORKS[2], 6)
    assert strict.best_within("L") == "L+"


def test_a_cap_by_a_letter_of_the_scale_in_use_is_that_letter() -> None:
    strict = letters(tiny.FRAMEWORKS[2], 6)
    assert strict.best_within("L-") == "L-"


def test_no_line_of_the_engine_names_an_attribute() -> None:
    folder = Path(__file__).parents[2] / "assessment" / "scoring"
    naming = [path.name for path in folder.glob("*.py") if re.search(r'["\']PA\d', path.read_text(encoding="utf-8"))]
    assert naming == []
