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
from models.people import Actor, Grant, OneTimeCode

RETURNS = 100
"""How often a guest may come back with the same code."""

RETURN_DAYS = 60
"""For how long a guest may come back with a code."""


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
        self.stores.codes.add(replace(wished, fingerprint=self.tokens.fingerprint(code)), note=note)
        return Link(code, wished.expires, wished.uses_left)
