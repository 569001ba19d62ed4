"""Puts results in a row, by questionnaire, and says how the last one differs from the one before.

A rise or fall is only one that no missing answer can undo. A level that was cut off by the highest level in scope may
be any higher one.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from assessment.moving import ways
from assessment.trend.breaking import broken
from models.profile import LevelInterval, Profile
from models.questionnaire import CapabilityModel, Library
from models.trend import Before, Break, Change, Past, Shift, Span, Trend

_NEVER = datetime.date.max
_NOT_YET = datetime.datetime.max.replace(tzinfo=datetime.UTC)


def trends(pasts: Iterable[Past], library: Library) -> tuple[Trend, ...]:
    """A trend for each questionnaire that was answered: capability models first, quick scans apart from them.

    Args:
        pasts: results of one city in any order; those without a day come last, in the order in which they are given.
        library: the questionnaires, with the mappings between their versions.
    """
    groups: dict[str, list[Past]] = {}
    for each in sorted(pasts, key=_moment):
        groups.setdefault(each.questionnaire.id, []).append(each)
    found = (_trend(each, library) for each in groups.values())
    return tuple(sorted(found, key=lambda trend: not isinstance(trend.last.questionnaire, CapabilityModel)))


def _trend(pasts: Sequence[Past], library: Library) -> Trend:
    names = _names(pasts, library)
    dimensions = {each: tuple(_dimension(past, each) for past in pasts) for each in _dimensions(pasts[-1])}
    processes = {
        each.id: tuple(_process(past, known.get(each.id)) for past, known in zip(pasts, names, strict=True))
        for each in _model(pasts[-1]).processes
    }
    processes = {key: values for key, values in processes.items() if any(values)}
    return Trend(tuple(pasts), dimensions, processes, _breaks(pasts, library), tuple(_changes(processes)))


def _names(pasts: Sequence[Past], library: Library) -> list[Mapping[str, str]]:
    """For each result, what a process of the last version was called in its own."""
    found: list[Mapping[str, str]] = [{each.id: each.id for each in _model(pasts[-1]).processes}]
    for before, after in reversed(list(pairwise(pasts))):
        back = {now: then for then, now in _renamed(before, after, library).items()}
        later = found[0]
        found.insert(0, {last: back[name] for last, name in later.items() if name in back})
    return found


def _renamed(before: Past, after: Past, library: Library) -> Mapping[str, str]:
    one, other = _model(before), _model(after)
    if one.rules_digest == other.rules_digest:
        return {each.id: each.id for each in one.processes}
    return ways(one, other, library.mapping(one, other)).processes


def _breaks(pasts: Sequence[Past], library: Library) -> Mapping[int, Break]:
    found = {
        number: broken(before, after, library.mapping(before.questionnaire, after.questionnaire))
        for number, (before, after) in enumerate(pairwise(pasts), start=1)
    }
    return {number: each for number, each in found.items() if each is not None}


def _changes(processes: Mapping[str, Sequence[Span | None]]) -> Iterable[Change]:
    for key, values in processes.items():
        now = values[-1]
        if now is not None and len(values) > 1:
            yield Change(key, _shift(values[-2], now), values[-2], now)


def _shift(before: Span | None, now: Span) -> Shift:
    if before is None:
        return "first"
    if now.low > before.high and not before.at_least:
        return "rose"
    if now.high < before.low and not now.at_least:
        return "fell"
    final = before.low == before.high and now.low == now.high
    same = final and before.low == now.low and before.at_least == now.at_least
    return "same" if same else "open"


def _moment(past: Past) -> tuple[datetime.date, datetime.datetime]:
    return past.date or _NEVER, past.signed or _NOT_YET


def _model(past: Past) -> CapabilityModel:
    """The model that names processes and dimensions."""
    return past.questionnaire if isinstance(past.questionnaire, CapabilityModel) else past.questionnaire.model


def _dimensions(past: Past) -> Sequence[str]:
    return [each.id for each in _model(past).head.dimensions]


def _dimension(past: Past, dimension: str) -> Span | None:
    found = past.result.dimensions.get(dimension)
    if found is None or found.low is None or found.high is None:
        return None
    return Span(found.low, found.high, of=dimension)


def _process(past: Past, process: str | None) -> Span | None:
    if process is None:
        return None
    if isinstance(past.result, Profile):
        found = past.result.processes.get(process)
        return None if found is None or found.level is None else _of_level(found.level, process)
    asked = ((key, each.stage) for key, each in past.result.questions.items() if each.process == process)
    return next((Span(Fraction(stage), Fraction(stage), of=key) for key, stage in asked if stage is not None), None)


def _of_level(level: LevelInterval, process: str) -> Span:
    return Span(Fraction(level.low), Fraction(level.high), level.at_least, process)


def earlier(pasts: Iterable[Past], of: Past) -> tuple[Past, ...]:
    """The results of the same questionnaire that came before another one, oldest first."""
    known = (each for each in pasts if each.questionnaire.id == of.questionnaire.id and each.key != of.key)
    return tuple(sorted((each for each in known if _moment(each) < _moment(of)), key=_moment))


def former(pasts: Iterable[Past], library: Library, of: Past) -> Before | None:
    """The last result of the same questionnaire that came before another one, and what separates the two."""
    found = next(reversed(earlier(pasts, of)), None)
    if found is None:
        return None
    return Before(found, broken(found, of, library.mapping(found.questionnaire, of.questionnaire)))
