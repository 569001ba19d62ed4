"""The heat strip: one row a process, one field an attribute; the letter says what the colour says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.charts import HeatCell, HeatRow, HeatStrip
from reports.palette import Theme, rating
from reports.vectors.labels import LINE, shorten, widest, wrap
from reports.vectors.numbered import explained, numbers
from reports.vectors.shapes import Box, Label, Scene, Shape

_NAME = 8.0
_HEAD = 7.0
_FIELD = 8.0
_NARROWEST = 22.0
_ROW = 17.5
_LOW_ROW = 15.0
_MANY = 20
"""Rows from which on they are lower, so that a whole model fits on a page."""


@dataclass(frozen=True, slots=True)
class _Plan:
    names: float
    left: float
    field: float
    badge: float
    row: float


def draw(chart: HeatStrip, room: float, theme: Theme) -> Scene:
    """The heat strip, `room` points wide. Columns whose names would be cut are numbered and explained below."""
    plan = _plan(chart, room)
    columns = chart.columns if _fit(chart, plan) else numbers(chart.columns)
    y, shapes = _head(replace(chart, columns=columns), plan, theme)
    for row in chart.rows:
        height, drawn = _row(row, plan, y, theme)
        shapes += drawn
        y += height
    if columns != chart.columns:
        added, labels = explained(chart.columns, room, y + 6, theme)
        y, shapes = y + 6 + added, [*shapes, *labels]
    return Scene(room, y + 2, tuple(shapes), chart.alt)


def _plan(chart: HeatStrip, room: float) -> _Plan:
    ids = widest(tuple(row.id for row in chart.rows), "semibold", _NAME)
    badges = widest(tuple(row.badge for row in chart.rows), "semibold", _NAME) + 14
    badge = max(26.0, min(badges, room * 0.22))
    names = min(ids, room * 0.12) + 7 if ids else 0.0
    wanted = min(widest(tuple(row.name for row in chart.rows), "regular", _NAME) + 10, room * 0.5)
    left_over = room - names - badge - 8 - _NARROWEST * len(chart.columns)
    left = names + max(room * 0.2, min(wanted, left_over))
    field = (room - left - badge - 8) / max(1, len(chart.columns))
    row = _ROW if len(chart.rows) <= _MANY else _LOW_ROW
    return _Plan(names, left, min(field, 52.0), badge, row)


def _fit(chart: HeatStrip, plan: _Plan) -> bool:
    """Whether every name of a column fits above it as it is."""
    return all(
        "\N{HORIZONTAL ELLIPSIS}" not in line or line in name
        for name in chart.columns
        for line in wrap(name, "medium", _HEAD, plan.field - 2, limit=2)
    )


def _head(chart: HeatStrip, plan: _Plan, theme: Theme) -> tuple[float, list[Shape]]:
    wrapped = _wrapped(chart.columns, plan.field - 2)
    badge = wrap(chart.badge_name, "medium", _HEAD, plan.badge + 8, limit=2)
    deepest = max([len(badge), *(len(lines) for lines in wrapped)])
    shapes: list[Shape] = []
    for number, lines in enumerate(wrapped):
        middle = plan.left + plan.field * (number + 0.5)
        shapes += _stacked(lines, middle, deepest, theme)
    shapes += _stacked(badge, _badge_middle(chart, plan), deepest, theme)
    return deepest * _HEAD * LINE + 5, shapes


def _wrapped(columns: tuple[str, ...], room: float) -> list[tuple[str, ...]]:
    """The names of the columns; where one of them takes two lines, the others take two as well if they can."""
    wrapped = [wrap(name, "medium", _HEAD, room, limit=2) for name in columns]
    if len({len(lines) for lines in wrapped}) == 1:
        return wrapped
    narrow = max(widest(lines, "medium", _HEAD) for lines in wrapped if len(lines) > 1)
    return [wrap(name, "medium", _HEAD, min(room, narrow + 0.1), limit=2) for name in columns]


def _badge_middle(chart: HeatStrip, plan: _Plan) -> float:
    return plan.left + plan.field * len(chart.columns) + 8 + plan.badge / 2


def _stacked(lines: tuple[str, ...], middle: float, deepest: int, theme: Theme) -> Iterator[Label]:
    for row, text in enumerate(lines):
        y = _HEAD * LINE * (deepest - len(lines) + row + 0.9)
        yield Label(middle, y, text, _HEAD, theme.muted, "medium", "middle")


def _row(row: HeatRow, plan: _Plan, y: float, theme: Theme) -> tuple[float, list[Shape]]:
    lines = wrap(row.name, "regular", _NAME, plan.left - plan.names - 8, limit=2)
    height = max(plan.row, len(lines) * _NAME * LINE + 4)
    middle = y + height / 2
    first = middle + _NAME * 0.36 - (len(lines) - 1) * _NAME * LINE / 2
    identity = shorten(row.id, "semibold", _NAME, max(8.0, plan.names - 4))
    shapes: list[Shape] = [Label(0, first, identity, _NAME, theme.accent, "semibold")]
    shapes += [
        Label(plan.names, first + number * _NAME * LINE, text, _NAME, theme.ink) for number, text in enumerate(lines)
    ]
    for number, cell in enumerate(row.cells):
        field = Box(plan.left + plan.field * number, y, plan.field, height, rating(cell.letter, theme).fill, 2)
        shapes += _field(cell, field, theme)
    left = plan.left + plan.field * len(row.cells) + 8
    shapes.append(Box(left, middle - 7, plan.badge, 14, theme.heading, 7))
    text = shorten(row.badge, "semibold", _NAME, plan.badge - 6)
    shapes.append(Label(left + plan.badge / 2, middle + 2.9, text, _NAME, theme.ground, "semibold", "middle"))
    return height, shapes


def _field(cell: HeatCell, field: Box, theme: Theme) -> Iterator[Shape]:
    inset = replace(field, x=field.x + 0.8, y=field.y + 0.8, width=field.width - 1.6, height=field.height - 1.6)
    yield inset
    size = _FIELD if len(cell.text) <= 2 else 7.0
    text = shorten(cell.text, "semibold", size, inset.width - 1.4)
    middle, base = field.x + field.width / 2, field.y + field.height / 2 + size * 0.36
    yield Label(middle, base, text, size, rating(cell.letter, theme).ink, "semibold", "middle")
