"""A tree of numbers: a row each, what a number rests on below it and to the right; a diamond marks what holds back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.charts import Tree, Twig
from reports.palette import Shade, Theme, rating
from reports.typeface import width
from reports.vectors.labels import shorten, widest
from reports.vectors.legend import SIZE
from reports.vectors.shapes import Box, Label, Path, Scene, Shape, diamond, stroke

_NAME = 8.0
_ROW = 14.0
_STEP = 17.0
_VALUE = 11.5
_MARK = 3.6


@dataclass(frozen=True, slots=True)
class _Row:
    twig: Twig
    depth: int
    parent: int | None


def draw(chart: Tree, room: float, theme: Theme) -> Scene:
    """The tree, `room` points wide."""
    rows = tuple(_rows(chart.root, 0, None, [0]))
    marked = any(row.twig.holds for row in rows)
    top = _ROW if marked else 0.0
    shapes: list[Shape] = list(_key(chart.holds_name, room, theme)) if marked else []
    shapes += _lines(rows, top, theme)
    for place, row in enumerate(rows):
        shapes += _row(row, top + _ROW * (place + 0.5), room, theme)
    return Scene(room, top + _ROW * len(rows) + 2, tuple(shapes), chart.alt)


def _key(name: str, room: float, theme: Theme) -> Iterator[Shape]:
    yield diamond(_MARK + 1, _ROW / 2 - 2, _MARK, theme.target, theme.ground)
    text = shorten(name, "regular", SIZE, room - 16)
    yield Label(14, _ROW / 2 - 2 + SIZE * 0.36, text, SIZE, theme.ink)


def _rows(twig: Twig, depth: int, parent: int | None, count: list[int]) -> Iterator[_Row]:
    place = count[0]
    count[0] += 1
    yield _Row(twig, depth, parent)
    for each in twig.below:
        yield from _rows(each, depth + 1, place, count)


def _lines(rows: Sequence[_Row], top: float, theme: Theme) -> Iterator[Path]:
    for place, row in enumerate(rows):
        if row.parent is not None:
            x = _STEP * (row.depth - 1) + _STEP / 2
            middle, above = top + _ROW * (place + 0.5), top + _ROW * (row.parent + 1) - 2
            points = ((x, above), (x, middle), (_STEP * row.depth, middle))
            yield Path(points, closed=False, stroke=theme.muted, width=0.7)


def _row(row: _Row, middle: float, room: float, theme: Theme) -> Iterator[Shape]:
    twig, x = row.twig, _STEP * row.depth
    value = shorten(twig.value, "semibold", _NAME, room * 0.3)
    wide = max(18.0, widest((value,), "semibold", _NAME) + 9)
    shade = rating(twig.letter) if twig.letter else Shade(theme.soft, theme.ink)
    yield Box(x, middle - _VALUE / 2, wide, _VALUE, shade.fill, 2)
    if twig.letter is None:
        yield from _frame(x, middle, wide, theme)
    yield Label(x + wide / 2, middle + _NAME * 0.36, value, _NAME, shade.ink, "semibold", "middle")
    after = x + wide + 5
    if twig.holds:
        yield diamond(after + _MARK, middle, _MARK, theme.target, theme.ground)
        after += _MARK * 2 + 4
    if twig.id:
        identity = shorten(twig.id, "semibold", _NAME, room - after)
        yield Label(after, middle + _NAME * 0.36, identity, _NAME, theme.accent, "semibold")
        after += width(identity, "semibold", _NAME) + 4
    name = shorten(twig.name, "regular", _NAME, max(8.0, room - after))
    if room - after > 8:
        yield Label(after, middle + _NAME * 0.36, name, _NAME, theme.ink)


def _frame(x: float, middle: float, wide: float, theme: Theme) -> Iterator[Path]:
    top, bottom = middle - _VALUE / 2, middle + _VALUE / 2
    for start, end in (((x, top), (x + wide, top)), ((x, bottom), (x + wide, bottom))):
        yield stroke(start, end, theme.line, 0.6)
