"""Putting sentences, numbers and dates into German or English. Words travel as an argument, never as a global.

English sentences are the keys of the catalogues (`locales/<language>/hanse.po`), which Babel reads as they are:
no compiled files to forget.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from babel import Locale, dates, numbers
from babel.messages.pofile import read_po

from models.authored import Language, Text
from models.message import Blank, Message, say_many

_HERE = Path(__file__).parent
_LOCALES = {"de": "de_DE", "en": "en_GB"}


@dataclass(frozen=True)
class Words:
    """One language: its sentences, its way to write numbers and dates."""

    language: Language
    _translate: Callable[[str], str]

    def __call__(self, sentence: str, **blanks: Blank) -> str:
        """The sentence in this language, blanks filled. The sentence must be a literal, so that it is extracted."""
        return self.say(Message(sentence, blanks))

    def many(self, count: float | Decimal, one: str, several: str, **blanks: Blank) -> str:
        """What is said about one thing, or about so many, in this language. Both sentences must be literals."""
        return self.say(say_many(count, one, several, **blanks))

    def say(self, message: Message) -> str:
        """A message in this language."""
        filled = {name: self._blank(value) for name, value in message.blanks.items()}
        return self._translate(message.sentence).format_map(filled)

    def text(self, text: Text) -> str:
        """A text of a questionnaire in this language, or in the other where a translation is missing."""
        return text.in_language(self.language)

    def number(self, value: float | Fraction, decimals: int = 1) -> str:
        """A number with so many decimals, written as this language writes it; a half is rounded up, once."""
        scaled = Fraction(value) * 10**decimals
        rounded = Fraction((scaled + Fraction(1, 2)).__floor__(), 10**decimals)
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return numbers.format_decimal(float(rounded), format=pattern, locale=_LOCALES[self.language])

    def percent(self, share: float | Fraction) -> str:
        """A share between 0 and 1 as whole percent."""
        return self.number(Fraction(share) * 100, 0) + ("\u202f%" if self.language == "de" else "%")

    def date(self, day: datetime.date) -> str:
        """A day, written out."""
        return dates.format_date(day, format="long", locale=_LOCALES[self.language])

    def short_date(self, day: datetime.date) -> str:
        """A day as it stands in a narrow column."""
        return dates.format_date(day, format="medium", locale=_LOCALES[self.language])

    def time(self, moment: datetime.datetime) -> str:
        """The time of day in hours and minutes."""
        return dates.format_time(moment, format="short", locale=_LOCALES[self.language])

    @property
    def locale(self) -> Locale:
        """Babel's locale, for what this class does not offer."""
        return Locale.parse(_LOCALES[self.language])

    def _blank(self, value: Blank) -> str:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, Fraction):
            return self.number(value, 2)
        return self.text(value) if isinstance(value, Text) else str(value)


@cache
def words(language: Language) -> Words:
    """The words of a language. English needs no catalogue: its sentences are the keys."""
    if language == "en":
        return Words(language, str)
    catalogue = translations(_HERE / language / "hanse.po", language)
    return Words(language, lambda sentence: catalogue.get(sentence) or sentence)


def translations(path: Path, language: Language) -> dict[str, str]:
    """What a catalogue says for each sentence; the sentences for one and for several each by themselves."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        entries = [(_each(entry.id), _each(entry.string)) for entry in read_po(file, locale=language) if entry.id]
    return {sentence: said for sentences, told in entries for sentence, said in zip(sentences, told, strict=True)}


def _each(told: object) -> tuple[str, ...]:
    return tuple(map(str, told)) if isinstance(told, tuple | list) else (str(told),)
