"""Charts as pictures for slides and documents: sharp dots (PNG), or lines that stay sharp at any size (SVG)."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from threading import Lock

import pypdfium2
from PIL import Image

from reports import vectors
from reports.charts import Chart
from reports.palette import DARK, PAPER
from reports.pdf.pen import Pen

SHARP = 220
"""Dots an inch at which print shows no steps."""

_POINTS_PER_INCH = 72
_MARGIN = 2.0
_REMEMBERED = 64
# The renderer holds state for the whole process and is not made for several threads.
_ONE_AT_A_TIME = Lock()


def svg(chart: Chart, width: float = vectors.WIDTH, *, dark: bool = False, ground: bool = False) -> str:
    """The chart as SVG, `width` points wide, with its text alternative; on the ground of its theme, or on none."""
    drawn = vectors.svg(chart, width, dark=dark)
    if not ground:
        return drawn
    head, shapes = drawn.split("\n", 1)
    return f'{head}\n<rect width="100%" height="100%" fill="{(DARK if dark else PAPER).ground}"/>\n{shapes}'


def png(
    chart: Chart, width: float = vectors.WIDTH, *, dots: int = SHARP, dark: bool = False, clear: bool = False
) -> bytes:
    """The chart as PNG on the ground of its theme. The same chart gives the same bytes.

    Args:
        chart: what to draw.
        width: in points; the height follows from the chart.
        dots: how many an inch.
        dark: light on dark.
        clear: on no ground at all, for a slide that has one.
    """
    # Title and alternative are not drawn, so small bars of the same level are one picture.
    return _drawn(replace(chart, title="", alt=""), width, dots, dark, clear)


@lru_cache(maxsize=_REMEMBERED)
def _drawn(chart: Chart, width: float, dots: int, dark: bool, clear: bool) -> bytes:
    theme = DARK if dark else PAPER
    scene = vectors.scene(chart, width, theme)
    size = (scene.width + 2 * _MARGIN, scene.height + 2 * _MARGIN)
    pen = Pen(size)
    pen.mark(None)
    if not clear:
        pen.ground(0, 0, *size, colour=theme.ground)
    pen.scene(_MARGIN, size[1] - _MARGIN, scene)
    return _rendered(pen.finish(), dots, clear=clear)


def _rendered(page: bytes, dots: int, *, clear: bool) -> bytes:
    ground = (255, 255, 255, 0 if clear else 255)
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(page)
        try:
            picture = document[0].render(scale=dots / _POINTS_PER_INCH, fill_color=ground).to_pil()
        finally:
            document.close()
    out = BytesIO()
    if clear:
        picture.convert("RGBA").save(out, "PNG", dpi=(dots, dots), optimize=False)
        return out.getvalue()
    few = picture.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(out, "PNG", dpi=(dots, dots), optimize=False)
    return out.getvalue()
