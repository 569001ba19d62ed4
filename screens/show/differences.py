"""Two texts side by side, with what stands in one of them alone marked in it."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from screens.show.plain import plain

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_LINES = re.compile(r"[^\n]+|\n+")
_MOST = 3_000
"""Longer texts are compared line by line: word by word would take seconds."""


def marked(one: str, other: str) -> tuple[str, str]:
    """Both texts as Markdown that shows them as they were written."""
    cut = _WORDS if max(len(one), len(other)) <= 2 * _MOST else _LINES
    left, right = cut.findall(one), cut.findall(other)
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    alone = [(kind != "equal", left[a:b], right[c:d]) for kind, a, b, c, d in steps]
    return (
        "".join(_run(piece, mark=mark) for mark, piece, _ in alone),
        "".join(_run(piece, mark=mark) for mark, _, piece in alone),
    )


def _run(pieces: Sequence[str], *, mark: bool) -> str:
    text = "".join(pieces)
    return "".join(_line_by_line(text)) if mark else plain(text)


def _line_by_line(text: str) -> Iterator[str]:
    # A mark cannot go over the end of a line, and one of space alone would show nothing.
    for part in re.split(r"(\n+)", text):
        inner = part.strip()
        at = part.find(inner)
        yield (
            f"{plain(part[:at])}:orange-background[{plain(inner)}]{plain(part[at + len(inner) :])}"
            if inner
            else plain(part)
        )
