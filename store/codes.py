"""Codes that open a door once, kept by their fingerprint. Using one is a statement of its own: two cannot both win."""

import datetime
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select, update

from models.audit import Note
from models.people import Grant, OneTimeCode, Purpose
from store.audit import append
from store.database import Database
from store.tables import account, one_time_code, role_grant, web_session


@dataclass(frozen=True)
class SqlCodes:
    """The codes."""

    database: Database

    def add(self, new: OneTimeCode, *, note: Note | None = None) -> None:
        """Keeps a code. For a reset, every earlier one for the same account is void."""

        def keep(connection: Connection) -> None:
            if new.account is not None:
                connection.execute(delete(one_time_code).where(one_time_code.c.account_id == new.account))
            connection.execute(insert(one_time_code).values(_row(new)))
            append(connection, note)

        self.database.write(keep)

    def find(self, fingerprint: str, now: datetime.datetime) -> OneTimeCode | None:
        """The code, as long as it can be used."""
        query = select(one_time_code).where(_usable(fingerprint, now))
        row = self.database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else _code(row)

    def serving(
        self,
        purpose: Purpose,
        now: datetime.datetime,
        *,
        city: str | None = None,
        assessment: str | None = None,
        cohort: str | None = None,
    ) -> tuple[OneTimeCode, ...]:
        """The codes that still serve for a place, which is the house where none is named, by their end."""
        table = one_time_code.c
        here = (table.city_id == city) & (table.assessment_id == assessment) & (table.cohort_id == cohort)
        query = (
            select(one_time_code)
            .where(table.purpose == purpose, here, _serves(now))
            .order_by(table.expires, table.fingerprint)
        )
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(map(_code, rows))

    def withdraw(self, fingerprint: str, *, note: Note | None = None) -> None:
        """Makes a code serve nobody any more. One that is not there any more is not noted either."""

        def remove(connection: Connection) -> None:
            this = delete(one_time_code).where(one_time_code.c.fingerprint == fingerprint)
            gone = connection.execute(this.returning(one_time_code.c.fingerprint)).first() is not None
            append(connection, note if gone else None)

        self.database.write(remove)

    def reset(
        self, fingerprint: str, password_hash: str, now: datetime.datetime, *, note: Note | None = None
    ) -> str | None:
        """Uses a code for a new password, ends the sessions of its account and gives the account's id."""

        def keep(connection: Connection) -> str | None:
            used = use_code(connection, fingerprint, "reset", now)
            if used is None or used.account is None:
                return None
            values = {"password_hash": password_hash, "must_change": 0}
            connection.execute(update(account).where(account.c.id == used.account).values(values))
            connection.execute(delete(web_session).where(web_session.c.account_id == used.account))
            append(connection, note)
            return used.account

        return self.database.write(keep)


def use_code(connection: Connection, fingerprint: str, purpose: Purpose, now: datetime.datetime) -> OneTimeCode | None:
    """Uses a code once, as part of a larger transaction; None where it cannot be used for this."""
    statement = (
        update(one_time_code)
        .where(_usable(fingerprint, now), one_time_code.c.purpose == purpose)
        .values(uses_left=one_time_code.c.uses_left - 1)
        .returning(one_time_code)
    )
    row = connection.execute(statement).one_or_none()
    return None if row is None else _code(row)


def void_invitations(connection: Connection, maker: str) -> None:
    """Makes links serve nobody that somebody made who may not make such a one any more: a link is no way back in.

    Part of a larger transaction, after roles were taken. Leads invite to their city, administrators everywhere.
    """
    held = select(role_grant).where(role_grant.c.person_id == maker).subquery()
    administers = select(held.c.role).where(held.c.role == "administrator").exists()
    led = select(held.c.city_id).where(held.c.role == "lead")
    table = one_time_code.c
    theirs = (table.made_by == maker) & table.purpose.in_(("invite", "reset"))
    elsewhere = or_(table.city_id.is_(None), table.city_id.not_in(led))
    connection.execute(delete(one_time_code).where(theirs, elsewhere, ~administers))


def void_links_of(connection: Connection, account_id: str) -> None:
    """Makes every link serve nobody that a closed account made, or that gives it a new password."""
    table = one_time_code.c
    made = (table.made_by == account_id) & table.purpose.in_(("invite", "reset"))
    connection.execute(delete(one_time_code).where(or_(made, table.account_id == account_id)))


def void_resets(connection: Connection, account_id: str) -> None:
    """Makes links for a new password serve nobody: whoever made one may not do so for what the account now opens."""
    resets = (one_time_code.c.account_id == account_id) & (one_time_code.c.purpose == "reset")
    connection.execute(delete(one_time_code).where(resets))


def _usable(fingerprint: str, now: datetime.datetime) -> ColumnElement[bool]:
    return (one_time_code.c.fingerprint == fingerprint) & _serves(now)


def _serves(now: datetime.datetime) -> ColumnElement[bool]:
    return (one_time_code.c.uses_left > 0) & (one_time_code.c.expires > now)


def _row(of: OneTimeCode) -> dict[str, object]:
    return {
        "fingerprint": of.fingerprint,
        "purpose": of.purpose,
        "made_by": of.made_by,
        "uses_left": of.uses_left,
        "expires": of.expires,
        "role": of.grant.role if of.grant else None,
        "city_id": of.grant.city if of.grant else None,
        "assessment_id": of.grant.assessment if of.grant else None,
        "cohort_id": of.grant.cohort if of.grant else None,
        "account_id": of.account,
        "shown": of.shown,
    }


def _code(row: Row[*tuple[Any, ...]]) -> OneTimeCode:
    grant = None if row.role is None else Grant(row.role, row.city_id, row.assessment_id, row.cohort_id)
    return OneTimeCode(
        row.fingerprint, row.purpose, row.made_by, row.uses_left, row.expires, grant, row.account_id, row.shown
    )
