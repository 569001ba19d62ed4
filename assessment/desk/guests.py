"""Guests: councillors or volunteers of a twinning who rate one assessment under a role name, without an account.

A guest sees the questions and their own ratings, and the spread once it is open; never an answer, a result, or another
assessment.
"""

import datetime
from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.account_ports import PeopleStores, Tokens
from assessment.desk.door import Door
from assessment.desk.entrance import CODE_ALPHABET, CODE_LENGTH
from assessment.desk.errors import NotAccepted
from assessment.desk.inputs import working
from assessment.desk.noting import about_assessment
from assessment.desk.people import INVITATION_MOST_DAYS, INVITATION_MOST_USES, Link
from assessment.desk.ports import Clock
from assessment.desk.rating import rated_privately
from models.audit import Note
from models.message import say
from models.people import Account, Actor, Grant, OneTimeCode

RETURNS = 100
"""How often a guest may come back with the same code."""

RETURN_DAYS = 60
"""For how long a guest may come back with a code."""


@dataclass(frozen=True, slots=True)
class GuestLink:
    """A link that still lets guests in. `id` is its fingerprint, with which nobody gets in."""

    id: str
    shown: str
    uses: int
    expires: datetime.datetime


@dataclass(frozen=True)
class Guests:
    """The use cases around guests. How a guest comes in stands with the other ways in."""

    door: Door
    stores: PeopleStores
    tokens: Tokens
    clock: Clock

    def invite(self, actor: Actor, assessment_id: str, shown: str, *, uses: int = 1, days: int = 14) -> Link:
        """Makes a code with which guests rate an assessment.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            shown: what these guests are called instead of a name, such as "Member of the council".
            uses: how many guests may come with it.
            days: how long new guests may come.

        Raises:
            NotFound, NotAllowed: where the person may not see it, or may not invite to it.
            NotAccepted: for an empty role name, too many uses or days, or where nobody rates alone first.
        """
        found = rated_privately(working(self.door.assessment(actor, "invite guests", assessment_id)))
        if not (1 <= uses <= INVITATION_MOST_USES and 1 <= days <= INVITATION_MOST_DAYS):
            raise NotAccepted(
                say(
                    "An invitation serves 1 to {uses} people for 1 to {days} days.",
                    uses=INVITATION_MOST_USES,
                    days=INVITATION_MOST_DAYS,
                )
            )
        name, expires = values.name(shown), self.clock() + datetime.timedelta(days=days)
        held = Grant("guest", assessment=found.id)
        note = about_assessment(actor, "invite guests", found, self.clock(), "link", uses=str(uses))
        return self._link(OneTimeCode("", "guest", actor.id, uses, expires, grant=held, shown=name), note)

    def links(self, actor: Actor, assessment_id: str) -> tuple[GuestLink, ...]:
        """The links that still let new guests in, those that end first before the others. Raises as `invite`."""
        found = self.door.assessment(actor, "invite guests", assessment_id)
        codes = self.stores.codes.serving("guest", self.clock(), assessment=found.id)
        return tuple(GuestLink(each.fingerprint, each.shown or "", each.uses_left, each.expires) for each in codes)

    def withdraw(self, actor: Actor, assessment_id: str, link: str) -> None:
        """Lets nobody in any more with a link; who came with it stays. Raises as `invite`.

        A link that is no longer there lets nobody in either: then there is nothing to do.
        """
        found = self.door.assessment(actor, "invite guests", assessment_id)
        if link in {each.id for each in self.links(actor, found.id)}:
            note = about_assessment(actor, "invite guests", found, self.clock(), "withdrawn")
            self.stores.codes.withdraw(link, note=note)

    def here(self, actor: Actor, assessment_id: str) -> tuple[Account, ...]:
        """The guests who came, in no order that tells who came when. Raises as `invite`."""
        found = self.door.assessment(actor, "invite guests", assessment_id)
        held = Grant("guest", assessment=found.id)
        known = self.stores.accounts.opened_to(found.id)
        came = (each for each in known if held in each.grants and each.disabled is None)
        return tuple(sorted(came, key=lambda each: (each.name, each.id)))

    def send_away(self, actor: Actor, assessment_id: str, guest: str) -> None:
        """Lets a guest in no more, from now on; what the guest rated stays. Raises as `invite`.

        Somebody who is no guest here is not let in by this assessment: then there is nothing to do.
        """
        found = self.door.assessment(actor, "invite guests", assessment_id)
        if guest in {each.id for each in self.here(actor, found.id)}:
            now = self.clock()
            note = about_assessment(actor, "invite guests", found, now, "sent away")
            self.stores.accounts.disable(guest, now, note=note)

    def return_code(self, actor: Actor) -> Link:
        """Makes the code with which a guest comes back from another browser; an earlier one is void.

        Raises `NotAccepted` for everybody else.
        """
        me = self.door.account(actor, "keep own account", self.stores.accounts.get(actor.id))
        if not me.is_guest:
            raise NotAccepted(say("Only guests need a code to come back with. You sign in with your account."))
        expires = self.clock() + datetime.timedelta(days=RETURN_DAYS)
        return self._link(OneTimeCode("", "guest", me.id, RETURNS, expires, account=me.id))

    def _link(self, wished: OneTimeCode, note: Note | None = None) -> Link:
        code = self.tokens.code(CODE_ALPHABET, CODE_LENGTH)
        kept = replace(wished, fingerprint=self.tokens.fingerprint(code))
        self.stores.codes.add(kept, note=note)
        return Link(code, kept.expires, kept.uses_left, kept.fingerprint)
