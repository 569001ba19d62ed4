"""Accounts and the roles they hold. A city keeps a lead and the house an administrator, whoever acts at once."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, insert, or_, select, text, update

from models.assessment import City
from models.audit import Note
from models.people import Account, Grant, Redeemed, Taken
from store.audit import append
from store.cities import holder_of, lock_names
from store.codes import use_code, void_invitations, void_links_of, void_resets
from store.database import Database
from store.tables import account, city, person, role_grant, web_session
from store.upsert import insert_into


@dataclass(frozen=True)
class SqlAccounts:
    """The accounts. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def any(self) -> bool:
        """Whether there is an account at all."""
        return self.database.read(_any)

    def add_first(self, new: Account, password_hash: str, *, note: Note | None = None) -> bool:
        """Keeps the first account, which inherits every role given before. False where there is one already."""

        def keep(connection: Connection) -> bool:
            lock_accounts(connection)
            if _any(connection):
                return False
            insert_account(connection, new, password_hash)
            for inherited in _without_heir(connection, new.id):
                give(connection, new.id, inherited)
            append(connection, note)
            return True

        return self.database.write(keep)

    def redeem(
        self, code: str, new: Account, password_hash: str, now: datetime.datetime, *, note: Note | None = None
    ) -> Redeemed:
        """Uses an invitation once and keeps the new account with its role, both or neither."""

        def keep(connection: Connection) -> Redeemed:
            lock_accounts(connection)
            if connection.execute(select(account.c.id).where(account.c.login == new.login)).first() is not None:
                return "taken"
            used = use_code(connection, code, "invite", now)
            if used is None or used.grant is None:
                return "spent"
            insert_account(connection, new, password_hash)
            give(connection, new.id, used.grant)
            append(connection, note)
            return "done"

        return self.database.write(keep)

    def admit_guest(self, code: str, new: Account, now: datetime.datetime) -> Account | None:
        """Uses a guest's code once: the guest whom it brings back, else the new one with what the code carries."""

        def keep(connection: Connection) -> Account | None:
            used = use_code(connection, code, "guest", now)
            if used is None:
                return None
            if used.account is None:
                insert_account(connection, replace(new, display_name=used.shown), None)
            if used.grant is not None:
                give(connection, new.id, used.grant)
            found = accounts(connection, account.c.id == (used.account or new.id), account.c.disabled.is_(None))
            return next(iter(found), None)

        return self.database.write(keep)

    def join(self, code: str, account: str, now: datetime.datetime, *, note: Note | None = None) -> Redeemed:
        """Uses an invitation once and gives its role to this account, both or neither."""

        def keep(connection: Connection) -> Redeemed:
            used = use_code(connection, code, "invite", now)
            if used is None or used.grant is None:
                return "spent"
            give(connection, account, used.grant)
            append(connection, note)
            return "done"

        return self.database.write(keep)

    def get(self, account_id: str) -> Account | None:
        """The account with this id."""
        return next(iter(self._those(account.c.id == account_id)), None)

    def by_login(self, login: str) -> Account | None:
        """The account with this login name."""
        return next(iter(self._those(account.c.login == login)), None)

    def password_hash(self, account_id: str) -> str | None:
        """The hash to compare a password with."""
        query = select(account.c.password_hash).where(account.c.id == account_id)
        found: str | None = self.database.read(lambda connection: connection.execute(query).scalar_one_or_none())
        return found

    def of_city(self, city_id: str) -> tuple[Account, ...]:
        """Everybody who holds a role in a city, by login name."""
        members = select(role_grant.c.person_id).where(role_grant.c.city_id == city_id)
        return self._those(account.c.id.in_(members))

    def opened_to(self, assessment_id: str) -> tuple[Account, ...]:
        """Everybody to whom an assessment was opened, by login name."""
        invited = select(role_grant.c.person_id).where(role_grant.c.assessment_id == assessment_id)
        return self._those(account.c.id.in_(invited))

    def all(self) -> tuple[Account, ...]:
        """Every account, by login name."""
        return self._those()

    def cities(self) -> tuple[City, ...]:
        """Every city, by name."""
        query = select(city).order_by(city.c.name, city.c.id)
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(City(row.id, row.name) for row in rows)

    def add_city(self, new: City, *, note: Note | None = None) -> bool:
        """Keeps a city in which nobody has a role yet. False where another one has this name."""

        def keep(connection: Connection) -> bool:
            lock_names(connection)
            if holder_of(connection, new.name) is not None:
                return False
            connection.execute(insert(city).values(id=new.id, name=new.name))
            append(connection, note)
            return True

        return self.database.write(keep)

    def set_password(self, account_id: str, password_hash: str) -> None:
        """Keeps a new password and ends every session of the account."""
        self.database.write(lambda connection: new_password(connection, account_id, password_hash))

    def require_change(self, account_id: str, *, note: Note | None = None) -> None:
        """Lets the account in only with a new password from now on, and ends its sessions."""

        def keep(connection: Connection) -> None:
            connection.execute(update(account).where(account.c.id == account_id).values(must_change=1))
            _end_sessions(connection, account_id)
            append(connection, note)

        self.database.write(keep)

    def disable(self, account_id: str, at: datetime.datetime | None, *, note: Note | None = None) -> bool:
        """Closes an account, or opens it again with None. False where nobody else could administer the house."""

        def keep(connection: Connection) -> bool:
            lock_accounts(connection)
            if at is not None and holders(connection, Grant("administrator")) == [account_id]:
                return False
            connection.execute(update(account).where(account.c.id == account_id).values(disabled=at))
            void_links_of(connection, account_id)
            _end_sessions(connection, account_id)
            append(connection, note)
            return True

        return self.database.write(keep)

    def grant(self, account_id: str, given: Grant, *, note: Note | None = None) -> None:
        """Gives a role."""

        def keep(connection: Connection) -> None:
            give(connection, account_id, given)
            append(connection, note)

        self.database.write(keep)

    def take(self, account_id: str, taken: Grant, *, note: Note | None = None) -> Taken:
        """Takes a role away, unless a city would be left without a lead, or the house without an administrator."""

        def keep(connection: Connection) -> Taken:
            done = _take(connection, account_id, taken)
            append(connection, note if done == "done" else None)
            return done

        return self.database.write(keep)

    def hand_over(self, city_id: str, giver: str, taker: str, *, note: Note | None = None) -> bool:
        """Makes one the lead instead of the other, who goes on contributing.

        False where the giver is not the lead, or the taker's account is closed.
        """

        def keep(connection: Connection) -> bool:
            lock_accounts(connection)
            lead = Grant("lead", city_id)
            if not _holds(connection, giver, lead) or not _acts(connection, taker):
                return False
            give(connection, taker, lead)
            _remove(connection, giver, lead)
            give(connection, giver, Grant("contributor", city_id))
            append(connection, note)
            return True

        return self.database.write(keep)

    def _those(self, *where: ColumnElement[bool]) -> tuple[Account, ...]:
        return self.database.read(lambda connection: accounts(connection, *where))


_ACCOUNTS: Select[*tuple[Any, ...]] = select(account, person.c.display_name).join(person).order_by(account.c.login)


def accounts(connection: Connection, *where: ColumnElement[bool]) -> tuple[Account, ...]:
    """The accounts for which this holds, each with its roles."""
    rows = connection.execute(_ACCOUNTS.where(*where)).all()
    granted = _grants(connection, [row.id for row in rows])
    return tuple(_account(row, granted[row.id]) for row in rows)


def new_password(connection: Connection, account_id: str, password_hash: str) -> None:
    """Keeps a new password and ends every session of the account."""
    values = {"password_hash": password_hash, "must_change": 0}
    connection.execute(update(account).where(account.c.id == account_id).values(values))
    _end_sessions(connection, account_id)


def _any(connection: Connection) -> bool:
    return connection.execute(select(account.c.id).limit(1)).first() is not None


def lock_accounts(connection: Connection) -> None:
    """Lets nobody else change accounts until the end of the transaction; SQLite lets only one write anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE"))


def _without_heir(connection: Connection, heir: str) -> Sequence[Grant]:
    """The cities and cohorts led by people who cannot sign in; nobody leads them any more."""
    places = (role_grant.c.city_id, role_grant.c.cohort_id)
    others = (role_grant.c.person_id != heir) & or_(*(each.is_not(None) for each in places))
    rows = connection.execute(select(*places).where(others).distinct()).all()
    connection.execute(delete(role_grant).where(others))
    return [Grant("lead", row.city_id) if row.city_id else Grant("trainer", cohort=row.cohort_id) for row in rows]


def insert_account(connection: Connection, new: Account, password_hash: str | None) -> None:
    """Keeps an account with its roles, as part of a larger transaction; without a password it signs in elsewhere."""
    connection.execute(insert(person).values(id=new.id, display_name=new.display_name))
    row = {
        "id": new.id,
        "login": new.login,
        "password_hash": password_hash,
        "created": new.created,
        "disabled": new.disabled,
        "must_change": int(new.must_change),
    }
    connection.execute(insert(account).values(row))
    for given in new.grants:
        give(connection, new.id, given)


def _grants(connection: Connection, people: Sequence[str]) -> defaultdict[str, set[Grant]]:
    found: defaultdict[str, set[Grant]] = defaultdict(set)
    rows = connection.execute(select(role_grant).where(role_grant.c.person_id.in_(people))).all()
    for row in rows:
        found[row.person_id].add(Grant(row.role, row.city_id, row.assessment_id, row.cohort_id))
    return found


def _account(row: Row[*tuple[Any, ...]], granted: Iterable[Grant]) -> Account:
    return Account(
        row.id, row.login, row.display_name, row.created, row.disabled, bool(row.must_change), frozenset(granted)
    )


def give(connection: Connection, person_id: str, given: Grant) -> None:
    """Gives a role, as part of a larger transaction."""
    row = {
        "person_id": person_id,
        "role": given.role,
        "place": _place(given),
        "city_id": given.city,
        "assessment_id": given.assessment,
        "cohort_id": given.cohort,
    }
    connection.execute(insert_into(connection, role_grant).values(row).on_conflict_do_nothing())
    void_resets(connection, person_id)


def _take(connection: Connection, person_id: str, taken: Grant) -> Taken:
    lock_accounts(connection)
    if not _holds(connection, person_id, taken):
        return "absent"
    if taken.role in ("lead", "administrator") and holders(connection, taken) == [person_id]:
        return "last"
    _remove(connection, person_id, taken)
    return "done"


def _remove(connection: Connection, person_id: str, taken: Grant) -> None:
    connection.execute(delete(role_grant).where(_this(person_id, taken)))
    void_invitations(connection, person_id)


def _acts(connection: Connection, account_id: str) -> bool:
    """Whether somebody can sign in."""
    active = select(account.c.id).where(account.c.id == account_id, account.c.disabled.is_(None))
    return connection.execute(active).first() is not None


def _holds(connection: Connection, person_id: str, held: Grant) -> bool:
    counted = select(func.count()).select_from(role_grant).where(_this(person_id, held))
    return connection.execute(counted).scalar_one() > 0


def holders(connection: Connection, of: Grant) -> list[str]:
    """Who holds a role and can act on it."""
    query = (
        select(role_grant.c.person_id)
        .join(account, account.c.id == role_grant.c.person_id)
        .where(role_grant.c.role == of.role, role_grant.c.place == _place(of), account.c.disabled.is_(None))
    )
    return list(connection.execute(query).scalars())


def _this(person_id: str, held: Grant) -> ColumnElement[bool]:
    return (
        (role_grant.c.person_id == person_id) & (role_grant.c.role == held.role) & (role_grant.c.place == _place(held))
    )


def _place(held: Grant) -> str:
    return held.city or held.assessment or held.cohort or ""


def _end_sessions(connection: Connection, account_id: str) -> None:
    connection.execute(delete(web_session).where(web_session.c.account_id == account_id))
