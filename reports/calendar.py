"""Measures as a calendar file: one event on the day each is due, the same one when the file is made again."""

import datetime
from collections.abc import Iterable

from icalendar import Alarm, Calendar, Event

from locales.words import Words
from models.measures import Measure
from reports.content.measure_words import state_words

MEDIA_TYPE = "text/calendar"
_REMINDER = datetime.timedelta(days=-14)


def write(measures: Iterable[Measure], city: str, words: Words, made: datetime.datetime) -> bytes:
    """The calendar of what is due, done and dropped measures left out.

    Args:
        measures: those of one city; what has no day has no place in a calendar.
        city: its name.
        words: the language.
        made: when the file is made, in UTC.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Hanse//Measures//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words("Measures of {city}", city=city))
    for each in measures:
        if each.due is not None and each.state not in ("done", "dropped"):
            calendar.add_component(_event(each, each.due, words, made))
    return bytes(calendar.to_ical())


def _event(measure: Measure, due: datetime.date, words: Words, made: datetime.datetime) -> Event:
    event = Event()
    # The id is that of the measure: a calendar that opens the file again changes the event instead of doubling it.
    event.add("uid", f"measure-{measure.id}@hanse")
    event.add("sequence", measure.version)
    event.add("dtstamp", made)
    event.add("dtstart", due)
    event.add("dtend", due + datetime.timedelta(days=1))
    event.add("summary", words("Due: {title}", title=measure.title))
    event.add("description", "\n".join(_about(measure, words)))
    event.add("transp", "TRANSPARENT")
    event.add_component(_reminder(measure, words))
    return event


def _about(measure: Measure, words: Words) -> list[str]:
    told = [words("State: {state}", state=state_words(measure.state, words))]
    if measure.process:
        told.append(words("Process: {process}", process=measure.process))
    if measure.owner:
        told.append(words("In charge: {owner}", owner=measure.owner))
    if measure.decision:
        told.append(words("Decision needed: {decision}", decision=measure.decision))
    if measure.indicator:
        told.append(words("How we see that it worked: {indicator}", indicator=measure.indicator))
    return told


def _reminder(measure: Measure, words: Words) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words("Due: {title}", title=measure.title))
    alarm.add("trigger", _REMINDER)
    return alarm
