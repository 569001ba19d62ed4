"""Which measures lead a process further already, so that nobody plans the same twice or overlooks what is under way."""

from collections.abc import Collection, Iterable

from assessment.planning.measures import STANDING
from models.measures import Measure


def beside(measures: Iterable[Measure], assessment: str, before: Collection[str]) -> tuple[Measure, ...]:
    """What belongs beside the result of an assessment, in the order of the measures.

    Args:
        measures: all of a city.
        assessment: the assessment; what came from it belongs there in whatever state it is.
        before: the earlier ones of the city; of what came from them, and of what came from none, only what is still
            to do belongs there.
    """
    return tuple(
        each
        for each in measures
        if each.assessment == assessment
        or (each.state in STANDING and (each.assessment is None or each.assessment in before))
    )


def leading_on(measures: Iterable[Measure], process: str, above: int) -> tuple[Measure, ...]:
    """What leads a process above a level, or names no level at all: what is still to do first, then what is done."""
    found = [
        each
        for each in measures
        if each.process == process and each.state != "dropped" and (each.level is None or each.level > above)
    ]
    return tuple(sorted(found, key=lambda each: each.state == "done"))


def is_covered(measures: Iterable[Measure], process: str, level: int) -> bool:
    """Whether one of these measures names this level of a process, or a higher one, and was not dropped."""
    return any(each.level is not None and each.level >= level for each in leading_on(measures, process, level - 1))
