"""What the codes of a city profile are called."""

from typing import Literal

from locales.words import Words
from models.city_profile import SIZE_BOUNDS, CityProfile

Choice = Literal["kind", "special_roles", "unit", "lead_rank", "strategy", "assessment_kind"]


def code_words(field: Choice, code: str, words: Words) -> str:
    """A code of a field with a choice, in words."""
    return _codes(field, words)[code]


def _codes(field: Choice, words: Words) -> dict[str, str]:
    known: dict[Choice, dict[str, str]] = {
        "kind": {
            "municipality": words("municipality within a county"),
            "independent_city": words("independent city"),
            "county": words("county"),
            "city_state": words("city-state"),
            "metropolitan": words("metropolitan body"),
            "association": words("association of municipalities"),
        },
        "special_roles": {
            "capital": words("capital"),
            "state_capital": words("state capital"),
            "international_seat": words("seat of UN or EU bodies"),
            "border": words("border city"),
            "port": words("port"),
            "university": words("university city"),
            "post_industrial": words("post-industrial"),
            "tourism": words("tourism"),
            "events": words("host of major events"),
        },
        "unit": {
            "mayor": words("mayor's office"),
            "own_office": words("own office or department"),
            "business": words("business promotion"),
            "culture": words("culture"),
            "protocol": words("protocol"),
            "sustainability": words("sustainability"),
            "nobody": words("nobody in particular"),
        },
        "lead_rank": {
            "mayor": words("mayor level"),
            "department": words("department head"),
            "unit": words("unit head"),
            "officer": words("case officer"),
        },
        "strategy": {
            "none": words("none"),
            "draft": words("draft"),
            "adopted": words("adopted"),
            "revision": words("under revision"),
        },
        "assessment_kind": {
            "quick_scan": words("quick scan"),
            "self": words("self-assessment"),
            "workshop": words("consensus workshop"),
            "assisted": words("assisted"),
            "external": words("external"),
        },
    }
    return known[field]


def size_words(profile: CityProfile, words: Words) -> str | None:
    """The size class in words; None while the inhabitants are not known."""
    size = profile.size_class
    if size is None:
        return None
    bounds = [words.number(each, 0) for each in SIZE_BOUNDS]
    if size == 0:
        return words("below {upper} inhabitants", upper=bounds[0])
    if size == len(bounds):
        return words("{lower} inhabitants and more", lower=bounds[-1])
    return words("{lower} to below {upper} inhabitants", lower=bounds[size - 1], upper=bounds[size])
