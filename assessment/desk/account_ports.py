"""What the use cases around people need from outside: where accounts are kept, and who makes and checks secrets."""

import datetime
from dataclasses import dataclass
from typing import Protocol

from models.assessment import City
from models.audit import Note
from models.identity import Identity
from models.people import Account, Grant, Noted, OneTimeCode, Purpose, Redeemed, Session, Taken


class AccountStore(Protocol):
    """Accounts and the roles they hold. What changes something keeps the note that comes with it, both or neither."""

    def any(self) -> bool:
        """Whether there is an account at all."""
        ...

    def add_first(self, new: Account, password_hash: str, *, note: Note | None = None) -> bool:
        """Keeps the first account, which inherits every role given before there were accounts.

        False, and nothing kept, where there is an account already; so it is whoever else tries at the same time.
        """
        ...

    def redeem(
        self, code: str, new: Account, password_hash: str, now: datetime.datetime, *, note: Note | None = None
    ) -> Redeemed:
        """Uses an invitation once and keeps the new account with the role it carries, both or neither."""
        ...

    def admit_guest(self, code: str, new: Account, now: datetime.datetime) -> Account | None:
        """Uses a guest's code once: the guest whom it brings back, else the new one with what the code carries.

        None where the code does not serve.
        """
        ...

    def join(self, code: str, account: str, now: datetime.datetime, *, note: Note | None = None) -> Redeemed:
        """Uses an invitation once and gives its role to an account that there is already, both or neither."""
        ...

    def get(self, account: str) -> Account | None:
        """The account with this id."""
        ...

    def by_login(self, login: str) -> Account | None:
        """The account with this login name."""
        ...

    def password_hash(self, account: str) -> str | None:
        """The hash to compare a password with; None where the account signs in elsewhere."""
        ...

    def of_city(self, city: str) -> tuple[Account, ...]:
        """Everybody who holds a role in a city, by login name."""
        ...

    def opened_to(self, assessment: str) -> tuple[Account, ...]:
        """Everybody to whom an assessment was opened, by login name."""
        ...

    def all(self) -> tuple[Account, ...]:
        """Every account, by login name."""
        ...

    def cities(self) -> tuple[City, ...]:
        """Every city, by name."""
        ...

    def add_city(self, new: City, *, note: Note | None = None) -> bool:
        """Keeps a city in which nobody has a role yet. False where another one has this name."""
        ...

    def set_password(self, account: str, password_hash: str) -> None:
        """Keeps a new password and ends every session of the account."""
        ...

    def require_change(self, account: str, *, note: Note | None = None) -> None:
        """Lets the account in only with a new password from now on, and ends its sessions."""
        ...

    def disable(self, account: str, at: datetime.datetime | None, *, note: Note | None = None) -> bool:
        """Closes an account and ends its sessions, or opens it again with None.

        False, and nothing done, where it is the last open one that administers the house.
        """
        ...

    def grant(self, account: str, given: Grant, *, note: Note | None = None) -> None:
        """Gives a role."""
        ...

    def take(self, account: str, taken: Grant, *, note: Note | None = None) -> Taken:
        """Takes a role away, unless a city would be left without a lead, or the house without an administrator."""
        ...

    def hand_over(self, city: str, giver: str, taker: str, *, note: Note | None = None) -> bool:
        """Makes one the lead instead of the other, who goes on contributing.

        False where the giver is not the lead, or the taker's account is closed.
        """
        ...


class SessionStore(Protocol):
    """Sessions, by the fingerprint of their secret."""

    def begin(self, new: Session) -> None:
        """Keeps a session. Those that ended are forgotten."""
        ...

    def find(self, fingerprint: str) -> tuple[Session, Account] | None:
        """The session and whose it is; None where it was ended or the account is closed."""
        ...

    def seen(self, fingerprint: str, at: datetime.datetime) -> None:
        """Notes that the person was there."""
        ...

    def end(self, fingerprint: str) -> None:
        """Ends a session."""
        ...

    def end_all(self, account: str) -> None:
        """Ends every session of an account."""
        ...


class CodeStore(Protocol):
    """Codes that open a door once, by their fingerprint."""

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
        ...

    def withdraw(self, fingerprint: str, *, note: Note | None = None) -> None:
        """Makes a code serve nobody any more. One that is not there any more is not noted either."""
        ...

    def add(self, new: OneTimeCode, *, note: Note | None = None) -> None:
        """Keeps a code. For a reset, every earlier one for the same account is void."""
        ...

    def find(self, fingerprint: str, now: datetime.datetime) -> OneTimeCode | None:
        """The code, as long as it can be used."""
        ...

    def reset(
        self, fingerprint: str, password_hash: str, now: datetime.datetime, *, note: Note | None = None
    ) -> str | None:
        """Uses a code for a new password and ends all sessions. The account's id, or None where the code is spent."""
        ...


class AttemptStore(Protocol):
    """Tries to sign in, as long as they matter."""

    def note(self, login: str, address: str, at: datetime.datetime, since: datetime.datetime) -> Noted:
        """Notes a try, and gives those before it for the login name and for the address since then."""
        ...

    def withdraw(self, number: int) -> None:
        """Forgets a try that was refused unlooked at."""
        ...

    def forget(self, login: str) -> None:
        """Forgets the tries for a login name, after one that went well."""
        ...

    def erase_before(self, moment: datetime.datetime) -> None:
        """Erases everything older, addresses included."""
        ...


class Passwords(Protocol):
    """Makes and checks hashes of passwords. Both take time and memory on purpose."""

    def hash(self, password: str) -> str:
        """A hash with a salt of its own."""
        ...

    def matches(self, password: str, stored: str | None) -> bool:
        """Whether this is the password. Takes as long where nothing is stored, and says no."""
        ...


class Tokens(Protocol):
    """Makes secrets that nobody can guess."""

    def session(self) -> str:
        """256 random bits as text."""
        ...

    def code(self, alphabet: str, length: int) -> str:
        """A code of that many letters of an alphabet."""
        ...

    def fingerprint(self, secret: str) -> str:
        """What is kept of a secret: nobody finds the secret from it."""
        ...


class IdentityStore(Protocol):
    """Which account belongs to which identity."""

    def account_of(self, identity: Identity) -> str | None:
        """The id of the account that signs in with it."""
        ...

    def of(self, account: str) -> tuple[Identity, ...]:
        """The identities that an account signs in with."""
        ...

    def link(self, identity: Identity, account: str, *, note: Note | None = None) -> bool:
        """Lets an account sign in with it. False, and nothing kept, where it belongs to an account already."""
        ...

    def unlink(self, identity: Identity, account: str, *, within: str | None = None, note: Note | None = None) -> bool:
        """Lets the account sign in with it no more, and ends its sessions but the one that it is done `within`.

        Returns:
            False where it would have no way in left.
        """
        ...

    def add(self, new: Account, identity: Identity, *, note: Note | None = None) -> bool:
        """Keeps an account without a password. False, and nothing kept, where login name or identity is taken."""
        ...

    def redeem(
        self, code: str, new: Account, identity: Identity, now: datetime.datetime, *, note: Note | None = None
    ) -> Redeemed:
        """Uses an invitation once and keeps an account without a password, with the role it carries: both or neither.

        "taken" where the login name or the identity is.
        """
        ...


@dataclass(frozen=True)
class PeopleStores:
    """Where everything around accounts is kept."""

    accounts: AccountStore
    sessions: SessionStore
    codes: CodeStore
    attempts: AttemptStore
    identities: IdentityStore
