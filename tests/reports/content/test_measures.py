"""Measures on paper: by quarter with what they take, what the steps would reach, and half a page of status."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from assessment.scoring import profile
from locales.words import words
from models.facts import ReportVersion
from models.measures import Means, Measure, MeasureState
from reports import kinds
from reports.content.case import Case, Context
from reports.content.council import council_paper
from reports.content.mayor import mayor_report
from reports.content.measures import measures, reach
from reports.content.status import status_report
from reports.document import Report, Table
from tests.reports.content.looking import blocks, plain, texts
from tests.reports.content.samples import FACTS, small_answers, small_model

EN = words("en")
FIRST = Measure(
    "m1",
    "c1",
    "Write to every partner city",
    process="ABC.1",
    owner="International office",
    due=datetime.date(2026, 5, 31),
    means=Means(Decimal("6.5"), 2_000, None, Decimal("0.5"), 1_500, 500, "State programme"),
    decision="The committee agrees",
    decision_reference="0123/2026",
)
LATER = Measure("m2", "c1", "Keep a register", due=datetime.date(2026, 9, 30), state="under way")
DONE = Measure("m3", "c1", "Name a contact", state="done", done=datetime.date(2026, 1, 1))


def case(*planned: Measure, version: ReportVersion = "internal") -> Case:
    facts = replace(FACTS, version=version)
    result = profile(small_model(), small_answers())
    return Case(small_model(), small_answers(), result, EN, facts, context=Context(measures=planned))


def tables(report: Report) -> list[Table]:
    return [each for each in blocks(report) if isinstance(each, Table)]


def test_a_measure_about_a_process_of_another_version_of_the_model_is_named_by_its_id() -> None:
    (table,) = tables(section_report(case(replace(FIRST, process="OLD.9"))))
    assert plain(table.rows[0][0].content) == "Write to every partner city (OLD.9)"


def test_a_status_report_lists_what_is_due_soonest_first_and_says_when_a_measure_was_done() -> None:
    without = replace(LATER, id="m4", title="Some day", due=None)
    (table,) = tables(status_report(case(without, DONE, LATER, replace(FIRST, due=datetime.date(2027, 5, 31)))))
    rows = [[plain(each.content) for each in row] for row in table.rows]
    assert [row[0] for row in rows] == ["Keep a register", "Write to every partner city", "Some day", "Name a contact"]
    assert rows[-1][-1] == "done on 1 Jan 2026"


def section_report(subject: Case) -> Report:
    section = measures(subject)
    assert section is not None
    return replace(status_report(subject), sections=(section,))


def test_measures_stand_by_quarter_with_who_when_and_what_they_take() -> None:
    first, second = tables(section_report(case(FIRST, LATER, DONE)))
    assert [first.caption, second.caption] == ["Due in quarter 2 of 2026", "Due in quarter 3 of 2026"]
    row = [plain(each.content) for each in first.rows[0]]
    assert row[0].startswith("Write to every partner city (ABC.1")
    assert row[1:4] == ["International office", "31 May 2026", "proposed"]
    assert "2,000 euros once" in row[4]
    assert "State programme" in row[6]


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (("proposed", "proposed"), "2 measures are to be done, none of them decided yet."),
        (("proposed", "decided", "under way"), "3 measures are to be done, 2 of them decided."),
        (("decided", "under way"), "2 measures are to be done, all of them decided."),
    ],
)
def test_the_first_sentence_says_how_many_are_decided(states: tuple[MeasureState, ...], told: str) -> None:
    planned = [replace(FIRST, id=f"m{number}", state=state) for number, state in enumerate(states)]
    assert told in texts(section_report(case(*planned)))


@pytest.mark.parametrize("version", ["consultant", "public"])
@pytest.mark.parametrize("made", [status_report, section_report])
def test_a_version_that_names_nobody_has_no_column_of_people(
    made: Callable[[Case], Report], version: ReportVersion
) -> None:
    (table,) = tables(made(case(replace(FIRST, owner=""), version=version)))
    assert "In charge" not in [plain(each.content) for each in table.head]
    assert {len(each) for each in (*table.rows, table.widths)} == {len(table.head)}


def test_what_is_stated_is_summed_and_what_is_not_is_counted() -> None:
    told = " ".join(texts(section_report(case(FIRST, LATER))))
    assert "6.50 working days, 2,000 euros once, 0.50 posts" in told
    assert "a year" not in told, "nobody stated any"
    assert "One measure states nothing of this." in told


def test_a_single_measure_is_spoken_of_as_one() -> None:
    assert "One measure is to be done; it is proposed." in texts(section_report(case(FIRST)))
    assert "One measure: under way." in texts(status_report(case(LATER)))


def test_the_head_of_the_city_sees_what_is_still_to_be_done_where_nothing_is_to_be_decided() -> None:
    nothing_open = mayor_report(case(LATER, DONE))
    (standing,) = [each for each in tables(nothing_open) if each.caption == "What is decided and still to be done"]
    assert [plain(row[0].content) for row in standing.rows] == ["Keep a register"]
    assert not [each for each in tables(mayor_report(case(FIRST, LATER))) if each.caption == standing.caption]


def test_the_council_paper_names_what_a_decision_is_about_and_promises_nothing_where_none_is_asked_for() -> None:
    asked = " ".join(texts(council_paper(case(FIRST))))
    assert "The council decides: The committee agrees (ABC.1 " in asked
    nothing = " ".join(texts(council_paper(case(replace(LATER, decision="")))))
    assert "these measures" not in nothing
    assert nothing.count("None; nothing new is decided.") == 2


def test_the_first_steps_are_computed_with_the_engine_and_start_from_today() -> None:
    section = reach(case())
    assert section is not None
    reached = tables(replace(status_report(case()), sections=(section,)))[0]
    names = [plain(row[0].content) for row in reached.rows]
    assert names[0] == "today"
    assert names[1].startswith("after ")
    at_level_1 = [int(plain(row[3].content)) for row in reached.rows]
    assert at_level_1 == sorted(at_level_1)


def test_a_public_version_with_hidden_processes_does_not_say_what_steps_would_reach() -> None:
    shown = kinds.in_version(case(FIRST, version="public"))
    assert isinstance(shown, Case)
    assert reach(shown) is None
    assert measures(shown) is not None


def test_without_measures_there_is_no_page_about_them() -> None:
    assert measures(case()) is None
    assert measures(case(DONE)) is None


def test_the_status_report_says_how_far_what_is_due_and_what_to_decide() -> None:
    told = texts(status_report(case(FIRST, LATER, DONE)))
    assert "Of 3 measures: 1 done, 1 under way, 1 proposed." in told
    assert "To be decided: The committee agrees (0123/2026)." in told


def test_an_overdue_measure_says_so_and_comes_first() -> None:
    late = replace(LATER, id="late", title="Late one", due=datetime.date(2026, 5, 1))
    table = tables(status_report(case(FIRST, late)))[0]
    assert [plain(each.content) for each in table.rows[0]][::3] == ["Late one", "under way, overdue"]


def test_the_status_report_keeps_to_half_a_page_however_many_measures_there_are() -> None:
    many = [replace(LATER, id=str(number), title=f"Measure {number}") for number in range(40)]
    assert len(tables(status_report(case(*many)))[0].rows) == 8


def test_the_status_report_is_offered_as_soon_as_there_are_measures() -> None:
    assert kinds.missing(kinds.KINDS["status"], case()) == ("measures",)
    assert kinds.missing(kinds.KINDS["status"], case(FIRST)) == ()
