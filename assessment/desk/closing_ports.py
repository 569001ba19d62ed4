"""What closing needs from outside: where records and closings are kept, and how answers are frozen."""

import datetime
from typing import Literal, Protocol

from models.answers import Answers
from models.assessment import Assessment
from models.audit import Note
from models.closing import Closing, OpenEnds, RecordText, Redaction
from models.questionnaire import Questionnaire
from models.record import Record, StoredRecord

Closed = Literal["done", "changed", "answered"]
"""What became of a closing: done; somebody was faster with the assessment itself; an answer came in meanwhile."""


class ClosingStore(Protocol):
    """Records and closings, which are written once."""

    def record(self, assessment: str) -> StoredRecord | None:
        """What was written so far."""
        ...

    def keep_record(self, assessment: str, record: Record, seen: int) -> bool:
        """Keeps the record. False where somebody was faster, or the assessment is not being worked on."""
        ...

    def closings(self, assessment: str) -> tuple[Closing, ...]:
        """Every closing, oldest first."""
        ...

    def answer_count(self, assessment: str) -> int:
        """A number that grows with every change to an answer."""
        ...

    def close(self, new: Closing, closed: Assessment, counted: int, *, note: Note | None = None) -> Closed:
        """Keeps a closing and the closed assessment, both or neither.

        Only while the answers are those counted; "changed" also where another record stands there than in the closing.
        """
        ...

    def reopen(self, opened: Assessment, at: datetime.datetime, because: str, *, note: Note | None = None) -> bool:
        """Keeps the assessment as taken up again, and why. False where somebody was faster."""
        ...

    def open_ends(self, assessment: str) -> OpenEnds:
        """What has to be settled."""
        ...

    def was_agreed(self, assessment: str, indicator: str) -> bool:
        """Whether people ever agreed on a question and said why."""
        ...

    def redact_record(self, assessment: str, field: RecordText, *, note: Note | None = None) -> None:
        """Puts a mark in the place of a text of the record, as it stands and in every closing."""
        ...

    def redact(self, wish: Redaction, *, note: Note | None = None) -> None:
        """Puts a mark in the place of a text, in its value, its history and the closings, all of them or none.

        Files that were evidence go with the lines that named them.
        """
        ...


class AnswerFreezer(Protocol):
    """Answers as text, and back."""

    def write(self, answers: Answers) -> str:
        """The answers as the text of a file."""
        ...

    def read(self, text: str, of: Questionnaire | None = None) -> Answers:
        """The answers of such a text, to this version of its questionnaire or to the one that it names."""
        ...

    def digest(self, text: str) -> str:
        """The SHA-256 of the text."""
        ...
