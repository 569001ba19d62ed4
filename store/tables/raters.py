"""What several raters of one assessment said, each alone, and what they agreed."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from store.tables.kinds import Moment, metadata

private_rating = Table(
    "private_rating",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True, index=True),
    Column("rating", Text),
    Column("note", Text),
    Column("version", Integer, nullable=False),
    Column("op", Text, nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("version >= 1", "version"),
    CheckConstraint("length(op) BETWEEN 1 AND 64", "op"),
    sqlite_strict=True,
)

finished_rating = Table(
    "finished_rating",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("process", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True, index=True),
    sqlite_strict=True,
)

opened_spread = Table(
    "opened_spread",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("process", Text, primary_key=True),
    Column("at", Moment, primary_key=True),
    Column("taken_back", Moment),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    sqlite_strict=True,
)

agreement = Table(
    "agreement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), nullable=False, index=True),
    Column("indicator", Text, nullable=False),
    Column("rating", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    sqlite_strict=True,
)
