"""Whose report it is: the logo on a white plate at the top of the cover, and the name beside it; small without one."""

import io

from PIL import Image

from models.branding import Branding
from reports.palette import COVER
from reports.pdf import look
from reports.pdf.pen import Ink, Pen
from reports.pdf.structure import Element
from reports.typeface import clean, one_line
from reports.vectors.labels import shorten

_TOP = look.PAGE_HEIGHT - 34
_HIGH = 40.0
_WIDEST = 170.0
_SMALL_HIGH, _SMALL_WIDEST = 22.0, 90.0
_EDGE = 7.0
_SIZE = 9.5


def draw_badge(branding: Branding, parent: Element, pen: Pen) -> None:
    """Draws it above the kicker; nothing for the program's own look."""
    x = look.LEFT
    if branding.logo is not None:
        x += _draw_logo(branding.logo, branding.name, parent, pen) + 14
    if branding.name:
        ink = Ink("semibold", _SIZE, COVER.ink)
        pen.mark(parent.add("P"))
        room = look.LEFT + look.TEXT_WIDTH - x
        name = shorten(one_line(branding.name), ink.face, ink.size, room)
        pen.text(x, _TOP - (_HIGH + 2 * _EDGE) / 2 - _SIZE * 0.35, name, ink)


def draw_mark(branding: Branding, right: float, bottom: float, pen: Pen) -> float:
    """The logo in small, for the running head of a report without a cover, ending at `right`; the width it takes.

    A running head belongs to no element; the name that has to be heard stands in the text.
    """
    if branding.logo is None:
        return 0.0
    flat, wide, high = _fitted(branding.logo, _SMALL_HIGH, _SMALL_WIDEST)
    pen.picture(right - wide, bottom, (wide, high), flat)
    return wide + 8


def _draw_logo(logo: bytes, name: str, parent: Element, pen: Pen) -> float:
    """Draws the logo; how wide its plate is."""
    flat, wide, high = _fitted(logo, _HIGH, _WIDEST)
    plate, bottom = wide + 2 * _EDGE, _TOP - _HIGH - 2 * _EDGE
    pen.mark(None)
    pen.ground(look.LEFT, bottom, plate, _HIGH + 2 * _EDGE, colour="#FFFFFF", radius=4)
    x, y = look.LEFT + _EDGE, bottom + _EDGE + (_HIGH - high) / 2
    box = tuple(round(each, 1) for each in (x, y, x + wide, y + high))
    alt = clean(name) or "Logo"
    pen.mark(parent.add("Figure", alt=alt, attributes={"O": "Layout", "Placement": "Block", "BBox": box}))
    pen.picture(x, y, (wide, high), flat)
    return plate


def _fitted(logo: bytes, highest: float, widest: float) -> tuple[Image.Image, float, float]:
    """The logo on white, with the width and height that it gets."""
    image = Image.open(io.BytesIO(logo), formats=("PNG",)).convert("RGBA")
    flat = Image.new("RGB", image.size, "white")
    flat.paste(image, mask=image.getchannel("A"))
    scale = min(highest / image.height, widest / image.width)
    return flat, image.width * scale, image.height * scale
