"""Strengths first, then gaps, then steps; and the order of steps is the order of the model."""

import pytest

from assessment.scoring import profile, quick_profile
from models.answers import Answer, Answers
from reports.content import gaps, next_steps, scan_gaps, scan_next_steps, scan_strengths, strengths
from reports.content.findings import Finding
from tests.reports.content.samples import real_scan, scan_answers, small_answers, small_model, words

EN = words("en")


def _steps(answers: Answers) -> tuple[Finding, ...]:
    return next_steps(profile(small_model(), answers), small_model(), EN)


def test_the_process_furthest_up_is_the_first_strength() -> None:
    found = strengths(profile(small_model(), small_answers()), small_model(), EN)
    assert [each.process for each in found] == ["ABC.1", "ABC.2"]


def test_a_process_without_any_achieved_outcome_is_no_strength() -> None:
    found = strengths(profile(small_model(), small_answers()), small_model(), EN, most=9)
    assert "DEF.1" not in [each.process for each in found]


def test_an_achieved_outcome_of_a_process_in_build_up_is_a_strength_too() -> None:
    answers = small_answers(DEF_1_O1="L", DEF_1_O2="N")
    found = strengths(profile(small_model(), answers), small_model(), EN, most=9)
    assert ("DEF.1", "Advice result 1.") in [(each.process, each.text) for each in found]


def test_refined_letters_count_as_the_letter_they_stand_for() -> None:
    answers = small_answers(DEF_1_O1="L+", DEF_1_O2="N")
    found = strengths(profile(small_model(), answers), small_model(), EN, most=9)
    assert "DEF.1" in [each.process for each in found]


def test_processes_of_the_basic_set_come_first() -> None:
    assert [each.process for each in _steps(small_answers())] == ["DEF.1", "ABC.2", "XYZ.1"]


def test_what_is_certain_comes_before_what_open_answers_may_mend() -> None:
    answers = small_answers(ABC_1_O1="?", ABC_1_O2="?", ABC_1_GP2_1_1="N")
    assert [each.process for each in _steps(answers)][:2] == ["DEF.1", "ABC.1"]


def test_a_step_is_what_the_model_recommends_for_the_level() -> None:
    assert _steps(small_answers())[0].text == "Take DEF.1 from 0."


def test_where_open_answers_decide_the_step_is_to_clear_them_up() -> None:
    assert _steps(small_answers())[2].text == "Clear up what is still open: XYZ.1.O1, XYZ.1.O2."


def test_where_nothing_is_known_the_step_is_to_rate_it() -> None:
    ratings = {key: each for key, each in small_answers().ratings.items() if not key.startswith("DEF.1")}
    steps = _steps(Answers(small_model().id, "1.0.0", "Kleinstadt", ratings, highest_level=2))
    assert [(each.process, each.remark) for each in steps][-1] == ("DEF.1", "not rated yet")


def test_many_open_answers_are_counted_and_the_first_ones_named() -> None:
    open_ones = {f"ABC_1_GP2_1_{number}": "?" for number in range(1, 7)}
    step = next(each for each in _steps(small_answers(**open_ones)) if each.process == "ABC.1")
    assert step.text.startswith("Clear up 6 open answers, first of all ABC.1.GP2.1.1, ")


def test_a_process_of_which_nothing_was_answered_is_no_gap() -> None:
    answers = Answers(small_model().id, "1.0.0", "Kleinstadt", {}, highest_level=2)
    assert gaps(profile(small_model(), answers), small_model(), EN) == ()


def test_there_are_never_more_than_five_steps() -> None:
    assert len(_steps(small_answers())) <= 5
    assert len(scan_next_steps(quick_profile(real_scan(), scan_answers()), real_scan(), EN)) == 5


def test_a_city_that_has_all_that_was_asked_gets_no_steps() -> None:
    answers = small_answers()
    best = {key: type(each)("rated", "F") for key, each in answers.ratings.items()}
    assert _steps(Answers(answers.questionnaire, "1.0.0", "Kleinstadt", best, highest_level=2)) == ()


def test_a_gap_names_the_attribute_and_the_statement_furthest_away() -> None:
    answers = small_answers(DEF_1_O2="N")
    found = gaps(profile(small_model(), answers), small_model(), EN)[0]
    assert found.text == "Level 1 needs more of “Carrying out the task”. Furthest away: Advice result 2."


def test_a_strength_is_never_a_gap_as_well() -> None:
    result = profile(small_model(), small_answers())
    good, missing = strengths(result, small_model(), EN), gaps(result, small_model(), EN)
    assert good
    assert missing
    assert not {each.process for each in good} & {each.process for each in missing}


def test_a_stage_below_the_middle_is_no_strength_of_a_quick_scan() -> None:
    few = Answers(real_scan().id, "1.0.0", "Kleinstadt", {"QS01": Answer("rated", "5"), "QS02": Answer("rated", "2")})
    result = quick_profile(real_scan(), few)
    assert [each.process for each in scan_strengths(result, real_scan(), EN)] == ["GOV.1"]
    assert [each.process for each in scan_gaps(result, real_scan(), EN)] == ["GOV.2"]


def test_the_strengths_of_a_quick_scan_are_the_highest_stages() -> None:
    found = scan_strengths(quick_profile(real_scan(), scan_answers()), real_scan(), EN)
    assert [each.process for each in found] == ["GOV.1", "GOV.2", "GOV.3"]


def test_a_strength_of_a_quick_scan_is_never_a_gap_as_well() -> None:
    few = Answers(real_scan().id, "1.0.0", "Kleinstadt", {"QS01": Answer("rated", "3"), "QS02": Answer("rated", "1")})
    result = quick_profile(real_scan(), few)
    assert [each.process for each in scan_strengths(result, real_scan(), EN)] == ["GOV.1"]
    assert [each.process for each in scan_gaps(result, real_scan(), EN)] == ["GOV.2"]


@pytest.mark.parametrize("findings", [scan_gaps, scan_next_steps])
def test_a_quick_scan_too_puts_the_basic_set_first(findings: object) -> None:
    assert callable(findings)
    found = findings(quick_profile(real_scan(), scan_answers()), real_scan(), EN)
    basic = set(real_scan().model.set_members("B"))
    assert {each.process for each in found[:3]} <= basic


def test_nobody_is_sent_beyond_the_last_stage() -> None:
    answers = scan_answers(**{each.id: "5" for each in real_scan().file.questions})
    assert scan_next_steps(quick_profile(real_scan(), answers), real_scan(), EN) == ()
