"""Words for measures: states, quarters, days, sums."""

from collections.abc import Mapping
from decimal import Decimal

from assessment.planning.measures import Verdict
from assessment.planning.quarters import Quarter
from locales.words import Words
from models.measures import Measure, MeasureState
from models.message import Message, say
from reports.content.decisions import decimal, money

STATES: Mapping[MeasureState, Message] = {
    "proposed": say("proposed"),
    "decided": say("decided"),
    "under way": say("under way"),
    "done": say("done"),
    "dropped": say("dropped"),
}
"""What each state is called."""

_VERDICTS: Mapping[Verdict, Message] = {
    "rose": say("done, and the rating rose"),
    "did not rise": say("done, and the rating did not rise"),
    "fell": say("done, and the rating fell"),
    "not assessed": say("done; the process was not assessed again"),
}


def state_words(state: MeasureState, words: Words) -> str:
    """How far a measure is."""
    return words.say(STATES[state])


def verdict_words(verdict: Verdict, words: Words) -> str:
    """What became of the rating that a measure was meant to raise."""
    return words.say(_VERDICTS[verdict])


def quarter_words(quarter: Quarter | None, words: Words) -> str:
    """A quarter as people call it."""
    if quarter is None:
        return words("without a day")
    return words("quarter {number} of {year}", number=quarter.number, year=str(quarter.year))


def due_words(measure: Measure, words: Words) -> str:
    """The day on which a measure is due; a dash while there is none."""
    return "–" if measure.due is None else words.date(measure.due)


def posts_words(posts: Decimal, words: Words) -> str:
    """A number of posts, also a part of one."""
    return words.many(posts, "1 post", "{posts} posts", posts=decimal(posts, words))


def means_words(measure: Measure, words: Words) -> str:
    """What a measure takes, in one line; a dash where nothing is said."""
    means = measure.means
    told = [
        words.many(means.days, "1 day", "{days} days", days=decimal(means.days, words))
        if means.days is not None
        else "",
        words("{sum} once", sum=money(means.euros_once, words)) if means.euros_once is not None else "",
        words("{sum} a year", sum=money(means.euros_yearly, words)) if means.euros_yearly is not None else "",
        posts_words(means.posts, words) if means.posts is not None else "",
    ]
    return ", ".join(filter(None, told)) or "–"
