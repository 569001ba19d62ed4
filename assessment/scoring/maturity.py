"""The maturity level of the whole city, by the rule that the model's file states.

The levels are walked upwards until the conditions of one do not hold, or until they cannot be judged because they
ask for what is not in scope: there the walk ends with "at least".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assessment.scoring import flags
from assessment.scoring.conditions import Conditions
from assessment.scoring.grounds import Grounds, Levels
from assessment.scoring.traces import level_value
from models.answers import Answers
from models.message import Message, say
from models.profile import Flag, LevelInterval, ProcessResult, Trace
from models.questionnaire import CapabilityModel

SUBJECT = "maturity"


@dataclass(frozen=True, slots=True)
class Maturity:
    """The maturity of a city, how it came about, and what to know beside it."""

    level: LevelInterval
    trace: Trace
    flags: tuple[Flag, ...]


def maturity(
    model: CapabilityModel, answers: Answers, processes: Mapping[str, ProcessResult], highest_level: int
) -> Maturity:
    """The maturity of a city with these processes."""
    grounds = Grounds(model, processes, answers.chosen, highest_level)
    walk = conditions(grounds)
    judged = _judged(walk)
    low, high = _reached(judged, grounds.lows), _reached(judged, grounds.highs)
    above = next((each for each in walk if each.level.level > high), None)
    level = LevelInterval(low, high, at_least=low == high and above is not None and above.open_beyond_scope())
    levels = tuple(_level_trace(each, judged=place < len(judged)) for place, each in enumerate(walk))
    # What keeps the next level away is what that level says itself.
    blocks = next((trace.blocks for each, trace in zip(walk, levels, strict=True) if each.level.level > low), ())
    inputs = (*levels, *(each.trace for each in processes.values() if each.trace is not None))
    if level.at_least and low == 0 and walk[0].may_hold_beyond_scope():
        trace = Trace(SUBJECT, say("no statement"), _rule(model), inputs, (flags.NO_STATEMENT, *blocks))
        return Maturity(level, trace, (flags.no_statement(SUBJECT),))
    trace = Trace(SUBJECT, level_value(level), _rule(model), inputs, blocks)
    return Maturity(level, trace, tuple(flags.of_level(SUBJECT, level)))


def conditions(grounds: Grounds) -> Sequence[Conditions]:
    """The conditions of every maturity level above 0, from the lowest."""
    levels = sorted(grounds.model.head.maturity, key=lambda each: each.level)
    beneath = {above.level: below for below, above in pairwise(levels)}
    return [Conditions(each, beneath.get(each.level), grounds) for each in levels if each.level > 0]


def _judged(walk: Sequence[Conditions]) -> Sequence[Conditions]:
    """The levels that the scope of the assessment can show."""
    beyond = (place for place, each in enumerate(walk) if each.beyond_scope())
    return walk[: next(beyond, len(walk))]


def _reached(judged: Sequence[Conditions], levels: Levels) -> int:
    reached = 0
    for each in judged:
        if not each.hold(levels):
            break
        reached = each.level.level
    return reached


def _rule(model: CapabilityModel) -> Message:
    return say(
        "{notice} The highest level whose conditions are fulfilled, with those of all levels below.",
        notice=model.head.maturity_notice,
    )


def _level_trace(conditions: Conditions, *, judged: bool) -> Trace:
    subject = f"{SUBJECT}/{conditions.level.level}"
    return Trace(
        subject=subject,
        value=_standing(conditions, judged=judged),
        rule=conditions.in_words(),
        inputs=tuple(choice.trace(subject) for choice in conditions.choices),
        blocks=tuple(_blocks(conditions, judged=judged)),
    )


def _standing(conditions: Conditions, *, judged: bool) -> Message:
    if conditions.never:
        return say("out of reach")
    if not judged:
        return say("not judged")
    if conditions.hold(conditions.grounds.lows):
        return say("fulfilled")
    if conditions.hold(conditions.grounds.highs):
        return say("open")
    return say("not judged") if conditions.open_beyond_scope() else say("not fulfilled")


def _blocks(conditions: Conditions, *, judged: bool) -> Iterator[Message]:
    grounds, level = conditions.grounds, conditions.level.level
    if conditions.never:
        yield say("Maturity level {level} can never be reached with what the city left out or chose.", level=level)
    if judged:
        yield from conditions.shortfalls(grounds.lows, grounds.highs)
    else:
        yield from conditions.never or [say("Maturity level {level} asks for more than is in scope.", level=level)]
    if judged and conditions.open_beyond_scope():
        yield say("Not in scope, so it cannot be judged: {processes}.", processes=grounds.named(grounds.outside))
