"""Files that show what was rated, in the database: they travel with its backups and are there for every process."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from models.evidence import ASSESSMENT_LIMIT, EvidenceFile
from store.database import Database
from store.openness import ensure_open
from store.tables import assessment, evidence_file


@dataclass(frozen=True)
class SqlEvidence:
    """The files of all assessments. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def add(self, file: EvidenceFile, content: bytes) -> bool:
        """Keeps a file. Raises `NotSaved` where the database could not take it, or nobody works on the assessment.

        Returns:
            False where all files of the assessment together would be larger than `ASSESSMENT_LIMIT`.
        """
        row = {
            "id": file.id,
            "assessment_id": file.assessment,
            "indicator": file.indicator,
            "name": file.name,
            "media_type": file.media_type,
            "size": file.size,
            "digest": file.digest,
            "content": content,
            "person_id": file.person,
            "at": file.at,
        }

        def keep(connection: Connection) -> bool:
            # One after another, so that many at once cannot each see the place that is left for one.
            connection.execute(select(assessment.c.id).where(assessment.c.id == file.assessment).with_for_update())
            ensure_open(connection, file.assessment)
            held = select(func.coalesce(func.sum(evidence_file.c.size), 0))
            before = connection.execute(held.where(evidence_file.c.assessment_id == file.assessment)).scalar_one()
            if before + file.size > ASSESSMENT_LIMIT:
                return False
            connection.execute(insert(evidence_file).values(row))
            return True

        return self.database.write(keep)

    def of_assessment(self, assessment: str) -> tuple[EvidenceFile, ...]:
        """Every file that was ever put to any question of an assessment, by question, oldest first."""
        return self._files(evidence_file.c.assessment_id == assessment)

    def of_question(self, assessment: str, indicator: str) -> tuple[EvidenceFile, ...]:
        """Every file that was ever put to a question, oldest first."""
        return self._files((evidence_file.c.assessment_id == assessment) & (evidence_file.c.indicator == indicator))

    def get(self, assessment: str, file_id: str) -> tuple[EvidenceFile, bytes] | None:
        """A file of this assessment, with its content."""
        this = (evidence_file.c.assessment_id == assessment) & (evidence_file.c.id == file_id)
        query = select(evidence_file).where(this)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else (_file(row), bytes(row.content))

    def _files(self, these: ColumnElement[bool]) -> tuple[EvidenceFile, ...]:
        order = evidence_file.c.indicator, evidence_file.c.at, evidence_file.c.id
        query = select(*_ABOUT).where(these).order_by(*order)
        return tuple(_file(row) for row in self.database.read(lambda connection: connection.execute(query).all()))


_ABOUT = [column for column in evidence_file.c if column.name != "content"]


def _file(row: Row[*tuple[Any, ...]]) -> EvidenceFile:
    return EvidenceFile(
        row.id,
        row.assessment_id,
        row.indicator,
        row.name,
        row.media_type,
        row.size,
        row.digest,
        row.person_id,
        row.at,
    )
