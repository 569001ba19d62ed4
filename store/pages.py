"""The operator's texts, every version of them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from models.audit import Note
from models.authored import Language
from models.pages import Page, PageName
from store.audit import append
from store.database import Database
from store.tables import page, person
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlPages:
    """The texts of the operator. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def versions(self, name: PageName, language: Language) -> tuple[Page, ...]:
        """All versions of a page in a language, newest first; none where the operator wrote none."""
        query = (
            select(page, person.c.display_name)
            .join(person, person.c.id == page.c.author_id)
            .where(page.c.name == name, page.c.language == language)
            .order_by(page.c.version.desc())
        )
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(_version(row) for row in rows)

    def add(self, new: Page, author: str, *, note: Note | None = None) -> bool:
        """Keeps a new version. False where somebody else wrote that version first."""
        row = {
            "name": new.name,
            "language": new.language,
            "version": new.version,
            "text": new.text,
            "author_id": author,
            "at": new.at,
        }

        def keep(connection: Connection) -> bool:
            statement = insert_into(connection, page).values(row).on_conflict_do_nothing()
            written = connection.execute(statement.returning(page.c.version)).one_or_none() is not None
            append(connection, note if written else None)
            return written

        return self.database.write(keep)


def _version(row: Row[*tuple[Any, ...]]) -> Page:
    return Page(row.name, row.language, row.version, row.text, row.display_name, row.at)
