"""One indicator as the engine reads it: the letters it may count as, and the leaf of the trace that says why.

Four states stay apart. Unanswered and don't know count as the worst letter at the low end and the best at the high
end; not applicable counts nowhere; a rating counts as it is read on the scale in use, unless it lacks evidence
and the framework caps such ratings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assessment.scoring.settings import Yardstick
from assessment.scoring.traces import letters_between
from models.answers import Answer
from models.message import Message, say
from models.profile import Completeness, Trace
from models.questionnaire import Indicator


@dataclass(frozen=True, slots=True)
class Reading:
    """What one indicator contributes.

    `rated` is the letter people gave, read on the scale in use; None without a rating. `low` and `high` are the
    letters that count; both None where the indicator is not applicable. `unproven` marks a rating that would need
    evidence and has none.
    """

    indicator: Indicator
    answer: Answer | None
    rated: str | None
    low: str | None
    high: str | None
    unproven: bool
    trace: Trace


def read(indicator: Indicator, answer: Answer | None, stick: Yardstick) -> Reading:
    """The reading of one indicator. A letter that the scale in use cannot read counts as unanswered."""
    if answer is None:
        return _open(indicator, None, stick)
    if answer.state == "not_applicable":
        value, rule = say("not applicable"), say("Left out: {reason}", reason=answer.reason or "")
        return Reading(indicator, answer, None, None, None, False, Trace(indicator.id, value, rule, answer=answer))
    rated = stick.letters.reading.get(answer.rating or "") if answer.state == "rated" else None
    return _open(indicator, answer, stick) if rated is None else _rated(indicator, answer, rated, stick)


def count(readings: Iterable[Reading]) -> Completeness:
    """How much of these indicators was answered."""
    asked = rated = not_applicable = dont_know = 0
    for reading in readings:
        asked += 1
        rated += reading.rated is not None
        not_applicable += reading.low is None
        dont_know += reading.answer is not None and reading.answer.state == "dont_know"
    return Completeness(asked, rated, not_applicable, dont_know)


def _open(indicator: Indicator, answer: Answer | None, stick: Yardstick) -> Reading:
    worst, best = stick.letters.worst, stick.letters.best
    dont_know = answer is not None and answer.state == "dont_know"
    trace = Trace(indicator.id, _open_value(dont_know), _open_rule(worst, best, indicator.weight), answer=answer)
    return Reading(indicator, answer, None, worst, best, False, trace)


def _rated(indicator: Indicator, answer: Answer, rated: str, stick: Yardstick) -> Reading:
    counted = rated if answer.evidence else stick.without_evidence[rated]
    unproven = not answer.evidence and (counted != rated or rated == stick.letters.best)
    rule = _rated_rule(answer.rating or "", rated, counted, indicator.weight)
    trace = Trace(indicator.id, letters_between(counted, counted), rule, answer=answer)
    return Reading(indicator, answer, rated, counted, counted, unproven, trace)


@cache
def _open_value(dont_know: bool) -> Message:
    return say("don't know") if dont_know else say("unanswered")


@cache
def _open_rule(worst: str, best: str, weight: int) -> Message:
    return _weighted(say("Open: may turn out anything from {worst} to {best}.", worst=worst, best=best), weight)


@cache
def _rated_rule(written: str, rated: str, counted: str, weight: int) -> Message:
    if counted != rated:
        rule = say(
            "Rated {written}; counts as {counted}, because no evidence is given.", written=written, counted=counted
        )
    elif rated != written:
        rule = say("Rated {written}; read as {rated} on this scale.", written=written, rated=rated)
    else:
        rule = say("As rated.")
    return _weighted(rule, weight)


def _weighted(rule: Message, weight: int) -> Message:
    return rule if weight == 1 else say("{rule} Weight: {weight}.", rule=rule, weight=weight)
