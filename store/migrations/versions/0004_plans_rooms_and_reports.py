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


def _assessors() -> None:
    """Ratings of an assessor beside the city's own, and moves to a newer version of a model."""


def _editions() -> None:
    """Published editions of cohorts."""


def _rooms() -> None:
    """Live rooms."""


def _exchange() -> None:
    """Offers and wishes of cities, programme, contributions to the library, and what a city's work costs."""
    op.create_table(
        "exchange_offer",
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("offer", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_exchange_offer_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_exchange_offer_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_exchange_offer_person_id"),
        sa.PrimaryKeyConstraint("city_id", name="pk_exchange_offer"),
        sqlite_strict=True,
    )
    op.create_table(
        "exchange_request",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("asked_id", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('asked', 'accepted', 'declined', 'ended')", name="ck_exchange_request_state"),
        sa.CheckConstraint("city_id != asked_id", name="ck_exchange_request_two_cities"),
        sa.CheckConstraint("version >= 1", name="ck_exchange_request_version"),
        sa.ForeignKeyConstraint(["asked_id"], ["city.id"], name="fk_exchange_request_asked_id"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_exchange_request_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_exchange_request_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_exchange_request"),
        sqlite_strict=True,
    )
    op.create_index("ix_exchange_request_city_id", "exchange_request", ["city_id"])
    op.create_index("ix_exchange_request_asked_id", "exchange_request", ["asked_id"])
    op.create_table(
        "programme_event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text()),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_programme_event_version"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name="fk_programme_event_cohort_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_programme_event_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_event"),
        sqlite_strict=True,
    )
    op.create_index("ix_programme_event_cohort_id", "programme_event", ["cohort_id"])
    op.create_table(
        "programme_file",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["programme_event.id"], name="fk_programme_file_event_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_programme_file_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_file"),
        sqlite_strict=True,
    )
    op.create_index("ix_programme_file_event_id", "programme_file", ["event_id"])
    op.create_table(
        "contribution",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("contribution", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("checked", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'submitted', 'published', 'declined')", name="ck_contribution_state"),
        sa.CheckConstraint("version >= 1", name="ck_contribution_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_contribution_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_contribution_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contribution"),
        sqlite_strict=True,
    )
    op.create_index("ix_contribution_city_id", "contribution", ["city_id"])
    op.create_table(
        "city_resources",
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("resources", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_city_resources_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_city_resources_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_city_resources_person_id"),
        sa.PrimaryKeyConstraint("city_id", name="pk_city_resources"),
        sqlite_strict=True,
    )


def _reports() -> None:
    """Branding, comments and states of reports."""
