"""A group spread over classes: a bar a process, a piece a class with its share in it, the own city marked."""

from collections.abc import Iterator
from functools import partial

from reports.charts import Classes, ClassRow
from reports.palette import PAPER, Theme, class_shades
from reports.vectors.labels import widest
from reports.vectors.legend import Entry, key
from reports.vectors.rows import NAME, Columns, behind, front
from reports.vectors.shapes import Box, Label, Scene, Shape, diamond

_SHARE = 7.4
_THICK = 11.0
_ROW = 19.0
_GAP = 1.0
_MARK = 4.2


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


def _plan(chart: Classes, room: float) -> Columns:
    ids = widest(tuple(row.id for row in chart.rows), "semibold", NAME)
    names = min(ids, room * 0.15) + 7 if ids else 0.0
    labels = widest(tuple(row.label for row in chart.rows), "semibold", NAME)
    left = names + min(widest(tuple(row.name for row in chart.rows), "regular", NAME) + 10, room * 0.34)
    return Columns(names, left, room - (min(labels, room * 0.2) + 8 if labels else 0), room)


def _row(row: ClassRow, plan: Columns, y: float, theme: Theme) -> tuple[float, list[Shape]]:
    height, middle, shapes = front(row.id, row.name, plan, y, _ROW, theme=theme)
    shapes += _pieces(row, plan, middle)
    if row.label:
        shapes.append(behind(row.label, plan, middle, theme.ink))
    return height, shapes


def _pieces(row: ClassRow, plan: Columns, middle: float) -> Iterator[Shape]:
    """Shares are rounded, so they may not make 100; the bar is as long as all of them."""
    whole, x = sum(row.shares) or 1, plan.left
    for place, (share, shade) in enumerate(zip(row.shares, class_shades(len(row.shares)), strict=True)):
        width = (plan.right - plan.left) * share / whole
        yield Box(x, middle - _THICK / 2, max(0.5, width - _GAP), _THICK, shade.fill, 1)
        own = place == row.own
        at = x + (width * 0.3 if own else width / 2)
        yield Label(at, middle + _SHARE * 0.36, f"{share} %", _SHARE, shade.ink, "medium", "middle")
        if own:
            yield diamond(x + width * 0.72, middle, _MARK, PAPER.target, "#FFFFFF")
        x += width


def _sample(x: float, y: float, *, fill: str) -> tuple[Box, ...]:
    return (Box(x, y - 4, 22, 8, fill, 1),)


def _entries(chart: Classes, theme: Theme) -> Iterator[Entry]:
    for name, shade in zip(chart.names, class_shades(len(chart.names)), strict=True):
        yield Entry(name, partial(_sample, fill=shade.fill))
    if chart.own_name is not None:
        yield Entry(chart.own_name, lambda x, y: (diamond(x + 11, y, _MARK, PAPER.target, theme.ground),))
