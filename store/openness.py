"""Whether an assessment is being worked on, asked in the transaction that changes it, so that nothing slips in late."""

from sqlalchemy import Connection, select

from models.assessment import NotSaved
from store.tables import assessment


def is_open(connection: Connection, assessment_id: str) -> bool:
    """Whether it is being worked on. Until the transaction ends nobody can close it; others can go on saving."""
    query = select(assessment.c.state).where(assessment.c.id == assessment_id)
    if connection.dialect.name == "postgresql":
        query = query.with_for_update(read=True)
    return connection.execute(query).scalar_one_or_none() == "draft"


def ensure_open(connection: Connection, *assessment_ids: str) -> None:
    """Raises `NotSaved` where one of them is not being worked on."""
    for each in sorted(set(assessment_ids)):
        if not is_open(connection, each):
            raise NotSaved("the assessment is not being worked on any more")
