"""Small lines on paper: a panel per value, all on one fixed scale, interrupted wherever something else was asked."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.charts import Lines, Panel
from reports.palette import Theme
from reports.typeface import width
from reports.vectors.labels import LINE, shorten, wrap
from reports.vectors.legend import Entry, key
from reports.vectors.shapes import Disc, Label, Path, Scene, Shape, stroke

_NAME = 7.6
_TICK = 6.6
_NARROWEST = 105.0
_BETWEEN = 14.0
_PLOT = 62.0
_SCALE = 10.0
_BELOW = 13.0
_APART = 3.0
"""Between the names of two moments."""

_DASH = (3.0, 2.0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where one panel draws: its corner, its size, and what the scale runs over."""

    left: float
    top: float
    width: float
    moments: int
    minimum: int
    maximum: int

    def x(self, number: float) -> float:
        """The place of a moment; a single one stands in the middle."""
        step = self.width / max(1, self.moments)
        return self.left + step * (number + 0.5)

    def y(self, value: float) -> float:
        """The height of a value."""
        share = (value - self.minimum) / ((self.maximum - self.minimum) or 1)
        return self.top + _PLOT * (1 - min(1.0, max(0.0, share)))


def draw(chart: Lines, room: float, theme: Theme) -> Scene:
    """The panels, as many in a row as there is room for, `room` points wide."""
    columns = max(1, min(len(chart.panels), 4, int((room + _BETWEEN) // (_NARROWEST + _BETWEEN))))
    wide = (room - _BETWEEN * (columns - 1)) / columns
    top, legend = key(tuple(_entries(chart, theme)), room, theme)
    named = [wrap(panel.name, "semibold", _NAME, wide, limit=2) for panel in chart.panels]
    head = max((len(name) for name in named), default=1) * _NAME * LINE + 5
    height = head + _PLOT + _BELOW + 6
    shapes: list[Shape] = [*legend]
    for number, panel in enumerate(chart.panels):
        left, y = (number % columns) * (wide + _BETWEEN), top + (number // columns) * height
        frame = _Frame(left + _SCALE, y + head, wide - _SCALE, len(chart.moments), chart.minimum, chart.maximum)
        shapes += [
            Label(left, y + _NAME * (0.9 + LINE * row), text, _NAME, theme.heading, "semibold")
            for row, text in enumerate(named[number])
        ]
        shapes += _panel(chart, panel, frame, theme)
    return Scene(room, top + math.ceil(len(chart.panels) / columns) * height, tuple(shapes), chart.alt)


def halves(chart: Lines) -> tuple[Lines | None, Lines | None]:
    """The chart cut between its rows of panels; nothing where there is but one row."""
    middle = (len(chart.panels) // 2 + 3) // 4 * 4
    if not 0 < middle < len(chart.panels):
        return None, None
    return replace(chart, panels=chart.panels[:middle]), replace(chart, panels=chart.panels[middle:])


def _panel(chart: Lines, panel: Panel, frame: _Frame, theme: Theme) -> Iterator[Shape]:
    yield from _scale(frame, theme)
    yield from _moments(chart.moments, frame, theme)
    for each in chart.breaks:
        yield _break(frame.x(each - 0.5), frame.top, frame.top + _PLOT, theme)
    for number, low in enumerate(panel.low):
        high = panel.high[number]
        if low is not None and high is not None and high > low:
            yield _possible(frame.x(number), frame.y(low), frame.y(high), theme)
    for stretch in chart.stretches(panel):
        points = tuple((frame.x(each), frame.y(panel.low[each] or 0)) for each in stretch)
        if len(points) > 1:
            yield Path(points, closed=False, stroke=theme.city, width=1.6)
        yield from (Disc(x, y, 2.3, fill=theme.city) for x, y in points)


def _scale(frame: _Frame, theme: Theme) -> Iterator[Shape]:
    for value in range(frame.minimum, frame.maximum + 1):
        y = frame.y(value)
        yield stroke((frame.left, y), (frame.left + frame.width, y), theme.line, 0.5)
        if value in (frame.minimum, frame.maximum):
            yield Label(frame.left - 3, y + _TICK * 0.36, str(value), _TICK, theme.muted, "regular", "end")


def _moments(names: Sequence[str], frame: _Frame, theme: Theme) -> Iterator[Label]:
    """The first and the last moment by name, and of those between each for which there is room."""
    texts = [shorten(name, "regular", _TICK, frame.width / 2 - _APART) for name in names]
    wide = [width(text, "regular", _TICK) for text in texts]
    ends = frame.left + frame.width
    starts = [max(frame.left, min(ends - room, frame.x(at) - room / 2)) for at, room in enumerate(wide)]
    last, free = len(names) - 1, frame.left
    for number, text in enumerate(texts):
        fits = starts[number] >= free and starts[number] + wide[number] + _APART <= starts[last]
        if number in (0, last) or fits:
            yield Label(starts[number], frame.top + _PLOT + 9, text, _TICK, theme.muted)
            free = starts[number] + wide[number] + _APART


def _break(x: float, top: float, bottom: float, theme: Theme) -> Path:
    return Path(((x, top), (x, bottom)), closed=False, stroke=theme.target, width=0.9, dash=_DASH)


def _possible(x: float, low: float, high: float, theme: Theme) -> Path:
    corners = ((x - 2.2, low), (x + 2.2, low), (x + 2.2, high), (x - 2.2, high))
    return Path(corners, fill=theme.city, opacity=0.3)


def _entries(chart: Lines, theme: Theme) -> Iterator[Entry]:
    def sure(x: float, y: float) -> tuple[Shape, ...]:
        return stroke((x, y), (x + 22, y), theme.city, 1.6), Disc(x + 11, y, 2.3, fill=theme.city)

    yield Entry(chart.sure_name, sure)
    if chart.open:
        yield Entry(chart.possible_name, lambda x, y: (_possible(x + 11, y + 5, y - 5, theme),))
    if chart.breaks:
        yield Entry(chart.break_name, lambda x, y: (_break(x + 11, y - 6, y + 6, theme),))
