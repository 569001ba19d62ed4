"""Guesses what a person meant to write."""

import difflib
from collections.abc import Iterable

from models.message import Message, say


def likeliest(written: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like the written one, or None where none looks like it."""
    by_folded = {word.casefold(): word for word in sorted(known, reverse=True)}
    close = difflib.get_close_matches(written.casefold()[:100], by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(written: str, known: Iterable[str]) -> Message | None:
    """The suggestion that goes with `likeliest`."""
    word = likeliest(written, known)
    return say("Did you mean {word}?", word=word) if word is not None else None


def listed(words: Iterable[str], limit: int = 12) -> str:
    """The words in one line, cut off where they are many."""
    every = list(words)
    return ", ".join(every[:limit]) + (", ..." if len(every) > limit else "")


def one_of(choices: Iterable[object], limit: int = 12) -> Message:
    """The expectation that one of these stands here."""
    words = [str(each) for each in choices]
    return say("Expected is one of {choices}", choices=listed(words, limit)) if words else say("There is none yet")


def clipped(text: str, limit: int = 60) -> str:
    """A text as short as a message needs it, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 3] + "..."
