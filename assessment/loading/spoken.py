"""The words in which people say a code: "weiß nicht" is dont_know, "hoch" is high.

The words live here and not in the catalogues, because a workbook written today must still be read when a
translation has been polished. Codes and letters are understood in every language.
"""

from collections.abc import Mapping

from models.authored import LANGUAGES, Language, Text

STATES: Mapping[str, Text] = {
    "dont_know": Text(en="don't know", de="weiß nicht"),
    "not_applicable": Text(en="not applicable", de="trifft nicht zu"),
}
CONFIDENCES: Mapping[str, Text] = {
    "high": Text(en="high", de="hoch"),
    "medium": Text(en="medium", de="mittel"),
    "low": Text(en="low", de="niedrig"),
}
WORDS: Mapping[str, Text] = {**STATES, **CONFIDENCES}
"""How each code is said."""

_ALSO_WRITTEN = {
    "?": "dont_know",
    "don’t know": "dont_know",
    "weiss nicht": "dont_know",
    "n/a": "not_applicable",
    "nicht anwendbar": "not_applicable",
}
_DASHES = str.maketrans("–—−‐‑", "-----")


def rating_code(written: str) -> str:
    """The code of a rating as a person wrote it: " l " is L, "P–" is P-, "weiß nicht" is dont_know.

    What is none of these comes back as it is, for the reading of answers to name it.
    """
    code = _STATE_CODES.get(_plain(written))
    if code is not None:
        return code
    letter = written.translate(_DASHES).replace(" ", "")
    return letter.upper() if len(letter) <= 2 else written


def confidence_code(written: str) -> str:
    """The code of a confidence as a person wrote it: "Hoch" is high. Anything else comes back as it is."""
    return _CONFIDENCE_CODES.get(_plain(written), written)


def meant(written: str) -> str | None:
    """The code of which this is another way to say it; None for what is none."""
    return ALSO_SAID.get(_plain(written))


def rating_word(code: str, language: Language) -> str:
    """What stands in the list of ratings: the letter or number itself, a state in words."""
    return STATES[code].in_language(language) if code in STATES else code


def confidence_word(code: str, language: Language) -> str:
    """What stands in the list of confidences."""
    return CONFIDENCES[code].in_language(language)


def _codes(words: Mapping[str, Text]) -> dict[str, str]:
    in_words = {text.in_language(language).casefold(): code for code, text in words.items() for language in LANGUAGES}
    return in_words | {code: code for code in words}


def _plain(written: str) -> str:
    return " ".join(written.casefold().split())


_STATE_CODES = _codes(STATES) | {word.casefold(): code for word, code in _ALSO_WRITTEN.items()}
_CONFIDENCE_CODES = _codes(CONFIDENCES)
ALSO_SAID: Mapping[str, str] = _STATE_CODES | _CONFIDENCE_CODES
"""The code behind every way to say it, in small letters."""
