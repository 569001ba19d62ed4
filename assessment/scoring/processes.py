"""One process, in each of its three states: assessed, left out by the city, or not part of this assessment."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assessment.scoring import flags
from assessment.scoring.attributes import rate
from assessment.scoring.levels import reach
from assessment.scoring.readings import Reading, count, read
from assessment.scoring.settings import Yardstick
from models.answers import Answers
from models.message import say
from models.profile import Completeness, Flag, ProcessResult, Trace
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
    level, trace = reach(process, rated, stick)
    result = ProcessResult(process, "assessed", level, MappingProxyType(rated), None, trace)
    told = (*_attribute_flags(result, by_attribute, stick), *flags.of_level(process, level))
    return Assessed(result, count(readings), told)


def _attribute_flags(
    result: ProcessResult, readings: Mapping[str, Sequence[Reading]], stick: Yardstick
) -> Iterator[Flag]:
    for attribute in stick.attributes:
        mine = readings[attribute.id]
        yield from flags.of_readings(mine)
        yield from flags.of_attribute(attribute, result.attributes[attribute.id], mine, stick)
