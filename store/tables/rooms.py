"""Live rooms: the cities in them, their phones, what they answered and put on the table, and what was revealed."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from store.tables.kinds import Moment, metadata

room = Table(
    "room",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("questionnaire_version", Text, nullable=False),
    Column("questions", Text, nullable=False),
    Column("code", Text, nullable=False, unique=True),
    Column("language", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("ends", Moment, nullable=False),
    Column("opened_by", Text, ForeignKey("person.id"), nullable=False),
    Column("cohort_id", Text, ForeignKey("cohort.id"), index=True),
    Column("phase", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("shown", Text),
    Column("solved", Integer, nullable=False),
    Column("timer", Moment),
    Column("version", Integer, nullable=False),
    CheckConstraint("solved IN (0, 1)", "solved"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

room_leader = Table(
    "room_leader",
    metadata,
    Column("room_id", Text, ForeignKey("room.id"), primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), primary_key=True, index=True),
    sqlite_strict=True,
)

room_city = Table(
    "room_city",
    metadata,
    Column("id", Text, primary_key=True),
    Column("room_id", Text, ForeignKey("room.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("joined", Moment, nullable=False),
    Column("finished", Text, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("claim", Text, unique=True),
    UniqueConstraint("room_id", "folded"),
    UniqueConstraint("room_id", "code"),
    CheckConstraint("counted IN (0, 1)", "counted"),
    sqlite_strict=True,
)

room_phone = Table(
    "room_phone",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("room_id", Text, ForeignKey("room.id"), nullable=False, index=True),
    Column("city_id", Text, ForeignKey("room_city.id"), index=True),
    Column("at", Moment, nullable=False),
    sqlite_strict=True,
)

room_answer = Table(
    "room_answer",
    metadata,
    Column("city_id", Text, ForeignKey("room_city.id"), primary_key=True),
    Column("rating", Integer, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("op", Text, nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("rating IN (0, 1, 2)", "rating"),
    CheckConstraint("version >= 1", "version"),
    CheckConstraint("length(op) BETWEEN 1 AND 64", "op"),
    sqlite_strict=True,
)

room_item = Table(
    "room_item",
    metadata,
    Column("city_id", Text, ForeignKey("room_city.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("dimension", Text, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("value", Text, nullable=False),
    CheckConstraint("kind IN ('offer', 'want', 'score')", "kind"),
    CheckConstraint("shown IN (0, 1)", "shown"),
    sqlite_strict=True,
)

room_edition = Table(
    "room_edition",
    metadata,
    Column("room_id", Text, ForeignKey("room.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("rules", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("content", Text, nullable=False),
    CheckConstraint("number IN (1, 2)", "number"),
    sqlite_strict=True,
)
