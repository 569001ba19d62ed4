"""Who is signed in, and who tried: sessions by the fingerprint of their secret, and tries as long as they matter."""

import datetime
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from models.people import Account, Noted, Session, Tries
from store.accounts import accounts
from store.database import Database
from store.tables import account, sign_in_attempt, web_session


@dataclass(frozen=True)
class SqlSessions:
    """The sessions."""

    database: Database

    def begin(self, new: Session) -> None:
        """Keeps a session. Those that ended are forgotten."""

        def keep(connection: Connection) -> None:
            connection.execute(delete(web_session).where(web_session.c.ends <= new.begun))
            row = {
                "fingerprint": new.fingerprint,
                "account_id": new.account,
                "begun": new.begun,
                "seen": new.seen,
                "ends": new.ends,
            }
            connection.execute(insert(web_session).values(row))

        self.database.write(keep)

    def find(self, fingerprint: str) -> tuple[Session, Account] | None:
        """The session and whose it is; None where it was ended or the account is closed."""

        def look(connection: Connection) -> tuple[Session, Account] | None:
            row = connection.execute(select(web_session).where(web_session.c.fingerprint == fingerprint)).one_or_none()
            if row is None:
                return None
            whose = accounts(connection, account.c.id == row.account_id, account.c.disabled.is_(None))
            found = Session(row.fingerprint, row.account_id, row.begun, row.seen, row.ends)
            return (found, whose[0]) if whose else None

        return self.database.read(look)

    def seen(self, fingerprint: str, at: datetime.datetime) -> None:
        """Notes that the person was there."""
        statement = update(web_session).where(web_session.c.fingerprint == fingerprint).values(seen=at)
        self.database.write(lambda connection: connection.execute(statement).close())

    def end(self, fingerprint: str) -> None:
        """Ends a session."""
        statement = delete(web_session).where(web_session.c.fingerprint == fingerprint)
        self.database.write(lambda connection: connection.execute(statement).close())

    def end_all(self, account_id: str) -> None:
        """Ends every session of an account."""
        statement = delete(web_session).where(web_session.c.account_id == account_id)
        self.database.write(lambda connection: connection.execute(statement).close())


@dataclass(frozen=True)
class SqlAttempts:
    """Tries to sign in."""

    database: Database

    def note(self, login: str, address: str, at: datetime.datetime, since: datetime.datetime) -> Noted:
        """Notes a try, and gives those before it for the login name and for the address since then."""

        def keep(connection: Connection) -> Noted:
            counted = select(func.count(), func.max(sign_in_attempt.c.at)).where(sign_in_attempt.c.at > since)
            by_login = connection.execute(counted.where(sign_in_attempt.c.login == login)).one()
            by_address = connection.execute(counted.where(sign_in_attempt.c.address == address)).one()
            new = insert(sign_in_attempt).values(login=login, address=address, at=at)
            number = connection.execute(new.returning(sign_in_attempt.c.number)).scalar_one()
            return Noted(number, Tries(by_login[0], by_login[1]), Tries(by_address[0], by_address[1]))

        return self.database.write(keep)

    def withdraw(self, number: int) -> None:
        """Forgets a try that was refused unlooked at."""
        statement = delete(sign_in_attempt).where(sign_in_attempt.c.number == number)
        self.database.write(lambda connection: connection.execute(statement).close())

    def forget(self, login: str) -> None:
        """Forgets the tries for a login name, after one that went well."""
        statement = delete(sign_in_attempt).where(sign_in_attempt.c.login == login)
        self.database.write(lambda connection: connection.execute(statement).close())

    def erase_before(self, moment: datetime.datetime) -> None:
        """Erases everything older, addresses included."""
        statement = delete(sign_in_attempt).where(sign_in_attempt.c.at < moment)
        self.database.write(lambda connection: connection.execute(statement).close())
