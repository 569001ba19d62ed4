"""What the use cases need from outside. `store` keeps, `wiring` brings clock and ids; tests bring their own."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from models.assessment import AnswerEvent, Assessment, Change, City, Outcome, StoredAnswer
from models.audit import AuditEntry, Note, Verdict
from models.authored import Language
from models.evidence import EvidenceFile
from models.pages import Page, PageName
from models.people import Actor


class Clock(Protocol):
    """The time."""

    def __call__(self) -> datetime.datetime:
        """Now, with its time zone."""
        ...


class Ids(Protocol):
    """Ids that nobody can guess."""

    def __call__(self) -> str:
        """A new id."""
        ...


class AnswerStore(Protocol):
    """Answers, each field with its version, and what happened to them."""

    def answers(self, assessment: str, process: str | None = None) -> Mapping[str, StoredAnswer]:
        """All answers of an assessment, or only those of one process, by indicator."""
        ...

    def save(self, changes: Sequence[Change]) -> tuple[Outcome, ...]:
        """Carries out all changes, or none of them where one conflicts; then only the conflicts come back.

        A question that is changed counts as looked at again.

        Returns after the commit. Raises `NotSaved` where the changes could not be taken.
        """
        ...

    def decline(self, change: Change) -> None:
        """Keeps a wish that gave way to what stands there, in the history alone. The same `op` is kept once.

        Raises `NotSaved` where it could not be taken.
        """
        ...

    def history(self, assessment: str, subject: str | None = None) -> tuple[AnswerEvent, ...]:
        """What happened to a question, to a process and all its questions, or to everything; oldest first."""
        ...


class EvidenceStore(Protocol):
    """Files that show what was rated."""

    def add(self, file: EvidenceFile, content: bytes) -> bool:
        """Keeps a file. Raises `NotSaved` where it could not be taken.

        Returns:
            False where all files of the assessment together would be larger than `ASSESSMENT_LIMIT`.
        """
        ...

    def of_assessment(self, assessment: str) -> tuple[EvidenceFile, ...]:
        """Every file that was ever put to any question of an assessment, by question, oldest first."""
        ...

    def of_question(self, assessment: str, indicator: str) -> tuple[EvidenceFile, ...]:
        """Every file that was ever put to a question, oldest first."""
        ...

    def get(self, assessment: str, file_id: str) -> tuple[EvidenceFile, bytes] | None:
        """A file of this assessment, with its content."""
        ...


class AssessmentStore(Protocol):
    """Assessments, cities, and who belongs to which city. What changes something keeps the note that comes with it."""

    def remember(self, actor: Actor) -> None:
        """Notes a person and their name."""
        ...

    def cities_of(self, person_id: str) -> tuple[City, ...]:
        """The cities in which a person holds a role, by name."""
        ...

    def city_named(self, name: str) -> City | None:
        """The city of this name, whether written large or small."""
        ...

    def add(
        self,
        new: Assessment,
        person_id: str,
        answers: Sequence[Change] = (),
        unchecked: Collection[str] = (),
        *,
        note: Note | None = None,
        claim: str | None = None,
    ) -> bool:
        """Keeps a new assessment with its first answers; a city that is new too, and then the person leads it.

        `unchecked` are the questions whose answers come from an earlier assessment and were not looked at since.
        `claim` is the fingerprint of the code by which answers are taken over from a room; it serves once. False, and
        nothing kept, where it does not serve any more.
        """
        ...

    def get(self, assessment_id: str) -> Assessment | None:
        """The assessment with this id."""
        ...

    def of_cities(self, cities: Collection[str], opened: Collection[str] = ()) -> tuple[Assessment, ...]:
        """All assessments of these cities, and the opened ones, newest first."""
        ...

    def replace(self, changed: Assessment, *, note: Note | None = None) -> bool:
        """Keeps a changed record, whose version is one above the version seen. False where somebody was faster."""
        ...

    def delete(self, assessment_id: str, *, note: Note | None = None) -> None:
        """Erases an assessment with its answers and their history."""
        ...


class PageStore(Protocol):
    """The operator's texts, every version of them."""

    def versions(self, name: PageName, language: Language) -> tuple[Page, ...]:
        """All versions of a page in a language, newest first."""
        ...

    def add(self, new: Page, author: str, *, note: Note | None = None) -> bool:
        """Keeps a new version, written by the person with this id. False where somebody else wrote it first."""
        ...


class AuditStore(Protocol):
    """The trail of what was done, to which entries are only ever added."""

    def add(self, note: Note) -> None:
        """Notes something that changes nothing else, such as that a copy was handed out."""
        ...

    def entries(self, city: str | None = None) -> tuple[AuditEntry, ...]:
        """All entries, or those about one city, oldest first."""
        ...

    def verified(self) -> Verdict:
        """Whether the entries fit together."""
        ...
