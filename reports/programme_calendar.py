"""The programme as a calendar file, for the calendars that people work with anyway (iCalendar, RFC 5545)."""

import datetime
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from locales.product import NAME
from models.programme import Event, KeptEvent

_HOST = "hanse.invalid"


def programme_calendar(events: Sequence[KeptEvent], now: datetime.datetime) -> bytes:
    """The events as a calendar. The same event keeps its id, so that a calendar changes it and adds no second one.

    Args:
        events: what is in it.
        now: the moment at which the file is made.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{NAME}//programme//EN")
    calendar.add("version", "2.0")
    for each in events:
        calendar.add_component(_entry(each, now))
    _explain_zones(calendar, [each.event for each in events])
    return bytes(calendar.to_ical())


def _explain_zones(calendar: Calendar, events: Sequence[Event]) -> None:
    """Says when the clocks change in the zones that are named, as the format asks for (RFC 5545, 3.6.5)."""
    years = [day.year for each in events for day in (each.first_day, each.last_day)]
    if years:
        calendar.add_missing_timezones(datetime.date(min(years), 1, 1), datetime.date(max(years) + 1, 1, 1))


def _entry(kept: KeptEvent, now: datetime.datetime) -> Entry:
    event, entry = kept.event, Entry()
    entry.add("uid", f"{kept.id}@{_HOST}")
    entry.add("dtstamp", now)
    entry.add("sequence", kept.version - 1)
    entry.add("summary", event.title)
    begins, ends = _span(event)
    entry.add("dtstart", begins)
    entry.add("dtend", ends)
    for name, value in (("location", event.place), ("url", event.link), ("description", event.about)):
        if value:
            entry.add(name, value)
    return entry


def _span(event: Event) -> tuple[datetime.date, datetime.date]:
    """From when to when; whole days end with the day after the last one, as the format wants it."""
    if event.begins is None:
        return event.first_day, event.last_day + datetime.timedelta(days=1)
    zone = ZoneInfo(event.zone)
    begins = datetime.datetime.combine(event.first_day, event.begins, zone)
    if event.ends is not None:
        return begins, datetime.datetime.combine(event.last_day, event.ends, zone)
    if event.last_day == event.first_day:
        return begins, begins + datetime.timedelta(hours=1)
    return begins, datetime.datetime.combine(event.last_day, datetime.time(23, 59), zone)
