"""The kinds of columns that tables share, and the one collection that all tables stand in.

Only types that SQLite's STRICT tables know: INTEGER and TEXT. Moments are UTC in ISO 8601, values of fields are JSON.
"""

import datetime

from sqlalchemy import Dialect, MetaData, Text, TypeDecorator


class Moment(TypeDecorator[datetime.datetime]):
    """A point in time, always with its zone, kept as UTC text that sorts as time does."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text. A moment without zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.datetime | None:  # noqa: ARG002
        """From text."""
        return None if value is None else datetime.datetime.fromisoformat(value)


class Day(TypeDecorator[datetime.date]):
    """A day without a time, as ISO 8601 text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime.date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.date | None:  # noqa: ARG002
        """From text."""
        return None if value is None else datetime.date.fromisoformat(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
