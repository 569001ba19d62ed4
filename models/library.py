"""What a city may read beside its own result: words, what other cities do, and public figures.

Nothing here is rated or scored. What a source leaves open stays visible as a `caution` and is never printed without it.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from models.authored import PROCESS_ID, Authored, Text

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

DAY = r"^\d{4}-\d{2}-\d{2}$"

Standing = Literal["verified", "self-reported", "unchecked"]
"""How a good practice stands: looked up again by an editor, told by the city itself, or taken as its source has it."""

Trust = Literal["A", "A/B", "B", "C"]
"""Where a figure was read: A original publisher, B reliable secondary source, C press or council paper."""


def _alike(written: object) -> object:
    """A plain text says the same in both languages, as names and addresses do."""
    return {"en": written, "de": written} if isinstance(written, str) else written


Origin = Annotated[Text, BeforeValidator(_alike, json_schema_input_type=str | Text)]
"""Where something was read: written once where it is a name or an address, in both languages where words are in it."""


class Term(Authored):
    """A word of the field in both languages, as practitioners translate it."""

    id: str = Field(pattern=SLUG)
    term: Text
    note: Text | None = Field(default=None, description="How the word is used, or with what it is confused.")


class GlossaryFile(Authored):
    """The words of the field."""

    kind: Literal["glossary"]
    terms: tuple[Term, ...] = Field(min_length=1)


class GoodPractice(Authored):
    """What another city does, as its source says, and the processes for which it is an example."""

    id: str = Field(pattern=SLUG)
    city: Text = Field(description="City and country, or the group of cities.")
    what: Text
    processes: tuple[Annotated[str, Field(pattern=PROCESS_ID)], ...] = Field(min_length=1)
    source: Origin
    caution: Text | None = Field(default=None, description="What the source leaves open; shown with the example.")
    status: Standing = Field(default="unchecked", description="Whether somebody checked it after it was written down.")
    checked_on: str | None = Field(default=None, pattern=DAY, description="The day of that check.")


class GoodPracticesFile(Authored):
    """Examples from other cities."""

    kind: Literal["good-practices"]
    notice: Text = Field(description="Shown wherever examples are shown.")
    practices: tuple[GoodPractice, ...] = Field(min_length=1)


class Figure(Authored):
    """A published number that gives context. It measures no process capability and belongs into no radar."""

    id: str = Field(pattern=r"^G\d{1,2}$")
    indicator: Text
    value: Text
    n: Text | None = Field(default=None, description="How many were asked or counted.")
    year: str | None = Field(default=None, description="The year or years the number is about.")
    source: Origin
    url: str | None = None
    confidence: Trust
    usable_directly: bool = Field(default=False, description="True where it may be shown without a further check.")
    caution: Text | None = Field(default=None, description="What the source leaves open; shown with the number.")


class FiguresFile(Authored):
    """Context figures from public surveys."""

    kind: Literal["figures"]
    notice: Text = Field(description="Shown wherever figures are shown.")
    figures: tuple[Figure, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Shelf:
    """All of it, as it was loaded. A notice is None where nothing stands under it."""

    terms: tuple[Term, ...] = ()
    practices: tuple[GoodPractice, ...] = ()
    practices_notice: Text | None = None
    figures: tuple[Figure, ...] = ()
    figures_notice: Text | None = None

    def practices_for(self, process: str) -> tuple[GoodPractice, ...]:
        """The examples for one process."""
        return tuple(each for each in self.practices if process in each.processes)


NO_SHELF = Shelf()
"""Nothing to read."""
