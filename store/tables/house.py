"""What belongs to the installation: its audit trail and the pages of its operator."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from store.tables.kinds import Moment, metadata

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person_id", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("city_id", Text, index=True),
    Column("detail", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

audit_anchor = Table(
    "audit_anchor",
    metadata,
    Column("digest", Text, primary_key=True),
    sqlite_strict=True,
)

page = Table(
    "page",
    metadata,
    Column("name", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("author_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("language IN ('de', 'en')", "language"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)
