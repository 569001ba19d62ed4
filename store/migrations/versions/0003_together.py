"""Answering together: delegation, private ratings and agreement, evidence files, closings, profiles, cohorts, audit.

Revision: 0003, after 0002. Answers and accounts stay as they are; roles and codes learn of guests and cohorts.
"""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _new_tables()
    for column in (
        "way TEXT NOT NULL DEFAULT 'together'"
        " CONSTRAINT ck_assessment_way CHECK (way IN ('together', 'privately', 'alone'))",
        "revision INTEGER NOT NULL DEFAULT 1 CONSTRAINT ck_assessment_revision CHECK (revision >= 1)",
        "follows_id TEXT",
        "answers_due TEXT",
        "papers_due TEXT",
        "committee_day TEXT",
    ):
        op.execute(f"ALTER TABLE assessment ADD COLUMN {column}")
    _rebuild("role_grant", "person_id, role, place, city_id, assessment_id", _role_grant)
    _rebuild("answer_event", "number, assessment_id, indicator, field, version, kind, value, author_id, at, op", _events)
    if op.get_bind().dialect.name == "postgresql":
        # The rows brought their numbers along; the next one must come after them.
        op.execute(
            "SELECT setval(pg_get_serial_sequence('answer_event', 'number'), coalesce(max(number), 1), count(*) > 0)"
            " FROM answer_event"
        )
    _rebuild(
        "one_time_code",
        "fingerprint, purpose, made_by, uses_left, expires, role, city_id, account_id",
        _one_time_code,
    )


def _rebuild(table: str, columns: str, create: Callable[[], None]) -> None:
    """Makes a table anew with what it held: neither engine can change a CHECK in place."""
    op.execute(f"CREATE TABLE before_0003 AS SELECT {columns} FROM {table}")
    op.drop_table(table)
    create()
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM before_0003")
    op.drop_table("before_0003")


def _events() -> None:
    op.create_table(
        "answer_event",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("author_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_answer_event"),
        sa.UniqueConstraint(
            "assessment_id", "indicator", "field", "op", name="uq_answer_event_assessment_id_indicator_field_op"
        ),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_answer_event_assessment_id"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_answer_event_author_id"),
        sa.CheckConstraint("field IN ('rating', 'note', 'evidence', 'confidence')", name="ck_answer_event_field"),
        sa.CheckConstraint("kind IN ('set', 'clear', 'undo', 'import', 'declined')", name="ck_answer_event_kind"),
        sa.CheckConstraint("length(op) BETWEEN 1 AND 64", name="ck_answer_event_op"),
        sqlite_strict=True,
    )
    # A declined wish stands beside the version it gave way to; only what changed something has one of its own.
    changed = sa.text("kind != 'declined'")
    op.create_index(
        "ix_answer_event_version",
        "answer_event",
        ["assessment_id", "indicator", "field", "version"],
        unique=True,
        sqlite_where=changed,
        postgresql_where=changed,
    )


def _role_grant() -> None:
    op.create_table(
        "role_grant",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text()),
        sa.Column("assessment_id", sa.Text()),
        sa.Column("cohort_id", sa.Text()),
        sa.PrimaryKeyConstraint("person_id", "role", "place", name="pk_role_grant"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_role_grant_person_id"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_role_grant_city_id"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_role_grant_assessment_id"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name="fk_role_grant_cohort_id"),
        sa.CheckConstraint(
            "role IN ('contributor', 'guest', 'lead', 'trainer', 'consultant', 'administrator')",
            name="ck_role_grant_role",
        ),
        sa.CheckConstraint("place = coalesce(city_id, assessment_id, cohort_id, '')", name="ck_role_grant_place"),
        sqlite_strict=True,
    )
    for column in ("city_id", "assessment_id", "cohort_id"):
        op.create_index(f"ix_role_grant_{column}", "role_grant", [column])


def _one_time_code() -> None:
    op.create_table(
        "one_time_code",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
        sa.Column("role", sa.Text()),
        sa.Column("city_id", sa.Text()),
        sa.Column("account_id", sa.Text()),
        sa.Column("assessment_id", sa.Text()),
        sa.Column("cohort_id", sa.Text()),
        sa.Column("shown", sa.Text()),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_one_time_code"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name="fk_one_time_code_made_by"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_one_time_code_city_id"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_one_time_code_account_id"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_one_time_code_assessment_id"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name="fk_one_time_code_cohort_id"),
        sa.CheckConstraint("purpose IN ('invite', 'reset', 'guest', 'cohort')", name="ck_one_time_code_purpose"),
        sa.CheckConstraint("uses_left >= 0", name="ck_one_time_code_uses_left"),
        sqlite_strict=True,
    )
    for column in ("assessment_id", "cohort_id"):
        op.create_index(f"ix_one_time_code_{column}", "one_time_code", [column])


def _new_tables() -> None:
    op.create_table(
        "audit_anchor",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_audit_anchor"),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text()),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_entry"),
        sa.UniqueConstraint("digest", name="uq_audit_entry_digest"),
        sqlite_strict=True,
    )
    op.create_index("ix_audit_entry_city_id", "audit_entry", ["city_id"])
    op.create_table(
        "cohort",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("invented", sa.Integer(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("invented IN (0, 1)", name="ck_cohort_invented"),
        sa.CheckConstraint("version >= 1", name="ck_cohort_version"),
        sa.PrimaryKeyConstraint("id", name="pk_cohort"),
        sqlite_strict=True,
    )
    op.create_table(
        "city_profile",
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_city_profile_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_city_profile_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_city_profile_person_id"),
        sa.PrimaryKeyConstraint("city_id", name="pk_city_profile"),
        sqlite_strict=True,
    )
    op.create_table(
        "cohort_city",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("joined", sa.Text(), nullable=False),
        sa.Column("left", sa.Text()),
        sa.Column("consents", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_cohort_city_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_cohort_city_city_id"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name="fk_cohort_city_cohort_id"),
        sa.PrimaryKeyConstraint("cohort_id", "city_id", name="pk_cohort_city"),
        sqlite_strict=True,
    )
    op.create_index("ix_cohort_city_city_id", "cohort_city", ["city_id"])
    op.create_table(
        "agreement",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("rating", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_agreement_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_agreement_person_id"),
        sa.PrimaryKeyConstraint("number", name="pk_agreement"),
        sqlite_strict=True,
    )
    op.create_index("ix_agreement_assessment_id", "agreement", ["assessment_id"])
    op.create_table(
        "assessment_record",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_assessment_record_version"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_assessment_record_assessment_id"),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_assessment_record"),
        sqlite_strict=True,
    )
    op.create_table(
        "assignment",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_assignment_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_assignment_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "target", "person_id", name="pk_assignment"),
        sqlite_strict=True,
    )
    op.create_index("ix_assignment_person_id", "assignment", ["person_id"])
    op.create_table(
        "closing",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("inputs_digest", sa.Text(), nullable=False),
        sa.Column("questionnaire_version", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("rules_digest", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("reopened", sa.Text()),
        sa.Column("reopened_because", sa.Text()),
        sa.CheckConstraint("revision >= 1", name="ck_closing_revision"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_closing_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_closing_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "revision", name="pk_closing"),
        sqlite_strict=True,
    )
    op.create_table(
        "evidence_file",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("size >= 0", name="ck_evidence_file_size"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_evidence_file_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_evidence_file_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence_file"),
        sqlite_strict=True,
    )
    op.create_index("ix_evidence_file_assessment_id", "evidence_file", ["assessment_id"])
    op.create_table(
        "finished_rating",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_finished_rating_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_finished_rating_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "process", "person_id", name="pk_finished_rating"),
        sqlite_strict=True,
    )
    op.create_index("ix_finished_rating_person_id", "finished_rating", ["person_id"])
    op.create_table(
        "opened_spread",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("taken_back", sa.Text()),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_opened_spread_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_opened_spread_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "process", "at", name="pk_opened_spread"),
        sqlite_strict=True,
    )
    op.create_table(
        "private_rating",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("rating", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("length(op) BETWEEN 1 AND 64", name="ck_private_rating_op"),
        sa.CheckConstraint("version >= 1", name="ck_private_rating_version"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_private_rating_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_private_rating_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "indicator", "person_id", name="pk_private_rating"),
        sqlite_strict=True,
    )
    op.create_index("ix_private_rating_person_id", "private_rating", ["person_id"])
    op.create_table(
        "same_as",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_same_as_assessment_id"),
        sa.PrimaryKeyConstraint("assessment_id", "indicator", name="pk_same_as"),
        sqlite_strict=True,
    )
    op.create_table(
        "unchecked",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_unchecked_assessment_id"),
        sa.PrimaryKeyConstraint("assessment_id", "indicator", name="pk_unchecked"),
        sqlite_strict=True,
    )
