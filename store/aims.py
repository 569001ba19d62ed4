"""The target of a city for each model, kept where the version seen still stands."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Executable, select, update

from models.aims import KeptTarget
from models.audit import Note
from store.audit import append
from store.database import Database
from store.tables import person, target
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlTargets:
    """The targets. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of_city(self, city: str, questionnaire: str) -> KeptTarget | None:
        """The target of a city for a model."""
        here = (target.c.city_id == city) & (target.c.questionnaire == questionnaire)
        query = select(target, person.c.display_name).join(person).where(here)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        if row is None:
            return None
        return KeptTarget(row.named, json.loads(row.levels), row.version, row.display_name, row.at)

    def keep(
        self,
        city: str,
        questionnaire: str,
        named: str | None,
        levels: Mapping[str, int],
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps a target where the version seen (0 for none) still stands. False where somebody was faster."""
        values = {"named": named, "levels": json.dumps(dict(levels)), "person_id": person, "at": at}

        def write(connection: Connection) -> bool:
            statement = _statement(connection, city, questionnaire, values, seen)
            written = connection.execute(statement).one_or_none()
            if written is not None:
                append(connection, note)
            return written is not None

        return self.database.write(write)


def _statement(
    connection: Connection, city: str, questionnaire: str, values: Mapping[str, object], seen: int
) -> Executable:
    if seen == 0:
        new = insert_into(connection, target).values(city_id=city, questionnaire=questionnaire, version=1, **values)
        return new.on_conflict_do_nothing().returning(target.c.version)
    still = (target.c.city_id == city) & (target.c.questionnaire == questionnaire) & (target.c.version == seen)
    return update(target).where(still).values(version=seen + 1, **values).returning(target.c.version)
