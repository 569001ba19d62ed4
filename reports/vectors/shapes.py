"""The few shapes a chart is made of, in points, from the top left corner downwards. They know no file format."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reports.typeface import Face

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Path:
    """Straight lines through points, closed to an area or open."""

    points: tuple[Point, ...]
    closed: bool = True
    fill: str | None = None
    opacity: float = 1
    stroke: str | None = None
    width: float = 1
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around a centre."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 1


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    face: Face = "regular"
    anchor: Anchor = "start"


Shape = Path | Disc | Box | Label


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished drawing: its size in points, its shapes from back to front, its text alternative."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str


def stroke(start: Point, end: Point, colour: str, width: float = 0.6) -> Path:
    """A straight line."""
    return Path((start, end), closed=False, stroke=colour, width=width)


def diamond(x: float, y: float, size: float, fill: str, edge: str | None = None) -> Path:
    """The mark of a target; `size` is from the middle to a corner."""
    corners = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
    return Path(corners, fill=fill, stroke=edge, width=0.8)


def hatching(x: float, y: float, width: float, height: float, *, colour: str) -> Iterable[Path]:
    """Slanted lines that fill a rectangle and end at its edges: a range that is possible, not sure."""
    step = 3.2
    count = math.ceil((width + height) / step)
    for number in range(1, count):
        offset = number * step
        start = (x + min(offset, width), y + max(0.0, offset - width))
        end = (x + max(0.0, offset - height), y + min(offset, height))
        yield stroke(start, end, colour, 0.55)


def ring(outer: Sequence[Point], inner: Sequence[Point], fill: str, opacity: float) -> Path:
    """The area between two outlines, as one path with an invisible seam."""
    points = (*outer, outer[0], inner[0], *reversed(inner))
    return Path(points, fill=fill, opacity=opacity)
