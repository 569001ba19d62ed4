"""Full-text search that forgives: large and small letters, umlauts written out or left out, accents."""

import unicodedata
from collections.abc import Sequence

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def is_found(wanted: str, texts: Sequence[str]) -> bool:
    """Whether every word that is wanted stands somewhere in one of the texts; without a word everything is found.

    "Städte" is found by "Staedte" and by "Stadte", "Straße" by "strasse".
    """
    written = [form for text in texts for form in _forms(text)]
    return all(any(form in text for text in written for form in _forms(word)) for word in wanted.split())


def _forms(text: str) -> tuple[str, str]:
    """A text with its umlauts written out, and without any dots or accents."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return _bare(folded.translate(_WRITTEN_OUT)), _bare(folded)


def _bare(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
