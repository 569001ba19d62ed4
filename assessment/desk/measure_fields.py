"""Whether a measure may be kept. Every field that may not is named, all of them at once."""

import datetime
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from assessment.desk import values
from assessment.desk.errors import MeasureRefused, NotAccepted
from models.measures import MEASURE_STATES, Means, Measure
from models.message import Message, say

Problem = tuple[str, Message]

LINE_LIMIT = 200
"""Characters that a field of one line may have."""

TEXT_LIMIT = 2_000
"""Characters that a field of several lines may have."""

MOST_EUROS = 1_000_000_000
MOST_DAYS = Decimal(100_000)
MOST_POSTS = Decimal(10_000)
MOST_INDICATORS = 100
_FINEST = Decimal("0.001")
HIGHEST_LEVEL = 5

_LINES = ("owner", "decision_reference")
_TEXTS = ("decision", "evidence", "indicator", "note")
_EUROS = ("euros_once", "euros_yearly", "own_funds", "third_party_funds")


def accepted(measure: Measure, processes: Collection[str], today: datetime.date) -> Measure:
    """The measure with its texts cleaned. One that is done gets its day: today, unless another is named.

    Args:
        measure: as somebody filled it in.
        processes: the processes that it may be about.
        today: the latest day on which something can have been done.

    Raises:
        MeasureRefused: with what is wrong, field by field.
    """
    problems = [*_about(measure, processes), *_days(measure, today), *_means(measure.means)]
    texts: dict[str, Any] = {}
    for field, clean in _cleaning():
        source = measure.means if field == "funding_source" else measure
        try:
            texts[field] = clean(getattr(source, field))
        except NotAccepted as refused:
            problems.append((field, refused.message))
    if problems:
        # The first problem of a field says enough.
        raise MeasureRefused(dict(reversed(problems)))
    means = replace(_rounded(measure.means), funding_source=texts.pop("funding_source"))
    done = (measure.done or today) if measure.state == "done" else None
    return replace(measure, means=means, done=done, **texts)


def _cleaning() -> Iterator[tuple[str, Callable[[str], str]]]:
    yield "title", _title
    yield from ((field, _line) for field in (*_LINES, "funding_source"))
    yield from ((field, lambda written: values.text(written, TEXT_LIMIT) or "") for field in _TEXTS)


def _title(written: str) -> str:
    if not written.strip():
        raise NotAccepted(say("Please say in a few words what is to be done."))
    return values.name(written)


def _line(written: str) -> str:
    return values.text(" ".join(written.split()), LINE_LIMIT) or ""


def _about(measure: Measure, processes: Collection[str]) -> Iterator[Problem]:
    if measure.process is not None and measure.process not in processes:
        yield "process", say("There is no process {process}.", process=measure.process)
    if measure.level is not None and not 1 <= measure.level <= HIGHEST_LEVEL:
        yield "level", say("Levels go from 1 to {highest}.", highest=HIGHEST_LEVEL)
    if len(measure.indicators) > MOST_INDICATORS:
        yield "indicators", say("At most {most} fit.", most=MOST_INDICATORS)
    if measure.state not in MEASURE_STATES:
        yield "state", say("There is no state {state}.", state=measure.state)


def _days(measure: Measure, today: datetime.date) -> Iterator[Problem]:
    for field in ("begins", "due", "done"):
        planned: datetime.date | None = getattr(measure, field)
        try:
            if planned is not None:
                values.day(planned)
        except NotAccepted as refused:
            yield field, refused.message
    if measure.begins and measure.due and measure.due < measure.begins:
        yield "due", say("It cannot be due before it begins.")
    if measure.state == "done" and measure.done and measure.done > today:
        yield "done", say("What is done was done today at the latest.")


def _means(means: Means) -> Iterator[Problem]:
    for field in _EUROS:
        yield from _between(field, getattr(means, field), MOST_EUROS)
    yield from _between("days", means.days, MOST_DAYS)
    yield from _between("posts", means.posts, MOST_POSTS)


def _between(field: str, value: int | Decimal | None, most: int | Decimal) -> Iterator[Problem]:
    if value is not None and not 0 <= value <= most:
        yield field, say("Expected is a number from 0 to {most}.", most=int(most))


def _rounded(means: Means) -> Means:
    """The means with decimals as people reckon with; a formula of a workbook has as many as it likes."""
    return replace(means, days=_short(means.days), posts=_short(means.posts))


def _short(value: Decimal | None) -> Decimal | None:
    if value is None or value == 0:
        return value
    rounded = value.quantize(_FINEST)
    return value if value == rounded else rounded
