"""What a file is called after a city: letters that every file system and every mail program takes."""

import re
import unicodedata

from anyascii import anyascii

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_MOST_LETTERS = 60


def stem(name: str) -> str:
    """A name without an ending, in small plain letters, as German writes them: "Köln" becomes "koeln".

    Letters of other alphabets are written as they sound; where nothing is left, it is "report".
    """
    plain = anyascii(unicodedata.normalize("NFC", name).translate(_GERMAN)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_MOST_LETTERS].strip("-") or "report"
