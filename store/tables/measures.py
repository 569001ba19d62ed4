"""What cities decided to do."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from store.tables.kinds import Day, metadata

measure = Table(
    "measure",
    metadata,
    Column("id", Text, primary_key=True),
    Column("city_id", Text, ForeignKey("city.id"), nullable=False, index=True),
    Column("origin_id", Text),
    Column("title", Text, nullable=False),
    Column("process", Text),
    Column("indicators", Text, nullable=False),
    Column("level", Integer),
    Column("owner", Text, nullable=False),
    Column("begins", Day),
    Column("due", Day),
    Column("days", Text),
    Column("euros_once", Integer),
    Column("euros_yearly", Integer),
    Column("posts", Text),
    Column("own_funds", Integer),
    Column("third_party_funds", Integer),
    Column("funding_source", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("decision_reference", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("indicator", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("done", Day),
    Column("note", Text, nullable=False),
    Column("version", Integer, nullable=False),
    CheckConstraint("state IN ('proposed', 'decided', 'under way', 'done', 'dropped')", "state"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)
"""`origin_id` is the assessment that a measure came from; it names no row, since the measure outlives it."""
