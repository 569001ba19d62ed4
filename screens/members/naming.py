"""What roles are called."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal

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


def role_meaning(role: Role, words: Words) -> str:
    """What somebody in a role does."""
    return {
        "visitor": words("Takes the quick scan without an account."),
        "contributor": words("Answers questions, adds evidence, and reads what the city's assessments say."),
        "lead": words("Begins and plans assessments, invites people, settles differences, signs and shares."),
        "trainer": words("Gathers cities in cohorts and leads live rooms; sees of a city what it agreed to show."),
        "consultant": words("Reads the assessments that cities open, and rates beside the city."),
        "administrator": words("Looks after accounts, cities, copies and texts; reads no assessments in passing."),
    }[role]


_Kind = Literal["assessment", "city", "cohort", "house"]


def roles_held(grants: Iterable[Grant], cities: Mapping[str, str], words: Words) -> list[str]:
    """Every role once, with where it is held: cities by name, opened assessments and cohorts by their number."""
    held = groupby(sorted(grants, key=_role_and_kind), _role_and_kind)
    return [_held(role_words(role, words), kind, list(group), cities, words) for (role, kind), group in held]


def _role_and_kind(held: Grant) -> tuple[Role, _Kind]:
    if held.assessment is not None:
        return held.role, "assessment"
    if held.cohort is not None:
        return held.role, "cohort"
    return held.role, "house" if held.city is None else "city"


def _held(role: str, kind: _Kind, held: Sequence[Grant], cities: Mapping[str, str], words: Words) -> str:
    match kind:
        case "assessment":
            return words("{role}, for assessments that were opened: {count}", role=role, count=len(held))
        case "cohort":
            return words("{role}, for cohorts: {count}", role=role, count=len(held))
        case "city":
            names = sorted(cities.get(each.city or "", each.city or "") for each in held)
            return words("{role}, {city}", role=role, city=", ".join(names))
        case "house":
            return role
