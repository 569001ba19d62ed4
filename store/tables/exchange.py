"""What cities offer each other, the programme, contributions to the library, and what a city's work costs."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, Table, Text

from store.tables.kinds import Day, Moment, metadata

exchange_offer = Table(
    "exchange_offer",
    metadata,
    Column("city_id", Text, ForeignKey("city.id"), primary_key=True),
    Column("offer", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

exchange_request = Table(
    "exchange_request",
    metadata,
    Column("id", Text, primary_key=True),
    Column("city_id", Text, ForeignKey("city.id"), nullable=False, index=True),
    Column("asked_id", Text, ForeignKey("city.id"), nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    CheckConstraint("state IN ('asked', 'accepted', 'declined', 'ended')", "state"),
    CheckConstraint("city_id != asked_id", "two_cities"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

programme_event = Table(
    "programme_event",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort_id", Text, ForeignKey("cohort.id"), index=True),
    Column("first_day", Day, nullable=False),
    Column("event", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

programme_file = Table(
    "programme_file",
    metadata,
    Column("id", Text, primary_key=True),
    Column("event_id", Text, ForeignKey("programme_event.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    sqlite_strict=True,
)

contribution = Table(
    "contribution",
    metadata,
    Column("id", Text, primary_key=True),
    Column("city_id", Text, ForeignKey("city.id"), nullable=False, index=True),
    Column("contribution", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("checked", Day),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("state IN ('draft', 'submitted', 'published', 'declined')", "state"),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)

city_resources = Table(
    "city_resources",
    metadata,
    Column("city_id", Text, ForeignKey("city.id"), primary_key=True),
    Column("resources", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("version >= 1", "version"),
    sqlite_strict=True,
)
