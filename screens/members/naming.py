"""What roles are called."""

from collections.abc import Mapping

from locales.words import Words
from models.people import Grant, Role


def role_words(role: Role, words: Words) -> str:
    """The name of a role."""
    return {
        "visitor": words("Visitor"),
        "contributor": words("Contributor"),
        "lead": words("City lead"),
        "trainer": words("Trainer"),
        "consultant": words("Consultant"),
        "administrator": words("Administrator"),
    }[role]


def grant_words(held: Grant, cities: Mapping[str, str], words: Words) -> str:
    """A role and where it is held."""
    role = role_words(held.role, words)
    if held.assessment is not None:
        return words("{role}, for an assessment that was opened", role=role)
    if held.city is None:
        return role
    return words("{role}, {city}", role=role, city=cities.get(held.city, held.city))
