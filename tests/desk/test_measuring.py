"""Measures: written down in one step, filled in by the lead, read by the city, kept only when all of it can be."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import ChangedMeanwhile, MeasureRefused, NotAllowed, NotFound
from models.assessment import Assessment
from models.measures import Means, Measure, MeasureDraft
from models.people import Actor, Grant
from tests.desk.conftest import HERE, LEAD, OTHER_LEAD, START

CONTRIBUTOR = Actor("cleo", "Cleo", frozenset({Grant("contributor", HERE.id)}))
DRAFT = MeasureDraft("Partnerstädte anschreiben", "PAR.2", ("PAR.2.O1",), 1, Decimal(6), "Schreiben", "Antworten")
OTHER = MeasureDraft("Verzeichnis anlegen", "PAR.4")


def _refused(desk: Desk, measure: Measure) -> set[str]:
    with pytest.raises(MeasureRefused) as refused:
        desk.measuring.change(LEAD, measure)
    return set(refused.value.problems)


@pytest.fixture
def measure(desk: Desk, begun: Assessment) -> Measure:
    """A measure that the lead has just written down."""
    (found,) = desk.measuring.begin_from(LEAD, begun.id, [DRAFT])
    return found


def test_what_a_draft_knows_stands_in_the_measure(measure: Measure, begun: Assessment) -> None:
    assert (measure.title, measure.process, measure.level) == ("Partnerstädte anschreiben", "PAR.2", 1)
    assert (measure.indicators, measure.means.days) == (("PAR.2.O1",), Decimal(6))
    assert (measure.evidence, measure.indicator) == ("Schreiben", "Antworten")
    assert (measure.state, measure.assessment, measure.city) == ("proposed", begun.id, HERE.id)


def test_the_same_draft_is_not_written_down_twice(desk: Desk, begun: Assessment, measure: Measure) -> None:
    (second,) = desk.measuring.begin_from(LEAD, begun.id, [DRAFT, OTHER, OTHER])
    assert second.title == OTHER.title
    assert len(desk.measuring.of_city(LEAD, HERE.id)) == 2
    desk.measuring.change(LEAD, replace(measure, state="dropped"))
    assert len(desk.measuring.begin_from(LEAD, begun.id, [DRAFT])) == 1


def test_what_was_done_after_an_earlier_assessment_may_be_planned_again(
    desk: Desk, begun: Assessment, measure: Measure
) -> None:
    desk.measuring.change(LEAD, replace(measure, state="done"))
    assert desk.measuring.begin_from(LEAD, begun.id, [DRAFT]) == ()
    assert len(desk.measuring.begin(LEAD, HERE.id, [DRAFT])) == 1


def test_a_long_recommendation_becomes_a_title_of_one_line(desk: Desk) -> None:
    (found,) = desk.measuring.begin(LEAD, HERE.id, [MeasureDraft("Jede Partnerstadt\nanschreiben " * 20)])
    assert len(found.title) <= 200
    assert found.title.endswith("…")
    assert "\n" not in found.title


def test_people_of_the_city_read_what_only_the_lead_changes(desk: Desk, measure: Measure) -> None:
    assert desk.measuring.of_city(CONTRIBUTOR, HERE.id) == (measure,)
    with pytest.raises(NotAllowed):
        desk.measuring.change(CONTRIBUTOR, measure)
    with pytest.raises(NotFound):
        desk.measuring.change(OTHER_LEAD, measure)


def test_a_consultant_reads_what_came_from_the_assessment_they_were_let_into(
    desk: Desk, begun: Assessment, measure: Measure
) -> None:
    desk.measuring.begin(LEAD, HERE.id, [OTHER])
    consultant = Actor("carl", None, frozenset({Grant("consultant", assessment=begun.id)}))
    desk.measuring.begin(LEAD, HERE.id, [OTHER])
    assert desk.measuring.of_assessment(consultant, begun.id) == (measure,)
    assert desk.measuring.beside(consultant, begun.id) == (measure,)
    assert len(desk.measuring.beside(LEAD, begun.id)) == 2
    with pytest.raises(NotFound):
        desk.measuring.of_city(consultant, HERE.id)


def test_nobody_overwrites_what_they_did_not_see(desk: Desk, measure: Measure) -> None:
    desk.measuring.change(LEAD, replace(measure, owner="Büro für Internationales"))
    with pytest.raises(ChangedMeanwhile):
        desk.measuring.change(LEAD, replace(measure, owner="Stab"))
    with pytest.raises(ChangedMeanwhile):
        desk.measuring.remove(LEAD, measure.id, seen=1)
    (kept,) = desk.measuring.of_city(LEAD, HERE.id)
    assert kept == replace(measure, owner="Büro für Internationales", version=2)


def test_no_measure_changes_its_city_or_where_it_came_from(desk: Desk, measure: Measure) -> None:
    desk.measuring.change(LEAD, replace(measure, city="elsewhere", assessment=None))
    (kept,) = desk.measuring.of_city(LEAD, HERE.id)
    assert (kept.city, kept.assessment) == (measure.city, measure.assessment)


def test_every_field_that_cannot_be_kept_is_named_at_once(desk: Desk, measure: Measure) -> None:
    day = datetime.date(2026, 5, 1)
    wrong = replace(
        measure,
        title=" ",
        process="XXX.1",
        level=9,
        begins=day,
        due=day - datetime.timedelta(days=1),
        owner="x" * 201,
        means=Means(days=Decimal(-1), euros_once=-5, posts=Decimal(99_999), funding_source="x" * 201),
    )
    expected = {"title", "process", "level", "due", "owner", "days", "euros_once", "posts", "funding_source"}
    assert _refused(desk, wrong) == expected
    assert desk.measuring.of_city(LEAD, HERE.id) == (measure,)


def test_what_is_done_has_its_day_and_loses_it_when_it_is_taken_up_again(desk: Desk, measure: Measure) -> None:
    desk.measuring.change(LEAD, replace(measure, state="done"))
    (done,) = desk.measuring.of_city(LEAD, HERE.id)
    assert done.done == START.date()
    desk.measuring.change(LEAD, replace(done, state="under way"))
    assert desk.measuring.of_city(LEAD, HERE.id)[0].done is None


def test_nothing_was_done_tomorrow(desk: Desk, measure: Measure) -> None:
    tomorrow = START.date() + datetime.timedelta(days=1)
    assert _refused(desk, replace(measure, state="done", done=tomorrow)) == {"done"}


def test_what_was_filled_in_elsewhere_is_kept_as_a_whole(desk: Desk, measure: Measure) -> None:
    new = Measure("", "", "Neu aus der Mappe")
    desk.measuring.take_in(LEAD, HERE.id, [replace(measure, owner="Stab"), new])
    kept = {each.title: each for each in desk.measuring.of_city(LEAD, HERE.id)}
    assert kept[measure.title].owner == "Stab"
    assert kept["Neu aus der Mappe"].city == HERE.id


def test_one_wrong_line_of_a_workbook_keeps_all_of_it_out(desk: Desk, measure: Measure) -> None:
    with pytest.raises(MeasureRefused) as refused:
        desk.measuring.take_in(LEAD, HERE.id, [replace(measure, owner="Stab"), Measure("", "", "")])
    assert set(refused.value.problems) == {"1.title"}
    with pytest.raises(NotFound):
        desk.measuring.take_in(LEAD, HERE.id, [replace(measure, id="unknown")])
    assert desk.measuring.of_city(LEAD, HERE.id) == (measure,)


def test_what_is_noted_holds_no_word_that_people_wrote(desk: Desk, stores: Stores, measure: Measure) -> None:
    desk.measuring.change(LEAD, replace(measure, owner="Geheime Stelle"))
    desk.measuring.hand_out(LEAD, HERE.id, "ics")
    desk.measuring.remove(LEAD, measure.id, seen=2)
    notes = [each.note for each in stores.audit.entries()][-4:]
    assert [(each.action, each.detail["how"]) for each in notes] == [
        ("change measures", "begun"),
        ("change measures", "changed"),
        ("read measures", "ics"),
        ("change measures", "removed"),
    ]
    assert not any(word in repr(notes) for word in ("Geheime", "Partnerstädte"))


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date(1899, 12, 31), datetime.date(2200, 1, 1)])
def test_a_day_that_no_calendar_could_reckon_with_is_refused(desk: Desk, measure: Measure, day: datetime.date) -> None:
    assert _refused(desk, replace(measure, begins=day)) == {"begins"}
    assert _refused(desk, replace(measure, due=day)) == {"due"}
    assert "done" in _refused(desk, replace(measure, state="done", done=day))
    assert desk.measuring.of_city(LEAD, HERE.id) == (measure,)


def test_days_of_work_and_posts_are_kept_to_three_decimals_however_many_a_workbook_has(
    desk: Desk, measure: Measure
) -> None:
    long = Decimal("1." + "2" * 30_000)
    desk.measuring.change(LEAD, replace(measure, means=Means(days=long, posts=Decimal("0.5"))))
    (kept,) = desk.measuring.of_city(LEAD, HERE.id)
    assert (str(kept.means.days), str(kept.means.posts)) == ("1.222", "0.5")


@pytest.mark.parametrize("seen", [-1, 0, 2, 10**30])
def test_a_version_that_does_not_stand_changes_nothing(desk: Desk, measure: Measure, seen: int) -> None:
    with pytest.raises(ChangedMeanwhile):
        desk.measuring.take_in(LEAD, HERE.id, [replace(measure, title="Anderes", version=seen)])
    assert desk.measuring.of_city(LEAD, HERE.id) == (measure,)
