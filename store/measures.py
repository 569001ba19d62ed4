"""Measures of cities. All of what somebody writes at once is kept, or nothing of it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from models.audit import Note
from models.measures import Means, Measure
from store.audit import append
from store.database import Database
from store.tables import measure

_MEANS = tuple(field.name for field in fields(Means))
_DECIMALS = ("days", "posts")
_PLAIN = tuple(
    field.name
    for field in fields(Measure)
    if field.name not in ("city", "assessment", "indicators", "means") and field.name not in _MEANS
)


@dataclass(frozen=True)
class SqlMeasures:
    """The measures. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of_city(self, city: str) -> tuple[Measure, ...]:
        """All measures of a city, by day due (the open ones last), title and id."""
        order = (measure.c.due.is_(None), measure.c.due, measure.c.title, measure.c.id)
        query = select(measure).where(measure.c.city_id == city).order_by(*order)
        return tuple(map(_measure, self.database.read(lambda connection: connection.execute(query).all())))

    def get(self, measure_id: str) -> Measure | None:
        """The measure with this id."""
        query = select(measure).where(measure.c.id == measure_id)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else _measure(row)

    def keep(self, new: Sequence[Measure], changed: Sequence[Measure], note: Note | None = None) -> bool:
        """Keeps new and changed ones, whose version is one above the version seen. False where one was faster."""

        def write(connection: Connection) -> bool:
            with connection.begin_nested() as savepoint:
                if new:
                    connection.execute(insert(measure), [measure_row(each) for each in new])
                if not all(_replace(connection, each) for each in changed):
                    savepoint.rollback()
                    return False
                append(connection, note)
            return True

        return self.database.write(write)

    def remove(self, measure_id: str, *, seen: int, note: Note | None = None) -> bool:
        """Erases a measure, where the version seen still stands. False where somebody was faster."""
        statement = delete(measure).where(measure.c.id == measure_id, measure.c.version == seen)

        def erase(connection: Connection) -> bool:
            if connection.execute(statement.returning(measure.c.id)).one_or_none() is None:
                return False
            append(connection, note)
            return True

        return self.database.write(erase)


def measure_row(of: Measure) -> dict[str, object]:
    """A measure as its table keeps it."""
    means = {name: str(value) if isinstance(value, Decimal) else value for name, value in asdict(of.means).items()}
    plain = {name: getattr(of, name) for name in _PLAIN}
    listed = json.dumps(of.indicators)
    return {**plain, **means, "city_id": of.city, "origin_id": of.assessment, "indicators": listed}


def _replace(connection: Connection, changed: Measure) -> bool:
    still_seen = (measure.c.id == changed.id) & (measure.c.version == changed.version - 1)
    statement = update(measure).where(still_seen).values(measure_row(changed)).returning(measure.c.id)
    return connection.execute(statement).one_or_none() is not None


def _measure(row: Row[*tuple[Any, ...]]) -> Measure:
    plain = {name: getattr(row, name) for name in _PLAIN}
    return Measure(
        **plain,
        city=row.city_id,
        assessment=row.origin_id,
        indicators=tuple(json.loads(row.indicators)),
        means=Means(**{name: _kept(name, getattr(row, name)) for name in _MEANS}),
    )


def _kept(name: str, value: Any) -> Any:
    return Decimal(value) if name in _DECIMALS and value is not None else value
