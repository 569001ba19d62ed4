"""The one place where a use case asks whether it may go on: first who is there now, then what the table says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assessment.desk.errors import NotAllowed, NotFound
from assessment.desk.policy import RELATIONS, Action, Relation, allowed
from assessment.desk.ports import AssessmentStore
from models.assessment import Assessment
from models.people import Account, Actor, Grant, Role

Held = tuple[Role, Relation]
"""A role that somebody holds, and how it stands to an object."""


@dataclass(frozen=True)
class Door:
    """Works out how a person stands to an object, and asks the policy.

    `present` looks up who came with a session now; it raises where that session was ended meanwhile.
    """

    assessments: AssessmentStore
    present: Callable[[Actor], Actor]

    def house(self, actor: Actor, action: Action) -> Actor:
        """The person as they are now, where they may do something that belongs to no city. Raises `NotAllowed`."""
        now = self.present(actor)
        if not may(in_house(now), action):
            raise NotAllowed
        return now

    def assessment(self, actor: Actor, action: Action, assessment_id: str) -> Assessment:
        """The assessment, where this person may do this to it.

        Raises:
            NotFound: where there is none, or the person may not even read it.
            NotAllowed: where the person may read it but not do this.
        """
        now, found = self.present(actor), self.assessments.get(assessment_id)
        held = () if found is None else tuple(to_assessment(now, found))
        if found is not None and may(held, action):
            return found
        if found is None or not may(held, "read assessment"):
            raise NotFound
        raise NotAllowed

    def city(self, actor: Actor, action: Action, city: str) -> Actor:
        """The person as they are now, where they may do this to a city or its people.

        Raises:
            NotFound: where the person may see nothing of it.
            NotAllowed: where they may see it but not do this.
        """
        now = self.present(actor)
        held = tuple(to_city(now, city))
        if not (may(held, "see people") or may(held, "read city")):
            raise NotFound
        if not may(held, action):
            raise NotAllowed
        return now

    def cohort(self, actor: Actor, action: Action, cohort: str) -> Actor:
        """The person as they are now, where they may do this to a cohort. Raises `NotFound`, `NotAllowed`."""
        now = self.present(actor)
        held = tuple(to_cohort(now, cohort))
        if not may(held, "read cohort"):
            raise NotFound
        if not may(held, action):
            raise NotAllowed
        return now

    def account(self, actor: Actor, action: Action, found: Account | None) -> Account:
        """The account, where this person may do this to it. Raises `NotFound`."""
        now = self.present(actor)
        if found is None or not may(to_account(now, found), action):
            raise NotFound
        return found


def may(held: Iterator[Held] | tuple[Held, ...], action: Action) -> bool:
    """Whether one of these roles may do this."""
    return any(allowed(role, action, relation) for role, relation in held)


def may_somewhere(actor: Actor, action: Action) -> bool:
    """Whether there may be an object to which this person may do this; for menus, never instead of asking."""
    return any(allowed(grant.role, action, relation) for grant in actor.grants for relation in RELATIONS)


def in_house(actor: Actor) -> Iterator[Held]:
    """How a person stands to what belongs to no city."""
    return ((grant.role, "house") for grant in actor.grants)


def to_assessment(actor: Actor, found: Assessment) -> Iterator[Held]:
    """How a person stands to an assessment."""
    for grant in actor.grants:
        if grant.assessment is not None:
            yield grant.role, "opened" if grant.assessment == found.id else "foreign"
        else:
            yield grant.role, _of_city(grant, found.city.id)


def to_city(actor: Actor, city: str) -> Iterator[Held]:
    """How a person stands to a city."""
    return ((grant.role, _of_city(grant, city)) for grant in actor.grants)


def to_cohort(actor: Actor, cohort: str) -> Iterator[Held]:
    """How a person stands to a cohort."""
    return ((grant.role, "led" if grant.cohort == cohort else "foreign") for grant in actor.grants)


def to_account(actor: Actor, account: Account) -> Iterator[Held]:
    """How a person stands to an account. A role in one of its cities is not enough: it may open other doors too."""
    places = {grant.city for grant in account.grants}
    for grant in actor.grants:
        if actor.id == account.id:
            yield grant.role, "self"
        covered = bool(places) and places <= actor.cities(grant.role)
        yield grant.role, "own" if covered else "foreign"


def _of_city(grant: Grant, city: str) -> Relation:
    return "own" if grant.city == city else "foreign"
