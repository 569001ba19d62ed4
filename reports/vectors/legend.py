"""The key of a chart: a sample of each mark with its name, in as many rows as the width asks for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reports.palette import Theme
from reports.typeface import width
from reports.vectors.labels import shorten
from reports.vectors.shapes import Label, Shape

SIZE = 7.6
_SAMPLE = 22.0
_AFTER_SAMPLE = 5.0
_BETWEEN = 16.0
_ROW = 14.0

Sample = Callable[[float, float], Iterable[Shape]]
"""Draws a sample 22 points wide whose left end is at x and whose middle is at y."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the key."""

    name: str
    sample: Sample


def key(entries: Sequence[Entry], room: float, theme: Theme) -> tuple[float, tuple[Shape, ...]]:
    """The height of the key and its shapes. A single mark needs none: the title says what is drawn."""
    if len(entries) < 2:
        return 0, ()
    shapes: list[Shape] = []
    x, y = 0.0, _ROW / 2
    for entry in entries:
        name = shorten(entry.name, "regular", SIZE, room - _SAMPLE - _AFTER_SAMPLE)
        needed = _SAMPLE + _AFTER_SAMPLE + width(name, "regular", SIZE)
        if x and x + needed > room:
            x, y = 0.0, y + _ROW
        shapes += entry.sample(x, y)
        shapes.append(Label(x + _SAMPLE + _AFTER_SAMPLE, y + SIZE * 0.36, name, SIZE, theme.ink))
        x += needed + _BETWEEN
    return y + _ROW / 2 + 6, tuple(shapes)
