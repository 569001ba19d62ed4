"""Measures: the same promises in memory, on SQLite and on PostgreSQL."""

import datetime
from dataclasses import replace
from decimal import Decimal

from models.audit import Note
from models.measures import Means, Measure
from tests.store.conftest import Kept
from tests.store.samples import ANNA, MOMENT

MEASURE = Measure(
    "m1",
    "c1",
    "Partnerstädte anschreiben",
    process="PAR.2",
    indicators=("PAR.2.O1", "PAR.2.GP2.1.1"),
    level=1,
    owner="Büro für Internationales",
    begins=datetime.date(2026, 4, 1),
    due=datetime.date(2026, 6, 30),
    means=Means(Decimal("6.5"), 2_000, 500, Decimal("0.25"), 1_500, 1_000, "Landesprogramm"),
    decision="Ausschuss stimmt zu",
    decision_reference="0123/2026",
    evidence="Schreiben, Liste",
    indicator="Anteil lebendiger Partnerschaften",
    state="done",
    done=datetime.date(2026, 6, 1),
    assessment="a1",
    note="Mit den Vereinen",
)
OPEN = Measure("m2", "c1", "Ohne Tag")
NOTE = Note(MOMENT, ANNA.id, "change measures", "city", "c1", "c1")


def test_a_measure_comes_back_as_it_went_in(kept: Kept) -> None:
    assert kept.measures.keep([MEASURE], [], NOTE)
    assert kept.measures.get("m1") == MEASURE
    assert kept.measures.get("m2") is None


def test_those_due_first_come_first_and_those_without_a_day_last(kept: Kept) -> None:
    earlier = replace(MEASURE, id="m3", due=datetime.date(2026, 5, 1))
    kept.measures.keep([OPEN, MEASURE, earlier], [])
    assert [each.id for each in kept.measures.of_city("c1")] == ["m3", "m1", "m2"]
    assert kept.measures.of_city("c2") == ()


def test_a_measure_is_changed_only_by_who_saw_what_stands_there(kept: Kept) -> None:
    kept.measures.keep([MEASURE], [])
    changed = replace(MEASURE, title="Neu", version=2)
    assert kept.measures.keep([], [changed], NOTE)
    assert not kept.measures.keep([], [replace(MEASURE, title="Zu spät", version=2)], NOTE)
    assert kept.measures.get("m1") == changed


def test_where_one_was_faster_nothing_of_all_is_kept(kept: Kept) -> None:
    kept.measures.keep([MEASURE, OPEN], [])
    kept.measures.keep([], [replace(OPEN, title="Schneller", version=2)])
    late = [replace(MEASURE, title="Mit", version=2), replace(OPEN, title="Zu spät", version=2)]
    assert not kept.measures.keep([replace(OPEN, id="m9")], late, NOTE)
    assert kept.measures.get("m1") == MEASURE
    assert kept.measures.get("m9") is None


def test_a_measure_is_removed_only_by_who_saw_what_stands_there(kept: Kept) -> None:
    kept.measures.keep([MEASURE], [])
    assert not kept.measures.remove("m1", seen=2)
    assert kept.measures.remove("m1", seen=1, note=NOTE)
    assert kept.measures.get("m1") is None
    assert not kept.measures.remove("m1", seen=1)


def test_a_measure_outlives_the_assessment_it_came_from(kept: Kept) -> None:
    kept.measures.keep([MEASURE], [])
    kept.assessments.delete("a1")
    assert kept.measures.get("m1") == MEASURE
