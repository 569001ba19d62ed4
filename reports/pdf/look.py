"""How a page looks: its frame and its styles of type. Sizes in points."""

from dataclasses import dataclass, replace

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from reports.palette import PAPER
from reports.typeface import Face

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT = 22 * mm
TOP = PAGE_HEIGHT - 26 * mm
BOTTOM = 24 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * LEFT
TEXT_HEIGHT = TOP - BOTTOM
MEASURE = 440.0
"""The widest column of running text: longer lines tire the eye. Tables and charts take the whole width."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style of type. `before` and `after` are the gaps to neighbours; of two that meet, the larger one counts."""

    size: float
    leading: float
    face: Face = "regular"
    strong: Face = "semibold"
    colour: str = PAPER.ink
    before: float = 0
    after: float = 0
    divided: bool = True


BODY = Style(9.4, 14.2, after=7)
LEAD = Style(11.6, 17.4, colour=PAPER.heading, after=11)
SMALL = Style(7.9, 11.4, colour=PAPER.muted, after=5)
KICKER = Style(8.2, 11, face="semibold", colour=PAPER.accent, before=4, after=3, divided=False)
HEADINGS = {
    1: Style(22, 28, face="bold", strong="bold", colour=PAPER.heading, before=24, after=11, divided=False),
    2: Style(13, 17.5, face="semibold", strong="bold", colour=PAPER.heading, before=19, after=6, divided=False),
    3: Style(10, 14, face="semibold", strong="bold", colour=PAPER.accent, before=13, after=4, divided=False),
}
ITEM = replace(BODY, after=3.6)
CAPTION = Style(7.9, 11.4, colour=PAPER.muted, before=6, after=12)
TITLE = Style(9.6, 13.6, face="semibold", colour=PAPER.heading, before=10, after=7)
CELL = Style(8.3, 11.8)
ROW_HEAD = replace(CELL, face="medium")
HEAD_CELL = Style(7.7, 10.8, face="semibold", strong="bold", colour=PAPER.heading)
TILE_VALUES = tuple(
    Style(size, size * 1.3, face="bold", strong="bold", colour=PAPER.heading, divided=False) for size in (21, 17, 13)
)
TILE_LABEL = Style(8, 11, colour=PAPER.muted)
CHOICE = Style(9, 14)
CONTENTS = {
    1: Style(9.8, 19, face="semibold", colour=PAPER.heading, before=3, divided=False),
    2: Style(9.0, 15, divided=False),
    3: Style(9.0, 15, divided=False),
}
RUNNING = Style(7.5, 10, face="medium", colour=PAPER.muted)
