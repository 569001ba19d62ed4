"""Numbers and days in the cells of a workbook, also those that somebody typed as text.

A number or a day that the spreadsheet knows as one is taken as it is. A text is read as the language of the workbook
writes it; where it can be read in two ways nobody guesses.
"""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal

from models.authored import LANGUAGES, Language

_SIGNS: Mapping[Language, tuple[str, str]] = {"de": (".", ","), "en": (",", ".")}
"""What stands between thousands, and what before the decimals."""
_SPACES = "\u0020\u00a0\u2009\u202f"
_VALUE = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DOTS = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_STROKES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_FORMS: Mapping[Language, re.Pattern[str]] = {
    language: re.compile(
        rf"-?([0-9]+|[1-9][0-9]{{0,2}}(?P<between>[{_SPACES}{re.escape(between)}])[0-9]{{3}}"
        rf"((?P=between)[0-9]{{3}})*)({re.escape(before)}[0-9]+)?"
    )
    for language, (between, before) in _SIGNS.items()
}


class TwoWays(ValueError):  # noqa: N818 - named for what is the matter with the text
    """A text that can be read in two ways."""


def number(text: str, language: Language | None, *, typed: bool) -> Decimal:
    """The number in a cell.

    Args:
        text: what stands there.
        language: the language of the workbook; None where nothing tells.
        typed: True where it is a text, False where the spreadsheet knows it as a number.

    Raises:
        TwoWays: for a text that can be one number or another.
        ValueError: for what is no number.
    """
    if not typed:
        if not _VALUE.fullmatch(text):
            raise ValueError(text)
        return Decimal(text)
    readings = {each: found for each in LANGUAGES if (found := _read(text, each)) is not None}
    if language is not None:
        readings = {each: found for each, found in readings.items() if each == language or _is_odd(text, language)}
    if not readings or (language is not None and language not in readings):
        raise ValueError(text)
    if len(set(readings.values())) > 1:
        raise TwoWays(text)
    return next(iter(readings.values()))


def _read(text: str, language: Language) -> Decimal | None:
    if not _FORMS[language].fullmatch(text):
        return None
    between, before = _SIGNS[language]
    digits = text.translate(dict.fromkeys(map(ord, (*_SPACES, between))))
    return Decimal(digits.replace(before, "."))


def _is_odd(text: str, language: Language) -> bool:
    """Three digits behind the sign for decimals: elsewhere that is how thousands are written."""
    return _THOUSANDS.fullmatch(text) is not None and _SIGNS[language][1] in text


def day(text: str) -> datetime.date:
    """The day in a cell, or typed as 2026-09-30, as 30.9.2026, or with strokes where only one day can be meant.

    Raises:
        TwoWays: for strokes between two numbers that can both be the month.
        ValueError: for what is no day.
    """
    if found := _ISO.fullmatch(text):
        return datetime.date(*map(int, found.groups()))
    if found := _DOTS.fullmatch(text):
        return datetime.date(int(found[3]), int(found[2]), int(found[1]))
    if found := _STROKES.fullmatch(text):
        first, second, year = map(int, found.groups())
        if first <= 12 and second <= 12 and first != second:
            raise TwoWays(text)
        month, date = (second, first) if second <= 12 else (first, second)
        return datetime.date(year, month, date)
    raise ValueError(text)
