"""Assessments with their answers, files, closings."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from store.tables.kinds import Day, Moment, metadata

assessment = Table(
    "assessment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("city_id", Text, ForeignKey("city.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("questionnaire_version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("rules_digest", Text, nullable=False),
    Column("framework", Text),
    Column("method", Text),
    Column("scale", Integer),
    Column("highest_level", Integer),
    Column("scope", Text, nullable=False),
    Column("chosen", Text),
    Column("state", Text, nullable=False),
    Column("invented", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("version", Integer, nullable=False),
    Column("way", Text, nullable=False, server_default="together"),
    Column("revision", Integer, nullable=False, server_default=text("1")),
    Column("follows_id", Text),
    Column("answers_due", Day),
    Column("papers_due", Day),
    Column("committee_day", Day),
    CheckConstraint("way IN ('together', 'privately', 'alone')", "way"),
    CheckConstraint("revision >= 1", "revision"),
    CheckConstraint("state IN ('draft', 'closed', 'archived')", "state"),
    CheckConstraint("invented IN (0, 1)", "invented"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

answer = Table(
    "answer",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("value", Text),
    Column("version", Integer, nullable=False),
    Column("author_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("field IN ('rating', 'note', 'evidence', 'confidence')", "field"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

answer_event = Table(
    "answer_event",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), nullable=False),
    Column("indicator", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text),
    Column("author_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("op", Text, nullable=False),
    CheckConstraint("field IN ('rating', 'note', 'evidence', 'confidence')", "field"),
    CheckConstraint("kind IN ('set', 'clear', 'undo', 'import', 'declined')", "kind"),
    CheckConstraint("length(op) BETWEEN 1 AND 64", "op"),
    UniqueConstraint("assessment_id", "indicator", "field", "op"),
    sqlite_strict=True,
)

_CHANGED = answer_event.c.kind != "declined"
Index(
    "ix_answer_event_version",
    answer_event.c.assessment_id,
    answer_event.c.indicator,
    answer_event.c.field,
    answer_event.c.version,
    unique=True,
    sqlite_where=_CHANGED,
    postgresql_where=_CHANGED,
)

assignment = Table(
    "assignment",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("target", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True, index=True),
    sqlite_strict=True,
)

unchecked = Table(
    "unchecked",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    sqlite_strict=True,
)

same_as = Table(
    "same_as",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("version", Integer, nullable=False),
    sqlite_strict=True,
)

evidence_file = Table(
    "evidence_file",
    metadata,
    Column("id", Text, primary_key=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), nullable=False, index=True),
    Column("indicator", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("size >= 0", "size"),
    sqlite_strict=True,
)

closing = Table(
    "closing",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("record", Text, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("inputs_digest", Text, nullable=False),
    Column("questionnaire_version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("rules_digest", Text, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("reopened", Moment),
    Column("reopened_because", Text),
    CheckConstraint("revision >= 1", "revision"),
    sqlite_strict=True,
)

assessment_record = Table(
    "assessment_record",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("record", Text, nullable=False),
    Column("version", Integer, nullable=False),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)
