"""Whether a city profile may be kept. Every field that may not is named, all of them at once."""

import datetime
import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from assessment.desk import values
from assessment.desk.errors import NotAccepted, ProfileRefused
from models.city_profile import IMPORTANCE, STARRED, CityProfile, Sum
from models.message import Message, say

Problem = tuple[str, Message]

_COUNTS = (
    "partnerships",
    "friendships",
    "project_partnerships",
    "contacts",
    "active",
    "networks",
    "projects",
    "visits_in",
    "trips_out",
    "consulates",
)
_MOST_COUNTED = 100_000
_MOST_INHABITANTS = 100_000_000
_MOST_POSTS = Decimal(10_000)
_MOST_MONEY = 10_000_000_000
_EARLIEST = 1990
_MOST_NETWORKS = 50


def accepted(profile: CityProfile, dimensions: Collection[str], today: datetime.date) -> CityProfile:
    """The profile with its texts cleaned. Raises `ProfileRefused`.

    Args:
        profile: as somebody filled it in.
        dimensions: the ids of the dimensions whose importance is asked for.
        today: the latest day that a year may belong to.
    """
    checks = (
        _open(profile, dimensions),
        _numbers(profile),
        _years(profile, today),
        _sums(profile, today),
        _fit(profile),
    )
    problems = [problem for check in checks for problem in check]
    names: tuple[str, ...] = ()
    try:
        names = tuple(values.name(each) for each in profile.network_names if each.strip())[:_MOST_NETWORKS]
    except NotAccepted as refused:
        problems.append(("network_names", refused.message))
    if problems:
        # The first problem of a field says enough.
        raise ProfileRefused(dict(reversed(problems)))
    return profile.model_copy(update={"network_names": names})


def _open(profile: CityProfile, dimensions: Collection[str]) -> Iterator[Problem]:
    for name in STARRED:
        if getattr(profile, name) is None:
            yield name, say("Please fill this in; without it your city cannot be compared with its peers.")
    rated = profile.importance
    if set(rated) != set(dimensions):
        yield (
            "importance",
            say("Please say for each of the {count} dimensions how important it is.", count=len(dimensions)),
        )
    least, most = IMPORTANCE
    if any(not least <= each <= most for each in rated.values()):
        yield "importance", say("Importance goes from {least} to {most}.", least=least, most=most)


def _numbers(profile: CityProfile) -> Iterator[Problem]:
    limits = dict.fromkeys(_COUNTS, _MOST_COUNTED) | {"population": _MOST_INHABITANTS}
    limits |= {name: int(_MOST_POSTS) for name in ("staff", "staff_temporary", "staff_third_party")}
    limits |= {"foreign_share": 100}
    for name, most in limits.items():
        found = getattr(profile, name)
        if found is not None and not 0 <= found <= most:
            yield (
                name,
                say("{found} cannot be right: expected is a number from 0 to {most}.", found=str(found), most=most),
            )


def _years(profile: CityProfile, today: datetime.date) -> Iterator[Problem]:
    for name in ("population_year", "strategy_year", "foreign_share_year"):
        if not _is_year(getattr(profile, name), today):
            yield name, _wrong_year(today)
    if not all(_is_year(each, today) for each in profile.agenda_reviews):
        yield "agenda_reviews", _wrong_year(today)
    if profile.foreign_share is not None and profile.foreign_share_year is None:
        yield "foreign_share_year", say("Please give the year that this number is from.")
    if profile.strategy == "adopted" and profile.strategy_year is None:
        yield "strategy_year", say("Please give the year in which the strategy was adopted.")


def _is_year(year: int | None, today: datetime.date) -> bool:
    return year is None or _EARLIEST <= year <= today.year


def _wrong_year(today: datetime.date) -> Message:
    return say("Expected is a year from {first} to {last}.", first=str(_EARLIEST), last=str(today.year))


def _sums(profile: CityProfile, today: datetime.date) -> Iterator[Problem]:
    for name in ("own_budget", "third_party_budget"):
        found: Sum | None = getattr(profile, name)
        if found is None:
            continue
        if not 0 <= found.amount <= _MOST_MONEY:
            yield (
                name,
                say("{found} cannot be right: expected is a sum in whole units of the currency.", found=found.amount),
            )
        if re.fullmatch("[A-Z]{3}", found.currency) is None:
            yield name, say("A currency has three capital letters, such as EUR.")
        if not _is_year(found.year, today):
            yield name, _wrong_year(today)


def _fit(profile: CityProfile) -> Iterator[Problem]:
    """What does not go together."""
    if profile.country is not None and re.fullmatch("[A-Z]{2}", profile.country) is None:
        yield "country", say("A country has two capital letters, such as DE.")
    if profile.region is not None and not _is_region(profile):
        yield (
            "region",
            say("A region is written as in ISO 3166-2: the country, a hyphen, and its letters, such as DE-NW."),
        )
    if _exceeds(profile.active, profile.connections):
        yield "active", say("Not more can be active than there are connections.")
    for part in ("staff_temporary", "staff_third_party"):
        if _exceeds(getattr(profile, part), profile.staff):
            yield part, say("A part cannot be larger than all posts together.")


def _is_region(profile: CityProfile) -> bool:
    found = re.fullmatch("([A-Z]{2})-[A-Z0-9]{1,3}", profile.region or "")
    return found is not None and profile.country in (None, found.group(1))


def _exceeds(part: Decimal | int | None, whole: Decimal | int | None) -> bool:
    return part is not None and whole is not None and part > whole
