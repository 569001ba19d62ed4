"""Questionnaires as they were when they were answered."""

from sqlalchemy import Column, LargeBinary, Table, Text

from store.tables.kinds import metadata

kept_questionnaire = Table(
    "kept_questionnaire",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)
