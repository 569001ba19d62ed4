"""What the international work of cities costs."""

import datetime
from dataclasses import dataclass

from sqlalchemy import Connection, select

from models.audit import Note
from models.resources import KeptResources, Resources
from store.audit import append
from store.database import Database
from store.tables import city_resources
from store.versions import keep_version


@dataclass(frozen=True)
class SqlResources:
    """The resources. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of_city(self, city_id: str) -> KeptResources | None:
        """What a city entered last."""
        query = select(city_resources).where(city_resources.c.city_id == city_id)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        if row is None:
            return None
        return KeptResources(Resources.model_validate_json(row.resources), row.version, row.at)

    def keep(
        self,
        city_id: str,
        resources: Resources,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps resources where the version seen (0 for none) still stands. False where somebody was faster."""
        values = {"resources": resources.model_dump_json(exclude_defaults=True), "person_id": person, "at": at}

        def write(connection: Connection) -> bool:
            kept = keep_version(connection, city_resources, {"city_id": city_id}, values, seen)
            append(connection, note if kept else None)
            return kept

        return self.database.write(write)


def resources_row(city_id: str, of: KeptResources, person: str) -> dict[str, object]:
    """Resources as their table keeps them."""
    said = of.resources.model_dump_json(exclude_defaults=True)
    return {"city_id": city_id, "resources": said, "version": of.version, "person_id": person, "at": of.at}
