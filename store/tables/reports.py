"""Reports: how they look, what is said in them, how far they are, and what people chose last."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, Table, Text

from store.tables.kinds import Moment, metadata

branding = Table(
    "branding",
    metadata,
    Column("owner_kind", Text, primary_key=True),
    Column("owner_id", Text, primary_key=True),
    Column("look", Text, nullable=False),
    Column("logo", LargeBinary),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("owner_kind IN ('city', 'person')", "owner_kind"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

report_comment = Table(
    "report_comment",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("section", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

report_step = Table(
    "report_step",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("remarks", Text, nullable=False),
    Column("made_from", Text),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("state IN ('draft', 'fact check', 'confirmed', 'released')", "state"),
    CheckConstraint("number >= 1", "number"),
    sqlite_strict=True,
)

report_choice = Table(
    "report_choice",
    metadata,
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("choice", Text, nullable=False),
    sqlite_strict=True,
)
