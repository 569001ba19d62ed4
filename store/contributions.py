"""Good practices that cities tell of, on their way into the library."""

import datetime
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, select

from models.assessment import City
from models.audit import Note
from models.contribution import Contribution, ContributionState, KeptContribution
from store.audit import append
from store.database import Database
from store.tables import city, contribution
from store.versions import keep_version


@dataclass(frozen=True)
class SqlContributions:
    """The contributions. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of_city(self, city_id: str) -> tuple[KeptContribution, ...]:
        """Everything that a city wrote, newest first."""
        return self._those(contribution.c.city_id == city_id)

    def in_state(self, state: ContributionState) -> tuple[KeptContribution, ...]:
        """Everything in this state, newest first."""
        return self._those(contribution.c.state == state)

    def get(self, contribution_id: str) -> KeptContribution | None:
        """The contribution with this id."""
        return next(iter(self._those(contribution.c.id == contribution_id)), None)

    def keep(self, kept: KeptContribution, *, person: str, at: datetime.datetime, note: Note | None = None) -> bool:
        """Keeps a new one, or a changed one whose version is one above the version seen; else False."""
        row = contribution_row(kept, person, at)
        values = {name: value for name, value in row.items() if name not in ("id", "version")}

        def write(connection: Connection) -> bool:
            done = keep_version(connection, contribution, {"id": kept.id}, values, kept.version - 1)
            append(connection, note if done else None)
            return done

        return self.database.write(write)

    def remove(self, contribution_id: str, *, note: Note | None = None) -> None:
        """Erases one."""

        def erase(connection: Connection) -> None:
            connection.execute(delete(contribution).where(contribution.c.id == contribution_id))
            append(connection, note)

        self.database.write(erase)

    def _those(self, where: ColumnElement[bool]) -> tuple[KeptContribution, ...]:
        query = _ALL.where(where).order_by(contribution.c.at.desc(), contribution.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_kept(row) for row in rows)


_ALL = select(contribution, city.c.name.label("city_name")).join(city, city.c.id == contribution.c.city_id)


def contribution_row(of: KeptContribution, person: str, at: datetime.datetime) -> dict[str, object]:
    """A contribution as its table keeps it."""
    return {
        "id": of.id,
        "city_id": of.city.id,
        "contribution": of.contribution.model_dump_json(exclude_defaults=True),
        "state": of.state,
        "reason": of.reason,
        "checked": of.checked,
        "version": of.version,
        "person_id": person,
        "at": at,
    }


def _kept(row: Row[*tuple[Any, ...]]) -> KeptContribution:
    said = Contribution.model_validate_json(row.contribution)
    return KeptContribution(
        row.id, City(row.city_id, row.city_name), said, row.state, row.reason, row.checked, row.version
    )
