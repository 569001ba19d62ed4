"""A sentence that is chosen in one place and put into words in another.

The pure rooms say what they mean in English with named blanks; whoever shows it translates the sentence
first and fills the blanks afterwards. So scoring and loading need no catalogue and no global language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from models.authored import Text


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence (the key of the catalogues) and the values for its named blanks.

    A `Fraction` is an exact number until it is shown; it is then rounded once, to two decimals, a half upwards.
    """

    sentence: str
    blanks: Mapping[str, "Blank"] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        """The sentence in English, blanks filled."""
        return self.sentence.format_map({name: _in_english(value) for name, value in self.blanks.items()})


Blank = str | int | Fraction | Text | Message
"""What may stand in a blank."""


def say(sentence: str, **blanks: Blank) -> Message:
    """A message. Catalogues are extracted by this name, so the sentence must be a literal."""
    return Message(sentence, MappingProxyType(blanks))


def say_many(count: float | Decimal, one: str, several: str, **blanks: Blank) -> Message:
    """A message about a number of things, in the words for one or for several; {count} is the number.

    German and English draw the line in the same place: one, and everything else.
    """
    return Message(one if count == 1 else several, MappingProxyType({"count": str(count), **blanks}))


def rounded(number: Fraction) -> Fraction:
    """A number as it is shown: to two decimals, a half upwards."""
    return Fraction((number * 100 + Fraction(1, 2)).__floor__(), 100)


def _in_english(value: Blank) -> str:
    if isinstance(value, Fraction):
        whole, hundredths = divmod(int(rounded(value) * 100), 100)
        return f"{whole}.{hundredths:02}"
    return value.in_language("en") if isinstance(value, Text) else str(value)
