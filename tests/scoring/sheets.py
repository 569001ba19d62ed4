"""Filled-in answer sheets for the tiny model, drawn so that all levels of maturity come up, open answers among them."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from hypothesis import strategies as st

from models.answers import Answers
from models.profile import Profile
from tests.scoring import tiny

METHODS = ("mean", "median", "survey-midpoints", "lowest")
FRAMEWORK_IDS = ("iso-2015", "iso-2019", "strict")
LETTERS = {4: ("N", "P", "L", "F"), 6: ("N", "P-", "P+", "L-", "L+", "F")}

Said = dict[str, str]


def ratings(points: int) -> st.SearchStrategy[str]:
    """A rating on a scale, with or without evidence."""
    return st.sampled_from([letter + proof for letter, proof in product(LETTERS[points], ("", "*"))])


@st.composite
def settings(draw: st.DrawFn) -> dict[str, Any]:
    """What an answers file may set."""
    processes = list(tiny.OUTCOME_WEIGHTS)
    nothing: st.SearchStrategy[Any] = st.none()
    some: st.SearchStrategy[Any] = st.lists(st.sampled_from(processes), min_size=1, unique=True).map(tuple)
    return {
        "framework": draw(st.sampled_from(FRAMEWORK_IDS)),
        "method": draw(st.sampled_from(METHODS)),
        "scale": draw(st.sampled_from((4, 6))),
        "highest_level": draw(st.sampled_from((None, None, 5, 4, 3, 2, 1))),
        "scope": draw(st.sampled_from((nothing, nothing, nothing, st.just("basic"), some)).flatmap(lambda each: each)),
        "chosen": draw(st.sampled_from((nothing, nothing, some)).flatmap(lambda each: each)),
    }


@st.composite
def said(draw: st.DrawFn, used: Mapping[str, Any], *, complete: bool = False) -> Said:
    """Answers: each process good up to a level of its own, with up to a dozen single answers that differ."""
    floor = draw(st.sampled_from((0, 1, 2, 3, 4, 5)))
    levels = {process: draw(st.integers(floor, 5)) for process in tiny.OUTCOME_WEIGHTS}
    proof = draw(st.sampled_from(("", "*")))
    base = {key: letter + proof for key, letter in tiny.at_level(levels, used["framework"]).items()}
    single = ratings(used["scale"]) if complete else ratings(used["scale"]) | st.sampled_from(("_", "?", "x"))
    different = draw(st.dictionaries(st.sampled_from(sorted(base)), single, max_size=draw(st.sampled_from((1, 3, 12)))))
    opened = [] if complete else draw(st.lists(st.sampled_from(list(tiny.OUTCOME_WEIGHTS)), max_size=2))
    unanswered = {key: "_" for key in base if key.startswith(tuple(opened))}
    return base | unanswered | different


def filled(answers: Answers, more: Said) -> Answers:
    """The same answers with these said as well, or instead."""
    return replace(answers, ratings=answers.ratings | tiny.answers(more).ratings)


Ends = dict[str, tuple[Any, Any]]


def ends(profile: Profile) -> Ends:
    """The two ends of every number of a profile, comparable with `<=`; letters as their place on the scale."""
    place = LETTERS[profile.settings.scale].index
    found: Ends = {"maturity": (profile.maturity.low, profile.maturity.high)}
    for key, process in profile.processes.items():
        if process.level is not None:
            found[key] = (process.level.low, process.level.high)
        for name, attribute in process.attributes.items():
            if attribute.low is not None and attribute.high is not None:
                found[f"{key}/{name}"] = (place(attribute.low), place(attribute.high))
                found[f"{key}/{name} figure"] = (attribute.mean_low, attribute.mean_high)
    for key, dimension in profile.dimensions.items():
        if dimension.low is not None:
            found[key] = (dimension.low, dimension.high)
    return found
