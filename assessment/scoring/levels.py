"""The capability level of one process as an interval, and what keeps the next level away."""

from collections.abc import Iterator, Mapping

from assessment.scoring.settings import Yardstick
from assessment.scoring.traces import level_value, named
from models.message import Message, say
from models.profile import AttributeResult, LevelInterval, Trace


def reach(process: str, rated: Mapping[str, AttributeResult], stick: Yardstick) -> tuple[LevelInterval, Trace]:
    """The level that these attributes reach at both ends, with what keeps the next one away at the low end."""
    ladder = stick.ladder
    lows = {key: stick.letters.step(each.low) for key, each in rated.items()}
    highs = {key: stick.letters.step(each.high) for key, each in rated.items()}
    low, high = ladder.level(lows), ladder.level(highs)
    level = LevelInterval(low, high, at_least=low == ladder.top and stick.cut_off)
    blocks = tuple(_blocks(low, lows, rated, stick))
    inputs = tuple(each.trace for each in rated.values())
    return level, Trace(process, level_value(level), _level_rule(stick), inputs, blocks)


def _level_rule(stick: Yardstick) -> Message:
    rule = stick.framework.level_rule
    return say(
        "The highest level whose own attributes are at least {own} and all attributes below at least {below}.",
        own=rule.own,
        below=rule.below,
    )


def _blocks(
    low: int, lows: Mapping[str, int], rated: Mapping[str, AttributeResult], stick: Yardstick
) -> Iterator[Message]:
    wanted = stick.ladder.next_level(low)
    if wanted is None:
        if stick.cut_off:
            yield say("Levels above {level} are not in scope.", level=low)
        return
    names = {attribute.id: attribute.name for attribute in stick.attributes}
    for attribute, own in stick.ladder.missing(wanted, lows):
        rule = stick.framework.level_rule
        yield say(
            "Level {level} needs {attribute} to be at least {letter}; it is {rating}.",
            level=wanted,
            attribute=named(attribute, names[attribute]),
            letter=rule.own if own else rule.below,
            rating=rated[attribute].trace.value,
        )
