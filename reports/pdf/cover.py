"""The first page: the city's own picture on a dark ground, a name, one line, and what identifies the report."""

import re
from dataclasses import replace

from reports import vectors
from reports.charts import Chart
from reports.document import Cover
from reports.palette import COVER
from reports.pdf import look
from reports.pdf.figures import figure
from reports.pdf.lines import TextLine, set_short
from reports.pdf.look import Style
from reports.pdf.pen import Pen
from reports.pdf.places import Place
from reports.pdf.structure import Element
from reports.pdf.texts import base_line, write
from reports.typeface import one_line, width

_KICKER = Style(10, 14, face="medium", colour=COVER.accent)
_TITLES = tuple(Style(size, size * 1.16, face="bold", colour=COVER.heading) for size in (40, 32, 25, 19))
_PARTS = re.compile(r"[^\s/-]+[/-]?")
_SUBTITLE = Style(13, 19, face="medium", colour=COVER.ink)
_LINE = Style(8.8, 13.4, colour=COVER.muted)
_TITLE_LINES = 3
_OTHER_LINES = 4
_TOP = look.PAGE_HEIGHT - 104
_PICTURE_WIDTHS = (look.TEXT_WIDTH, 420.0, 370.0, 320.0)


def draw_ground(pen: Pen) -> None:
    """Covers the current page with the dark ground."""
    pen.mark(None)
    pen.ground(0, 0, look.PAGE_WIDTH, look.PAGE_HEIGHT, colour=COVER.ground)


def draw_cover(cover: Cover, place: Place, pen: Pen) -> None:
    """Draws the cover on its ground. Words that are too many for it end in an ellipsis."""
    element = place.parent
    y = _draw(_lines(cover.kicker, _KICKER, place, 1), _KICKER, element.add("P"), pen, _TOP) - 10
    title, style = _title(cover.title, place)
    y = _draw(title, style, element.add("P"), pen, y) - 8
    y = _draw(_lines(cover.subtitle, _SUBTITLE, place, _OTHER_LINES), _SUBTITLE, element.add("P"), pen, y) - 30
    foot = [_lines(line, _LINE, place, _OTHER_LINES) for line in cover.lines]
    bottom = look.BOTTOM + sum(len(lines) for lines in foot) * _LINE.leading
    if cover.picture is not None:
        _draw_picture(cover.picture, element, pen, y, y - bottom - 24)
    for lines in foot:
        bottom = _draw(lines, _LINE, element.add("P"), pen, bottom)


def _title(title: str, place: Place) -> tuple[tuple[TextLine, ...], Style]:
    """The title in the largest style in which it takes few lines, without dividing a name where that can be had."""
    undivided = (replace(style, divided=False) for style in _TITLES if _fits(title, style, place))
    for style in (*undivided, *_TITLES):
        lines = _lines(title, style, place, _TITLE_LINES + 1)
        if len(lines) <= _TITLE_LINES:
            return lines, style
    return _lines(title, _TITLES[-1], place, _OTHER_LINES), _TITLES[-1]


def _fits(title: str, style: Style, place: Place) -> bool:
    """Whether no part of a name is wider than the page."""
    return all(width(part, style.face, style.size) <= place.width for part in _PARTS.findall(one_line(title)))


def _lines(text: str, style: Style, place: Place, limit: int) -> tuple[TextLine, ...]:
    return set_short(text, style, place.width, place.language, limit=limit)


def _draw(lines: tuple[TextLine, ...], style: Style, element: Element, pen: Pen, y: float) -> float:
    for line in lines:
        write(pen, look.LEFT, base_line(y, style), line, element)
        y -= style.leading
    return y


def _draw_picture(chart: Chart, element: Element, pen: Pen, top: float, room: float) -> None:
    """The picture in the largest width whose height fits, in the middle of its room."""
    for wide in _PICTURE_WIDTHS:
        if vectors.scene(chart, wide, COVER).height <= room:
            strip = figure(chart, wide, element, COVER)
            strip.draw(pen, (look.PAGE_WIDTH - wide) / 2, top - (room - strip.height) / 2)
            return
