"""From profile to plan, groups of cities, and what reports need.

Revision: 0004, after 0003. What is there stays as it is; everything here is new beside it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _targets()
    _measures()
    _assessors()
    _editions()
    _rooms()
    _exchange()
    _reports()


def _targets() -> None:
    """Targets of a city's own."""


def _measures() -> None:
    """Measures of a city."""
    op.create_table(
        "measure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("origin_id", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("process", sa.Text()),
        sa.Column("indicators", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer()),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("begins", sa.Text()),
        sa.Column("due", sa.Text()),
        sa.Column("days", sa.Text()),
        sa.Column("euros_once", sa.Integer()),
        sa.Column("euros_yearly", sa.Integer()),
        sa.Column("posts", sa.Text()),
        sa.Column("own_funds", sa.Integer()),
        sa.Column("third_party_funds", sa.Integer()),
        sa.Column("funding_source", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decision_reference", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("done", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('proposed', 'decided', 'under way', 'done', 'dropped')", name="ck_measure_state"
        ),
        sa.CheckConstraint("version >= 1", name="ck_measure_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_measure_city_id"),
        sa.PrimaryKeyConstraint("id", name="pk_measure"),
        sqlite_strict=True,
    )
    op.create_index("ix_measure_city_id", "measure", ["city_id"])


def _assessors() -> None:
    """Ratings of an assessor beside the city's own, and questionnaires as they were when they were answered."""
    op.create_table(
        "kept_questionnaire",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_kept_questionnaire"),
        sqlite_strict=True,
    )


def _editions() -> None:
    """Published editions of cohorts."""
    op.create_table(
        "edition",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text()),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("peers", sa.Text(), nullable=False),
        sa.Column("invented", sa.Integer(), nullable=False),
        sa.Column("before_id", sa.Text()),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_edition_number"),
        sa.CheckConstraint("invented IN (0, 1)", name="ck_edition_invented"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name="fk_edition_cohort_id"),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
        sa.UniqueConstraint("key", "number", name="uq_edition_key_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_edition_cohort_id", "edition", ["cohort_id"])
    op.create_table(
        "contribution",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_contribution_city_id"),
        sa.PrimaryKeyConstraint("key", "city_id", "digest", name="pk_contribution"),
        sqlite_strict=True,
    )
    op.create_index("ix_contribution_city_id", "contribution", ["city_id"])


def _rooms() -> None:
    """Live rooms."""


def _exchange() -> None:
    """Offers and wishes of cities, programme, and contributions to the library."""


def _reports() -> None:
    """Branding, comments and states of reports."""
    op.create_table(
        "branding",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("look", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("owner_kind IN ('city', 'person')", name="ck_branding_owner_kind"),
        sa.CheckConstraint("version >= 1", name="ck_branding_version"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_branding_person_id"),
        sa.PrimaryKeyConstraint("owner_kind", "owner_id", name="pk_branding"),
        sqlite_strict=True,
    )
    op.create_table(
        "report_comment",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_report_comment_version"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_report_comment_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_report_comment_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "section", name="pk_report_comment"),
        sqlite_strict=True,
    )
    op.create_table(
        "report_step",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("made_from", sa.Text()),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'fact check', 'confirmed', 'released')", name="ck_report_step_state"
        ),
        sa.CheckConstraint("number >= 1", name="ck_report_step_number"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_report_step_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_report_step_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "number", name="pk_report_step"),
        sqlite_strict=True,
    )
    op.create_table(
        "report_choice",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_report_choice_person_id"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_report_choice_assessment_id"),
        sa.PrimaryKeyConstraint("person_id", "assessment_id", name="pk_report_choice"),
        sqlite_strict=True,
    )
