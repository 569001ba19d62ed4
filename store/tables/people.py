"""Who people are: accounts, roles, sessions, codes."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from store.tables.kinds import Moment, metadata

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("display_name", Text),
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
