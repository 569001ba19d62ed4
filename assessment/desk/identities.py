"""Signing in with the identity provider of a city: afterwards somebody has the very same session as with a password.

Whether the provider really said what is handed in here is checked before (`web.oidc`). An account is found by issuer
and subject alone: never by a login name or an address, which a provider may give to somebody else one day.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.desk import credentials, values
from assessment.desk.account_ports import PeopleStores, Tokens
from assessment.desk.door import Door
from assessment.desk.entrance import Arrival, Entrance
from assessment.desk.errors import CodeSpent, IdentityTaken, NotAccepted, NotFound, NotInvited, WishRefused
from assessment.desk.noting import about_account, about_invitation
from assessment.desk.ports import Clock, Ids
from models.audit import Note
from models.identity import Assured, Identity, Membership
from models.message import say
from models.people import Account, Actor, Grant


@dataclass(frozen=True)
class Identities:
    """The use cases around an identity provider. `memberships` says which of its groups hold which roles here."""

    door: Door
    entrance: Entrance
    stores: PeopleStores
    tokens: Tokens
    clock: Clock
    ids: Ids
    memberships: tuple[Membership, ...] = ()

    def enter(self, assured: Assured, before: str | None = None) -> Arrival:
        """Signs somebody in. Who is new gets an account where a group of theirs holds a role here.

        Args:
            assured: what the provider has just vouched for.
            before: the secret of the session that the browser came with; it ends.

        Raises:
            NotInvited: where the person has no account that is open, and no group gives them one.
        """
        known = self.stores.identities.account_of(assured.identity)
        account = self._by_group(assured) if known is None else self.stores.accounts.get(known)
        if account is None or account.disabled is not None:
            raise NotInvited
        return self.entrance.arrive(account, before)

    def redeem(self, assured: Assured, code: str, address: str, before: str | None = None) -> Arrival:
        """Uses an invitation: for a new account, or for the one that the person has already.

        Raises:
            CodeSpent: where the code does not serve.
            NotInvited: where the account of this person is closed.
            TooManyTries: where one has to wait first.
        """
        fingerprint = self.entrance.tried(code, address)
        known = self.stores.identities.account_of(assured.identity)
        account = self._invited(assured, fingerprint) if known is None else self._joined(known, fingerprint)
        return self.entrance.arrive(account, before)

    def mine(self, actor: Actor) -> tuple[Identity, ...]:
        """The identities with which one can sign in. Raises `NotFound`."""
        return self.stores.identities.of(self._me(actor).id)

    def link(self, actor: Actor, assured: Assured) -> None:
        """Lets oneself sign in with this identity too. Raises `NotFound`, `IdentityTaken`."""
        me = self._me(actor)
        if self.stores.identities.account_of(assured.identity) == me.id:
            return
        if not self.stores.identities.link(assured.identity, me.id, note=self._note(me, "linked")):
            raise IdentityTaken

    def unlink(self, actor: Actor, identity: Identity) -> None:
        """Signs in with this identity no more. The person's sessions end, but the one that this is done in.

        Raises `NotFound`, `NotAccepted` where no other way in is left.
        """
        me = self._me(actor)
        if identity not in self.stores.identities.of(me.id):
            raise NotFound
        if not self.stores.identities.unlink(identity, me.id, within=actor.session, note=self._note(me, "unlinked")):
            raise NotAccepted(
                say("This is your only way in. Choose a password first, with a reset link from your city lead.")
            )

    def _me(self, actor: Actor) -> Account:
        return self.door.account(actor, "keep own account", self.stores.accounts.get(actor.id))

    def _by_group(self, assured: Assured) -> Account | None:
        grants = frozenset(self._grants(assured))
        if not grants or self.entrance.awaits_first():
            return None
        for new in self._names(assured, grants):
            if self.stores.identities.add(new, assured.identity, note=self._note(new, "by group")):
                return new
        return None

    def _grants(self, assured: Assured) -> list[Grant]:
        cities = {city.name.casefold(): city.id for city in self.stores.accounts.cities()}
        held = [each for each in self.memberships if each.group in assured.groups]
        places = [(each, cities.get(each.city.casefold()) if each.city else None) for each in held]
        return [each.grant(city) for each, city in places if city or not each.city]

    def _invited(self, assured: Assured, fingerprint: str) -> Account:
        carried, now = self._carried(fingerprint), self.clock()
        for new in self._names(assured, frozenset()):
            note = about_invitation(new.id, carried, now)
            match self.stores.identities.redeem(fingerprint, new, assured.identity, now, note=note):
                case "spent":
                    break
                case "done":
                    return self.stores.accounts.get(new.id) or new
        raise CodeSpent

    def _joined(self, known: str, fingerprint: str) -> Account:
        account, now = self.stores.accounts.get(known), self.clock()
        if account is None or account.disabled is not None:
            raise NotInvited
        note = about_invitation(known, self._carried(fingerprint), now)
        if self.stores.accounts.join(fingerprint, known, now, note=note) != "done":
            raise CodeSpent
        return account

    def _carried(self, fingerprint: str) -> Grant:
        found = self.stores.codes.find(fingerprint, self.clock())
        if found is None or found.grant is None:
            raise CodeSpent
        return found.grant

    def _names(self, assured: Assured, grants: frozenset[Grant]) -> Iterator[Account]:
        """The account under the login names that it could have, the best first; the last one is free for certain."""
        new, shown = self.ids(), None
        if assured.name and assured.name.strip():
            shown = values.name(assured.name.strip()[: values.NAME_LIMIT])
        wished = _accepted(assured.login)
        logins = [] if wished is None else [wished, *(f"{wished[:60]}-{number}" for number in (2, 3, 4))]
        return (Account(new, login, shown, self.clock(), grants=grants) for login in [*logins, f"p-{new[:12]}"])

    def _note(self, account: Account, how: str) -> Note:
        return about_account(Actor(account.id), "keep own account", account, self.clock(), how)


def _accepted(login: str | None) -> str | None:
    """The name that somebody has at the provider, as a login name of ours, where it can be one."""
    try:
        return credentials.login(login.partition("@")[0]) if login else None
    except WishRefused:
        return None
