"""How a form is spoken of to whoever fills it in: a text file by its codes and keys, a workbook by its words and columns."""

from collections.abc import Mapping

from models.authored import Text
from models.message import Message, say


class Speech:
    """How people speak of a text file."""

    def word(self, code: str) -> str | Text:
        """What a person writes for a code."""
        return code

    def literal(self, text: str) -> str:
        """How a text is written that might be read as a number."""
        return f'"{text}"'

    @property
    def days(self) -> str | Message:
        """How a day may be written."""
        return "2025-03-12"

    @property
    def give_reason(self) -> Message:
        """How to say why something does not apply."""
        return say("Write {text}.", text='{not_applicable: "..."}')

    @property
    def make_it_a_note(self) -> Message:
        """Where a text belongs that is no reason."""
        return say("Move it to the note.")

    def missing(self, key: str) -> tuple[Message, Message, Message]:
        """What was found, what was expected and what to do where a key is missing."""
        return (
            say("The key {key} is missing", key=key),
            say("Expected is {key} with a value", key=key),
            say("Add {key}.", key=key),
        )


class WorkbookSpeech(Speech):
    """How people speak of a workbook."""

    def __init__(self, words: Mapping[str, Text]) -> None:
        self._words = words

    def word(self, code: str) -> str | Text:
        return self._words.get(code, code)

    def literal(self, text: str) -> str:
        return text

    @property
    def days(self) -> str | Message:
        return say("2025-03-12 or 12.03.2025")

    @property
    def give_reason(self) -> Message:
        return say("Fill in the column {column}.", column="reason")

    @property
    def make_it_a_note(self) -> Message:
        return say("Move it to the column {column}.", column="note")

    def missing(self, key: str) -> tuple[Message, Message, Message]:
        return (
            say("The line {key} is missing in the details", key=key),
            say("Expected is {key} with its value beside it", key=key),
            say("Copy the answers into a workbook made by the command template."),
        )
