"""Guesses what a person meant to write."""

import difflib
import re
from collections.abc import Iterable

from assessment.loading.speech import TEXT_FILE, Speech
from assessment.loading.spoken import ALSO_SAID, meant
from models.authored import Text
from models.message import Message, say

_LETTERS_OR_NUMBER = re.compile(r"[^\W\d_]+|\d+")


def likeliest(written: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like the written one, or None where none looks like it."""
    by_folded = {word.casefold(): word for word in sorted(known, reverse=True)}
    close = difflib.get_close_matches(written.casefold()[:100], by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(written: str, known: Iterable[str], speech: Speech = TEXT_FILE) -> Message | None:
    """The suggestion that goes with `likeliest`, for codes in whatever words they are said."""
    codes = list(known)
    said = {word: code for word, code in ALSO_SAID.items() if code in codes and len(word) > 1}
    close = likeliest(written, [*codes, *said])
    code = meant(written) if meant(written) in codes else said.get(close or "", close)
    return say("Did you mean {word}?", word=speech.word(code)) if code is not None else None


def parts_of(written_id: str) -> tuple[str, ...]:
    """The words and numbers of an id without what people write differently: "qs8" has the parts of "QS08"."""
    found = _LETTERS_OR_NUMBER.findall(written_id.casefold()[:100])
    return tuple(part.lstrip("0") or part for part in found)


def listed(words: Iterable[str], limit: int = 12) -> str:
    """The words in one line, cut off where they are many."""
    every = list(words)
    return ", ".join(every[:limit]) + (", ..." if len(every) > limit else "")


def one_of(choices: Iterable[object], limit: int = 12, speech: Speech = TEXT_FILE) -> Message:
    """The expectation that one of these stands here; codes as the file says them."""
    words = [speech.word(str(each)) for each in choices]
    if not words:
        return say("There is none yet")
    rest = ["..."] if len(words) > limit else []
    choices_in_words: Message | Text | str = words[0]
    for each in (*words[1:limit], *rest):
        choices_in_words = _joined(choices_in_words, each)
    return say("Expected is one of {choices}", choices=choices_in_words)


def _joined(before: Message | Text | str, word: Text | str) -> Message | str:
    if isinstance(before, str) and isinstance(word, str):
        return f"{before}, {word}"
    return say("{before}, {part}", before=before, part=word)


def clipped(text: str, limit: int = 60) -> str:
    """A text as short as a message needs it, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 3] + "..."
