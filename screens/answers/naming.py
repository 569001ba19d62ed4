"""What stored values are called on screen."""

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from locales.words import Words
from models.assessment import Rated, StoredField, Value
from models.authored import Text
from models.framework import Scale
from screens.show.people import called
from screens.show.plain import plain

DONT_KNOW = "dont_know"
NOT_APPLICABLE = "not_applicable"
CONFIDENCES = ("high", "medium", "low")


def code_of(rated: Rated | None) -> str | None:
    """The code that the choice shows: a letter, or one of the two other states."""
    if rated is None:
        return None
    return rated.rating if rated.state == "rated" else rated.state


def rated_as(code: str, reason: str | None = None) -> Rated:
    """A code as the desk takes it."""
    if code == DONT_KNOW:
        return Rated("dont_know")
    if code == NOT_APPLICABLE:
        return Rated("not_applicable", reason=reason)
    return Rated("rated", code)


def code_words(code: str, scale: Scale | None, words: Words) -> str:
    """A code in words; a letter by its name where the scale is known."""
    if code == DONT_KNOW:
        return words("don't know")
    if code == NOT_APPLICABLE:
        return words("not applicable")
    names = {rating.letter: words.text(rating.name) for rating in scale.ratings} if scale else {}
    return names.get(code, code)


def confidence_words(code: str, words: Words) -> str:
    """How sure somebody is, in words."""
    return {"high": words("sure"), "medium": words("fairly sure"), "low": words("not sure")}.get(code, code)


def value_words(value: Value | None, words: Words, scale: Scale | None = None) -> str:
    """Any stored value in words."""
    match value:
        case None:
            return words("nothing")
        case Rated():
            named = code_words(code_of(value) or "", scale, words)
            return words("{state}: {reason}", state=named, reason=value.reason) if value.reason else named
        case tuple():
            return "; ".join(value)
        case _:
            return confidence_words(value, words) if value in CONFIDENCES else value


def heard_as(words: Words, text: Text, what: str) -> str:
    """What a choice is called to those who hear it alone: the text of its question, and what is asked of it."""
    return f"{plain(words.text(text))} {what}"


def saved_words(stored: StoredField, now: datetime.datetime, words: Words) -> str:
    """The line under a question: when it was stored, and by whom, as the database says."""
    when = moment_words(stored.at, now, words)
    if stored.author is None:
        return words("saved {time}", time=when)
    return words("saved {time} by {name}", time=when, name=called(words, stored.author))


def moment_words(moment: datetime.datetime, now: datetime.datetime, words: Words) -> str:
    """A moment of today by its time, any other with its date."""
    at = here(moment)
    return words.time(at) if at.date() == here(now).date() else f"{words.date(at.date())}, {words.time(at)}"


def here(moment: datetime.datetime) -> datetime.datetime:
    """A moment on the clock of the person who looks at it."""
    try:
        return moment.astimezone(ZoneInfo(st.context.timezone or "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return moment
