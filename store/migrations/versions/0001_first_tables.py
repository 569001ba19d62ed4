"""The first tables: people, cities, assessments, answers with their history, the operator's pages.

Revision: 0001, after nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sqlite_strict=True,
    )
    op.create_table(
        "city",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_city"),
        sqlite_strict=True,
    )
    op.create_table(
        "membership",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "city_id", name="pk_membership"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_membership_person_id"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_membership_city_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("questionnaire_version", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("rules_digest", sa.Text(), nullable=False),
        sa.Column("framework", sa.Text()),
        sa.Column("method", sa.Text()),
        sa.Column("scale", sa.Integer()),
        sa.Column("highest_level", sa.Integer()),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("chosen", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("invented", sa.Integer(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_assessment_city_id"),
        sa.CheckConstraint("state IN ('draft', 'closed', 'archived')", name="ck_assessment_state"),
        sa.CheckConstraint("invented IN (0, 1)", name="ck_assessment_invented"),
        sa.CheckConstraint("version >= 1", name="ck_assessment_version"),
        sqlite_strict=True,
    )
    op.create_index("ix_assessment_city_id", "assessment", ["city_id"])
    op.create_table(
        "answer",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "indicator", "field", name="pk_answer"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_answer_assessment_id"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_answer_author_id"),
        sa.CheckConstraint("field IN ('rating', 'note', 'evidence', 'confidence')", name="ck_answer_field"),
        sa.CheckConstraint("version >= 1", name="ck_answer_version"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
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
            "assessment_id", "indicator", "field", "version", name="uq_answer_event_assessment_id_indicator_field_version"
        ),
        sa.UniqueConstraint(
            "assessment_id", "indicator", "field", "op", name="uq_answer_event_assessment_id_indicator_field_op"
        ),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_answer_event_assessment_id"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_answer_event_author_id"),
        sa.CheckConstraint("field IN ('rating', 'note', 'evidence', 'confidence')", name="ck_answer_event_field"),
        sa.CheckConstraint("kind IN ('set', 'clear', 'undo', 'import')", name="ck_answer_event_kind"),
        sa.CheckConstraint("length(op) BETWEEN 1 AND 64", name="ck_answer_event_op"),
        sqlite_strict=True,
    )
    op.create_table(
        "page",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", "language", "version", name="pk_page"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_page_author_id"),
        sa.CheckConstraint("language IN ('de', 'en')", name="ck_page_language"),
        sa.CheckConstraint("version >= 1", name="ck_page_version"),
        sqlite_strict=True,
    )


def downgrade() -> None:
    for table in ("page", "answer_event", "answer", "assessment", "membership", "city", "person"):
        op.drop_table(table)
