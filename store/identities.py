"""Which account belongs to whom a provider vouches for. One identity opens one account, whoever comes at once."""

import datetime
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from models.audit import Note
from models.identity import Identity
from models.people import Account, Redeemed
from store.accounts import give, insert_account, lock_accounts
from store.audit import append
from store.codes import use_code
from store.database import Database
from store.tables import account, identity, web_session
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlIdentities:
    """The identities. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def account_of(self, wanted: Identity) -> str | None:
        """The id of the account that signs in with it."""
        query = select(identity.c.account_id).where(_this(wanted))
        found: str | None = self.database.read(lambda connection: connection.execute(query).scalar_one_or_none())
        return found

    def of(self, account_id: str) -> tuple[Identity, ...]:
        """The identities that an account signs in with."""
        query = select(identity).where(identity.c.account_id == account_id)
        ordered = query.order_by(identity.c.issuer, identity.c.subject)
        rows = self.database.read(lambda connection: connection.execute(ordered).all())
        return tuple(Identity(row.issuer, row.subject) for row in rows)

    def link(self, new: Identity, account_id: str, *, note: Note | None = None) -> bool:
        """Lets an account sign in with it. False, and nothing kept, where it belongs to an account already."""

        def keep(connection: Connection) -> bool:
            row = {"issuer": new.issuer, "subject": new.subject, "account_id": account_id}
            kept = insert_into(connection, identity).values(row).on_conflict_do_nothing().returning(identity.c.subject)
            if connection.execute(kept).first() is None:
                return False
            append(connection, note)
            return True

        return self.database.write(keep)

    def unlink(self, old: Identity, account_id: str, *, within: str | None = None, note: Note | None = None) -> bool:
        """Lets the account sign in with it no more, and ends its sessions but the one that it is done `within`.

        Returns:
            False where it would have no way in left.
        """

        def keep(connection: Connection) -> bool:
            lock_accounts(connection)
            password = select(account.c.password_hash).where(account.c.id == account_id)
            ways = select(func.count()).select_from(identity).where(identity.c.account_id == account_id)
            only = connection.execute(ways).scalar_one() == 1
            if only and connection.execute(password).scalar_one_or_none() is None:
                return False
            connection.execute(delete(identity).where(_this(old), identity.c.account_id == account_id))
            others = (web_session.c.account_id == account_id) & (web_session.c.fingerprint != (within or ""))
            connection.execute(delete(web_session).where(others))
            append(connection, note)
            return True

        return self.database.write(keep)

    def add(self, new: Account, to: Identity, *, note: Note | None = None) -> bool:
        """Keeps an account without a password. False, and nothing kept, where login name or identity is taken."""

        def keep(connection: Connection) -> bool:
            lock_accounts(connection)
            if _taken(connection, new.login, to):
                return False
            _insert(connection, new, to)
            append(connection, note)
            return True

        return self.database.write(keep)

    def redeem(
        self, code: str, new: Account, to: Identity, now: datetime.datetime, *, note: Note | None = None
    ) -> Redeemed:
        """Uses an invitation once and keeps an account without a password, with the role it carries."""

        def keep(connection: Connection) -> Redeemed:
            lock_accounts(connection)
            if _taken(connection, new.login, to):
                return "taken"
            used = use_code(connection, code, "invite", now)
            if used is None or used.grant is None:
                return "spent"
            _insert(connection, new, to)
            give(connection, new.id, used.grant)
            append(connection, note)
            return "done"

        return self.database.write(keep)


def _insert(connection: Connection, new: Account, to: Identity) -> None:
    insert_account(connection, new, None)
    connection.execute(insert(identity).values(issuer=to.issuer, subject=to.subject, account_id=new.id))


def _taken(connection: Connection, login: str, to: Identity) -> bool:
    name, same = select(account.c.id).where(account.c.login == login), select(identity.c.subject).where(_this(to))
    return any(connection.execute(query).first() is not None for query in (name, same))


def _this(wanted: Identity) -> ColumnElement[bool]:
    return (identity.c.issuer == wanted.issuer) & (identity.c.subject == wanted.subject)
