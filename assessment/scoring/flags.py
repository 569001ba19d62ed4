"""What a reader of a number should know beside it. Every code is explained in `docs/method/flags.md`."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

from assessment.scoring.readings import Reading
from assessment.scoring.settings import Yardstick
from assessment.scoring.traces import named
from models.framework import Attribute
from models.message import say
from models.profile import AttributeResult, Flag, LevelInterval


class Code(StrEnum):
    """The codes of all flags; promises to whoever reads the JSON."""

    SPREAD = "spread"
    HIDES_AN_N = "hides-an-N"
    NO_EVIDENCE = "no-evidence"
    LOW_CONFIDENCE = "low-confidence"
    NOT_APPLICABLE_ATTRIBUTE = "not-applicable-attribute"
    CAPPED = "capped"
    NO_STATEMENT = "no-statement"
    PROVISIONAL = "provisional"
    REMOVED = "removed"
    FEW_ANSWERS = "few-answers"


NO_STATEMENT = say("With this scope no statement about maturity is possible.")


def of_readings(readings: Sequence[Reading]) -> Iterator[Flag]:
    """What to know about single ratings: those that need evidence and have none, and those their author doubts."""
    for reading in readings:
        if reading.unproven:
            yield _without_evidence(reading)
        if reading.rated and reading.answer and reading.answer.confidence == "low":
            yield low_confidence(reading.indicator.id)


def of_attribute(
    attribute: Attribute, result: AttributeResult, readings: Sequence[Reading], stick: Yardstick
) -> Iterator[Flag]:
    """What the letter of an attribute may hide, and whether it blocks its level for good."""
    subject = result.trace.subject
    if result.not_applicable:
        yield _nothing_to_rate(subject, attribute)
    rated = {reading.rated for reading in readings if reading.rated is not None}
    worst, best = _outermost(rated, stick)
    if stick.letters.step(best) - stick.letters.step(worst) >= stick.framework.spread_flag_steps:
        yield _spread(subject, attribute, str(worst), str(best))
    if stick.letters.worst in rated:
        yield _holds_worst(subject, attribute, stick.letters.worst)


def _outermost(rated: Collection[str], stick: Yardstick) -> tuple[str | None, str | None]:
    """The worst and the best of these letters; None twice where there are none."""
    step = stick.letters.step
    return min(rated, key=step, default=None), max(rated, key=step, default=None)


def _nothing_to_rate(subject: str, attribute: Attribute) -> Flag:
    text = say(
        "Nothing of {attribute} can be rated, so level {level} is out of reach.",
        attribute=named(attribute.id, attribute.name),
        level=attribute.level,
    )
    return Flag(Code.NOT_APPLICABLE_ATTRIBUTE, subject, text)


def _spread(subject: str, attribute: Attribute, worst: str, best: str) -> Flag:
    text = say(
        "The ratings of {attribute} lie far apart, from {worst} to {best}.",
        attribute=named(attribute.id, attribute.name),
        worst=worst,
        best=best,
    )
    return Flag(Code.SPREAD, subject, text)


def _holds_worst(subject: str, attribute: Attribute, worst: str) -> Flag:
    text = say(
        "{attribute} holds a rating of {worst}, whatever its own letter.",
        attribute=named(attribute.id, attribute.name),
        worst=worst,
    )
    return Flag(Code.HIDES_AN_N, subject, text)


def of_level(subject: str, level: LevelInterval) -> Iterator[Flag]:
    """Whether a level is cut off by the scope, or still open."""
    if level.at_least:
        yield Flag(Code.CAPPED, subject, say("The scope ends here: the level is at least {level}.", level=level.low))
    if not level.final:
        text = say("Answers are open: the level lies between {low} and {high}.", low=level.low, high=level.high)
        yield Flag(Code.PROVISIONAL, subject, text)


def no_statement(subject: str) -> Flag:
    """A maturity about which the scope allows no statement at all."""
    return Flag(Code.NO_STATEMENT, subject, NO_STATEMENT)


def left_out(subject: str, reason: str) -> Flag:
    """A process or question that the city left out."""
    return Flag(Code.REMOVED, subject, say("Left out as not applicable: {reason}", reason=reason))


def low_confidence(subject: str) -> Flag:
    """An answer whose author was not sure."""
    return Flag(Code.LOW_CONFIDENCE, subject, say("Answered with low confidence."))


def open_mean(dimension: str, low: Fraction, high: Fraction) -> Flag:
    """A dimension of a quick scan whose mean still depends on open questions."""
    text = say("Answers are open: the mean lies between {low} and {high}.", low=low, high=high)
    return Flag(Code.PROVISIONAL, dimension, text)


def few_answers(dimension: str, answered: int) -> Flag:
    """A dimension of a quick scan with too few answers for a mean."""
    text = say("Too few answers for a mean; questions answered: {answered}.", answered=answered)
    return Flag(Code.FEW_ANSWERS, dimension, text)


def _without_evidence(reading: Reading) -> Flag:
    rated, counted = reading.rated or "", reading.low or ""
    if rated == counted:
        text = say("Rated {letter} without evidence.", letter=rated)
    else:
        text = say("Rated {letter} without evidence; counts as {counted}.", letter=rated, counted=counted)
    return Flag(Code.NO_EVIDENCE, reading.indicator.id, text)
