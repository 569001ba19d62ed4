"""The peer groups there are: cities of about one size, and cities of one group of countries. Nobody makes other ones.

A list that is fixed beforehand cannot be cut until somebody stands alone in it.
"""

from models.city_profile import SIZE_BOUNDS, CityProfile

PeerGroup = str
"""`size-3` for cities up to one size class away from class 3, `country-german`, `country-europe`, `country-world`."""

ALL_CITIES: PeerGroup = ""
SIZES: tuple[PeerGroup, ...] = tuple(f"size-{number}" for number in range(len(SIZE_BOUNDS) + 1))
COUNTRIES: tuple[PeerGroup, ...] = ("country-german", "country-europe", "country-world")
PEER_GROUPS: tuple[PeerGroup, ...] = (ALL_CITIES, *SIZES, *COUNTRIES)

_GERMAN = frozenset({"DE", "AT", "CH", "LI", "LU"})
_EUROPE = frozenset(
    (
        *("AD", "AL", "AM", "AT", "AZ", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR"),
        *("GB", "GE", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL"),
        *("NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "TR", "UA", "VA", "XK"),
    )
)
"""The members of the Council of Europe of 2021 with Belarus, the Holy See and Kosovo, by ISO 3166-1."""


def belongs(profile: CityProfile | None, group: PeerGroup) -> bool:
    """Whether a city is in a peer group; one without a profile is in none but that of all cities.

    Raises:
        KeyError: for a group that does not stand in the list.
    """
    if group not in PEER_GROUPS:
        raise KeyError(group)
    if group == ALL_CITIES:
        return True
    if profile is None:
        return False
    kind, _, which = group.partition("-")
    return _alike_in_size(profile, int(which)) if kind == "size" else country_group(profile.country) == group


def _alike_in_size(profile: CityProfile, middle: int) -> bool:
    return profile.size_class is not None and abs(profile.size_class - middle) <= 1


def country_group(country: str | None) -> PeerGroup | None:
    """The group of a country by its ISO code; None while it is not known."""
    if country is None:
        return None
    if country in _GERMAN:
        return "country-german"
    return "country-europe" if country in _EUROPE else "country-world"


def groups_of(profile: CityProfile | None) -> tuple[PeerGroup, ...]:
    """The groups that a city would look at: all cities, those of its own size, those of its own countries."""
    if profile is None:
        return (ALL_CITIES,)
    size = () if profile.size_class is None else (f"size-{profile.size_class}",)
    country = country_group(profile.country)
    return (ALL_CITIES, *size, *(() if country is None else (country,)))
