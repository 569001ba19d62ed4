"""What every hand-written file is made of: strict, frozen, without unknown keys, texts in two languages."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "en")

PROCESS_ID = r"^[A-Z]{3}\.\d{1,2}$"
"""What the ids of processes look like: a dimension and a number."""


class Authored(BaseModel):
    """A value that people write into a file. Unknown keys and wrong types are refused, nothing is guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Text(Authored):
    """One text in the languages it was written in; at least one of them."""

    en: str | None = Field(default=None, min_length=1, max_length=4000, description="The text in English.")
    de: str | None = Field(default=None, min_length=1, max_length=4000, description="The text in German.")

    @model_validator(mode="after")
    def _is_written_somewhere(self) -> "Text":
        if self.en is None and self.de is None:
            raise ValueError("a text needs `de`, `en` or both")
        return self

    def in_language(self, language: Language) -> str:
        """The text in `language`, or in the other one where the translation is still missing."""
        wanted, other = (self.de, self.en) if language == "de" else (self.en, self.de)
        return wanted or other or ""

    @property
    def missing(self) -> tuple[Language, ...]:
        """The languages in which this text is not written yet."""
        return tuple(language for language in LANGUAGES if getattr(self, language) is None)


def _exactly(value: object, info: ValidationInfo) -> object:
    """A whole number, or in JSON the text that a decimal is written as there, as the decimal it stands for."""
    written = isinstance(value, int) and not isinstance(value, bool)
    if written or (info.mode == "json" and isinstance(value, str)):
        return Decimal(str(value))
    return value


Amount = Annotated[Decimal, BeforeValidator(_exactly), Field(ge=0, le=1_000_000)]
"""A written number, kept exact: 32.5 stays 32.5."""


def exact(amount: Decimal) -> Fraction:
    """A written number as the fraction it is, for arithmetic that never rounds on the way."""
    return Fraction(amount)
