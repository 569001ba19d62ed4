"""What a backup brought back although it was erased or taken out since: gone once more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assessment.cli.surroundings import Surroundings
from assessment.desk.redacting import Redactions
from assessment.loading import load_library
from assessment.loading.frozen import FrozenAnswers
from models.audit import Note
from models.personal import Erased
from store.answers import SqlAnswers
from store.assessments import SqlAssessments
from store.closings import SqlClosings
from store.database import Database, file_url, open_database
from store.erasures import ERASED, REDACTED, erase_again
from store.migration import migrate


@dataclass(frozen=True, slots=True)
class GoneAgain:
    """How often which outcome people had who were to be erased once more, and how many texts went once more."""

    people: Counter[Erased]
    texts: int


def gone_again(database: Path, notes: Sequence[Note], surroundings: Surroundings) -> GoneAgain:
    """Erases and takes out what these notes tell of, where a backup brought it back."""
    people = tuple(each for each in notes if each.action == ERASED)
    texts = tuple(each for each in notes if each.action == REDACTED)
    erased = erase_again(database, people, surroundings.now)
    return GoneAgain(erased, _redacted(database, texts, surroundings) if texts else 0)


def _redacted(path: Path, notes: Sequence[Note], surroundings: Surroundings) -> int:
    url = file_url(path)
    migrate(url, surroundings.now)
    database = open_database(url)
    try:
        assessments, redactions = SqlAssessments(database), _redactions(database, surroundings)
        found = ((assessments.get(each.subject_id), each) for each in notes)
        now = surroundings.now
        return sum(of is not None and redactions.again(of, replace(note, at=now)) for of, note in found)
    finally:
        database.close()


def _redactions(database: Database, surroundings: Surroundings) -> Redactions:
    library = load_library(surroundings.questionnaires)
    return Redactions(SqlClosings(database), SqlAnswers(database), FrozenAnswers(library), library)
