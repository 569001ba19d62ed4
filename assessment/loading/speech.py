"""How a form is spoken of to whoever fills it in: a text file by codes and keys, a workbook by words and columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assessment.loading.spoken import WORDS
from models.authored import Text
from models.message import Message, say

Told = tuple[Message, Message, Message]
"""What was found, what was expected, what to do."""


@dataclass(frozen=True)
class Speech:
    """The words for what looks different from form to form.

    `words` are said instead of codes; `quotes` stand around a text that might be read as a number; `days` shows how a
    day may be written; `give_reason` and `make_it_a_note` say what to do; `missing` tells that a key is missing.
    """

    words: Mapping[str, Text]
    quotes: str
    days: str | Message
    give_reason: Message
    make_it_a_note: Message
    missing: Callable[[str], Told]

    def word(self, code: str) -> str | Text:
        """What a person writes for a code."""
        return self.words.get(code, code)

    def literal(self, text: str) -> str:
        """How a text is written that might be read as a number."""
        return f"{self.quotes}{text}{self.quotes}"


def _missing_key(key: str) -> Told:
    found, expected = say("The key {key} is missing", key=key), say("Expected is {key} with a value", key=key)
    return found, expected, say("Add {key}.", key=key)


def _missing_line(key: str) -> Told:
    return (
        say("The line {key} is missing in the details", key=key),
        say("Expected is {key} with its value beside it", key=key),
        say("Copy the answers into a workbook made by the command template."),
    )


TEXT_FILE = Speech(
    words={},
    quotes='"',
    days="2025-03-12",
    give_reason=say("Write {text}.", text='{not_applicable: "..."}'),
    make_it_a_note=say("Move it to the note."),
    missing=_missing_key,
)
WORKBOOK = Speech(
    words=WORDS,
    quotes="",
    days=say("2025-03-12 or 12.03.2025"),
    give_reason=say("Fill in the column {column}.", column="reason"),
    make_it_a_note=say("Move it to the column {column}.", column="note"),
    missing=_missing_line,
)
