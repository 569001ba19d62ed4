"""What is kept of a city beside its people and assessments: its profile, and the name that no other city has."""

import datetime
from dataclasses import dataclass

from sqlalchemy import Connection, Executable, select, text, update

from models.audit import Note
from models.city_profile import CityProfile, KeptProfile, Renamed
from store.audit import append
from store.database import Database
from store.tables import city, city_profile, person
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlCities:
    """The cities. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def profile(self, city_id: str) -> KeptProfile | None:
        """The profile of a city."""
        query = select(city_profile, person.c.display_name).join(person).where(city_profile.c.city_id == city_id)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        if row is None:
            return None
        return KeptProfile(CityProfile.model_validate_json(row.profile), row.version, row.display_name, row.at)

    def keep_profile(
        self,
        city_id: str,
        profile: CityProfile,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps a profile where the version seen (0 for none) still stands. False where somebody was faster."""
        values = {"profile": profile.model_dump_json(exclude_defaults=True), "person_id": person, "at": at}

        def keep(connection: Connection) -> bool:
            written = connection.execute(_profile_statement(connection, city_id, values, seen)).one_or_none()
            if written is not None:
                append(connection, note)
            return written is not None

        return self.database.write(keep)

    def rename(self, city_id: str, name: str, *, seen: str, note: Note | None = None) -> Renamed:
        """Gives a city another name, where the name seen still stands and no other city has the new one."""

        def keep(connection: Connection) -> Renamed:
            lock_names(connection)
            if holder_of(connection, name) not in (None, city_id):
                return "taken"
            statement = update(city).where(city.c.id == city_id, city.c.name == seen).values(name=name)
            if connection.execute(statement.returning(city.c.id)).one_or_none() is None:
                return "moved"
            append(connection, note)
            return "done"

        return self.database.write(keep)


def lock_names(connection: Connection) -> None:
    """Lets nobody else found or rename cities until the end of the transaction; SQLite lets only one write anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE city IN SHARE ROW EXCLUSIVE MODE"))


def holder_of(connection: Connection, name: str) -> str | None:
    """The city that has this name, whether written large or small; as Python folds letters, not as an engine does."""
    rows = connection.execute(select(city.c.id, city.c.name)).all()
    return next((row.id for row in rows if row.name.casefold() == name.casefold()), None)


def _profile_statement(connection: Connection, city_id: str, values: dict[str, object], seen: int) -> Executable:
    if seen == 0:
        new = insert_into(connection, city_profile).values(city_id=city_id, version=1, **values)
        return new.on_conflict_do_nothing().returning(city_profile.c.version)
    still = (city_profile.c.city_id == city_id) & (city_profile.c.version == seen)
    return update(city_profile).where(still).values(version=seen + 1, **values).returning(city_profile.c.version)
