"""Days run back from the committee, and effort is counted from the questionnaire and the stated assumptions."""

import datetime
from dataclasses import replace

import pytest

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.planning.effort import effort, minutes_of, processes_in, scope_of
from assessment.planning.schedule import answers_day, milestones, papers_day, working_day
from models.questionnaire import Library
from tests.store.samples import an_assessment

THURSDAY = datetime.date(2027, 3, 11)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(QUESTIONNAIRES)


def test_steps_stand_in_the_order_of_their_days() -> None:
    papers = papers_day(THURSDAY)
    of = replace(an_assessment(), committee_day=THURSDAY, papers_due=papers, answers_due=answers_day(papers))
    steps = milestones(of)
    assert [each.step for each in steps] == ["invite", "remind", "answers", "workshop", "sign", "papers", "committee"]
    assert [each.day for each in steps] == sorted(each.day for each in steps)


@pytest.mark.parametrize("shift", range(7))
def test_no_day_falls_on_a_weekend(shift: int) -> None:
    committee = THURSDAY + datetime.timedelta(days=shift)
    papers = papers_day(committee)
    of = replace(an_assessment(), papers_due=papers, answers_due=answers_day(papers))
    assert all(each.day.weekday() < 5 for each in milestones(of))
    assert working_day(committee).weekday() < 5


def test_without_days_there_are_no_steps() -> None:
    assert milestones(an_assessment()) == ()


def test_the_basic_set_asks_for_nine_processes(library: Library) -> None:
    model = library.models[0]
    basic = effort(model, processes_in(model, "basic", ()), 3)
    assert (basic.processes, basic.minutes_alone, basic.hours_together) == (9, 90, 4.0)
    assert basic.ratings_first == sum(len(model.process(each).outcomes) for each in processes_in(model, "basic", ()))
    assert basic.ratings_first < basic.ratings_most


def test_more_levels_may_ask_more_and_never_less(library: Library) -> None:
    model = library.models[0]
    every = processes_in(model, "full", ())
    asked = [effort(model, every, level).ratings_most for level in range(1, 6)]
    assert asked == sorted(asked)
    assert len(set(asked)) == 5


def test_chosen_processes_are_those_that_were_picked(library: Library) -> None:
    model = library.models[0]
    assert processes_in(model, "chosen", ["PAR.2"]) == ("PAR.2",)
    assert (scope_of("chosen", ["PAR.2"]), scope_of("basic", [])) == (("PAR.2",), "basic")


def test_a_quick_scan_takes_twenty_minutes(library: Library) -> None:
    assert minutes_of(library.quick_scans[0]) == 20
