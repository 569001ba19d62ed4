"""Erases what has grown old: at the start and once a day."""

import datetime

from sqlalchemy import ColumnElement, Table, delete

from models.retention import Retention, Tidied
from store.audit import SqlAudit
from store.copies import Copies
from store.database import Database
from store.rooms import erase_contributions
from store.tables import one_time_code, sign_in_attempt, web_session


def tidy(database: Database, copies: Copies, keep: Retention, now: datetime.datetime) -> Tidied:
    """Erases it. What a person or a city entered is never among it, but for live rooms: these say so beforehand."""
    over = (web_session.c.ends <= now) | (web_session.c.begun <= now - keep.sessions)
    return Tidied(
        sessions=_erase(database, web_session, over),
        codes=_erase(database, one_time_code, one_time_code.c.expires <= now - keep.sessions),
        tries=_erase(database, sign_in_attempt, sign_in_attempt.c.at < now - keep.addresses),
        entries=SqlAudit(database).erase_before(now - keep.audit),
        copies=copies.erase_before(now - keep.backups) if copies.possible else 0,
        cities_in_rooms=erase_contributions(database, now - keep.rooms),
    )


def _erase(database: Database, table: Table, old: ColumnElement[bool]) -> int:
    return database.write(lambda connection: connection.execute(delete(table).where(old)).rowcount)
