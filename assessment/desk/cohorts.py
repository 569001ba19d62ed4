"""Cohorts: cities that work with one trainer. Each joins by its lead, on its own terms, and leaves when it likes.

The trainer learns which cities are in, and of those that agreed how far their assessments are; of answers, nothing.
"""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace

from assessment.desk import values
from assessment.desk.account_ports import PeopleStores, Tokens
from assessment.desk.city_ports import CohortStore
from assessment.desk.door import Door
from assessment.desk.entrance import CODE_ALPHABET, CODE_LENGTH, read_code
from assessment.desk.errors import ChangedMeanwhile, CodeSpent, NotAccepted, NotFound
from assessment.desk.people import INVITATION_MOST_DAYS, INVITATION_MOST_USES, Invitation, Link, invitations
from assessment.desk.policy import Action
from assessment.desk.ports import AssessmentStore, Clock, Ids
from models.assessment import Assessment, City
from models.audit import Note
from models.cohort import CONSENTS, AssessmentStanding, Cohort, CohortCity, CohortView, Company, Consent, Membership
from models.message import say
from models.people import Actor, Grant, OneTimeCode


@dataclass(frozen=True)
class Cohorts:
    """The use cases around cohorts."""

    door: Door
    cohorts: CohortStore
    assessments: AssessmentStore
    people: PeopleStores
    tokens: Tokens
    clock: Clock
    ids: Ids

    def found(self, actor: Actor, name: str) -> Cohort:
        """Begins a cohort, which the person leads from then on. Raises `NotAllowed`, `NotAccepted`."""
        now = self.door.house(actor, "found cohort")
        new = Cohort(self.ids(), values.name(name), invented=False, created=self.clock())
        self.cohorts.add(new, now.id, self._note(now, "found cohort", new.id, how="founded"))
        return new

    def mine(self, actor: Actor) -> tuple[Cohort, ...]:
        """The cohorts that the person leads, by name; none for anybody else."""
        led = self.door.present(actor).led
        return tuple(each for each in self.cohorts.all() if each.id in led)

    def show(self, actor: Actor, cohort: str) -> CohortView:
        """A cohort with its cities, as far as each agreed. Raises `NotFound`."""
        found = self._led(actor, "read cohort", cohort)
        return CohortView(found, tuple(self._seen(each) for each in self.cohorts.members(found.id)))

    def appoint(self, actor: Actor, cohort: str, login: str) -> None:
        """Lets another trainer lead a cohort too. Raises `NotFound`, `NotAccepted`."""
        found = self._led(actor, "change cohort", cohort)
        account = self.people.accounts.by_login(login.strip().casefold())
        if account is None or Grant("trainer") not in account.grants:
            raise NotAccepted(say("No trainer has this login name."))
        note = self._note(actor, "change cohort", found.id, how="appointed")
        self.cohorts.appoint(account.id, Grant("trainer", cohort=found.id), note)

    def invite(self, actor: Actor, cohort: str, *, uses: int = 10, days: int = 30) -> Link:
        """Makes a code with which leads bring their cities into a cohort.

        Args:
            actor: who does it.
            cohort: the cohort.
            uses: how many cities may use it.
            days: how long it serves.

        Raises:
            NotFound: where there is no such cohort for this person.
            NotAccepted: for too many uses or days.
        """
        found = self._led(actor, "change cohort", cohort)
        if not (1 <= uses <= INVITATION_MOST_USES and 1 <= days <= INVITATION_MOST_DAYS):
            raise NotAccepted(
                say(
                    "A code serves 1 to {uses} cities for 1 to {days} days.",
                    uses=INVITATION_MOST_USES,
                    days=INVITATION_MOST_DAYS,
                )
            )
        code, expires = self.tokens.code(CODE_ALPHABET, CODE_LENGTH), self.clock() + datetime.timedelta(days=days)
        kept = OneTimeCode(
            self.tokens.fingerprint(code), "cohort", actor.id, uses, expires, Grant("lead", cohort=found.id)
        )
        self.people.codes.add(kept, note=self._note(actor, "change cohort", found.id, how="code", uses=str(uses)))
        return Link(code, kept.expires, kept.uses_left, kept.fingerprint)

    def invitations(self, actor: Actor, cohort: str) -> tuple[Invitation, ...]:
        """The codes that still let cities in, those that end first before the others. Raises `NotFound`."""
        found = self._led(actor, "change cohort", cohort)
        return invitations(self.people.codes.serving("cohort", self.clock(), cohort=found.id), self.people.accounts)

    def withdraw(self, actor: Actor, cohort: str, invitation: str) -> None:
        """Lets no city in any more with a code; cities that came with it stay. Raises `NotFound`.

        A code that is no longer there lets nobody in either: then there is nothing to do.
        """
        if invitation in {each.id for each in self.invitations(actor, cohort)}:
            note = self._note(actor, "change cohort", cohort, how="withdrawn")
            self.people.codes.withdraw(invitation, note=note)

    def named_by(self, actor: Actor, city: str, code: str) -> Cohort:
        """The cohort that a code would let a city into. Raises `NotFound`, `NotAllowed`, `CodeSpent`."""
        self.door.city(actor, "join cohorts", city)
        found = self.people.codes.find(self.tokens.fingerprint(read_code(code)), self.clock())
        cohort = None if found is None or found.purpose != "cohort" or found.grant is None else found.grant.cohort
        named = None if cohort is None else self.cohorts.get(cohort)
        if named is None:
            raise CodeSpent
        return named

    def join(self, actor: Actor, city: str, code: str, consents: Collection[Consent]) -> Cohort:
        """Brings a city into the cohort that a code belongs to.

        Args:
            actor: who does it.
            city: the city.
            code: as the trainer passed it on.
            consents: what the city agrees to.

        Raises:
            NotFound, NotAllowed: where the person may not speak for the city.
            CodeSpent: where the code does not serve.
            NotAccepted: where the city is in already, or agrees to something unknown.
        """
        cohort = self.named_by(actor, city, code)
        agreed = _known(consents)
        new = Membership(cohort, City(city, ""), self.clock(), agreed)
        note = self._note(actor, "join cohorts", cohort.id, city, how="joined", agreed=_listed(agreed))
        match self.cohorts.join(self.tokens.fingerprint(read_code(code)), new, note):
            case "taken":
                raise NotAccepted(say("Your city belongs to this cohort already."))
            case "spent":
                raise CodeSpent
            case "done":
                return cohort

    def of_city(self, actor: Actor, city: str) -> tuple[Company, ...]:
        """The cohorts that a city belongs to, with the names of those who let themselves be named.

        Raises `NotFound`, `NotAllowed`.
        """
        self.door.city(actor, "read city", city)
        return tuple(self._company(each) for each in self.cohorts.of_city(city))

    def agree(self, actor: Actor, city: str, cohort: str, consents: Collection[Consent], *, seen: int) -> None:
        """Changes what a city agrees to from now on.

        Raises:
            NotFound, NotAllowed: where the city is not in, or the person may not speak for it.
            NotAccepted: where it would agree to something unknown.
            ChangedMeanwhile: where somebody was faster.
        """
        member = self._member(actor, city, cohort)
        agreed = _known(consents)
        self._change(actor, replace(member, consents=agreed, version=seen + 1), "agreed")

    def leave(self, actor: Actor, city: str, cohort: str, *, seen: int) -> None:
        """Takes a city out of a cohort. Raises as `agree`."""
        member = self._member(actor, city, cohort)
        self._change(actor, replace(member, left=self.clock(), version=seen + 1), "left")

    def _led(self, actor: Actor, action: Action, cohort: str) -> Cohort:
        self.door.cohort(actor, action, cohort)
        found = self.cohorts.get(cohort)
        if found is None:
            raise NotFound
        return found

    def _seen(self, member: Membership) -> CohortCity:
        if "state" not in member.consents:
            return CohortCity(member, None)
        every = self.assessments.of_cities([member.city.id])
        return CohortCity(member, tuple(_standing(each) for each in every if each.state != "archived"))

    def _company(self, member: Membership) -> Company:
        others = [each for each in self.cohorts.members(member.cohort.id) if each.city.id != member.city.id]
        named = tuple(each.city.name for each in others if "names" in each.consents)
        return Company(member, named, len(others) - len(named))

    def _member(self, actor: Actor, city: str, cohort: str) -> Membership:
        self.door.city(actor, "join cohorts", city)
        found = next((each for each in self.cohorts.of_city(city) if each.cohort.id == cohort), None)
        if found is None:
            raise NotFound
        return found

    def _change(self, actor: Actor, changed: Membership, how: str) -> None:
        agreed = _listed(changed.consents)
        note = self._note(actor, "join cohorts", changed.cohort.id, changed.city.id, how=how, agreed=agreed)
        if not self.cohorts.change(changed, note):
            raise ChangedMeanwhile

    def _note(self, actor: Actor, action: Action, cohort: str, city: str | None = None, **detail: str) -> Note:
        return Note(self.clock(), actor.id, action, "cohort", cohort, city, detail)


def _known(consents: Collection[Consent]) -> frozenset[Consent]:
    if not set(CONSENTS).issuperset(consents):
        raise NotAccepted(say("One can only agree to what is asked."))
    return frozenset(consents)


def _listed(consents: Collection[Consent]) -> str:
    return ",".join(sorted(consents))


def _standing(of: Assessment) -> AssessmentStanding:
    return AssessmentStanding(of.settings.scope, of.settings.highest_level, of.state, of.created.date(), of.answers_due)
