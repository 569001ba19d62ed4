"""People: who belongs to a city, who may do what there, and the links that let somebody in. For those signed in."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.account_ports import AccountStore, PeopleStores, Tokens
from assessment.desk.door import Door, may, to_city
from assessment.desk.entrance import CODE_ALPHABET, CODE_LENGTH, read_code
from assessment.desk.errors import CodeSpent, NameTaken, NotAccepted, NotFound
from assessment.desk.noting import (
    about_account,
    about_assessment,
    about_city,
    about_house,
    about_invitation,
    about_role,
)
from assessment.desk.policy import Action
from assessment.desk.ports import Clock, Ids
from models.assessment import City
from models.audit import Note
from models.message import say
from models.people import CITY_ROLES, HOUSE_ROLES, Account, Actor, Grant, OneTimeCode, Role

RESET_LASTS = datetime.timedelta(minutes=60)
INVITATION_MOST_DAYS = 60
INVITATION_MOST_USES = 50


@dataclass(frozen=True, slots=True)
class Link:
    """A code that was just made. It is shown once; afterwards nobody can find it again.

    `id` is its fingerprint, with which nobody gets in.
    """

    code: str
    expires: datetime.datetime
    uses: int
    id: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that still lets somebody in. `id` is its fingerprint, with which nobody gets in; `by` made it."""

    id: str
    role: Role
    by: str | None
    uses: int
    expires: datetime.datetime


def invitations(codes: Iterable[OneTimeCode], accounts: AccountStore) -> tuple[Invitation, ...]:
    """What may be said about codes that carry a role."""
    names = {each.id: each.name for each in accounts.all()}
    return tuple(
        Invitation(each.fingerprint, each.grant.role, names.get(each.made_by), each.uses_left, each.expires)
        for each in codes
        if each.grant is not None
    )


@dataclass(frozen=True)
class People:
    """The use cases around accounts and roles."""

    door: Door
    stores: PeopleStores
    tokens: Tokens
    clock: Clock
    ids: Ids

    def me(self, actor: Actor) -> Account:
        """One's own account. Raises `NotFound`."""
        return self.door.account(actor, "keep own account", self.stores.accounts.get(actor.id))

    def sign_out_everywhere(self, actor: Actor) -> None:
        """Ends every session of one's own. Raises `NotFound`."""
        self.stores.sessions.end_all(self.me(actor).id)

    def join(self, actor: Actor, code: str) -> None:
        """Takes on the role that an invitation carries. Raises `CodeSpent`, `NotFound`."""
        me, now, fingerprint = self.me(actor), self.clock(), self.tokens.fingerprint(read_code(code))
        found = self.stores.codes.find(fingerprint, now)
        if found is None or found.grant is None:
            raise CodeSpent
        note = about_invitation(me.id, found.grant, now)
        if self.stores.accounts.join(fingerprint, me.id, now, note=note) != "done":
            raise CodeSpent

    def my_cities(self, actor: Actor) -> tuple[City, ...]:
        """The cities in which one holds a role, by name. Raises `NotFound`."""
        held = {grant.city for grant in self.me(actor).grants}
        return tuple(city for city in self.stores.accounts.cities() if city.id in held)

    def cities(self, actor: Actor) -> tuple[City, ...]:
        """The cities whose people one may see, by name."""
        now = self.door.present(actor)
        return tuple(city for city in self.stores.accounts.cities() if may(tuple(to_city(now, city.id)), "see people"))

    def of_city(self, actor: Actor, city: str) -> tuple[Account, ...]:
        """Everybody who holds a role in a city. Raises `NotFound`."""
        self._city(actor, city)
        return self.stores.accounts.of_city(city)

    def invite(self, actor: Actor, wished: Grant, *, uses: int = 1, days: int = 14) -> Link:
        """Makes a code with which people make themselves an account with this role.

        Args:
            actor: who does it.
            wished: the role, and the city it is held in; no city for roles of the house.
            uses: how many people may use it.
            days: how long it serves.

        Raises:
            NotFound: where there is no such city for this person.
            NotAllowed: where the person may not invite.
            NotAccepted: for a role that is not held there, too many uses or days.
        """
        now = self._may_give(actor, wished, "invite people")
        if not (1 <= uses <= INVITATION_MOST_USES and 1 <= days <= INVITATION_MOST_DAYS):
            raise NotAccepted(
                say(
                    "An invitation serves 1 to {uses} people for 1 to {days} days.",
                    uses=INVITATION_MOST_USES,
                    days=INVITATION_MOST_DAYS,
                )
            )
        note = self._about_inviting(now, wished.city, "link", role=wished.role, uses=str(uses), days=str(days))
        expires = note.at + datetime.timedelta(days=days)
        return self._link(OneTimeCode("", "invite", now.id, uses, expires, grant=wished), note)

    def invitations(self, actor: Actor, city: str | None) -> tuple[Invitation, ...]:
        """The invitations that still serve in a city, or in the house for None; by their end.

        Raises `NotFound`, `NotAllowed` as `invite`.
        """
        self._may_invite(actor, city)
        return invitations(self.stores.codes.serving("invite", self.clock(), city=city), self.stores.accounts)

    def withdraw(self, actor: Actor, city: str | None, invitation: str) -> None:
        """Lets nobody in any more with an invitation; who came with it stays. Raises as `invitations`.

        One that is no longer there lets nobody in either: then there is nothing to do.
        """
        now = self._may_invite(actor, city)
        found = next((each for each in self.invitations(actor, city) if each.id == invitation), None)
        if found is not None:
            note = self._about_inviting(now, city, "withdrawn", role=found.role, uses=str(found.uses))
            self.stores.codes.withdraw(invitation, note=note)

    def give(self, actor: Actor, account: str, wished: Grant) -> None:
        """Gives a role to somebody who is there already. Raises as `invite`, and `NotFound` for an unknown account."""
        self._may_give(actor, wished, "change roles" if wished.city else "change house roles")
        self._member(account, wished.city)
        self.stores.accounts.grant(account, wished, note=about_role(actor, account, wished, self.clock(), "given"))

    def take(self, actor: Actor, account: str, held: Grant) -> None:
        """Takes a role away. Raises as `give`, and `NotAccepted` where a city would be left without a lead."""
        self._may_give(actor, held, "change roles" if held.city else "change house roles")
        match self.stores.accounts.take(account, held, note=about_role(actor, account, held, self.clock(), "taken")):
            case "absent":
                raise NotFound
            case "last":
                raise NotAccepted(
                    say("Somebody has to keep this role. Give it to another person first, then take it away here.")
                )
            case "done":
                return

    def hand_over(self, actor: Actor, city: str, giver: str, taker: str) -> None:
        """Makes one the lead instead of another, who goes on as a contributor. Raises as `give`."""
        self._may_give(actor, Grant("lead", city), "change roles")
        self._member(taker, city)
        note = about_city(actor, "change roles", city, self.clock(), "handed over", giver=giver, taker=taker)
        if not self.stores.accounts.hand_over(city, giver, taker, note=note):
            raise NotFound

    def reset_link(self, actor: Actor, account: str) -> Link:
        """Makes a code with which somebody chooses a new password within an hour. Raises `NotFound`."""
        found = self.door.account(actor, "reset password", self.stores.accounts.get(account))
        at = self.clock()
        note = about_account(actor, "reset password", found, at, "link")
        return self._link(OneTimeCode("", "reset", actor.id, 1, at + RESET_LASTS, account=found.id), note)

    def require_new_password(self, actor: Actor, account: str) -> None:
        """Lets somebody in only with a new password from now on. Raises `NotFound`."""
        found = self.door.account(actor, "reset password", self.stores.accounts.get(account))
        note = about_account(actor, "reset password", found, self.clock(), "demanded")
        self.stores.accounts.require_change(found.id, note=note)

    def close(self, actor: Actor, account: str) -> None:
        """Closes an account; what the person did stays. Raises `NotFound`, and `NotAccepted` for one's own."""
        found = self.door.account(actor, "close account", self.stores.accounts.get(account))
        if found.id == actor.id:
            raise NotAccepted(say("This is your own account: closing it would lock you out. Ask somebody else."))
        at = self.clock()
        if not self.stores.accounts.disable(
            found.id, at, note=about_account(actor, "close account", found, at, "closed")
        ):
            raise NotAccepted(say("Somebody has to administer the house. Give that role to another person first."))

    def reopen(self, actor: Actor, account: str) -> None:
        """Opens a closed account again. Raises `NotFound`."""
        found = self.door.account(actor, "close account", self.stores.accounts.get(account))
        note = about_account(actor, "close account", found, self.clock(), "opened")
        self.stores.accounts.disable(found.id, None, note=note)

    def everyone(self, actor: Actor) -> tuple[Account, ...]:
        """Every account. Raises `NotAllowed`."""
        self.door.house(actor, "see accounts")
        return tuple(each for each in self.stores.accounts.all() if not each.is_guest)

    def found(self, actor: Actor, name: str) -> City:
        """Adds a city, which nobody leads yet. Raises `NotAllowed`, `NotAccepted`."""
        self.door.house(actor, "found city")
        new = City(self.ids(), values.name(name))
        note = about_city(actor, "found city", new.id, self.clock(), "founded")
        if not self.stores.accounts.add_city(new, note=note):
            raise NameTaken
        return new

    def open_to(self, actor: Actor, assessment: str, login: str) -> None:
        """Lets a consultant read an assessment. Raises `NotFound`, `NotAllowed`, `NotAccepted`."""
        found = self.door.assessment(actor, "open assessment", assessment)
        account = self.stores.accounts.by_login(login.strip().casefold())
        if account is None or Grant("consultant") not in account.grants:
            raise NotAccepted(say("No consultant has this login name."))
        note = about_assessment(actor, "open assessment", found, self.clock(), "opened", account=account.id)
        self.stores.accounts.grant(account.id, Grant("consultant", assessment=found.id), note=note)

    def opened_to(self, actor: Actor, assessment: str) -> tuple[Account, ...]:
        """The consultants who may read an assessment. Raises `NotFound`, `NotAllowed`."""
        found = self.door.assessment(actor, "open assessment", assessment)
        held = Grant("consultant", assessment=found.id)
        return tuple(each for each in self.stores.accounts.opened_to(found.id) if held in each.grants)

    def shut(self, actor: Actor, assessment: str, account: str) -> None:
        """Lets a consultant read an assessment no more. Raises `NotFound`, `NotAllowed`."""
        found = self.door.assessment(actor, "open assessment", assessment)
        note = about_assessment(actor, "open assessment", found, self.clock(), "shut", account=account)
        self.stores.accounts.take(account, Grant("consultant", assessment=found.id), note=note)

    def _may_invite(self, actor: Actor, city: str | None) -> Actor:
        if city is None:
            return self.door.house(actor, "invite people")
        self._city(actor, city)
        return self.door.city(actor, "invite people", city)

    def _about_inviting(self, actor: Actor, city: str | None, how: str, **told: str) -> Note:
        at = self.clock()
        if city is None:
            return about_house(actor, "invite people", at, how, **told)
        return about_city(actor, "invite people", city, at, how, **told)

    def _may_give(self, actor: Actor, wished: Grant, action: Action) -> Actor:
        if wished.city is None:
            now = self.door.house(actor, action)
            fits = wished.role in HOUSE_ROLES
        else:
            self._city(actor, wished.city)
            now = self.door.city(actor, action, wished.city)
            fits = wished.role in CITY_ROLES
        if not fits or wished.assessment is not None:
            raise NotAccepted(say("This role is not held here."))
        return now

    def _city(self, actor: Actor, city: str) -> None:
        self.door.city(actor, "see people", city)
        if city not in {each.id for each in self.stores.accounts.cities()}:
            raise NotFound

    def _member(self, account: str, city: str | None) -> None:
        known = self.stores.accounts.all() if city is None else self.stores.accounts.of_city(city)
        if account not in {each.id for each in known}:
            raise NotFound

    def _link(self, wished: OneTimeCode, note: Note) -> Link:
        code = self.tokens.code(CODE_ALPHABET, CODE_LENGTH)
        kept = replace(wished, fingerprint=self.tokens.fingerprint(code))
        self.stores.codes.add(kept, note=note)
        return Link(code, kept.expires, kept.uses_left, kept.fingerprint)
