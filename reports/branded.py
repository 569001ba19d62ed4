"""The colours of a report that carries somebody's branding: which of ours gives way to which of theirs.

Only colours of names and rules change. Those of ratings and of lines in charts have a meaning, and keep it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from models.branding import Branding
from models.contrast import LEGIBLE, WHITE, contrast, mixed
from reports.palette import COVER, PAPER

_GRAPHIC = 3.0
"""The contrast that a line of a chart needs (WCAG 2.2, success criterion 1.4.11)."""


def colours(branding: Branding) -> Mapping[str, str]:
    """From each colour of ours that changes to the one that takes its place; none for the program's own look."""
    changed: dict[str, str] = {}
    if branding.accent is not None:
        changed[PAPER.accent] = branding.accent
    if branding.main is not None:
        changed |= _cover(branding.main)
    return MappingProxyType(changed)


def _cover(main: str) -> dict[str, str]:
    """The cover on another ground. Heading on paper and ground of the cover are one colour of ours."""
    soft = mixed(main, "#000000", 0.12)
    texts = {each: _lit(each, main, LEGIBLE) for each in (COVER.ink, COVER.muted, COVER.accent, COVER.absent.ink)}
    lines = {
        each: _lit(each, soft, _GRAPHIC)
        for each in (COVER.city, COVER.target, COVER.previous, COVER.median, COVER.band)
    }
    grounds = {
        COVER.ground: main,
        COVER.soft: soft,
        COVER.watermark: mixed(main, WHITE, 0.1),
        COVER.line: mixed(main, WHITE, 0.3),
        COVER.absent.fill: mixed(main, "#000000", 0.06),
    }
    return {**lines, **texts, **grounds}


def _lit(colour: str, ground: str, wanted: float) -> str:
    """The colour, made lighter until it stands out from its ground."""
    steps = (mixed(colour, WHITE, step / 20) for step in range(21))
    return next((each for each in steps if contrast(each, ground) >= wanted), WHITE)
