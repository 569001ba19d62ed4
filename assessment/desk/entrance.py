"""The way in: before somebody is anybody. First start, signing in and out, codes, and who came with a session.

Secrets are handed out once and kept as fingerprints only. What cannot be right is answered in the same words and the
same time as what is wrong.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.desk import credentials, values
from assessment.desk.account_ports import Passwords, PeopleStores, Tokens
from assessment.desk.errors import (
    CodeSpent,
    LoginTaken,
    NewPasswordNeeded,
    NotFound,
    SignedOut,
    WrongPassword,
)
from assessment.desk.noting import about_account, about_first, about_invitation
from assessment.desk.ports import Clock, Ids
from assessment.desk.throttle import Throttle
from models.people import GUEST_MARK, PLAIN_COOKIE, SECURE_COOKIE, VISITOR, Account, Actor, Grant, Session

IDLE = datetime.timedelta(hours=12)
"""A session ends when nobody used it for so long."""

LONGEST = datetime.timedelta(days=7)
"""A session ends after so long, however busy."""

GUESTS_STAY = datetime.timedelta(days=30)
"""How long a guest's browser is known, used or not."""

_NOTED_EVERY = datetime.timedelta(minutes=5)

CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 12
"""60 bits; no letter that looks like another."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who has just signed in: the secret of the session, for the browser alone, and who it is."""

    secret: str
    account: Account
    lasts: datetime.timedelta = LONGEST


@dataclass(frozen=True)
class Entrance:
    """What is open to people who are not signed in. These use cases take no actor; they make one."""

    stores: PeopleStores
    passwords: Passwords
    tokens: Tokens
    throttle: Throttle
    clock: Clock
    ids: Ids

    def awaits_first(self) -> bool:
        """Whether there is no account yet, so that whoever comes first administers the house."""
        return not self.stores.accounts.any()

    def first_start(self, login: str, display_name: str, password: str) -> Arrival:
        """Makes the administrator and signs them in.

        Raises:
            NotAccepted: for a login name or password that cannot be used.
            NotFound: where there is an account already.
        """
        new = self._new(login, display_name, frozenset({Grant("administrator")}))
        chosen = credentials.password(password, new.login)
        note = about_first(new.id, new.created)
        if not self.awaits_first() or not self.stores.accounts.add_first(new, self.passwords.hash(chosen), note=note):
            raise NotFound
        return self.arrive(new)

    def sign_in(self, login: str, password: str, address: str, before: str | None = None) -> Arrival:
        """Signs somebody in. A session that the browser had `before` ends.

        Args:
            login: as typed.
            password: as typed.
            address: where the try comes from, for counting tries; erased after a day.
            before: the secret of the session that the browser came with.

        Raises:
            WrongPassword: where the two do not fit, the account is closed or unknown.
            TooManyTries: where one has to wait first.
            NewPasswordNeeded: where the account may only go on with a new password.
        """
        account = self._proved(login, password, address)
        if account.must_change:
            raise NewPasswordNeeded
        return self.arrive(account, before)

    def change_password(self, login: str, password: str, new: str, address: str) -> Arrival:
        """Gives an account a new password, against the old one. Every session ends, and a new one begins.

        Raises:
            WrongPassword, TooManyTries: as in `sign_in`.
            NotAccepted: for a new password that cannot be used.
        """
        account = self._proved(login, password, address)
        chosen = credentials.password(new, account.login)
        self.stores.accounts.set_password(account.id, self.passwords.hash(chosen))
        return self.arrive(account)

    def redeem(self, code: str, login: str, display_name: str, password: str, address: str) -> Arrival:
        """Makes an account with the role that an invitation carries.

        Raises:
            CodeSpent: where the code does not serve.
            LoginTaken: where somebody has this login name; the code stays usable.
            NotAccepted: for a login name or password that cannot be used.
            TooManyTries: where one has to wait first.
        """
        new = self._new(login, display_name, frozenset())
        chosen = credentials.password(password, new.login)
        fingerprint = self.tried(code, address)
        found = self.stores.codes.find(fingerprint, self.clock())
        if found is None or found.grant is None:
            raise CodeSpent
        hashed, now = self.passwords.hash(chosen), self.clock()
        note = about_invitation(new.id, found.grant, now)
        match self.stores.accounts.redeem(fingerprint, new, hashed, now, note=note):
            case "spent":
                raise CodeSpent
            case "taken":
                raise LoginTaken
            case "done":
                return self.arrive(self._known(new.id))

    def admit_guest(self, code: str, address: str, before: str | None = None) -> Arrival:
        """Lets in a guest, who needs neither login name nor password: a new one, or one who comes back.

        A session that the browser had `before` ends: it becomes the guest's.

        Raises:
            CodeSpent: where the code does not serve.
            TooManyTries: where one has to wait first.
        """
        fingerprint, key = self.tried(code, address), self.ids()
        new = Account(key, f"{GUEST_MARK}{key}", None, self.clock())
        admitted = self.stores.accounts.admit_guest(fingerprint, new, self.clock())
        if admitted is None:
            raise CodeSpent
        return self.arrive(admitted, before)

    def reset(self, code: str, password: str, address: str) -> Arrival:
        """Gives an account a new password, against a code that its lead or administrator made.

        Raises:
            CodeSpent: where the code does not serve.
            NotAccepted: for a password that cannot be used; the code stays usable.
            TooManyTries: where one has to wait first.
        """
        fingerprint = self.tried(code, address)
        found = self.stores.codes.find(fingerprint, self.clock())
        account = self.stores.accounts.get(found.account) if found and found.account else None
        if account is None or account.disabled:
            raise CodeSpent
        chosen = credentials.password(password, account.login)
        hashed, now = self.passwords.hash(chosen), self.clock()
        note = about_account(Actor(account.id), "reset password", account, now, "chosen")
        if self.stores.codes.reset(fingerprint, hashed, now, note=note) is None:
            raise CodeSpent
        return self.arrive(account)

    def sign_out(self, secret: str) -> None:
        """Ends a session, in every window of that browser."""
        self.stores.sessions.end(self.tokens.fingerprint(secret))

    def who(self, secret: str | None) -> Actor:
        """Who comes with this secret; a visitor where it is none, or its session has ended."""
        if not secret:
            return VISITOR
        fingerprint, now = self.tokens.fingerprint(secret), self.clock()
        found = self._alive(fingerprint, now)
        if found is None:
            return VISITOR
        session, account = found
        if now - session.seen >= _NOTED_EVERY:
            self.stores.sessions.seen(fingerprint, now)
        return _actor(session, account)

    def still(self, actor: Actor) -> Actor:
        """The person as they are now. Raises `SignedOut` where the session they came with has ended."""
        if actor.session is None:
            return actor
        found = self._alive(actor.session, self.clock())
        if found is None:
            raise SignedOut
        return _actor(*found)

    def _alive(self, fingerprint: str, now: datetime.datetime) -> tuple[Session, Account] | None:
        found = self.stores.sessions.find(fingerprint)
        if found is None or now >= found[0].ends:
            return None
        # A guest has no password to come back with, and can see nothing but their own ratings.
        idle = GUESTS_STAY if found[1].is_guest else IDLE
        return None if now - found[0].seen >= idle else found

    def _proved(self, login: str, password: str, address: str) -> Account:
        """The account with this name and password. Takes as long for names that nobody has."""
        kept = credentials.as_kept(login)[: credentials.LOGIN_LONGEST + 1]
        key = self.tokens.fingerprint(kept)
        self.throttle.admit(key, address)
        account = self.stores.accounts.by_login(kept)
        stored = None if account is None else self.stores.accounts.password_hash(account.id)
        right = self.passwords.matches(password[: credentials.PASSWORD_LONGEST + 1], stored)
        if account is None or account.disabled is not None or not right:
            raise WrongPassword
        self.throttle.forget(key)
        return account

    def tried(self, code: str, address: str) -> str:
        """The fingerprint of a code as somebody typed it; tries are counted. Raises `TooManyTries`."""
        fingerprint = self.tokens.fingerprint(read_code(code))
        self.throttle.admit(fingerprint, address)
        return fingerprint

    def _new(self, login: str, display_name: str, grants: frozenset[Grant]) -> Account:
        kept = credentials.login(login)
        shown = values.name(display_name) if display_name.strip() else None
        return Account(self.ids(), kept, shown, self.clock(), grants=grants)

    def arrive(self, account: Account, before: str | None = None) -> Arrival:
        """Begins the session of somebody who has proved who they are; one that the browser had `before` ends."""
        if before is not None:
            self.sign_out(before)
        secret, now = self.tokens.session(), self.clock()
        lasts = GUESTS_STAY if account.is_guest else LONGEST
        self.stores.sessions.begin(Session(self.tokens.fingerprint(secret), account.id, now, now, now + lasts))
        return Arrival(secret, account, lasts)

    def _known(self, account: str) -> Account:
        found = self.stores.accounts.get(account)
        if found is None:
            raise NotFound
        return found


def secret_in(cookies: Mapping[str, str]) -> str | None:
    """The secret of the session that a browser came with; the cookie that only https can set goes first."""
    return cookies.get(SECURE_COOKIE) or cookies.get(PLAIN_COOKIE)


def read_code(written: str) -> str:
    """A code as it was made, however it was typed."""
    return "".join(letter for letter in written.upper() if letter in CODE_ALPHABET)[: CODE_LENGTH + 1]


def show_code(code: str) -> str:
    """A code as people read it: in groups of four."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _actor(session: Session, account: Account) -> Actor:
    # What visitors may do, everybody may: also somebody whose last role was taken away.
    return Actor(account.id, account.name, account.grants | VISITOR.grants, session.fingerprint)
