"""The maturity level of the whole city, by the rule that the model's file states.

The levels are walked upwards until the conditions of one do not hold, or until they cannot be judged because they
ask for what is not in scope: there the walk ends with "at least".
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from assessment.scoring.conditions import Conditions, Grounds, Levels
from assessment.scoring.traces import level_value
from models.answers import Answers
from models.message import Message, say
from models.profile import LevelInterval, ProcessResult, Trace
from models.questionnaire import CapabilityModel

SUBJECT = "maturity"


def maturity(
    model: CapabilityModel, answers: Answers, processes: Mapping[str, ProcessResult], highest_level: int
) -> tuple[LevelInterval, Trace]:
    """The maturity of a city with these processes, and how it came about."""
    candidates = tuple(processes) if answers.chosen is None else answers.chosen
    walk = _conditions(Grounds(model, processes, candidates, highest_level))
    judged = _judged(walk)
    lows = {each.process: each.level.low for each in processes.values() if each.level is not None}
    highs = {each.process: each.level.high for each in processes.values() if each.level is not None}
    low, high = _reached(judged, lows), _reached(judged, highs)
    cut_off = len(judged) < len(walk)
    level = LevelInterval(low, high, at_least=cut_off and low == _top(judged))
    levels = tuple(_level_trace(each, lows, highs) for each in judged)
    inputs = tuple(each.trace for each in processes.values() if each.trace is not None)
    return level, Trace(SUBJECT, level_value(level), _rule(model), (*levels, *inputs), _blocks(walk, judged, low, lows))


def _conditions(grounds: Grounds) -> Sequence[Conditions]:
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


def _top(judged: Sequence[Conditions]) -> int:
    return judged[-1].level.level if judged else 0


def _rule(model: CapabilityModel) -> Message:
    return say(
        "{notice} The highest level whose conditions are fulfilled, with those of all levels below.",
        notice=model.head.maturity_notice,
    )


def _level_trace(conditions: Conditions, lows: Levels, highs: Levels) -> Trace:
    missing = tuple(conditions.shortfalls(lows))
    return Trace(
        subject=f"{SUBJECT}/{conditions.level.level}",
        value=_standing(holds=not missing, may_hold=conditions.hold(highs)),
        rule=conditions.in_words(),
        blocks=missing,
    )


def _standing(*, holds: bool, may_hold: bool) -> Message:
    if holds:
        return say("fulfilled")
    return say("open") if may_hold else say("not fulfilled")


def _blocks(walk: Sequence[Conditions], judged: Sequence[Conditions], low: int, lows: Levels) -> tuple[Message, ...]:
    above = next((each for each in walk if each.level.level > low), None)
    if above is None:
        return ()
    if above in judged:
        return tuple(above.shortfalls(lows))
    return (say("Maturity level {level} asks for more than is in scope.", level=above.level.level),)
