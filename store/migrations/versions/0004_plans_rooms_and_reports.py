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


def _rooms() -> None:
    """Live rooms."""


def _exchange() -> None:
    """Offers and wishes of cities, programme, and contributions to the library."""


def _reports() -> None:
    """Branding, comments and states of reports."""
