"""What assessors from outside said beside the city: as it stands, as it came about, and as it was when signed."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from store.tables.kinds import Moment, metadata

judgement = Table(
    "judgement",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True, index=True),
    Column("indicator", Text, primary_key=True),
    Column("rating", Text),
    Column("note", Text),
    Column("evidence", Text),
    Column("version", Integer, nullable=False),
    Column("op", Text, nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("version >= 1", "version"),
    CheckConstraint("length(op) BETWEEN 1 AND 64", "op"),
    sqlite_strict=True,
)

judgement_event = Table(
    "judgement_event",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("indicator", Text, nullable=False),
    Column("rating", Text),
    Column("note", Text),
    Column("evidence", Text),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("assessment_id", "person_id", "indicator", "version"),
    sqlite_strict=True,
)

shown_view = Table(
    "shown_view",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True, index=True),
    Column("at", Moment, nullable=False),
    sqlite_strict=True,
)

frozen_judgement = Table(
    "frozen_judgement",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True, index=True),
    Column("indicator", Text, primary_key=True),
    Column("rating", Text),
    Column("note", Text),
    Column("evidence", Text),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    sqlite_strict=True,
)
