"""From now to the target: a line as long as the gap, a full dot where a process stands, a diamond at its target.

A process beyond its target has no line.

While answers are open, a pale bar shows how far up the process may already be.
"""

from collections.abc import Iterator, Sequence

from reports.charts import Dumbbell, GapRow
from reports.palette import Theme
from reports.vectors.labels import shorten, widest
from reports.vectors.legend import Entry, key
from reports.vectors.rows import NAME, Columns, behind, front
from reports.vectors.shapes import Box, Disc, Label, Scene, Shape, diamond, stroke

_TICK = 7.0
_ROW = 16.0
_DOT = 3.6
_MARK = 4.2
_THICK = 5.0


def draw(chart: Dumbbell, room: float, theme: Theme) -> Scene:
    """The rows, `room` points wide."""
    plan = _plan(chart, room)
    top, shapes = key(tuple(_entries(chart, theme)), room, theme)
    head = top + _TICK + 6
    rows: list[Shape] = []
    bottom = head
    for each in chart.rows:
        high, shown = _row(each, plan, bottom, theme)
        rows += shown
        bottom += high
    drawn = (*shapes, *_scale(chart, plan, head, bottom, theme), *rows)
    return Scene(room, bottom + 2, drawn, chart.alt)


def _plan(chart: Dumbbell, room: float) -> Columns:
    ids = min(widest(tuple(row.id for row in chart.rows), "semibold", NAME), room * 0.14) + 7
    figures = min(widest(tuple(row.label for row in chart.rows), "semibold", NAME), room * 0.24) + 10
    longest = widest(tuple(row.name for row in chart.rows), "regular", NAME) + 12
    left = ids + max(room * 0.16, min(longest, room * 0.42))
    return Columns(ids, left, max(left + 40, room - figures), room, chart.minimum, chart.maximum)


def _scale(chart: Dumbbell, plan: Columns, top: float, bottom: float, theme: Theme) -> Iterator[Shape]:
    values = range(chart.minimum, chart.maximum + 1)
    names = chart.ticks if len(chart.ticks) == len(values) else tuple(map(str, values))
    for value, name in zip(values, names, strict=True):
        text = shorten(name, "medium", _TICK, (plan.right - plan.left) / max(1, len(values) - 1))
        yield Label(plan.x(value), top - 4, text, _TICK, theme.muted, "medium", "middle")
        yield stroke((plan.x(value), top - 1), (plan.x(value), bottom), theme.line, 0.5)


def _row(row: GapRow, plan: Columns, y: float, theme: Theme) -> tuple[float, list[Shape]]:
    high, middle, texts = front(row.id, row.name, plan, y, _ROW, theme=theme)
    return high, [*texts, *_marks(row, plan, middle, theme), behind(row.label, plan, middle, theme.ink)]


def _marks(row: GapRow, plan: Columns, middle: float, theme: Theme) -> Iterator[Shape]:
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
