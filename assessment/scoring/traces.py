"""The words that the traces of all numbers share."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache, reduce

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


def listed(parts: Sequence[Message]) -> Message:
    """Several things in one sentence; at least one."""
    return reduce(lambda first, second: say("{first}; {second}", first=first, second=second), parts)


def enumerated(names: Sequence[Message | Text]) -> Blank:
    """Several names in a row; at least one."""
    return reduce(lambda before, part: say("{before}, {part}", before=before, part=part), names)


def exactly(number: Fraction) -> Blank:
    """A number that a rule rests on: as decimals where two of them say all, otherwise as the fraction it is."""
    if number.denominator == 1:
        return number.numerator
    return number if 100 % number.denominator == 0 else str(number)


def named(identifier: str, name: Text) -> Message:
    """Something by its id and its name."""
    return say("{id} {name}", id=identifier, name=name)


def with_figure(rule: Message, low: Blank, high: Blank) -> Message:
    """A rule together with the exact figure that it gave here, before it was rounded."""
    return say("{rule} Here: {figure}.", rule=rule, figure=between(low, high))


def level_value(level: LevelInterval) -> Message:
    """A level in words: settled, at least, or between two ends."""
    return say("at least {level}", level=level.low) if level.at_least else between(level.low, level.high)
