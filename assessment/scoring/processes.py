"""One process: its attributes, its level, what keeps the next level away, and how much of it was answered."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.scoring import flags
from assessment.scoring.attributes import rate
from assessment.scoring.readings import Reading, count, read
from assessment.scoring.settings import Yardstick
from assessment.scoring.traces import level_value, named
from models.answers import Answers
from models.message import Message, say
from models.profile import AttributeResult, Completeness, Flag, LevelInterval, ProcessResult, Trace
from models.questionnaire import Indicator

NOTHING = Completeness(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Assessed:
    """A process with everything that the whole result takes from it."""

    result: ProcessResult
    completeness: Completeness = NOTHING
    flags: tuple[Flag, ...] = ()


def out_of_scope(process: str) -> Assessed:
    """A process that this assessment is not about: no level, in no mean, nothing of it asked."""
    return Assessed(ProcessResult(process, "out of scope", None, {}, None, None))


def removed(process: str, indicators: Sequence[Indicator], reason: str) -> Assessed:
    """A process that the city leaves out. All that would have been asked counts as answered: not applicable."""
    trace = Trace(process, say("left out"), say("Left out as not applicable: {reason}", reason=reason))
    result = ProcessResult(process, "removed", None, {}, reason, trace)
    asked = len(indicators)
    return Assessed(result, Completeness(asked, 0, asked, 0), (flags.left_out(process, reason),))


def assess(process: str, indicators: Sequence[Indicator], answers: Answers, stick: Yardstick) -> Assessed:
    """A process in scope, from its answers."""
    readings = [read(each, answers.ratings.get(each.id), stick) for each in indicators]
    by_attribute: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_attribute[reading.indicator.attribute].append(reading)
    rated = {
        each.id: rate(f"{process}/{each.id}", each.id, by_attribute[each.id], stick.ruler) for each in stick.attributes
    }
    level, trace = _level(process, rated, stick)
    result = ProcessResult(process, "assessed", level, rated, None, trace)
    return Assessed(result, count(readings), tuple(_flags(result, by_attribute, stick)))


def _level(process: str, rated: Mapping[str, AttributeResult], stick: Yardstick) -> tuple[LevelInterval, Trace]:
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


def _flags(result: ProcessResult, readings: Mapping[str, Sequence[Reading]], stick: Yardstick) -> Iterator[Flag]:
    for attribute in stick.attributes:
        mine = readings[attribute.id]
        yield from flags.of_readings(mine)
        yield from flags.of_attribute(attribute, result.attributes[attribute.id], mine, stick)
    if result.level is not None:
        yield from flags.of_level(result.process, result.level)
