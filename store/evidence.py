"""Files that show what was rated, in the database: they travel with its backups and are there for every process."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, select

from models.evidence import EvidenceFile
from store.database import Database
from store.tables import evidence_file


@dataclass(frozen=True)
class SqlEvidence:
    """The files of all assessments. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def add(self, file: EvidenceFile, content: bytes) -> None:
        """Keeps a file. Raises `NotSaved` where the database could not take it."""
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
        self.database.write(lambda connection: connection.execute(insert(evidence_file).values(row)))

    def of_question(self, assessment: str, indicator: str) -> tuple[EvidenceFile, ...]:
        """Every file that was ever put to a question, oldest first."""
        this = (evidence_file.c.assessment_id == assessment) & (evidence_file.c.indicator == indicator)
        query = select(*_ABOUT).where(this).order_by(evidence_file.c.at, evidence_file.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_file(row) for row in rows)

    def get(self, assessment: str, file_id: str) -> tuple[EvidenceFile, bytes] | None:
        """A file of this assessment, with its content."""
        this = (evidence_file.c.assessment_id == assessment) & (evidence_file.c.id == file_id)
        query = select(evidence_file).where(this)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else (_file(row), bytes(row.content))


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
