"""The typefaces of the reports: which there are, how wide a text is in them, and what happens to strange characters.

Inter sets the text; DejaVu Sans steps in for characters that Inter lacks. What neither can set properly (Chinese,
emoji, scripts written from right to left) shows as a box, one for each character, and keeps its own text for reading
aloud, searching and copying. Nothing a person types makes a report fail.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

Face = Literal["regular", "medium", "semibold", "bold"]

FONTS = Path(__file__).parents[1] / "static" / "fonts"
MISSING = "\u25af"
"""The box that stands for a character nobody here can draw; DejaVu has it."""

_FILES: Mapping[Face, tuple[str, str]] = MappingProxyType(
    {
        "regular": ("Inter-Regular", "DejaVuSans"),
        "medium": ("Inter-Medium", "DejaVuSans"),
        "semibold": ("Inter-SemiBold", "DejaVuSans-Bold"),
        "bold": ("Inter-Bold", "DejaVuSans-Bold"),
    }
)
_WRITTEN_FROM_THE_RIGHT = {"R", "AL", "AN"}
# Cc control, Cs half a character, Cn nothing yet; Cf are invisible marks that only confuse (direction, joiners).
_DROPPED = {"Cc", "Cs", "Cn", "Cf"}
_BREAKS = {"\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
_KEPT = {"\n", "\u00ad"}
_LAST_OF_FIRST_PLANE = 0xFFFF
_LONGEST_REMEMBERED = 80


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font. `stands_for` is the text it was typed as, where boxes are drawn instead."""

    font: str
    text: str
    stands_for: str | None = None


def clean(text: str) -> str:
    """The text as it can be set: composed characters, no invisible ones, plain spaces, line breaks as newlines."""
    if text.isascii() and text.isprintable():
        return text
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    return "".join(_cleaned(character) for character in lines)


def one_line(text: str) -> str:
    """The text as one clean line, for labels and titles."""
    return " ".join(clean(text).replace("\u00ad", "").split())


def width(text: str, face: Face, size: float) -> float:
    """How wide a text is at `size` points, in points."""
    return (_width(text, face) if len(text) <= _LONGEST_REMEMBERED else _measured(text, face)) * size


def runs(text: str, face: Face) -> tuple[Run, ...]:
    """The text cut into stretches that one font can set."""
    name, fallback = _FILES[face]
    letters = _letters(name)
    if letters.keys() >= set(text):
        return (Run(name, text),)
    return tuple(_runs(text, name, fallback))


@cache
def font(name: str) -> TTFont:
    """A vendored font, registered with reportlab on first use."""
    loaded = TTFont(name, FONTS / f"{name}.ttf")
    pdfmetrics.registerFont(loaded)
    return loaded


def _cleaned(character: str) -> str:
    if character in _KEPT:
        return character
    if character in _BREAKS:
        return "\n"
    category = unicodedata.category(character)
    if category == "Zs":
        return character if character in "\u00a0\u202f" else " "
    if character == "\t":
        return " "
    return "" if category in _DROPPED else character


def _runs(text: str, name: str, fallback: str) -> Iterator[Run]:
    for chosen, characters in groupby(text, key=lambda character: _chosen(character, name, fallback)):
        stretch = "".join(characters)
        if chosen is None:
            yield Run(fallback, MISSING * len(stretch), stands_for=stretch)
        else:
            yield Run(chosen, stretch)


def _chosen(character: str, name: str, fallback: str) -> str | None:
    if unicodedata.bidirectional(character) in _WRITTEN_FROM_THE_RIGHT or ord(character) > _LAST_OF_FIRST_PLANE:
        return None
    return next((each for each in (name, fallback) if character in _letters(each)), None)


@lru_cache(maxsize=40_000)
def _width(text: str, face: Face) -> float:
    return _measured(text, face)


def _measured(text: str, face: Face) -> float:
    letters = _letters(_FILES[face][0])
    try:
        return sum(map(letters.__getitem__, text))
    except KeyError:
        return sum(_letters(run.font)[each] for run in runs(text, face) for each in run.text)


@cache
def _letters(name: str) -> dict[str, float]:
    """The width of each character of a font, as a share of its size. Only what the font can draw is in it."""
    face = font(name).face
    return {
        chr(code): face.charWidths.get(code, face.defaultWidth) / 1000
        for code in face.charToGlyph
        if code <= _LAST_OF_FIRST_PLANE and unicodedata.category(chr(code)) != "Co"
    }
