"""What kinds of events are called, and when they are."""

from locales.words import Words
from models.programme import Event, EventKind


def kind_words(kind: EventKind, words: Words) -> str:
    """A kind of event."""
    return {
        "training": words("Training"),
        "summit": words("Summit"),
        "round_table": words("Round table"),
        "visit": words("Working visit"),
        "other": words("Meeting"),
    }[kind]


def when_words(event: Event, words: Words) -> str:
    """The day or days, with the times where there are any."""
    first, last = words.date(event.first_day), words.date(event.last_day)
    days = first if event.first_day == event.last_day else words("{first} to {last}", first=first, last=last)
    if event.begins is None:
        return days
    begins = f"{event.begins:%H:%M}"
    if event.ends is None:
        return words("{days}, from {begins} ({zone})", days=days, begins=begins, zone=event.zone)
    ends = f"{event.ends:%H:%M}"
    return words("{days}, {begins} to {ends} ({zone})", days=days, begins=begins, ends=ends, zone=event.zone)
