"""What is planned already is said wherever a step is recommended: how far it is, who sees to it, and until when."""

import datetime
from dataclasses import replace

import pytest

from assessment.path import shortest
from assessment.scoring import profile
from locales.words import words
from models.measures import Measure
from models.path import ProfileTarget
from reports.choosing import with_living_links
from reports.content.case import Case, Context
from reports.content.full import full_report
from reports.content.maturity import first_steps
from reports.content.paths import stretch_blocks, stretch_title
from reports.content.planned import MEASURE
from reports.content.public import public_case
from reports.document import Block, Paragraph, Report, Span, Table
from tests.reports.content.looking import blocks, plain, texts
from tests.reports.content.samples import FACTS, small_answers, small_model

EN = words("en")
PLANNED = Measure(
    "m1",
    "c1",
    "Ask every guest",
    process="DEF.1",
    level=2,
    owner="International office",
    due=datetime.date(2026, 5, 31),
    state="decided",
)
TOLD = "decided, International office, due 31 May 2026: “Ask every guest”"


def case(*planned: Measure) -> Case:
    result = profile(small_model(), small_answers())
    return Case(small_model(), small_answers(), result, EN, FACTS, context=Context(measures=planned))


def steps(subject: Case) -> Table:
    section = first_steps(subject)
    assert section is not None
    report = replace(full_report(subject), sections=(section,))
    (table,) = (each for each in blocks(report) if isinstance(each, Table))
    return table


def marks(subject: Case) -> dict[str, str]:
    """What is said to be planned of each first step, by process; empty where nothing is said."""
    rows = {plain(row[1].content)[:5]: plain(row[2].content) for row in steps(subject).rows}
    return {process: told.partition("Planned already: ")[2] for process, told in rows.items()}


def spans(report: Report) -> list[Span]:
    tables = [each for each in blocks(report) if isinstance(each, Table)]
    return [span for table in tables for row in table.rows for each in row for span in each.content]


def test_a_first_step_that_is_planned_says_how_far_it_is_who_sees_to_it_and_until_when() -> None:
    assert marks(case(PLANNED)) == {"DEF.1": f"{TOLD}.", "ABC.2": "", "XYZ.1": ""}


def test_what_is_dropped_or_about_another_process_marks_no_step() -> None:
    elsewhere = replace(PLANNED, process="ZZZ.9")
    for nothing in (case(), case(replace(PLANNED, state="dropped")), case(elsewhere)):
        assert set(marks(nothing).values()) == {""}


def test_a_measure_in_the_words_of_the_step_is_not_named_twice() -> None:
    same = replace(PLANNED, title="Take DEF.1 from 0.")
    assert marks(case(same))["DEF.1"] == "decided, International office, due 31 May 2026."


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"owner": "", "due": None}, "decided, nobody in charge yet, without a day: “Ask every guest”."),
        ({"state": "done", "done": datetime.date(2026, 4, 2)}, "done on 2 April 2026: “Ask every guest”."),
    ],
)
def test_what_is_missing_or_done_is_said(change: dict[str, object], told: str) -> None:
    assert marks(case(replace(PLANNED, **change)))["DEF.1"] == told  # type: ignore[arg-type]


def test_beyond_two_measures_only_their_number_is_said() -> None:
    every = [replace(PLANNED, id=str(number)) for number in range(4)]
    assert marks(case(*every))["DEF.1"] == f"{TOLD}; {TOLD}; 2 more."


def test_a_mark_leads_to_the_measure_and_on_paper_to_the_list_of_measures() -> None:
    (mark,) = (each for each in spans(full_report(case(PLANNED))) if each.of == f"{MEASURE}m1" and each.anchor)
    assert mark.anchor == "measures"
    done = full_report(case(replace(PLANNED, state="done", done=datetime.date(2026, 4, 2))))
    assert with_living_links(done) == done


def test_the_summary_and_the_page_of_the_process_say_it_beside_the_first_steps() -> None:
    told = [each for each in texts(full_report(case(PLANNED))) if f"Planned already: {TOLD}." in each]
    assert len(told) == 3


def test_a_public_version_does_not_say_who_sees_to_it() -> None:
    public = public_case(replace(case(PLANNED), facts=replace(FACTS, version="public")))
    assert marks(public)["DEF.1"] == "decided, due 31 May 2026: “Ask every guest”."


def _first(found: tuple[Block, ...]) -> str:
    assert isinstance(found[0], Paragraph)
    return plain(found[0].content)


def test_a_path_says_what_of_it_is_planned() -> None:
    subject = case(PLANNED)
    path = shortest(small_model(), small_answers(), ProfileTarget({"DEF.1": 2, "ABC.2": 2}), subject.profile.settings)
    planned = next(each for each in path.stretches if each.process == "DEF.1")
    assert stretch_title(planned, subject).endswith("– planned already")
    assert not stretch_title(planned, case()).endswith("– planned already")
    assert _first(stretch_blocks(planned, subject)) == f"Planned already: {TOLD}."


def test_what_is_planned_for_a_part_of_the_way_is_said_and_does_not_pass_for_all_of_it() -> None:
    subject = case(replace(PLANNED, level=1))
    path = shortest(small_model(), small_answers(), ProfileTarget({"DEF.1": 2}), subject.profile.settings)
    (stretch,) = path.stretches
    assert not stretch_title(stretch, subject).endswith("– planned already")
    assert _first(stretch_blocks(stretch, subject)).startswith("Planned already")
