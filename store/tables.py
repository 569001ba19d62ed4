"""The tables as they are now. How an older database gets there stands in `migrations/`.

Only types that SQLite's STRICT tables know: INTEGER and TEXT. Moments are UTC in ISO 8601, values of fields are JSON.
"""

import datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)


class Moment(TypeDecorator[datetime.datetime]):
    """A point in time, always with its zone, kept as UTC text that sorts as time does."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text. A moment without zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.datetime | None:  # noqa: ARG002
        """From text."""
        return None if value is None else datetime.datetime.fromisoformat(value)


class Day(TypeDecorator[datetime.date]):
    """A day without a time, as ISO 8601 text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime.date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.date | None:  # noqa: ARG002
        """From text."""
        return None if value is None else datetime.date.fromisoformat(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("display_name", Text),
    sqlite_strict=True,
)

city = Table(
    "city",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    sqlite_strict=True,
)

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

city_profile = Table(
    "city_profile",
    metadata,
    Column("city_id", Text, ForeignKey("city.id"), primary_key=True),
    Column("profile", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

cohort = Table(
    "cohort",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("invented", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("version", Integer, nullable=False),
    CheckConstraint("invented IN (0, 1)", "invented"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

cohort_city = Table(
    "cohort_city",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), primary_key=True),
    Column("city_id", Text, ForeignKey("city.id"), primary_key=True, index=True),
    Column("joined", Moment, nullable=False),
    Column("left", Moment),
    Column("consents", Text, nullable=False),
    Column("version", Integer, nullable=False),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

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

account = Table(
    "account",
    metadata,
    Column("id", Text, ForeignKey("person.id"), primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    Column("password_hash", Text),
    Column("created", Moment, nullable=False),
    Column("disabled", Moment),
    Column("must_change", Integer, nullable=False),
    CheckConstraint("must_change IN (0, 1)", "must_change"),
    sqlite_strict=True,
)

identity = Table(
    "identity",
    metadata,
    Column("issuer", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("account_id", Text, ForeignKey("account.id"), nullable=False),
    sqlite_strict=True,
)

role_grant = Table(
    "role_grant",
    metadata,
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("city_id", Text, ForeignKey("city.id"), index=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), index=True),
    Column("cohort_id", Text, ForeignKey("cohort.id"), index=True),
    CheckConstraint("role IN ('contributor', 'guest', 'lead', 'trainer', 'consultant', 'administrator')", "role"),
    CheckConstraint("place = coalesce(city_id, assessment_id, cohort_id, '')", "place"),
    sqlite_strict=True,
)

web_session = Table(
    "web_session",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("account_id", Text, ForeignKey("account.id"), nullable=False, index=True),
    Column("begun", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Column("ends", Moment, nullable=False),
    sqlite_strict=True,
)

one_time_code = Table(
    "one_time_code",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("made_by", Text, ForeignKey("person.id"), nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("role", Text),
    Column("city_id", Text, ForeignKey("city.id")),
    Column("account_id", Text, ForeignKey("account.id")),
    Column("assessment_id", Text, ForeignKey("assessment.id"), index=True),
    Column("cohort_id", Text, ForeignKey("cohort.id"), index=True),
    Column("shown", Text),
    CheckConstraint("purpose IN ('invite', 'reset', 'guest', 'cohort')", "purpose"),
    CheckConstraint("uses_left >= 0", "uses_left"),
    sqlite_strict=True,
)

sign_in_attempt = Table(
    "sign_in_attempt",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("login", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    sqlite_strict=True,
)
