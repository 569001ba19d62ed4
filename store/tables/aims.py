"""The targets that cities chose."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from store.tables.kinds import Moment, metadata

target = Table(
    "target",
    metadata,
    Column("city_id", Text, ForeignKey("city.id"), primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("named", Text),
    Column("levels", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)
"""`named` is a target of the model, NULL for the city's own `levels` (JSON, level by process)."""
