"""From now to the target: a line as long as the gap, a full dot where a process stands, a diamond at its target.

A process beyond its target has no line.

While answers are open, a pale bar shows how far up the process may already be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.charts import Dumbbell, GapRow
from reports.palette import Theme
from reports.vectors.labels import shorten, widest, wrap
from reports.vectors.legend import Entry, key
from reports.vectors.shapes import Box, Disc, Label, Scene, Shape, diamond, stroke

_NAME = 8.0
_TICK = 7.0
_ROW = 16.0
_DOT = 3.6
_MARK = 4.2
_THICK = 5.0


@dataclass(frozen=True, slots=True)
class _Plan:
    names: float
    left: float
    right: float
    room: float
    minimum: int
    maximum: int

    def x(self, value: float) -> float:
        share = (value - self.minimum) / ((self.maximum - self.minimum) or 1)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


def draw(chart: Dumbbell, room: float, theme: Theme) -> Scene:
    """The rows, `room` points wide."""
    plan = _plan(chart, room)
    top, shapes = key(tuple(_entries(chart, theme)), room, theme)
    head = top + _TICK + 6
    drawn = [*shapes, *_scale(chart, plan, head, theme)]
    for place, row in enumerate(chart.rows):
        drawn += _row(row, plan, head + _ROW * (place + 0.5), theme)
    return Scene(room, head + _ROW * len(chart.rows) + 2, tuple(drawn), chart.alt)


def _plan(chart: Dumbbell, room: float) -> _Plan:
    ids = min(widest(tuple(row.id for row in chart.rows), "semibold", _NAME), room * 0.14) + 7
    figures = min(widest(tuple(row.label for row in chart.rows), "semibold", _NAME), room * 0.24) + 10
    longest = widest(tuple(row.name for row in chart.rows), "regular", _NAME) + 12
    left = ids + max(room * 0.16, min(longest, room * 0.42))
    return _Plan(ids, left, max(left + 40, room - figures), room, chart.minimum, chart.maximum)


def _scale(chart: Dumbbell, plan: _Plan, top: float, theme: Theme) -> Iterator[Shape]:
    bottom = top + _ROW * len(chart.rows)
    values = range(chart.minimum, chart.maximum + 1)
    names = chart.ticks if len(chart.ticks) == len(values) else tuple(map(str, values))
    for value, name in zip(values, names, strict=True):
        text = shorten(name, "medium", _TICK, (plan.right - plan.left) / max(1, len(values) - 1))
        yield Label(plan.x(value), top - 4, text, _TICK, theme.muted, "medium", "middle")
        yield stroke((plan.x(value), top - 1), (plan.x(value), bottom), theme.line, 0.5)


def _row(row: GapRow, plan: _Plan, middle: float, theme: Theme) -> Iterator[Shape]:
    line = middle + _NAME * 0.36
    yield Label(0, line, shorten(row.id, "semibold", _NAME, max(8.0, plan.names - 4)), _NAME, theme.accent, "semibold")
    for name in wrap(row.name, "regular", _NAME, plan.left - plan.names - 10, limit=1):
        yield Label(plan.names, line, name, _NAME, theme.ink)
    yield from _marks(row, plan, middle, theme)
    figure = shorten(row.label, "semibold", _NAME, plan.room - plan.right - 6)
    yield Label(plan.room, line, figure, _NAME, theme.ink, "semibold", "end")


def _marks(row: GapRow, plan: _Plan, middle: float, theme: Theme) -> Iterator[Shape]:
    if row.low is not None:
        now, high = plan.x(row.low), plan.x(row.low if row.high is None else row.high)
        if high > now:
            yield Box(now, middle - _THICK / 2, high - now, _THICK, theme.band, 2)
        if row.low < row.target:
            yield stroke((now, middle), (plan.x(row.target), middle), theme.target, 1.6)
    yield diamond(plan.x(row.target), middle, _MARK, theme.target, theme.ground)
    if row.low is not None:
        # On top, so that a process that stands at its target shows both.
        yield Disc(
            plan.x(row.low), middle, _DOT if row.low != row.target else _DOT * 0.6, theme.city, theme.ground, 0.8
        )


def _entries(chart: Dumbbell, theme: Theme) -> Sequence[Entry]:
    entries = [Entry(chart.now_name, lambda x, y: (Disc(x + 11, y, _DOT, theme.city, theme.ground, 0.8),))]
    if any(row.low is not None and row.high is not None and row.high > row.low for row in chart.rows):
        band = lambda x, y: (Box(x, y - _THICK / 2, 22, _THICK, theme.band, 2),)  # noqa: E731 - like its neighbours
        entries.append(Entry(chart.possible_name, band))
    entries.append(Entry(chart.target_name, lambda x, y: (diamond(x + 11, y, _MARK, theme.target, theme.ground),)))
    return entries
