"""What the reader of a workbook hands over: texts with the cell they stood in, nothing interpreted yet.

`head` maps the keys of an answers file (questionnaire, version, city, ...) to the entries beside them; lists are
texts with commas (`scope`, `chosen`). Blank cells are left out, so an absent key means: nothing was written there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from models.problem import Place

Column = Literal["id", "rating", "reason", "note", "evidence", "confidence"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and where it stood. Numbers and dates are already text: 3 is "3", a day is "2025-03-12"."""

    text: str
    sheet: str
    cell: str

    def place(self, file: str) -> Place:
        """The place of this entry in a workbook called `file`."""
        return Place(file, sheet=self.sheet, cell=self.cell)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row in which something was answered, by column. Several pieces of evidence stand on lines of their own."""

    entries: Mapping[Column, Entry]


Head = Mapping[str, Entry]
