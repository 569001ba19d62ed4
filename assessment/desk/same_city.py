"""What a city is called where nothing but its name says which one it is: in a live room, in a folder of answers."""

import unicodedata

_TITLES = frozenset({"stadt", "hansestadt", "landeshauptstadt", "universitätsstadt"})
_UNSEEN = "Cf"


def called(name: str) -> str:
    """A name as two people may both have typed it, with what a city is called before its name left out."""
    seen = "".join(each for each in name if unicodedata.category(each) != _UNSEEN)
    found = unicodedata.normalize("NFC", seen).casefold().split()
    return " ".join(found[1:] if len(found) > 1 and found[0] in _TITLES else found)
