"""The settings of an identity provider, read once at the start: a wrong one is said then, not at the first sign-in."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from models.identity import Membership, Provider
from models.message import Message, say
from models.people import CITY_ROLES, HOUSE_ROLES, Role
from models.problem import InputRefused, Place, Problem

_ISSUER, _CLIENT, _SECRET = "HANSE_OIDC_ISSUER", "HANSE_OIDC_CLIENT_ID", "HANSE_OIDC_CLIENT_SECRET"
_SECRET_FILE, _LABEL, _SCOPE = "HANSE_OIDC_CLIENT_SECRET_FILE", "HANSE_OIDC_LABEL", "HANSE_OIDC_SCOPE"
_CLAIM, _ROLES = "HANSE_OIDC_CLAIM", "HANSE_OIDC_ROLES"
_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


def read_provider(given: Mapping[str, str]) -> Provider | None:
    """The provider that these settings describe; None where no issuer is named.

    Raises:
        InputRefused: where one of them is missing or cannot be used, with what to write instead.
    """
    issuer = given.get(_ISSUER)
    if not issuer:
        return None
    return Provider(
        issuer=_address(issuer),
        client_id=_needed(given, _CLIENT),
        client_secret=_secret(given),
        label=given.get(_LABEL) or str(urlsplit(issuer).hostname),
        scope=_scope(given.get(_SCOPE, "openid profile")),
        claim=given.get(_CLAIM) or None,
        memberships=_memberships(given),
    )


def _address(issuer: str) -> str:
    parts = urlsplit(issuer)
    plain = parts.scheme == "http" and parts.hostname in _OWN_MACHINE
    if not (parts.hostname and (parts.scheme == "https" or plain)) or parts.query or parts.fragment:
        raise _refused(_ISSUER, say("This is no address of a provider"), say("Expected is an address with https"))
    return issuer


def _needed(given: Mapping[str, str], name: str) -> str:
    if not given.get(name):
        raise _refused(name, say("This is missing"), say("Expected is what the provider gave you for this application"))
    return given[name]


def _secret(given: Mapping[str, str]) -> str:
    path = given.get(_SECRET_FILE)
    if not path:
        return _needed(given, _SECRET)
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        expected = say("Expected is a file with the secret alone, which the app may read")
        raise _refused(_SECRET_FILE, say("This file cannot be read"), expected) from None


def _scope(written: str) -> str:
    if "openid" not in written.split():
        raise _refused(_SCOPE, say("The word openid is missing"), say("Expected is, for example: openid profile"))
    return written


def _memberships(given: Mapping[str, str]) -> tuple[Membership, ...]:
    rules = tuple(_rules(given.get(_ROLES, "")))
    if bool(rules) != bool(given.get(_CLAIM)):
        name = _ROLES if given.get(_CLAIM) else _CLAIM
        raise _refused(name, say("This is missing"), say("HANSE_OIDC_CLAIM and HANSE_OIDC_ROLES go together"))
    return rules


def _rules(written: str) -> Iterator[Membership]:
    for rule in filter(None, map(str.strip, written.split(";"))):
        group, _, held = rule.rpartition("=")
        name, _, city = held.partition(":")
        role = _role(name.strip(), in_city=bool(city.strip()))
        if role is None or not group.strip():
            expected = say("Expected is, for example: bonn-leads=lead:Bonn; trainers=trainer")
            raise _refused(_ROLES, say("This is no rule: {rule}", rule=rule), expected)
        yield Membership(group.strip(), role, city.strip() or None)


def _role(name: str, *, in_city: bool) -> Role | None:
    known: tuple[Role, ...] = CITY_ROLES if in_city else HOUSE_ROLES
    return next((role for role in known if role == name), None)


def _refused(name: str, found: Message, expected: Message) -> InputRefused:
    return InputRefused([Problem(Place(name), "", found, expected)])
