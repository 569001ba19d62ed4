"""The figures of a trend without the results behind them."""

from dataclasses import replace

from models.profile import Profile
from models.questionnaire import CapabilityModel
from models.trend import Course, Moment, Past, Trend


def course(trend: Trend) -> Course:
    """How the dimensions of a trend moved, on the scale of its last result."""
    lowest, highest = scale(trend.last)
    return Course(
        tuple(Moment(each.title, each.date, each.revision) for each in trend.pasts),
        {key: spans for key, spans in trend.dimensions.items() if any(spans)},
        {number: replace(each, of_processes={}) for number, each in trend.breaks.items()},
        lowest,
        highest,
    )


def scale(past: Past) -> tuple[int, int]:
    """The ends of the scale that values of a result lie on."""
    if isinstance(past.questionnaire, CapabilityModel):
        used = past.result.settings.framework if isinstance(past.result, Profile) else None
        return 0, past.questionnaire.framework(used).highest_level
    return past.questionnaire.framework.lowest, past.questionnaire.framework.highest
