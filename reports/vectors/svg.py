"""A scene as SVG, for screens, web pages and golden files."""

from collections.abc import Callable
from html import escape
from types import MappingProxyType

from reports.typeface import Face, one_line
from reports.vectors.shapes import Box, Disc, Label, Path, Scene, Shape

_WEIGHTS = MappingProxyType[Face, int]({"regular": 400, "medium": 500, "semibold": 600, "bold": 700})


def markup(scene: Scene) -> str:
    """The scene as one SVG element with its text alternative."""
    size = f'width="{_n(scene.width)}" height="{_n(scene.height)}" viewBox="0 0 {_n(scene.width)} {_n(scene.height)}"'
    kind = f'role="img" overflow="visible" aria-label="{escape(one_line(scene.alt))}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {kind}>'
    return "\n".join((head, *(_PAINTERS[type(shape)](shape) for shape in scene.shapes), "</svg>\n"))


def _path(shape: Path) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
    fill = f'fill="{shape.fill or "none"}"'
    faint = f' fill-opacity="{_n(shape.opacity)}"' if shape.fill and shape.opacity < 1 else ""
    dash = f' stroke-dasharray="{" ".join(_n(each) for each in shape.dash)}"' if shape.dash else ""
    tag = "polygon" if shape.closed else "polyline"
    return f'<{tag} points="{points}" {fill}{faint}{_stroke(shape)}{dash}/>'


def _disc(shape: Disc) -> str:
    place = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
    return f'<circle {place} fill="{shape.fill or "none"}"{_stroke(shape)}/>'


def _box(shape: Box) -> str:
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
    return f'<rect {place} rx="{_n(shape.radius)}" fill="{shape.fill}"/>'


def _label(shape: Label) -> str:
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" text-anchor="{shape.anchor}" fill="{shape.colour}"'
    font = f'font-family="Inter, DejaVu Sans, sans-serif" font-size="{_n(shape.size)}"'
    return f'<text {place} {font} font-weight="{_WEIGHTS[shape.face]}">{escape(shape.text)}</text>'


def _stroke(shape: Path | Disc) -> str:
    return f' stroke="{shape.stroke}" stroke-width="{_n(shape.width)}"' if shape.stroke else ""


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


_PAINTERS: dict[type[Shape], Callable[..., str]] = {Path: _path, Disc: _disc, Box: _box, Label: _label}
