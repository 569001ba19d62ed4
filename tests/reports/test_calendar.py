"""The calendar of measures: one event on each day due, the same event when the file is made again."""

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from locales.words import words
from models.measures import Measure
from reports import calendar

MADE = datetime.datetime(2026, 3, 1, 12, 0, tzinfo=datetime.UTC)
MEASURE = Measure("m1", "c1", "Verzeichnis anlegen", owner="Hauptamt", due=datetime.date(2026, 6, 30), version=3)


def events(*measures: Measure) -> list[Event]:
    found = Calendar.from_ical(calendar.write(measures, "Musterstadt", words("de"), MADE)).walk("VEVENT")
    return [each for each in found if isinstance(each, Event)]


def test_a_measure_is_an_event_on_the_whole_day_it_is_due() -> None:
    (event,) = events(MEASURE)
    assert event["dtstart"].dt == datetime.date(2026, 6, 30)
    assert event["dtend"].dt == datetime.date(2026, 7, 1)
    assert event["summary"] == "Frist: Verzeichnis anlegen"
    assert "Zuständig: Hauptamt" in event["description"]


def test_two_weeks_before_it_reminds() -> None:
    (event,) = events(MEASURE)
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == datetime.timedelta(days=-14)


def test_the_file_made_again_holds_the_same_event_with_a_higher_number() -> None:
    (first,), (second,) = events(MEASURE), events(replace(MEASURE, due=datetime.date(2026, 9, 30), version=4))
    assert first["uid"] == second["uid"]
    assert second["sequence"] > first["sequence"]


def test_what_is_done_dropped_or_without_a_day_is_left_out() -> None:
    others = [replace(MEASURE, state="done"), replace(MEASURE, state="dropped"), replace(MEASURE, due=None)]
    assert events(*others) == []


def test_the_same_measures_give_the_same_bytes() -> None:
    one, two = (calendar.write([MEASURE], "Musterstadt", words("de"), MADE) for _ in range(2))
    assert one == two


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=80))
def test_no_title_breaks_out_of_its_event(title: str) -> None:
    (event,) = events(replace(MEASURE, title=f"{title}\nBEGIN:VEVENT"))
    assert str(event["summary"]).endswith("BEGIN:VEVENT")
