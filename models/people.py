"""Who people are to the house: accounts, the roles they hold and where, sessions, and codes that open a door once.

Secrets never come this far: a value holds at most the fingerprint of one.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["visitor", "guest", "contributor", "lead", "trainer", "consultant", "administrator"]
ROLES: tuple[Role, ...] = ("visitor", "guest", "contributor", "lead", "trainer", "consultant", "administrator")

CityRole = Literal["contributor", "lead"]
CITY_ROLES: tuple[CityRole, ...] = ("contributor", "lead")
"""Roles that are held in a city."""

HouseRole = Literal["trainer", "consultant", "administrator"]
HOUSE_ROLES: tuple[HouseRole, ...] = ("trainer", "consultant", "administrator")
"""Roles that are held in the installation as a whole."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role and where it is held: in a city, for one assessment, for one cohort, or in the house as a whole."""

    role: Role
    city: str | None = None
    assessment: str | None = None
    cohort: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something. Nobody has a role by default.

    `display_name` is None for a person whose name is not known. `session` is the fingerprint of the session that the
    person came with; whoever acts through one is looked up anew with every wish, so that what was taken away is gone.
    """

    id: str
    display_name: str | None = None
    grants: frozenset[Grant] = frozenset()
    session: str | None = None

    @property
    def roles(self) -> frozenset[Role]:
        """Every role that the person holds anywhere."""
        return frozenset(grant.role for grant in self.grants)

    def cities(self, *roles: Role) -> frozenset[str]:
        """The cities in which the person holds one of these roles; any role where none is named."""
        return frozenset(_cities(self.grants, roles))

    @property
    def opened(self) -> frozenset[str]:
        """The assessments that the person may read because somebody opened them; guests read none."""
        held = (grant for grant in self.grants if grant.role != "guest")
        return frozenset(grant.assessment for grant in held if grant.assessment is not None)

    @property
    def guest_of(self) -> str | None:
        """The assessment that the person rates as a guest, and does nothing else; None for everybody else."""
        others = {grant.role for grant in self.grants} - {"visitor", "guest"}
        rated = (grant.assessment for grant in self.grants if grant.role == "guest")
        return None if others else next(rated, None)

    @property
    def led(self) -> frozenset[str]:
        """The cohorts that the person leads."""
        return frozenset(grant.cohort for grant in self.grants if grant.cohort is not None)


PLAIN_COOKIE = "hanse"
SECURE_COOKIE = "__Host-hanse"
"""What the cookie of a session is called; browsers take the second one over https only, from this very host."""

GUEST_MARK = "~"
"""What the login names of guests begin with; no login name that somebody chooses can hold it."""

VISITOR = Actor("visitor", grants=frozenset({Grant("visitor")}))
"""Somebody without an account, who may read what is open to all."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a person signs in with. `disabled` says since when it is closed; `must_change` asks for a new password."""

    id: str
    login: str
    display_name: str | None
    created: datetime.datetime
    disabled: datetime.datetime | None = None
    must_change: bool = False
    grants: frozenset[Grant] = frozenset()

    @property
    def name(self) -> str:
        """What the person is called on screens."""
        return self.display_name or self.login

    @property
    def is_guest(self) -> bool:
        """Whether this is somebody who came with a guest's code, and cannot sign in with a name and a password."""
        return self.login.startswith(GUEST_MARK)

    def roles_in(self, city: str) -> tuple[Role, ...]:
        """The roles that the person holds in a city."""
        held = {grant.role for grant in self.grants if grant.city == city}
        return tuple(role for role in ROLES if role in held)


@dataclass(frozen=True, slots=True)
class Session:
    """That somebody is signed in with one browser. `ends` is the latest moment, however busy the person is."""

    fingerprint: str
    account: str
    begun: datetime.datetime
    seen: datetime.datetime
    ends: datetime.datetime


Purpose = Literal["invite", "reset", "guest", "cohort"]


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """A code that opens one door, for a limited time and a limited number of people.

    It makes an account with a role (invite), gives an account a new password (reset), lets a guest rate one assessment
    (guest; `shown` is what the guest is called), or lets a city join a cohort (cohort).
    """

    fingerprint: str
    purpose: Purpose
    made_by: str
    uses_left: int
    expires: datetime.datetime
    grant: Grant | None = None
    account: str | None = None
    shown: str | None = None


Redeemed = Literal["done", "spent", "taken"]
"""What became of a code: it served; it is unknown, used up or too old; the login name belongs to somebody already."""

Taken = Literal["done", "absent", "last"]
"""What became of a role that was to be taken away: `last` where nobody else would hold it there."""


@dataclass(frozen=True, slots=True)
class Tries:
    """Failed tries to sign in of late, and when the last one was (None without any)."""

    count: int
    last: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class Noted:
    """A try that was just noted under this number, and those before it."""

    number: int
    for_name: Tries
    for_address: Tries


DELETED = "deleted person"
"""What somebody is called whose data were erased; screens say it in their language."""


def _cities(grants: frozenset[Grant], roles: tuple[Role, ...]) -> Iterator[str]:
    return (each.city for each in grants if each.city is not None and (not roles or each.role in roles))
