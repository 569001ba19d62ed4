"""What the first steps would reach: each step brings one process up by one, nothing goes down, maturity never falls."""

from dataclasses import replace
from itertools import pairwise

from assessment.path import shortest
from assessment.recommending import roadmap
from assessment.scoring import profile
from models.answers import Answer, Answers
from models.path import ProfileTarget
from models.profile import Profile
from tests.recommending.test_priorities import MODEL, PROCESSES, aimed


def _city(letters: dict[str, str]) -> tuple[Answers, Profile]:
    """A city in which all that is asked about a process is rated with one letter."""
    ratings = {
        each.id: Answer("rated", letter)
        for process, letter in letters.items()
        for each in MODEL.indicators(process, MODEL.framework())
    }
    answers = Answers(MODEL.id, MODEL.version, "Stadt", ratings, highest_level=3)
    return answers, profile(MODEL, answers)


def test_every_step_brings_its_process_to_the_next_level_and_lowers_nothing() -> None:
    answers, now = _city(dict.fromkeys(PROCESSES, "P"))
    steps = roadmap(MODEL, answers, now)
    assert len(steps) == 10
    for before, step in zip((now, *(each.after for each in steps)), steps, strict=False):
        for process in PROCESSES:
            low, then = before.processes[process].level, step.after.processes[process].level
            assert low is not None
            assert then is not None
            assert then.low >= low.low + (process == step.priority.process)


def test_nine_steps_of_the_basic_set_reach_maturity_level_1() -> None:
    answers, now = _city(dict.fromkeys(PROCESSES, "P"))
    steps = roadmap(MODEL, answers, now, most=9)
    assert [each.after.maturity.low for each in steps] == [0] * 8 + [1]
    assert all(each.raised > 0 for each in steps)
    assert all(first.after.maturity.low <= then.after.maturity.low for first, then in pairwise(steps))


def test_where_the_target_is_reached_there_are_no_more_steps() -> None:
    answers, now = _city({"GOV.1": "P", "GOV.3": "F"})
    steps = roadmap(MODEL, answers, now, aimed("first-steps"))
    assert [each.priority.process for each in steps] == ["GOV.1"]


def test_what_one_process_needs_hangs_on_no_other_one() -> None:
    answers, now = _city(dict(zip(PROCESSES, "PNLF" * len(PROCESSES), strict=False)))
    for process in PROCESSES[:4]:
        aim = ProfileTarget({process: 3})
        alone = shortest(MODEL, replace(answers, scope=(process,)), aim, now.settings)
        assert alone == shortest(MODEL, answers, aim, now.settings)
