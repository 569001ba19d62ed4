"""One's own data: to read and take along all that is kept, and to have oneself erased."""

from dataclasses import dataclass
from typing import Protocol

from assessment.desk.account_ports import AccountStore
from assessment.desk.door import Door
from assessment.desk.errors import NotAccepted, NotFound
from assessment.desk.noting import about_account
from assessment.desk.ports import Clock
from models.audit import Note
from models.message import say
from models.people import Account, Actor
from models.personal import Erased, Item, PersonalData


class PersonalStore(Protocol):
    """What is kept about people."""

    def of(self, person: str) -> tuple[Item, ...]:
        """Everything about a person, area by area, oldest first."""
        ...

    def erase(self, person: str, *, note: Note | None = None, leaderless: bool = False) -> Erased:
        """Erases a person; what they did stays, without their name.

        Not the last administrator, and the last lead of a city only where it may be `leaderless`.
        """
        ...


@dataclass(frozen=True)
class OwnData:
    """The use cases around one's own data."""

    door: Door
    accounts: AccountStore
    personal: PersonalStore
    clock: Clock

    def export(self, actor: Actor) -> PersonalData:
        """Everything that is kept about the person who asks, with exact times. Raises `NotFound`."""
        me = self.door.account(actor, "keep own account", self.accounts.get(actor.id))
        return PersonalData(me, self.personal.of(me.id))

    def erase_me(self, actor: Actor, login: str) -> None:
        """Erases the person who asks.

        Args:
            actor: who asks.
            login: their login name, typed once more, so that nobody does this by accident.

        Raises:
            NotFound: where there is no such account.
            NotAccepted: for another login name, or where nobody else could lead or administer.
        """
        me = self.door.account(actor, "erase person", self.accounts.get(actor.id))
        if login.strip().casefold() != me.login:
            raise NotAccepted(say("This is not your login name. Nothing was erased."))
        self._erase(actor, me)

    def erase(self, actor: Actor, account: str) -> None:
        """Erases somebody on their wish. Raises `NotFound`, and `NotAccepted` as `erase_me`."""
        self._erase(actor, self.door.account(actor, "erase person", self.accounts.get(account)))

    def _erase(self, actor: Actor, found: Account) -> None:
        note = about_account(actor, "erase person", found, self.clock(), "erased")
        done = self.personal.erase(found.id, note=note)
        if done == "absent":
            raise NotFound
        if done == "last":
            raise NotAccepted(
                say(
                    "Somebody has to lead the city and to administer the house. Give that role to another person first."
                )
            )
