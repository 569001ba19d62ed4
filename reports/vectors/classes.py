"""A group spread over classes: a bar a process, a piece a class with its share in it, the own city marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from reports.charts import Classes, ClassRow
from reports.palette import Theme, class_shades
from reports.vectors.labels import LINE, shorten, widest, wrap
from reports.vectors.legend import Entry, key
from reports.vectors.shapes import Box, Label, Scene, Shape, diamond

_NAME = 8.0
_SHARE = 7.4
_THICK = 11.0
_ROW = 19.0
_GAP = 1.0
_MARK = 4.2


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the columns stand: ids and names, the bars, the words about the own city."""

    names: float
    left: float
    right: float
    room: float


def draw(chart: Classes, room: float, theme: Theme) -> Scene:
    """The classes, `room` points wide."""
    plan = _plan(chart, room)
    y, shapes = key(tuple(_entries(chart, theme)), room, theme)
    drawn = list(shapes)
    for row in chart.rows:
        height, more = _row(row, plan, y, theme)
        drawn += more
        y += height
    return Scene(room, y + 2, tuple(drawn), chart.alt)


def _plan(chart: Classes, room: float) -> _Plan:
    ids = widest(tuple(row.id for row in chart.rows), "semibold", _NAME)
    names = min(ids, room * 0.15) + 7 if ids else 0.0
    labels = widest(tuple(row.label for row in chart.rows), "semibold", _NAME)
    left = names + min(widest(tuple(row.name for row in chart.rows), "regular", _NAME) + 10, room * 0.34)
    return _Plan(names, left, room - (min(labels, room * 0.2) + 8 if labels else 0), room)


def _row(row: ClassRow, plan: _Plan, y: float, theme: Theme) -> tuple[float, list[Shape]]:
    lines = wrap(row.name, "regular", _NAME, plan.left - plan.names - 10, limit=2)
    height = max(_ROW, len(lines) * _NAME * LINE + 4)
    middle = y + height / 2
    first = middle + _NAME * 0.36 - (len(lines) - 1) * _NAME * LINE / 2
    identity = shorten(row.id, "semibold", _NAME, max(8.0, plan.names - 4))
    shapes: list[Shape] = [Label(0, first, identity, _NAME, theme.accent, "semibold")]
    shapes += [Label(plan.names, first + at * _NAME * LINE, text, _NAME, theme.ink) for at, text in enumerate(lines)]
    shapes += _pieces(row, plan, middle, theme)
    if row.label:
        text = shorten(row.label, "semibold", _NAME, plan.room - plan.right - 6)
        shapes.append(Label(plan.room, middle + _NAME * 0.36, text, _NAME, theme.ink, "semibold", "end"))
    return height, shapes


def _pieces(row: ClassRow, plan: _Plan, middle: float, theme: Theme) -> Iterator[Shape]:
    """Shares are rounded, so they may not make 100; the bar is as long as all of them."""
    whole, x = sum(row.shares) or 1, plan.left
    for place, (share, shade) in enumerate(zip(row.shares, class_shades(len(row.shares)), strict=True)):
        width = (plan.right - plan.left) * share / whole
        yield Box(x, middle - _THICK / 2, max(0.5, width - _GAP), _THICK, shade.fill, 1)
        own = place == row.own
        at = x + (width * 0.3 if own else width / 2)
        yield Label(at, middle + _SHARE * 0.36, f"{share} %", _SHARE, shade.ink, "medium", "middle")
        if own:
            yield diamond(x + width * 0.72, middle, _MARK, theme.target, "#FFFFFF")
        x += width


def _sample(x: float, y: float, *, fill: str) -> tuple[Box, ...]:
    return (Box(x, y - 4, 22, 8, fill, 1),)


def _entries(chart: Classes, theme: Theme) -> Iterator[Entry]:
    for name, shade in zip(chart.names, class_shades(len(chart.names)), strict=True):
        yield Entry(name, partial(_sample, fill=shade.fill))
    if chart.own_name is not None:
        yield Entry(chart.own_name, lambda x, y: (diamond(x + 11, y, _MARK, theme.target, theme.ground),))
