"""The looks of reports: of cities, and of the consultants who write for them."""

import datetime
import json
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, update

from models.audit import Note
from models.branding import Branding, KeptBranding, Owner
from store.audit import append
from store.database import Database
from store.tables import branding as table
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlBrandings:
    """The looks. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of(self, owner: Owner) -> KeptBranding | None:
        """The branding of an owner."""
        query = select(table).where(table.c.owner_kind == owner.kind, table.c.owner_id == owner.id)
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else _kept(row)

    def keep(
        self,
        owner: Owner,
        branding: Branding,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        """Keeps it where the version seen (0 for none) still stands. False where somebody was faster."""
        look = {name: value for name, value in asdict(branding).items() if name != "logo"}
        values = {"look": json.dumps(look), "logo": branding.logo, "person_id": person, "at": at}
        this = {"owner_kind": owner.kind, "owner_id": owner.id}
        still = (table.c.owner_kind == owner.kind) & (table.c.owner_id == owner.id) & (table.c.version == seen)

        def write(connection: Connection) -> bool:
            if seen == 0:
                new = insert_into(connection, table).values(version=1, **this, **values).on_conflict_do_nothing()
                written = connection.execute(new.returning(table.c.version)).one_or_none()
            else:
                changed = update(table).where(still).values(version=seen + 1, **values)
                written = connection.execute(changed.returning(table.c.version)).one_or_none()
            append(connection, note if written else None)
            return written is not None

        return self.database.write(write)


def _kept(row: Row[*tuple[Any, ...]]) -> KeptBranding:
    logo = None if row.logo is None else bytes(row.logo)
    return KeptBranding(Branding(logo=logo, **json.loads(row.look)), row.version, row.person_id, row.at)
