"""Published editions of grouped figures, and what each city brought to them."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from store.tables.kinds import Moment, metadata

edition = Table(
    "edition",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort_id", Text, ForeignKey("cohort.id"), index=True),
    Column("key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("peers", Text, nullable=False),
    Column("invented", Integer, nullable=False),
    Column("before_id", Text),
    Column("at", Moment, nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("key", "number"),
    CheckConstraint("number >= 1", "number"),
    CheckConstraint("invented IN (0, 1)", "invented"),
    sqlite_strict=True,
)

edition_city = Table(
    "edition_city",
    metadata,
    Column("key", Text, primary_key=True),
    Column("city_id", Text, ForeignKey("city.id"), primary_key=True, index=True),
    Column("digest", Text, primary_key=True),
    Column("content", Text, nullable=False),
    sqlite_strict=True,
)
