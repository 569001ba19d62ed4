"""Horizontal bars on one fixed scale: sure as a full bar, possible as a hatched one, the target as a diamond.

No figure draws no bar; a figure at the lower end of the scale draws a foot, so that nought and nothing differ.
"""

from collections.abc import Iterator, Sequence

from reports.charts import Bar, Bars
from reports.palette import Theme
from reports.vectors.labels import LINE, shorten, widest, wrap
from reports.vectors.legend import Entry, key
from reports.vectors.rows import NAME, Columns, behind, front
from reports.vectors.shapes import Anchor, Box, Label, Path, Scene, Shape, diamond, hatching, stroke

_TICK = 7.0
_THICK = 8.0
_GROUP = 14.5
_ROW = 17.5
_LOW_ROW = 13.6
_MANY = 20
"""Bars from which on rows are lower, so that a whole model fits on a page."""


def draw(chart: Bars, room: float, theme: Theme) -> Scene:
    """The bars, `room` points wide."""
    plan = _plan(chart, room)
    top, legend = key(tuple(_entries(chart, theme)), room, theme)
    head, ticks = _ticks(chart, plan, top, theme)
    y, rows = top + head, list[Shape]()
    least = _ROW if len(chart.bars) <= _MANY else _LOW_ROW
    for number, bar in enumerate(chart.bars):
        if bar.group is not None and (number == 0 or bar.group != chart.bars[number - 1].group):
            rows.append(_group(bar.group, y, room, theme))
            y += _GROUP
        height, shapes = _row(bar, plan, y, least, theme)
        rows += shapes
        y += height
    lines = tuple(_grid(chart, plan, top + head, y, theme))
    return Scene(room, y + 2, (*legend, *ticks, *lines, *rows), chart.alt)


def _plan(chart: Bars, room: float) -> Columns:
    ids = widest(tuple(bar.id for bar in chart.bars), "semibold", NAME)
    figures = widest(tuple(bar.label for bar in chart.bars), "semibold", NAME)
    names = min(ids, room * 0.12) + 7 if ids else 0.0
    longest = widest(tuple(bar.name for bar in chart.bars), "regular", NAME)
    wanted = min(longest + 12, room * 0.5) if longest else 2.0
    figures_room = min(figures, room * 0.2) + 10
    left = names + max(min(wanted, room * 0.26), min(wanted, room - names - figures_room - _needed(chart)))
    return Columns(names, left, max(left + 40, room - figures_room), room, chart.minimum, chart.maximum)


def _needed(chart: Bars) -> float:
    """How wide the scale must be for the longest word of its ticks."""
    words = tuple(word for tick in chart.ticks for word in tick.split())
    return (len(chart.marks) - 1) * (widest(words, "medium", _TICK) + 5)


def _ticks(chart: Bars, plan: Columns, top: float, theme: Theme) -> tuple[float, tuple[Label, ...]]:
    step = (plan.right - plan.left) / max(1, len(chart.marks) - 1)
    wrapped = [wrap(name, "medium", _TICK, max(16.0, step - 4), limit=2) for _, name in chart.marks]
    deepest = max(len(lines) for lines in wrapped)
    labels = (
        _tick(plan, value, text, top + _TICK * LINE * (deepest - len(lines) + row + 0.9), theme)
        for (value, _), lines in zip(chart.marks, wrapped, strict=True)
        for row, text in enumerate(lines)
    )
    return deepest * _TICK * LINE + 5, tuple(labels)


def _tick(plan: Columns, value: float, text: str, y: float, theme: Theme) -> Label:
    half, x = widest((text,), "medium", _TICK) / 2, plan.x(value)
    anchor: Anchor = "start" if x < half else "middle" if x + half <= plan.room else "end"
    at = {"start": 0.0, "middle": x, "end": plan.room}[anchor]
    return Label(at, y, text, _TICK, theme.muted, "medium", anchor)


def _grid(chart: Bars, plan: Columns, top: float, bottom: float, theme: Theme) -> Iterator[Path]:
    for value, _ in chart.marks:
        yield stroke((plan.x(value), top - 2), (plan.x(value), bottom), theme.line, 0.5)


def _group(name: str, y: float, room: float, theme: Theme) -> Label:
    return Label(0, y + 11, shorten(name, "semibold", NAME, room), NAME, theme.heading, "semibold")


def _row(bar: Bar, plan: Columns, y: float, least: float, theme: Theme) -> tuple[float, list[Shape]]:
    height, middle, shapes = front(bar.id, bar.name, plan, y, least, theme=theme)
    shapes += _bar(bar, plan, middle, theme)
    shapes.append(behind(bar.label, plan, middle, theme.muted if bar.low is None else theme.ink))
    return height, shapes


def _bar(bar: Bar, plan: Columns, middle: float, theme: Theme) -> Iterator[Shape]:
    y = middle - _THICK / 2
    if bar.low is not None:
        start, sure = plan.x(plan.minimum), plan.x(bar.low)
        yield Box(start - 1, y, max(2.0, sure - start + 1), _THICK, theme.city, 1)
        if bar.high is not None and bar.high > bar.low:
            yield from _possible(sure, y, plan.x(bar.high) - sure, theme)
    if bar.target is not None:
        yield diamond(plan.x(bar.target), middle, 4.2, theme.target, theme.ground)


def _possible(x: float, y: float, width: float, theme: Theme) -> Iterator[Shape]:
    yield Path(
        ((x, y), (x + width, y), (x + width, y + _THICK), (x, y + _THICK)),
        fill=theme.city,
        opacity=0.14,
        stroke=theme.city,
        width=0.6,
    )
    yield from hatching(x, y, width, _THICK, colour=theme.city)


def _entries(chart: Bars, theme: Theme) -> Sequence[Entry]:
    entries = [Entry(chart.sure_name, lambda x, y: (Box(x, y - _THICK / 2, 22, _THICK, theme.city, 1),))]
    open_ones = any(bar.low is not None and bar.high is not None and bar.high > bar.low for bar in chart.bars)
    if open_ones and chart.possible_name:
        entries.append(Entry(chart.possible_name, lambda x, y: _possible(x, y - _THICK / 2, 22, theme)))
    if chart.target_name is not None:
        entries.append(Entry(chart.target_name, lambda x, y: (diamond(x + 11, y, 4.2, theme.target, theme.ground),)))
    return entries
