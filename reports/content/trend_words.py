"""How a trend is told: results by title and day, values, what moved, and what a break says."""

from fractions import Fraction

from babel.dates import format_skeleton

from locales.words import Words
from models.message import Message, say
from models.questionnaire import CapabilityModel
from models.trend import Break, Change, Difference, Moment, Past, Shift, Span, Trend
from reports.content.naming import listed, process_name

_MANY = 6
_DIFFERENCES: dict[Difference, Message] = {
    "rules": say("version {after} of the questions instead of {before}"),
    "framework": say("another measurement framework"),
    "method": say("another way of summing up ratings"),
    "scale": say("another scale of letters"),
}
_SHIFTS: dict[Shift, Message] = {
    "rose": say("risen"),
    "fell": say("fallen"),
    "same": say("the same"),
    "open": say("open"),
    "first": say("for the first time"),
}


def break_words(of: Break, words: Words, since: str) -> str:
    """A break in words, with the share of questions that are the same."""
    told = [
        words.say(Message(_DIFFERENCES[each].sentence, {"before": of.before, "after": of.after}))
        for each in of.differences
    ]
    what = words("From “{since}” on: {differences}.", since=since, differences=listed(told, words))
    if of.alike == 1:
        return words("{what} All questions are the same.", what=what)
    return words(
        "{what} {share} of the questions are the same in both; compare levels with care.",
        what=what,
        share=share_words(of.alike, words),
    )


def share_words(share: Fraction, words: Words) -> str:
    """A share in whole percent, rounded down: 100 % says that all are the same."""
    return words.percent(Fraction((share * 100).__floor__(), 100))


def moment(past: Past | Moment, words: Words) -> str:
    """A result by its title and day."""
    day = " · ".join(filter(None, (past.title, words.date(past.date) if past.date else "")))
    return (
        day
        if past.revision is None or past.revision == 1
        else words("{day}, revision {number}", day=day, number=past.revision)
    )


def span_words(span: Span | None, words: Words) -> str:
    """A value in words: "2", "1 to 3" while answers are open, "at least 3" where the scale was cut off."""
    if span is None:
        return words("not assessed")
    low, high = int(span.low), int(span.high)
    if low != high:
        return words("{low} to {high}", low=low, high=high)
    return words("at least {level}", level=low) if span.at_least else str(low)


def shift_words(change: Change, words: Words) -> str:
    """How a process moved, with the steps where they are certain."""
    said = words.say(_SHIFTS[change.shift])
    if change.before is None or change.shift not in ("rose", "fell") or change.before.low != change.before.high:
        return said
    steps = (
        int(change.now.low - change.before.low) if change.shift == "rose" else int(change.now.high - change.before.low)
    )
    return f"{'▲' if steps > 0 else '▼'} {steps:+d}".replace("-", "−")


def named(trend: Trend, shift: Shift, words: Words) -> str:
    """The processes that moved in this way, the first few by name."""
    names = [process_name(model_of(trend.last), each.subject, words) for each in trend.changes if each.shift == shift]
    if len(names) > _MANY:
        return words("{names} and {count} more", names=", ".join(names[:_MANY]), count=len(names) - _MANY)
    return listed(names, words)


def count(trend: Trend, shift: Shift | str) -> int:
    """How many processes moved in this way."""
    return sum(each.shift == shift for each in trend.changes)


def short(past: Past | Moment, words: Words) -> str:
    """A result by its month and year, and its revision where it was taken up again."""
    day = past.title if past.date is None else format_skeleton("yMMM", past.date, locale=words.locale)
    return day if past.revision is None or past.revision == 1 else f"{day} ({past.revision})"


def model_of(past: Past) -> CapabilityModel:
    """The model that names processes and dimensions."""
    return past.questionnaire if isinstance(past.questionnaire, CapabilityModel) else past.questionnaire.model
