"""From the readings of its indicators to the interval of one process attribute."""

from collections.abc import Sequence

from assessment.scoring.methods import Ruler
from assessment.scoring.readings import Reading
from assessment.scoring.traces import letters_between, with_figure
from models.message import say
from models.profile import AttributeResult, Trace


def rate(subject: str, attribute: str, readings: Sequence[Reading], ruler: Ruler) -> AttributeResult:
    """The rating of an attribute with all open answers at their worst, and at their best.

    All cells are pooled and rounded once per end. Where no indicator is left to rate, there is no rating, and the
    attribute counts as not applicable.
    """
    cells = [(each.low, each.high, each.indicator.weight) for each in readings]
    lows = [(low, weight) for low, _, weight in cells if low is not None]
    if not lows:
        return _nothing_to_rate(subject, attribute, readings)
    highs = [(high, weight) for _, high, weight in cells if high is not None]
    low = ruler.figure(lows)
    high = low if highs == lows else ruler.figure(highs)
    worst = ruler.letter(low)
    best = worst if high is low else ruler.letter(high)
    inputs = tuple(reading.trace for reading in readings)
    trace = Trace(
        subject, letters_between(worst, best), with_figure(ruler.rule, ruler.told(low), ruler.told(high)), inputs
    )
    return AttributeResult(attribute, worst, best, low, high, not_applicable=False, trace=trace)


def _nothing_to_rate(subject: str, attribute: str, readings: Sequence[Reading]) -> AttributeResult:
    rule = say("Nothing of it can be rated, so it has no rating.")
    trace = Trace(subject, say("not applicable"), rule, tuple(reading.trace for reading in readings))
    return AttributeResult(attribute, None, None, None, None, not_applicable=True, trace=trace)
