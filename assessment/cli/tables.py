"""Aligned columns of text for a terminal."""

import unicodedata
from collections.abc import Iterator, Sequence

_GAP = "  "


def aligned(rows: Sequence[Sequence[str]], *, longest: int = 48) -> Iterator[str]:
    """The rows with their columns below each other; a text longer than `longest` is cut with an ellipsis."""
    cut = [[_cut(text, longest) for text in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cut, strict=True)]
    for row in cut:
        yield _GAP.join(text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True)).rstrip()


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: accents that follow their letter take none."""
    return sum(not unicodedata.combining(letter) for letter in text)
