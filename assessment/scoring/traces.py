"""The words that the traces of all numbers share."""

from functools import cache

from models.authored import Text
from models.message import Blank, Message, say
from models.profile import LevelInterval


def between(low: Blank, high: Blank) -> Message:
    """A value that is settled, or the two ends that it lies between."""
    return say("{value}", value=low) if low == high else say("{low} to {high}", low=low, high=high)


@cache
def letters_between(low: str, high: str) -> Message:
    """The same for letters, of which there are few."""
    return between(low, high)


def named(identifier: str, name: Text) -> Message:
    """Something by its id and its name."""
    return say("{id} {name}", id=identifier, name=name)


def with_figure(rule: Message, low: Blank, high: Blank) -> Message:
    """A rule together with the exact figure that it gave here, before it was rounded."""
    return say("{rule} Here: {figure}.", rule=rule, figure=between(low, high))


def level_value(level: LevelInterval) -> Message:
    """A level in words: settled, at least, or between two ends."""
    return say("at least {level}", level=level.low) if level.at_least else between(level.low, level.high)
