"""Accounts: who signs in, which roles they hold where, sessions, codes, attempts. Belonging to a city becomes a role.

Revision: 0002, after 0001. Whoever belonged to a city leads it from now on; there was one local person, whose cities
pass to the first administrator when that account is made.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text()),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Text()),
        sa.Column("must_change", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("login", name="uq_account_login"),
        sa.ForeignKeyConstraint(["id"], ["person.id"], name="fk_account_id"),
        sa.CheckConstraint("must_change IN (0, 1)", name="ck_account_must_change"),
        sqlite_strict=True,
    )
    op.create_table(
        "identity",
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("issuer", "subject", name="pk_identity"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_identity_account_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "role_grant",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text()),
        sa.Column("assessment_id", sa.Text()),
        sa.PrimaryKeyConstraint("person_id", "role", "place", name="pk_role_grant"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_role_grant_person_id"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_role_grant_city_id"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_role_grant_assessment_id"),
        sa.CheckConstraint(
            "role IN ('contributor', 'lead', 'trainer', 'consultant', 'administrator')", name="ck_role_grant_role"
        ),
        sa.CheckConstraint("place = coalesce(city_id, assessment_id, '')", name="ck_role_grant_place"),
        sqlite_strict=True,
    )
    op.create_index("ix_role_grant_city_id", "role_grant", ["city_id"])
    op.create_table(
        "web_session",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("begun", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_web_session"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_web_session_account_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_web_session_account_id", "web_session", ["account_id"])
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
        sa.PrimaryKeyConstraint("fingerprint", name="pk_one_time_code"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name="fk_one_time_code_made_by"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_one_time_code_city_id"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_one_time_code_account_id"),
        sa.CheckConstraint("purpose IN ('invite', 'reset')", name="ck_one_time_code_purpose"),
        sa.CheckConstraint("uses_left >= 0", name="ck_one_time_code_uses_left"),
        sqlite_strict=True,
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_sign_in_attempt"),
        sqlite_strict=True,
    )
    op.create_index("ix_sign_in_attempt_at", "sign_in_attempt", ["at"])
    op.execute(
        "INSERT INTO role_grant (person_id, role, place, city_id) SELECT person_id, 'lead', city_id, city_id FROM membership"
    )
    op.drop_table("membership")


def downgrade() -> None:
    op.create_table(
        "membership",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "city_id", name="pk_membership"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_membership_person_id"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_membership_city_id"),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO membership SELECT DISTINCT person_id, city_id FROM role_grant WHERE city_id IS NOT NULL")
    for table in ("sign_in_attempt", "one_time_code", "web_session", "role_grant", "identity", "account"):
        op.drop_table(table)
