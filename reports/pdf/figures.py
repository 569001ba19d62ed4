"""Charts and tiles as strips."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from reports import vectors
from reports.charts import Chart
from reports.document import Picture, Span, Tile, Tiles
from reports.palette import PAPER, Theme
from reports.pdf import look
from reports.pdf.lines import TextLine, set_balanced, set_short
from reports.pdf.look import Style
from reports.pdf.pen import Pen
from reports.pdf.places import Place
from reports.pdf.strips import Stack, Strip, kept
from reports.pdf.structure import Element
from reports.pdf.texts import base_line, prose, text_strips, write
from reports.typeface import clean, one_line, width
from reports.vectors.shapes import Scene

_BETWEEN_TILES = 12.0
_VALUE_LINES = 3
_LABEL_LINES = 8
_ROOM_FOR_WORDS = 90.0
"""What a page must leave for the title and the caption of its chart."""


def picture(block: Picture, place: Place) -> Stack:
    """A chart under its title, with its caption. One that is higher than a page is cut between its rows."""
    inside = place.inside("Div")
    lines = set_balanced((Span(one_line(block.chart.title)),), look.TITLE, place.width, place.language)
    title = text_strips(lines, look.TITLE, inside.parent.add("P"))
    wide = place.width * block.share
    charts = vectors.parts(block.chart, wide, look.TEXT_HEIGHT - _ROOM_FOR_WORDS)
    strips = [figure(chart, wide, inside.parent) for chart in charts]
    caption: tuple[Strip, ...] = ()
    if block.caption is not None:
        caption = _caption(block.caption, inside)
    first = kept((*title, replace(strips[0], gap=look.TITLE.after if title else 0)))
    last = kept((*strips[1:][-1:], *caption)) if len(strips) > 1 else ()
    if len(strips) == 1:
        return Stack(kept((*first, *caption)), look.TITLE.before, look.CAPTION.after)
    return Stack((*first, *strips[1:-1], *last), look.TITLE.before, look.CAPTION.after)


def figure(chart: Chart, width: float, parent: Element, theme: Theme = PAPER) -> Strip:
    """A chart as one strip: a Figure with its text alternative."""
    scene = vectors.scene(chart, width, theme)
    element = parent.add("Figure", alt=clean(chart.alt) or clean(chart.title))
    return Strip(scene.height, partial(_draw_figure, scene, element))


def tiles(block: Tiles, place: Place) -> Stack:
    """Figures side by side, each under a short rule, all in the largest size in which each takes one line."""
    width = (place.width - _BETWEEN_TILES * (len(block.tiles) - 1)) / max(1, len(block.tiles))
    style = _value_style([one_line(tile.value) for tile in block.tiles], width)
    drawn = [_tile(tile, style, replace(place, width=width)) for tile in block.tiles]
    height = max((tile.height for tile in drawn), default=0)
    return Stack((Strip(height + 8, partial(_draw_tiles, drawn, width)),) if drawn else (), 8, 14)


@dataclass(frozen=True, slots=True)
class _SetTile:
    """A tile with its lines: the figure, and the words that say what it is."""

    height: float
    parts: tuple[tuple[Style, tuple[TextLine, ...]], ...]
    element: Element


def _value_style(values: Sequence[str], room: float) -> Style:
    for style in look.TILE_VALUES:
        if all(width(value, style.face, style.size) <= room for value in values):
            return style
    return look.TILE_VALUES[-1]


def _tile(tile: Tile, style: Style, place: Place) -> _SetTile:
    element = place.parent.add("P")
    value = set_short(tile.value, style, place.width, place.language, limit=_VALUE_LINES)
    label = set_short(tile.label, look.TILE_LABEL, place.width, place.language, limit=_LABEL_LINES)
    height = len(value) * style.leading + len(label) * look.TILE_LABEL.leading
    return _SetTile(height, ((style, value), (look.TILE_LABEL, label)), element)


def _draw_tiles(drawn: list[_SetTile], width: float, pen: Pen, x: float, y: float) -> None:
    for tile in drawn:
        pen.mark(None)
        pen.ground(x, y - 2, width, 2, colour=PAPER.accent)
        down = y - 7
        for style, lines in tile.parts:
            for line in lines:
                write(pen, x, base_line(down, style), line, tile.element)
                down -= style.leading
        x += width + _BETWEEN_TILES


def _draw_figure(scene: Scene, element: Element, pen: Pen, x: float, y: float) -> None:
    corners = (x, y - scene.height, x + scene.width, y)
    element.attributes = {"O": "Layout", "Placement": "Block", "BBox": tuple(round(each, 1) for each in corners)}
    pen.mark(element)
    pen.scene(x, y, scene)


def _caption(text: str, inside: Place) -> tuple[Strip, ...]:
    stack = prose((Span(text),), look.CAPTION, inside, inside.parent.add("Caption"))
    return tuple(
        replace(strip, gap=look.CAPTION.before if number == 0 else 0) for number, strip in enumerate(stack.strips)
    )
