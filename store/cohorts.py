"""Cohorts and the cities in them. A city that left keeps its row, so that its terms of then can be told."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from models.assessment import City
from models.audit import Note
from models.cohort import CONSENTS, Cohort, Membership
from models.people import Grant, Redeemed
from store.accounts import give
from store.audit import append
from store.codes import use_code
from store.database import Database
from store.tables import city, cohort, cohort_city, one_time_code
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlCohorts:
    """The cohorts. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def add(self, new: Cohort, led_by: str, note: Note | None = None) -> None:
        """Keeps a cohort, which this person leads."""

        def keep(connection: Connection) -> None:
            connection.execute(insert(cohort).values(cohort_row(new)))
            give(connection, led_by, Grant("trainer", cohort=new.id))
            append(connection, note)

        self.database.write(keep)

    def appoint(self, person: str, given: Grant, note: Note | None = None) -> None:
        """Lets somebody else lead a cohort too."""

        def keep(connection: Connection) -> None:
            give(connection, person, given)
            append(connection, note)

        self.database.write(keep)

    def get(self, cohort_id: str) -> Cohort | None:
        """The cohort with this id."""
        query = select(cohort).where(cohort.c.id == cohort_id)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else _cohort(row)

    def all(self) -> tuple[Cohort, ...]:
        """Every cohort, by name."""
        query = select(cohort).order_by(cohort.c.name, cohort.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_cohort(row) for row in rows)

    def members(self, cohort_id: str) -> tuple[Membership, ...]:
        """The cities that belong to a cohort now, by name."""
        return self._those(cohort_city.c.cohort_id == cohort_id)

    def of_city(self, city_id: str) -> tuple[Membership, ...]:
        """The cohorts that a city belongs to now, by name."""
        return self._those(cohort_city.c.city_id == city_id)

    def join(self, code: str, new: Membership, note: Note | None = None) -> Redeemed:
        """Uses a code of the cohort once and lets the city in, both or neither. `taken` where it is in already."""

        def keep(connection: Connection) -> Redeemed:
            if connection.execute(select(cohort_city).where(_this(new), cohort_city.c.left.is_(None))).first():
                return "taken"
            opens = select(one_time_code.c.cohort_id).where(one_time_code.c.fingerprint == code)
            if connection.execute(opens).scalar_one_or_none() != new.cohort.id:
                return "spent"
            if use_code(connection, code, "cohort", new.joined) is None:
                return "spent"
            values = membership_row(new)
            renewed = {key: values[key] for key in ("joined", "left", "consents")}
            statement = insert_into(connection, cohort_city).values(values)
            connection.execute(
                statement.on_conflict_do_update(
                    index_elements=["cohort_id", "city_id"], set_={**renewed, "version": cohort_city.c.version + 1}
                )
            )
            append(connection, note)
            return "done"

        return self.database.write(keep)

    def change(self, changed: Membership, note: Note | None = None) -> bool:
        """Keeps a changed membership, whose version is one above the version seen. False where somebody was faster."""
        still = _this(changed) & (cohort_city.c.version == changed.version - 1) & cohort_city.c.left.is_(None)
        statement = update(cohort_city).where(still).values(membership_row(changed)).returning(cohort_city.c.version)

        def keep(connection: Connection) -> bool:
            written = connection.execute(statement).one_or_none()
            if written is not None:
                append(connection, note)
            return written is not None

        return self.database.write(keep)

    def _those(self, where: ColumnElement[bool]) -> tuple[Membership, ...]:
        query = _MEMBERSHIPS.where(where, cohort_city.c.left.is_(None)).order_by(cohort.c.name, city.c.name, city.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_membership(row) for row in rows)


_MEMBERSHIPS = (
    select(
        cohort,
        cohort_city.c.city_id,
        cohort_city.c.joined,
        cohort_city.c.left,
        cohort_city.c.consents,
        cohort_city.c.version.label("membership_version"),
        city.c.name.label("city_name"),
    )
    .join(cohort_city, cohort_city.c.cohort_id == cohort.c.id)
    .join(city, city.c.id == cohort_city.c.city_id)
)


def cohort_row(of: Cohort) -> dict[str, object]:
    """A cohort as its table keeps it."""
    return {
        "id": of.id,
        "name": of.name,
        "invented": int(of.invented),
        "created": of.created,
        "version": of.version,
    }


def membership_row(of: Membership) -> dict[str, object]:
    """A membership as its table keeps it."""
    return {
        "cohort_id": of.cohort.id,
        "city_id": of.city.id,
        "joined": of.joined,
        "left": of.left,
        "consents": json.dumps(sorted(of.consents)),
        "version": of.version,
    }


def _this(of: Membership) -> ColumnElement[bool]:
    return (cohort_city.c.cohort_id == of.cohort.id) & (cohort_city.c.city_id == of.city.id)


def _cohort(row: Row[*tuple[Any, ...]]) -> Cohort:
    return Cohort(row.id, row.name, bool(row.invented), row.created, row.version)


def _membership(row: Row[*tuple[Any, ...]]) -> Membership:
    return Membership(
        cohort=_cohort(row),
        city=City(row.city_id, row.city_name),
        joined=row.joined,
        # What is not asked any more counts for nothing.
        consents=frozenset(CONSENTS).intersection(json.loads(row.consents)),
        left=row.left,
        version=row.membership_version,
    )
