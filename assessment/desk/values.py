"""Whether a value may be kept. Whatever the screen sends, only known codes and decent texts pass."""

import datetime
import unicodedata
from collections.abc import Iterable

from assessment.desk.errors import NotAccepted
from assessment.scoring.letters import Letters
from models.answers import Confidence
from models.assessment import EVIDENCE_LIMIT, TEXT_LIMIT, Rated
from models.message import say

NAME_LIMIT = 200
"""Characters that the name of a city or the title of an assessment may have."""

EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)
"""Days between which work is planned. Beyond them calendars cannot reckon any more: there is none after 31.12.9999."""

ADDRESS_LIMIT = 1_000
"""Characters that an address on the web may have."""

_NEVER = ("Cc", "Cs")  # control characters and halves of characters: no paper prints them, no database keeps them
_UNSEEN = ("Cf",)  # spaces without width, and signs that turn the direction of a line
_CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")


def rating(rated: Rated, letters: Letters) -> Rated:
    """A rating with its reason cleaned. Raises `NotAccepted`."""
    if rated.state == "rated":
        return Rated("rated", letter(rated.rating, letters))
    if rated.state == "dont_know":
        return Rated("dont_know")
    return left_out(rated)


def letter(written: str | None, letters: Letters) -> str:
    """A letter of the scale in use; a refined one becomes the one it counts as there. Raises `NotAccepted`."""
    if written is None or written not in letters.reading:
        known = _list(letters.scale.letters)
        raise NotAccepted(say("{found} is not known here. Choose one of {known}.", found=str(written), known=known))
    return letters.reading[written]


def left_out(rated: Rated) -> Rated:
    """Not applicable, with its reason. Raises `NotAccepted` without one."""
    if rated.state != "not_applicable":
        raise NotAccepted(say("A whole process can only be left out as not applicable."))
    reason = text(rated.reason or "")
    if reason is None:
        raise NotAccepted(say("Please say why this does not apply to you."))
    return Rated("not_applicable", reason=reason)


def text(written: str, limit: int = TEXT_LIMIT) -> str | None:
    """A text without space around it; None where nothing is left. Raises `NotAccepted`."""
    cleaned = written.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(cleaned) > limit:
        raise NotAccepted(
            say("The text has {length} characters; at most {limit} fit.", length=len(cleaned), limit=limit)
        )
    if any(unicodedata.category(character) in _NEVER and character not in "\n\t" for character in cleaned):
        raise NotAccepted(say("The text holds characters that cannot be printed. Please type it anew."))
    return cleaned or None


def name(written: str) -> str:
    """A name or title of one line. Raises `NotAccepted` for an empty one.

    Signs that cannot be seen go, and letters are written in one way: two names that look the same are the same.
    """
    seen = "".join(each for each in written if unicodedata.category(each) not in _UNSEEN)
    cleaned = text(" ".join(unicodedata.normalize("NFC", seen).split()), NAME_LIMIT)
    if cleaned is None:
        raise NotAccepted(say("Please give a name."))
    return cleaned


def address(written: str) -> str:
    """An address on the web, or nothing. Raises `NotAccepted` for anything else that a browser would act upon."""
    cleaned = text(written, ADDRESS_LIMIT) or ""
    if cleaned and (not cleaned.startswith("https://") or any(each.isspace() for each in cleaned)):
        raise NotAccepted(say("An address on the web begins with https:// and has no spaces in it."))
    return cleaned


def day(planned: datetime.date) -> datetime.date:
    """A day of the calendar. Raises `NotAccepted` for one that nobody plans with."""
    if not EARLIEST <= planned <= LATEST:
        raise NotAccepted(
            say("Expected is a day of the years {first} to {last}.", first=str(EARLIEST.year), last=str(LATEST.year))
        )
    return planned


def shortened(written: str) -> str:
    """A text as a title: in one line, cut at a word where it is too long."""
    line = " ".join(written.split())
    return line if len(line) <= NAME_LIMIT else line[: NAME_LIMIT - 1].rsplit(" ", 1)[0] + "…"


def evidence(written: Iterable[str]) -> tuple[str, ...] | None:
    """Pieces of evidence, empty ones dropped; None where none is left. Raises `NotAccepted`."""
    cleaned = tuple(filter(None, (text(each) for each in written)))
    if len(cleaned) > EVIDENCE_LIMIT:
        number, limit = len(cleaned), EVIDENCE_LIMIT
        raise NotAccepted(
            say("These are {number} pieces of evidence; {limit} fit at most.", number=number, limit=limit)
        )
    return cleaned or None


def confidence(written: str) -> str:
    """How sure the people are. Raises `NotAccepted`."""
    if written not in _CONFIDENCES:
        known = _list(_CONFIDENCES)
        raise NotAccepted(say("{found} is not known here. Choose one of {known}.", found=written, known=known))
    return written


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)
