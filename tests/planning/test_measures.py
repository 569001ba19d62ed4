"""Measures together: sums, quarters, what is due, and whether a rating rose after a measure was done."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.planning.measures import Effect, by_quarter, due_by, effects, still_to_do, total
from assessment.planning.quarters import Quarter, quarter_of, usual_days
from assessment.scoring import profile
from models.answers import Answer, Answers
from models.measures import MEASURE_STATES, Means, Measure
from models.profile import Profile
from tests.scoring import tiny

TODAY = datetime.date(2026, 5, 4)
MEASURE = Measure("m", "c", "Tun", due=TODAY, process="AAA.1", indicators=("AAA.1.O1",), state="done")
MONEY = st.none() | st.integers(0, 1_000_000)
DAYS = st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2030, 12, 31))
MEASURES = st.lists(
    st.builds(
        Measure,
        st.uuids().map(str),
        st.just("c"),
        st.just("Tun"),
        due=DAYS,
        state=st.sampled_from(MEASURE_STATES),
        means=st.builds(
            Means,
            st.none() | st.integers(0, 400).map(lambda halves: Decimal(halves) / 2),
            MONEY,
            MONEY,
            own_funds=MONEY,
            third_party_funds=MONEY,
        ),
    )
)


@given(MEASURES, MEASURES)
def test_sums_of_two_lists_are_the_sum_of_both(some: list[Measure], others: list[Measure]) -> None:
    one, two, both = total(some), total(others), total([*some, *others])
    for name in ("count", "days", "euros_once", "euros_yearly", "posts", "own_funds", "third_party_funds", "open_ones"):
        assert getattr(both, name) == getattr(one, name) + getattr(two, name)
    assert both.uncovered >= 0


@given(MEASURES)
def test_every_measure_stands_in_one_quarter_and_quarters_ascend(measures: list[Measure]) -> None:
    found = by_quarter(measures)
    assert sorted(each.id for due in found.values() for each in due) == sorted(each.id for each in measures)
    dated = [quarter for quarter in found if quarter is not None]
    assert dated == sorted(dated)
    assert None not in list(found)[:-1]


@given(st.dates())
def test_a_day_lies_between_the_ends_of_its_quarter(day: datetime.date) -> None:
    quarter = quarter_of(day)
    assert quarter.first_day <= day
    assert day.year == datetime.MAXYEAR or day <= quarter.last_day


def test_the_usual_days_end_one_quarter_after_the_other() -> None:
    assert usual_days(TODAY, 3) == (
        datetime.date(2026, 6, 30),
        datetime.date(2026, 9, 30),
        datetime.date(2026, 12, 31),
    )
    assert Quarter(2026, 4).following == Quarter(2027, 1)


def test_overdue_is_due_and_what_is_done_or_without_a_day_is_not() -> None:
    late = replace(MEASURE, id="late", state="under way", due=TODAY - datetime.timedelta(days=9))
    later = replace(MEASURE, id="later", state="decided", due=TODAY + datetime.timedelta(days=9))
    undated = replace(MEASURE, id="undated", state="decided", due=None)
    assert [each.id for each in due_by([later, undated, MEASURE, late], TODAY)] == ["late"]
    assert [each.id for each in still_to_do([MEASURE, late])] == ["late"]


def standing(**ratings: str) -> Profile:
    said = {key.replace("_", "."): Answer("rated", letter) for key, letter in ratings.items()}
    return profile(tiny.MODEL, Answers(tiny.MODEL.id, "1.0.0", "Stadt", said))


def effect(measure: Measure, before: Profile, after: Profile) -> Effect:
    (found,) = effects([measure], before, after, tiny.MODEL.framework())
    return found


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [("P", "F", "rose"), ("N", "P", "rose"), ("P", "P", "did not rise"), ("F", "N", "fell")],
)
def test_a_done_measure_says_what_became_of_the_rating(before: str, after: str, verdict: str) -> None:
    every = [each.id.replace(".", "_") for each in tiny.MODEL.process("AAA.1").outcomes]
    then, now = standing(**dict.fromkeys(every, before)), standing(**dict.fromkeys(every, after))
    assert effect(MEASURE, then, now).verdict == verdict


def test_what_was_raised_is_named() -> None:
    assert effect(MEASURE, standing(AAA_1_O1="N"), standing(AAA_1_O1="L")).raised == ("AAA.1.O1",)


def test_a_process_that_was_not_assessed_again_has_no_verdict() -> None:
    there = standing(AAA_1_O1="N")
    gone = profile(tiny.MODEL, replace(tiny.answers({}), scope=("BBB.1",)))
    assert effect(MEASURE, there, gone).verdict == "not assessed"


def test_what_is_not_done_or_about_no_process_led_to_nothing_yet() -> None:
    others = [replace(MEASURE, state="decided"), replace(MEASURE, process=None)]
    assert effects(others, standing(), standing(), tiny.MODEL.framework()) == ()
