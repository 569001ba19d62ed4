"""Labels that fit: wrapped by their measured width, never by a guess, and cut with an ellipsis as the last resort."""

import re

from reports.typeface import Face, one_line, width

_AFTER_HYPHEN = re.compile(r"(?<=[-/\u2013])(?=\w)")
LINE = 1.18
"""The distance of two lines of a label, as a share of the type size."""


def wrap(text: str, face: Face, size: float, room: float, limit: int = 3) -> tuple[str, ...]:
    """The lines of a label no wider than `room`, at most `limit` of them; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in one_line(text).split(" "):
        for glue, part in _parts(word):
            if lines and width(lines[-1] + glue + part, face, size) <= room:
                lines[-1] += glue + part
            else:
                lines.append(part)
    kept = lines[:limit]
    if len(lines) > limit:
        kept[-1] += "\u2026"
    return tuple(shorten(each, face, size, room) for each in kept)


def shorten(text: str, face: Face, size: float, room: float) -> str:
    """The text as one clean line, cut with an ellipsis where it is wider than `room`."""
    text = one_line(text)
    if width(text, face, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(text[:middle].rstrip() + "\u2026", face, size) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "\u2026"


def widest(lines: tuple[str, ...], face: Face, size: float) -> float:
    """The width of the widest line."""
    return max((width(each, face, size) for each in lines), default=0)


def _parts(word: str) -> list[tuple[str, str]]:
    first, *rest = _AFTER_HYPHEN.split(word)
    return [(" ", first), *(("", part) for part in rest)]
