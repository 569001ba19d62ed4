"""The quick scan in the corners that the written cases leave out."""

import pytest

from assessment.scoring import quick_profile
from tests.scoring import tiny


def test_a_stage_may_indicate_a_capability_level() -> None:
    result = quick_profile(tiny.SCAN, tiny.answers({"QS01": "3"}))
    assert (result.questions["QS01"].stage, result.questions["QS01"].indicates_level) == (3, 2)


def test_the_highest_stage_may_stand_for_more_than_one_level_and_says_so() -> None:
    rule = quick_profile(tiny.SCAN, tiny.answers({"QS01": "5"})).questions["QS01"].trace.rule
    assert str(rule) == "Stage 5 as answered; may indicate capability level 4 or more."


@pytest.mark.parametrize(
    ("said", "value", "rule"),
    [
        ("_", "unanswered", "Open: may turn out anything from 1 to 5."),
        ("?", "don't know", "Open: may turn out anything from 1 to 5."),
        ("x", "not applicable", "Left out: does not happen here"),
    ],
)
def test_a_question_without_stage_says_why(said: str, value: str, rule: str) -> None:
    trace = quick_profile(tiny.SCAN, tiny.answers({"QS01": said})).questions["QS01"].trace
    assert (str(trace.value), str(trace.rule)) == (value, rule)


def test_an_optional_question_says_that_it_is_ignored() -> None:
    trace = quick_profile(tiny.SCAN, tiny.answers({})).questions["QS04"].trace
    assert str(trace.rule) == "Optional and unanswered: ignored."


def test_an_answer_that_is_no_stage_counts_as_unanswered() -> None:
    result = quick_profile(tiny.SCAN, tiny.answers({"QS01": "6", "QS02": "F"}))
    assert (result.questions["QS01"].stage, result.questions["QS02"].stage, result.completeness.rated) == (
        None,
        None,
        0,
    )


def test_a_dimension_with_nothing_asked_has_no_mean_at_all() -> None:
    dimension = quick_profile(tiny.SCAN, tiny.answers({})).dimensions["CCC"]
    assert (dimension.low, dimension.high, dimension.mean, dimension.asked) == (None, None, None, 0)


def test_completeness_counts_core_questions_and_optional_ones_that_were_answered() -> None:
    result = quick_profile(tiny.SCAN, tiny.answers({"QS01": "3", "QS02": "?", "QS03": "x", "QS04": "2"}))
    counts = result.completeness
    assert (counts.asked, counts.rated, counts.not_applicable, counts.dont_know) == (4, 2, 1, 1)


def test_a_dimension_counts_what_was_asked_and_answered() -> None:
    dimension = quick_profile(tiny.SCAN, tiny.answers({"QS01": "3", "QS06": "2"})).dimensions["AAA"]
    assert (dimension.answered, dimension.asked) == (2, 3)
