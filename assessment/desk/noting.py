"""How a use case says what it is about to do, so that the trail keeps it together with the change itself."""

import datetime

from assessment.desk.policy import Action
from models.assessment import Assessment
from models.audit import Note
from models.people import Account, Actor, Grant


def about_assessment(
    actor: Actor, action: Action, found: Assessment, at: datetime.datetime, how: str, **detail: str
) -> Note:
    """A note about an assessment, which belongs to its city. `how` says which of the things the action covers."""
    return Note(at, actor.id, action, "assessment", found.id, found.city.id, {"how": how, **detail})


def about_city(actor: Actor, action: Action, city: str, at: datetime.datetime, how: str, **detail: str) -> Note:
    """A note about a city and its people."""
    return Note(at, actor.id, action, "city", city, city, {"how": how, **detail})


def about_account(actor: Actor, action: Action, account: Account, at: datetime.datetime, how: str) -> Note:
    """A note about an account. It belongs to the city of the account, where there is exactly one."""
    cities = {grant.city for grant in account.grants if grant.city is not None}
    return Note(at, actor.id, action, "account", account.id, min(cities) if len(cities) == 1 else None, {"how": how})


def about_role(actor: Actor, account: str, role: Grant, at: datetime.datetime, how: str) -> Note:
    """A note about a role that is given or taken away."""
    action: Action = "change roles" if role.city else "change house roles"
    return Note(at, actor.id, action, "account", account, role.city, {"how": how, "role": role.role})


def about_house(
    actor: Actor, action: Action, at: datetime.datetime, how: str, subject: str = "", **detail: str
) -> Note:
    """A note about what belongs to no city."""
    return Note(at, actor.id, action, "house", subject, None, {"how": how, **detail})


def about_first(person: str, at: datetime.datetime) -> Note:
    """A note that somebody came first, and administers the house."""
    return Note(at, person, "found house", "house", "", None, {"how": "founded"})


def about_invitation(person: str, carried: Grant, at: datetime.datetime) -> Note:
    """A note that somebody took on the role that an invitation carried."""
    return Note(at, person, "invite people", "account", person, carried.city, {"how": "accepted", "role": carried.role})
