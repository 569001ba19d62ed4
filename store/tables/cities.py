"""Cities and the cohorts they join."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from store.tables.kinds import Moment, metadata

city = Table(
    "city",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
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
