"""Accounts, sessions, codes and tries kept in memory, held to the same contract as the database."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assessment.desk.account_ports import PeopleStores
from models.assessment import City
from models.audit import Note
from models.identity import Identity
from models.people import Account, Grant, Noted, OneTimeCode, Purpose, Redeemed, Session, Taken, Tries
from tests.memory import Memory

KEEPERS = ("lead", "administrator")
_LINKS = ("invite", "reset")


@dataclass(frozen=True)
class MemoryAccounts:
    """Accounts and roles."""

    memory: Memory

    def any(self) -> bool:
        return bool(self.memory.accounts)

    def add_first(self, new: Account, password_hash: str, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            if self.memory.accounts:
                return False
            every = [each for held in self.memory.grants.values() for each in held]
            inherited = {Grant("lead", each.city) for each in every if each.city}
            inherited |= {Grant("trainer", cohort=each.cohort) for each in every if each.cohort}
            self.memory.grants.clear()
            self._keep(new, password_hash, new.grants | inherited)
            self.memory.noted(note)
            return True

    def redeem(
        self, code: str, new: Account, password_hash: str, now: datetime.datetime, *, note: Note | None = None
    ) -> Redeemed:
        with self.memory.lock:
            if self.by_login(new.login) is not None:
                return "taken"
            used = use_code(self.memory, code, "invite", now)
            if used is None or used.grant is None:
                return "spent"
            self._keep(new, password_hash, new.grants | {used.grant})
            self.memory.noted(note)
            return "done"

    def admit_guest(self, code: str, new: Account, now: datetime.datetime) -> Account | None:
        with self.memory.lock:
            used = use_code(self.memory, code, "guest", now)
            if used is None:
                return None
            if used.account is None:
                self._keep(replace(new, display_name=used.shown), "", frozenset())
                del self.memory.passwords[new.id]
            if used.grant is not None:
                self.grant(new.id, used.grant)
            found = self.get(used.account or new.id)
            return None if found is None or found.disabled else found

    def join(self, code: str, account: str, now: datetime.datetime, *, note: Note | None = None) -> Redeemed:
        with self.memory.lock:
            used = use_code(self.memory, code, "invite", now)
            if used is None or used.grant is None:
                return "spent"
            self.grant(account, used.grant, note=note)
            return "done"

    def get(self, account: str) -> Account | None:
        return next((each for each in self.all() if each.id == account), None)

    def by_login(self, login: str) -> Account | None:
        return next((each for each in self.all() if each.login == login), None)

    def password_hash(self, account: str) -> str | None:
        return self.memory.passwords.get(account)

    def of_city(self, city: str) -> tuple[Account, ...]:
        return tuple(each for each in self.all() if city in {grant.city for grant in each.grants})

    def opened_to(self, assessment: str) -> tuple[Account, ...]:
        return tuple(each for each in self.all() if assessment in {grant.assessment for grant in each.grants})

    def all(self) -> tuple[Account, ...]:
        with self.memory.lock:
            return tuple(sorted(self._granted(), key=lambda each: each.login))

    def cities(self) -> tuple[City, ...]:
        with self.memory.lock:
            return tuple(sorted(self.memory.cities.values(), key=lambda each: (each.name, each.id)))

    def add_city(self, new: City, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            if any(each.name.casefold() == new.name.casefold() for each in self.memory.cities.values()):
                return False
            self.memory.cities[new.id] = new
            self.memory.noted(note)
            return True

    def set_password(self, account: str, password_hash: str) -> None:
        with self.memory.lock:
            self.memory.passwords[account] = password_hash
            self._change(account, must_change=False)

    def require_change(self, account: str, *, note: Note | None = None) -> None:
        with self.memory.lock:
            self._change(account, must_change=True)
            self.memory.noted(note)

    def disable(self, account: str, at: datetime.datetime | None, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            if at is not None and self._holders(Grant("administrator")) == [account]:
                return False
            self._change(account, disabled=at)
            self._void(lambda each: each.account == account or (each.made_by == account and each.purpose in _LINKS))
            self.memory.noted(note)
            return True

    def grant(self, account: str, given: Grant, *, note: Note | None = None) -> None:
        with self.memory.lock:
            self.memory.grants.setdefault(account, set()).add(given)
            self._void(lambda each: each.account == account and each.purpose == "reset")
            self.memory.noted(note)

    def take(self, account: str, taken: Grant, *, note: Note | None = None) -> Taken:
        with self.memory.lock:
            if taken not in self.memory.grants.get(account, ()):
                return "absent"
            if taken.role in KEEPERS and self._holders(taken) == [account]:
                return "last"
            self.memory.grants[account].remove(taken)
            self._void_made_by(account)
            self.memory.noted(note)
            return "done"

    def hand_over(self, city: str, giver: str, taker: str, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            lead = Grant("lead", city)
            active = self.get(taker)
            if lead not in self.memory.grants.get(giver, ()) or active is None or active.disabled:
                return False
            self.grant(taker, lead)
            self.memory.grants[giver].discard(lead)
            self._void_made_by(giver)
            self.grant(giver, Grant("contributor", city), note=note)
            return True

    def _keep(self, new: Account, password_hash: str, grants: frozenset[Grant]) -> None:
        self.memory.names[new.id] = new.display_name
        self.memory.accounts[new.id] = replace(new, grants=frozenset())
        self.memory.passwords[new.id] = password_hash
        self.memory.grants[new.id] = set(grants)

    def _void(self, which: Callable[[OneTimeCode], bool]) -> None:
        for each in [each for each in self.memory.codes.values() if which(each)]:
            del self.memory.codes[each.fingerprint]

    def _void_made_by(self, maker: str) -> None:
        held = self.memory.grants.get(maker, set())
        if Grant("administrator") in held:
            return
        led = {each.city for each in held if each.role == "lead"}
        self._void(
            lambda each: (
                each.made_by == maker and each.purpose in _LINKS and (each.grant is None or each.grant.city not in led)
            )
        )

    def _granted(self) -> Iterator[Account]:
        for each in self.memory.accounts.values():
            yield replace(each, grants=frozenset(self.memory.grants.get(each.id, ())))

    def _holders(self, of: Grant) -> list[str]:
        return [each.id for each in self.all() if of in each.grants and each.disabled is None]

    def _change(self, account: str, **values: object) -> None:
        with self.memory.lock:
            self.memory.accounts[account] = replace(self.memory.accounts[account], **values)  # type: ignore[arg-type]
            MemorySessions(self.memory).end_all(account)


@dataclass(frozen=True)
class MemorySessions:
    """Sessions."""

    memory: Memory

    def begin(self, new: Session) -> None:
        with self.memory.lock:
            for each in [each for each in self.memory.sessions.values() if each.ends <= new.begun]:
                del self.memory.sessions[each.fingerprint]
            self.memory.sessions[new.fingerprint] = new

    def find(self, fingerprint: str) -> tuple[Session, Account] | None:
        with self.memory.lock:
            session = self.memory.sessions.get(fingerprint)
            account = MemoryAccounts(self.memory).get(session.account) if session else None
            return (session, account) if session and account and account.disabled is None else None

    def seen(self, fingerprint: str, at: datetime.datetime) -> None:
        with self.memory.lock:
            if fingerprint in self.memory.sessions:
                self.memory.sessions[fingerprint] = replace(self.memory.sessions[fingerprint], seen=at)

    def end(self, fingerprint: str) -> None:
        with self.memory.lock:
            self.memory.sessions.pop(fingerprint, None)

    def end_all(self, account: str) -> None:
        with self.memory.lock:
            for each in [each for each in self.memory.sessions.values() if each.account == account]:
                del self.memory.sessions[each.fingerprint]


@dataclass(frozen=True)
class MemoryCodes:
    """Codes."""

    memory: Memory

    def add(self, new: OneTimeCode, *, note: Note | None = None) -> None:
        with self.memory.lock:
            if new.account is not None:
                for each in [each for each in self.memory.codes.values() if each.account == new.account]:
                    del self.memory.codes[each.fingerprint]
            self.memory.codes[new.fingerprint] = new
            self.memory.noted(note)

    def find(self, fingerprint: str, now: datetime.datetime) -> OneTimeCode | None:
        with self.memory.lock:
            found = self.memory.codes.get(fingerprint)
            return found if found and found.uses_left > 0 and found.expires > now else None

    def serving(
        self,
        purpose: Purpose,
        now: datetime.datetime,
        *,
        city: str | None = None,
        assessment: str | None = None,
        cohort: str | None = None,
    ) -> tuple[OneTimeCode, ...]:
        with self.memory.lock:
            found = [
                each
                for each in self.memory.codes.values()
                if each.purpose == purpose and each.uses_left > 0 and each.expires > now
                if each.grant and each.grant == Grant(each.grant.role, city, assessment, cohort)
            ]
            return tuple(sorted(found, key=lambda each: (each.expires, each.fingerprint)))

    def withdraw(self, fingerprint: str, *, note: Note | None = None) -> None:
        with self.memory.lock:
            gone = self.memory.codes.pop(fingerprint, None)
            self.memory.noted(note if gone else None)

    def reset(
        self, fingerprint: str, password_hash: str, now: datetime.datetime, *, note: Note | None = None
    ) -> str | None:
        with self.memory.lock:
            used = use_code(self.memory, fingerprint, "reset", now)
            if used is None or used.account is None:
                return None
            MemoryAccounts(self.memory).set_password(used.account, password_hash)
            self.memory.noted(note)
            return used.account


@dataclass(frozen=True)
class MemoryAttempts:
    """Tries to sign in."""

    memory: Memory

    def note(self, login: str, address: str, at: datetime.datetime, since: datetime.datetime) -> Noted:
        with self.memory.lock:
            late = [each for each in self.memory.attempts if each[2] > since]
            by_login = _tries([each for each in late if each[0] == login])
            by_address = _tries([each for each in late if each[1] == address])
            number = next(self.memory.numbers)
            self.memory.attempts.append((login, address, at, number))
            return Noted(number, by_login, by_address)

    def withdraw(self, number: int) -> None:
        with self.memory.lock:
            self.memory.attempts[:] = [each for each in self.memory.attempts if each[3] != number]

    def forget(self, login: str) -> None:
        with self.memory.lock:
            self.memory.attempts[:] = [each for each in self.memory.attempts if each[0] != login]

    def erase_before(self, moment: datetime.datetime) -> None:
        with self.memory.lock:
            self.memory.attempts[:] = [each for each in self.memory.attempts if each[2] >= moment]


@dataclass(frozen=True)
class MemoryIdentities:
    """Identities."""

    memory: Memory

    def account_of(self, identity: Identity) -> str | None:
        return self.memory.identities.get(identity)

    def of(self, account: str) -> tuple[Identity, ...]:
        with self.memory.lock:
            own = [each for each, whose in self.memory.identities.items() if whose == account]
            return tuple(sorted(own, key=lambda each: (each.issuer, each.subject)))

    def link(self, identity: Identity, account: str, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            if identity in self.memory.identities:
                return False
            self.memory.identities[identity] = account
            self.memory.noted(note)
            return True

    def unlink(self, identity: Identity, account: str, *, within: str | None = None, note: Note | None = None) -> bool:
        with self.memory.lock:
            if len(self.of(account)) == 1 and account not in self.memory.passwords:
                return False
            del self.memory.identities[identity]
            for each in [each for each in self.memory.sessions.values() if each.account == account]:
                if each.fingerprint != within:
                    del self.memory.sessions[each.fingerprint]
            self.memory.noted(note)
            return True

    def add(self, new: Account, identity: Identity, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            if self._taken(new, identity):
                return False
            self._keep(new, identity)
            self.memory.noted(note)
            return True

    def redeem(
        self, code: str, new: Account, identity: Identity, now: datetime.datetime, *, note: Note | None = None
    ) -> Redeemed:
        with self.memory.lock:
            if self._taken(new, identity):
                return "taken"
            used = use_code(self.memory, code, "invite", now)
            if used is None or used.grant is None:
                return "spent"
            self._keep(replace(new, grants=new.grants | {used.grant}), identity)
            self.memory.noted(note)
            return "done"

    def _taken(self, new: Account, identity: Identity) -> bool:
        return identity in self.memory.identities or MemoryAccounts(self.memory).by_login(new.login) is not None

    def _keep(self, new: Account, identity: Identity) -> None:
        self.memory.names[new.id] = new.display_name
        self.memory.accounts[new.id] = replace(new, grants=frozenset())
        self.memory.grants[new.id] = set(new.grants)
        self.memory.identities[identity] = new.id


def people_in(memory: Memory) -> PeopleStores:
    """All of it, in one memory."""
    sessions, codes, attempts = MemorySessions(memory), MemoryCodes(memory), MemoryAttempts(memory)
    return PeopleStores(MemoryAccounts(memory), sessions, codes, attempts, MemoryIdentities(memory))


def use_code(memory: Memory, fingerprint: str, purpose: str, now: datetime.datetime) -> OneTimeCode | None:
    """Uses a code once."""
    found = MemoryCodes(memory).find(fingerprint, now)
    if found is None or found.purpose != purpose:
        return None
    memory.codes[fingerprint] = replace(found, uses_left=found.uses_left - 1)
    return found


def _tries(of: list[tuple[str, str, datetime.datetime, int]]) -> Tries:
    return Tries(len(of), max((each[2] for each in of), default=None))
