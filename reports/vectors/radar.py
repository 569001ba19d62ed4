"""The radar: straight grid lines on a fixed scale, the city filled as far as it is sure, every label measured.

An axis without a figure stays open: neighbours are not joined across it, so that nothing is drawn that nobody said.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.charts import Radar, Series
from reports.palette import Theme
from reports.typeface import one_line
from reports.vectors.labels import LINE, widest, wrap
from reports.vectors.legend import Entry, key
from reports.vectors.numbered import explained, numbers
from reports.vectors.shapes import Anchor, Box, Disc, Label, Path, Point, Scene, Shape, diamond, ring, stroke

_WORDS = re.compile(r"[^\s/\u2013-]+[/\u2013-]?")
_LABEL = 8.0
_TICK = 6.6
_GAP = 9.0
_LARGEST_RADIUS = 150.0
_SMALLEST_RADIUS = 62.0
_BACK_TO_FRONT = ("median", "previous", "city-high", "city", "target")
"""The target lies on top: its dashes leave the line of the city to be seen where both are the same."""

_DASHES: dict[str, tuple[float, ...]] = {"target": (5, 3), "previous": (1.5, 2.5), "city-high": (1, 2)}
_WIDTHS = {"city": 2.0, "target": 1.4, "previous": 1.3, "median": 1.1, "city-high": 0.9}


@dataclass(frozen=True, slots=True)
class _Web:
    """Where the values of a radar lie on the drawing."""

    x: float
    y: float
    radius: float
    count: int
    minimum: float
    maximum: float

    def at(self, axis: int, value: float) -> Point:
        share = (value - self.minimum) / ((self.maximum - self.minimum) or 1)
        return self.beyond(axis, self.radius * min(1.0, max(0.0, share)))

    def beyond(self, axis: int, distance: float) -> Point:
        sine, cosine = direction(axis, self.count)
        return self.x + distance * sine, self.y - distance * cosine

    def outline(self, value: float) -> tuple[Point, ...]:
        return tuple(self.at(axis, value) for axis in range(self.count))


@dataclass(frozen=True, slots=True)
class _AxisLabel:
    lines: tuple[str, ...]
    width: float
    sine: float
    cosine: float

    @property
    def height(self) -> float:
        return len(self.lines) * _LABEL * LINE

    @property
    def anchor(self) -> Anchor:
        if abs(self.sine) < 0.1:
            return "middle"
        return "start" if self.sine > 0 else "end"


def direction(axis: int, count: int) -> tuple[float, float]:
    """Sine and cosine of an axis; the first points up, the others follow clockwise."""
    angle = 2 * math.pi * axis / count
    return math.sin(angle), math.cos(angle)


def draw(chart: Radar, room: float, theme: Theme) -> Scene:
    """The radar, `room` points wide. Where labels would crush it, the axes are numbered and explained below."""
    labels = _labels(chart.axes, room)
    radius = _radius(labels, room)
    numbered = radius < _SMALLEST_RADIUS
    if numbered:
        labels = _labels(numbers(chart.axes), room)
        radius = _radius(labels, room)
    top, legend = key(tuple(_entries(chart, theme)), room, theme)
    above, below = _extent(labels, radius)
    web = _Web(room / 2, top + above, radius, len(chart.axes), chart.minimum, chart.maximum)
    shapes = (*legend, *_grid(web, theme), *_lines(chart, web, theme), *_ticks(chart, web, theme))
    shapes += tuple(_axis_labels(labels, web, theme))
    height = top + above + below
    if numbered:
        added, names = explained(chart.axes, room, height + 8, theme)
        height, shapes = height + 8 + added, (*shapes, *names)
    return Scene(room, height, shapes, chart.alt)


def _labels(axes: Sequence[str], room: float) -> tuple[_AxisLabel, ...]:
    """The labels in a quarter of the room each, and in a little more where a word would be cut otherwise."""
    longest = widest(tuple(word for name in axes for word in _WORDS.findall(one_line(name))), "medium", _LABEL)
    widest_allowed = max(60.0, min(120.0, room * 0.25), min(longest, room * 0.3))
    return tuple(_axis_label(name, *direction(axis, len(axes)), widest_allowed) for axis, name in enumerate(axes))


def _axis_label(name: str, sine: float, cosine: float, room: float) -> _AxisLabel:
    lines = wrap(name, "medium", _LABEL, room)
    return _AxisLabel(lines, widest(lines, "medium", _LABEL), sine, cosine)


def _radius(labels: Iterable[_AxisLabel], room: float) -> float:
    """The largest radius at which every label stays inside."""
    beside = [(room / 2 - label.width) / abs(label.sine) - _GAP for label in labels if abs(label.sine) >= 0.1]
    return max(30.0, min([_LARGEST_RADIUS, *beside]))


def _extent(labels: Sequence[_AxisLabel], radius: float) -> tuple[float, float]:
    """How far the drawing reaches above and below its centre."""
    reach = radius + _GAP
    above = max((label.cosine * reach + _lift(label) for label in labels), default=radius)
    below = max((-label.cosine * reach + label.height - _lift(label) for label in labels), default=radius)
    return max(above, radius) + 2, max(below, radius) + 2


def _lift(label: _AxisLabel) -> float:
    """How far the top of a label lies above its anchor: all of it at the top, half at the side, none below."""
    return label.height * (1 + label.cosine) / 2


def _axis_labels(labels: Sequence[_AxisLabel], web: _Web, theme: Theme) -> Iterator[Label]:
    for axis, label in enumerate(labels):
        x, y = web.beyond(axis, web.radius + _GAP)
        for row, text in enumerate(label.lines):
            base = y - _lift(label) + _LABEL * (0.86 + row * LINE)
            yield Label(x, base, text, _LABEL, theme.ink, "medium", label.anchor)


def _grid(web: _Web, theme: Theme) -> Iterator[Path]:
    yield Path(web.outline(web.maximum), fill=theme.soft, stroke=theme.line, width=0.8)
    for value in range(int(web.minimum) + 1, int(web.maximum)):
        yield Path(web.outline(value), stroke=theme.line, width=0.5)
    for axis in range(web.count):
        yield stroke((web.x, web.y), web.at(axis, web.maximum), theme.line, 0.5)


def _ticks(chart: Radar, web: _Web, theme: Theme) -> Iterator[Shape]:
    values = range(chart.minimum, chart.maximum + 1)
    names = chart.ticks if len(chart.ticks) == len(values) else tuple(str(value) for value in values)
    for value, name in zip(values, names, strict=True):
        if not name:
            continue
        x, y = web.at(0, value)
        (line,) = wrap(name, "medium", _TICK, web.radius * 0.8, limit=1)
        wide = widest((line,), "medium", _TICK)
        yield Box(x + 2.4, y - 4.4, wide + 2.2, 8, theme.soft, 1.5)
        yield Label(x + 3.5, y + 2.2, line, _TICK, theme.muted, "medium")


def _lines(chart: Radar, web: _Web, theme: Theme) -> Iterator[Shape]:
    if chart.band is not None:
        low = [web.at(axis, value) for axis, (value, _) in enumerate(chart.band)]
        high = [web.at(axis, value) for axis, (_, value) in enumerate(chart.band)]
        yield ring(high, low, theme.band, 0.28)
    yield from _interval(chart, web, theme)
    for series in sorted(chart.series, key=lambda each: _BACK_TO_FRONT.index(each.role)):
        yield from _line(series, web, theme)


def _interval(chart: Radar, web: _Web, theme: Theme) -> Iterator[Path]:
    """The pale area between what is sure and what is possible, wedge by wedge where both ends are known."""
    ends = {series.role: series.values for series in chart.series}
    low, high = ends.get("city"), ends.get("city-high")
    if low is None or high is None:
        return
    for axis in range(web.count):
        after = (axis + 1) % web.count
        corners = (low[axis], high[axis], high[after], low[after])
        if any(value is None for value in corners) or corners[:2] == corners[2:] == (low[axis], low[axis]):
            continue
        places = zip((axis, axis, after, after), corners, strict=True)
        points = tuple(web.at(place, value) for place, value in places if value is not None)
        yield Path(points, fill=theme.city, opacity=0.14)


def _line(series: Series, web: _Web, theme: Theme) -> Iterator[Shape]:
    colour, dash, wide = theme.role(series.role), _DASHES.get(series.role, ()), _WIDTHS[series.role]
    stretches = tuple(_stretches(series.values))
    for stretch in stretches:
        points = tuple(web.at(axis % web.count, value) for axis, value in stretch)
        whole = len(stretch) > web.count
        if series.role == "city" and len(points) > 1:
            yield Path(points if whole else ((web.x, web.y), *points), fill=theme.city, opacity=0.24)
        yield Path(points, closed=whole, stroke=colour, width=wide, dash=dash)
    for axis, value in enumerate(series.values):
        if value is not None:
            yield from _mark(series, *web.at(axis, value), theme)


def _stretches(values: Sequence[float | None]) -> Iterator[tuple[tuple[int, float], ...]]:
    """The runs of neighbouring axes with figures, going once around; a whole circle comes back to its start."""
    count = len(values)
    start = next((axis + 1 for axis, value in enumerate(values) if value is None), 0)
    run: list[tuple[int, float]] = []
    for axis in range(start, start + count + (start == 0 and count > 0)):
        value = values[axis % count]
        if value is not None:
            run.append((axis, value))
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _mark(series: Series, x: float, y: float, theme: Theme) -> Iterator[Shape]:
    if series.role == "city":
        yield Disc(x, y, 2.6, theme.ground, theme.city, 1.5)
    elif series.role == "target":
        yield diamond(x, y, 3.0, theme.target, theme.ground)
    elif series.role == "previous":
        yield Disc(x, y, 1.7, theme.previous)
    elif None in series.values:
        # A figure without neighbours has no line that would show it.
        yield Disc(x, y, 1.7, theme.role(series.role))


def _entries(chart: Radar, theme: Theme) -> Iterator[Entry]:
    for series in chart.series:
        yield Entry(series.name, lambda x, y, series=series: _sample(series, x, y, theme))  # type: ignore[misc]
    if chart.band is not None and chart.band_name is not None:
        yield Entry(chart.band_name, lambda x, y: (Box(x, y - 4, 22, 8, theme.soft), _band(x, y, theme)))


def _band(x: float, y: float, theme: Theme) -> Path:
    return Path(((x, y - 4), (x + 22, y - 4), (x + 22, y + 4), (x, y + 4)), fill=theme.band, opacity=0.28)


def _sample(series: Series, x: float, y: float, theme: Theme) -> Iterator[Shape]:
    if series.role in ("city", "city-high"):
        opacity = 0.24 if series.role == "city" else 0.14
        corners = ((x, y - 4), (x + 22, y - 4), (x + 22, y + 4), (x, y + 4))
        yield Path(corners, fill=theme.city, opacity=opacity)
    colour, dash = theme.role(series.role), _DASHES.get(series.role, ())
    yield Path(((x, y), (x + 22, y)), closed=False, stroke=colour, width=_WIDTHS[series.role], dash=dash)
    yield from _mark(series, x + 11, y, theme)
