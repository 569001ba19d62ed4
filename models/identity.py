"""Who somebody is to an identity provider: the system in which people of a city sign in to everything.

The pair of issuer and subject is all that counts; names and addresses change hands.
"""

from dataclasses import dataclass

from models.people import Grant, Role


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as one provider knows them, for good: OpenID Connect Core 1.0, section 5.7."""

    issuer: str
    subject: str


@dataclass(frozen=True, slots=True)
class Assured:
    """What a provider has just vouched for. `groups` are the values of the claim that the installation looks at."""

    identity: Identity
    login: str | None = None
    name: str | None = None
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Membership:
    """Who belongs to a group at the provider gets a role here: in the city of this name, or in the house."""

    group: str
    role: Role
    city: str | None = None

    def grant(self, city: str | None) -> Grant:
        """The role, with the id of its city."""
        return Grant(self.role, city)


@dataclass(frozen=True, slots=True)
class Provider:
    """The provider of an installation, as whoever runs it has set it up.

    `label` is what people call it; `claim` the name of the claim that holds groups, for `memberships`. Without these
    a newcomer needs an invitation.
    """

    issuer: str
    client_id: str
    client_secret: str
    label: str
    scope: str = "openid profile"
    claim: str | None = None
    memberships: tuple[Membership, ...] = ()
