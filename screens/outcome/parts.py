"""What the results page shows, part by part, so that nobody has to scroll through everything: the profile first."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from locales.words import Words
from reports.content.aims import risk_section
from reports.content.case import Case
from reports.content.maturity import first_steps, maturity
from reports.content.overview import capability_profile, letters, overall_profile
from reports.content.summary import summary
from reports.document import Section

PROFILE, LEVELS, GAPS, PATH, STEPS = PARTS = ("profile", "levels", "gaps", "path", "steps")
"""The parts, in the order in which people read them; also what the address calls them."""

SECTIONS: Mapping[str, tuple[Callable[[Case], Section | None], ...]] = MappingProxyType(
    {
        PROFILE: (risk_section, overall_profile, summary),
        LEVELS: (capability_profile, letters, maturity),
        STEPS: (first_steps,),
    }
)
"""The sections of the report that a part begins with."""


def part_name(part: str, words: Words) -> str:
    """What a part is called."""
    names = {
        PROFILE: words("Profile"),
        LEVELS: words("Levels, and why"),
        GAPS: words("Targets and gaps"),
        PATH: words("Shortest path"),
        STEPS: words("What to do first"),
    }
    return names[part]
