"""Results in a row: what rose and fell for certain, and a break with an exact share where something else was asked."""

import datetime
from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.moving.questions import questions
from assessment.trend import broken, course, earlier, former, past, trends
from models.answers import Answer, Answers
from models.questionnaire import CapabilityModel
from models.trend import Past, Span
from tests.moving.versions import former as model_1
from tests.moving.versions import former_library, library_now
from tests.moving.versions import now as model_2

LIBRARY = library_now()
MAPPING = LIBRARY.mapping(model_1(), model_2())
LETTERS = st.sampled_from([*(Answer("rated", letter) for letter in "NPLF"), Answer("dont_know")])


def a_past(
    model: CapabilityModel, year: int, ratings: Mapping[str, Answer] | str, *, key: str = "", **more: object
) -> Past:
    """An assessment of a year; a letter rates everything with it."""
    if isinstance(ratings, str):
        ratings = {each: Answer("rated", ratings) for each in questions(model)}
    answers = Answers(model.id, model.version, "Musterstadt", ratings, **more)  # type: ignore[arg-type]
    return past(key or str(year), f"Assessment {year}", model, answers, date=datetime.date(year, 5, 1), revision=1)


def level(low: int, high: int | None = None, *, at_least: bool = False) -> Span:
    return Span(Fraction(low), Fraction(low if high is None else high), at_least)


def test_results_stand_in_the_order_of_their_days() -> None:
    (found,) = trends([a_past(model_2(), 2026, "F"), a_past(model_2(), 2024, "N")], LIBRARY)
    assert [each.key for each in found.pasts] == ["2024", "2026"]
    assert found.processes["GOV.1"] == (level(0), level(2))


def test_quick_scans_stand_apart_and_behind() -> None:
    scan = LIBRARY.quick_scans[0]
    answers = Answers(scan.id, scan.version, "Musterstadt", {"QS01": Answer("rated", "2")})
    of_scan = past("scan", "Schnelltest", scan, answers, date=datetime.date(2020, 1, 1))
    found = trends([of_scan, a_past(model_2(), 2024, "N")], LIBRARY)
    assert [each.last.questionnaire.id for each in found] == ["twinning", "twinning-scan"]
    assert found[1].processes == {"GOV.1": (level(2),)}


@pytest.mark.parametrize(("before", "now", "shift"), [("N", "F", "rose"), ("F", "N", "fell"), ("L", "L", "same")])
def test_a_process_rose_fell_or_stayed(before: str, now: str, shift: str) -> None:
    (found,) = trends([a_past(model_2(), 2024, before), a_past(model_2(), 2026, now)], LIBRARY)
    assert {each.shift for each in found.changes} == {shift}


def test_a_level_that_answers_leave_open_neither_rose_nor_fell() -> None:
    open_now = {"GOV.1.O1": Answer("rated", "F")}
    (found,) = trends([a_past(model_2(), 2024, "L"), a_past(model_2(), 2026, open_now)], LIBRARY)
    assert {each.shift for each in found.changes} == {"open"}


def test_a_level_cut_off_before_may_not_have_risen() -> None:
    cut = {each: Answer("rated", "F") for each in questions(model_2()) if ".O" in each}
    before = a_past(model_2(), 2024, cut, highest_level=1)
    (found,) = trends([before, a_past(model_2(), 2026, "F")], LIBRARY)
    assert found.processes["GOV.1"] == (level(1, at_least=True), level(2))
    assert {each.shift for each in found.changes} == {"open"}


def test_a_process_without_a_level_before_is_new() -> None:
    (found,) = trends([a_past(model_2(), 2024, "F", scope=("GOV.1",)), a_past(model_2(), 2026, "F")], LIBRARY)
    assert {each.subject: each.shift for each in found.changes}["CAP.2"] == "first"


def test_a_process_is_followed_through_its_new_id() -> None:
    (found,) = trends([a_past(model_1(), 2024, "N"), a_past(model_2(), 2026, "F")], LIBRARY)
    assert found.processes["PAR.3"] == (level(0), level(2))
    assert "PAR.2" not in found.processes


def test_the_same_rules_make_no_break() -> None:
    (found,) = trends([a_past(model_2(), 2024, "N"), a_past(model_2(), 2026, "F")], LIBRARY)
    assert found.breaks == {}


def test_a_break_counts_the_questions_that_are_the_same_of_all_that_are_asked() -> None:
    found = broken(a_past(model_1(), 2024, "N"), a_past(model_2(), 2026, "F"), MAPPING)
    assert found is not None
    assert found.differences == ("rules",)
    # Same or renamed: two outcomes, the two practices. Together both ask these four and no other.
    assert found.of_processes["GOV.1"] == 1
    # The two practices are the same; O1 is to be reviewed, O2 became O3 and O4.
    assert found.of_processes["PAR.1"] == Fraction(2, 5)
    # O1 and O2 became one.
    assert found.of_processes["PAR.3"] == Fraction(3, 5)
    # O1 is rated otherwise, O2 is gone.
    assert found.of_processes["CAP.1"] == Fraction(3, 5)
    assert found.of_processes["CAP.2"] == 0
    assert found.alike == Fraction(4 + 2 + 3 + 3, 4 + 5 + 5 + 5 + 3)


def test_what_one_side_chose_to_leave_out_does_not_count_as_a_change_of_the_model() -> None:
    found = broken(a_past(model_1(), 2024, "N", scope=("GOV.1",)), a_past(model_2(), 2026, "F"), MAPPING)
    assert found is not None
    assert set(found.of_processes) == {"GOV.1", "CAP.2"}


def test_levels_that_one_side_did_not_ask_about_do_not_count() -> None:
    before = a_past(model_1(), 2024, {}, scope=("GOV.1",), highest_level=1)
    found = broken(before, a_past(model_2(), 2026, {}, scope=("GOV.1",)), MAPPING)
    assert found is not None
    assert (found.of_processes, found.alike) == ({"GOV.1": Fraction(1)}, Fraction(1))


def test_another_method_is_a_break_though_every_question_is_the_same() -> None:
    found = broken(a_past(model_2(), 2024, "L"), a_past(model_2(), 2026, "L", method="lowest"), None)
    assert found is not None
    assert (found.differences, found.alike) == (("method",), 1)


def test_without_a_mapping_only_questions_in_the_same_words_are_the_same() -> None:
    found = broken(a_past(model_1(), 2024, "N"), a_past(model_2(), 2026, "F"), None)
    assert found is not None
    assert found.of_processes["GOV.1"] == Fraction(1, 6)


def test_before_a_result_are_the_other_ones_of_earlier_days() -> None:
    every = [a_past(model_2(), year, "N") for year in (2024, 2020, 2026)]
    assert [each.key for each in earlier(every, every[2])] == ["2020", "2024"]
    assert earlier(every, every[1]) == ()
    found = former(every, LIBRARY, every[2])
    assert found is not None
    assert (found.past.key, found.broken) == ("2024", None)


def test_a_course_keeps_figures_and_moments_and_no_result() -> None:
    (found,) = trends([a_past(model_1(), 2024, "N"), a_past(model_2(), 2026, "F")], LIBRARY)
    of = course(found)
    assert [(each.title, each.revision) for each in of.moments] == [("Assessment 2024", 1), ("Assessment 2026", 1)]
    assert (of.minimum, of.maximum, set(of.breaks)) == (0, 2, {1})
    assert of.dimensions["GOV"] == found.dimensions["GOV"]


def test_the_former_version_alone_is_a_trend_of_its_own() -> None:
    (found,) = trends([a_past(former_library().models[0], 2024, "N")], former_library())
    assert (found.changes, found.breaks) == ((), {})


@given(*(st.dictionaries(st.sampled_from(tuple(questions(model_2()))), LETTERS) for _ in range(2)))
def test_a_rise_and_a_fall_are_each_others_mirror(one: dict[str, Answer], other: dict[str, Answer]) -> None:
    mirror = {"rose": "fell", "fell": "rose", "same": "same", "open": "open", "first": "first"}
    (there,) = trends([a_past(model_2(), 2024, one), a_past(model_2(), 2026, other)], LIBRARY)
    (back,) = trends([a_past(model_2(), 2024, other), a_past(model_2(), 2026, one)], LIBRARY)
    assert [mirror[each.shift] for each in there.changes] == [each.shift for each in back.changes]


@given(st.dictionaries(st.sampled_from(tuple(questions(model_2()))), LETTERS))
def test_nothing_moves_where_nothing_changed(ratings: dict[str, Answer]) -> None:
    (found,) = trends([a_past(model_2(), 2024, ratings), a_past(model_2(), 2026, ratings)], LIBRARY)
    assert {each.shift for each in found.changes} <= {"same", "open"}
