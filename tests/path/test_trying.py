"""What if: other letters move the result, the real answers stay, and what is better than today can be taken over."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.path import improved, raised, tried
from assessment.scoring import profile
from models.answers import Answers
from tests.path.test_shortest import PROOF, cities
from tests.scoring import tiny

EXAMPLES = settings(max_examples=30)
LETTERS = st.dictionaries(
    st.sampled_from(["AAA.1.O1", "AAA.1.O2", "BBB.1.O1", "CCC.1.GP2.1.1"]), st.sampled_from(["N", "F"]), max_size=4
)


@EXAMPLES
@given(answers=cities(), letters=LETTERS)
def test_a_trial_changes_what_was_tried_and_nothing_else(answers: Answers, letters: Mapping[str, str]) -> None:
    before = dict(answers.ratings)
    after = tried(answers, letters, PROOF)
    assert dict(answers.ratings) == before
    assert {key: after.ratings[key].rating for key in letters} == dict(letters)
    assert {key: each for key, each in after.ratings.items() if key not in letters} == {
        key: each for key, each in before.items() if key not in letters
    }


@EXAMPLES
@given(answers=cities(), letters=LETTERS)
def test_what_can_be_taken_over_is_better_than_what_counts_today(answers: Answers, letters: Mapping[str, str]) -> None:
    found = raised(tiny.MODEL, answers, letters)
    steps = [step for stretch in found for step in stretch.steps]
    assert all(step.cost > 0 and step.ends == letters[step.indicator] for step in steps)
    before, after = profile(tiny.MODEL, answers), profile(tiny.MODEL, improved(answers, steps, PROOF))
    for key, process in before.processes.items():
        then = after.processes[key].level
        assert process.level is None or (then is not None and then.low >= process.level.low)


def test_a_lower_letter_is_tried_but_never_taken_over() -> None:
    answers = tiny.answers(tiny.at_level({"AAA.1": 1}))
    assert raised(tiny.MODEL, answers, {"AAA.1.O1": "N"}) == ()
    level = profile(tiny.MODEL, tried(answers, {"AAA.1.O1": "N", "AAA.1.O3": "N"}, PROOF)).processes["AAA.1"].level
    assert level is not None
    assert level.low == 0


@pytest.mark.parametrize("begins", ["P", "_"])
def test_a_stretch_says_from_which_level_to_which(begins: str) -> None:
    answers = tiny.answers({"CCC.2.O1": begins})
    (stretch,) = raised(tiny.MODEL, answers, {"CCC.2.O1": "F"})
    assert (stretch.process, stretch.begins, stretch.ends) == ("CCC.2", 0, 1)
