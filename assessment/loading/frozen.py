"""Answers as they are frozen at a closing: the text of an answers file, and its digest."""

import hashlib
from dataclasses import dataclass

from assessment.loading.answers import parse_answers
from assessment.loading.writing import dump_answers
from models.answers import Answers
from models.questionnaire import Library, Questionnaire


@dataclass(frozen=True)
class FrozenAnswers:
    """Writes and reads frozen answers to the questionnaires of a library."""

    library: Library

    def write(self, answers: Answers) -> str:
        """The answers as the text of a file."""
        return dump_answers(answers)

    def read(self, text: str, of: Questionnaire | None = None) -> Answers:
        """The answers of a text that was written here. Raises `InputRefused` where it cannot be read any more.

        Args:
            text: what was written.
            of: the version that was answered; without it the one that the text names.
        """
        library = self.library if of is None else self.library.as_of(of)
        return parse_answers(text.encode(), "closing.yaml", library)

    def digest(self, text: str) -> str:
        """The SHA-256 of the text."""
        return hashlib.sha256(text.encode()).hexdigest()
