"""Whose report it is, to look at: a name, a logo, two colours, a line at the foot, and who may read it."""

import datetime
from dataclasses import dataclass
from typing import Literal

LOGO_BYTES = 1_000_000
LOGO_PIXELS = 4_000_000
NAME_LIMIT = 120
FOOTER_LIMIT = 160
CONFIDENTIALITY_LIMIT = 300

OwnerKind = Literal["city", "person"]


@dataclass(frozen=True, slots=True)
class Branding:
    """How the reports of a city or of a consultant look. What is empty or None stays as the program has it.

    Args:
        name: who hands the report out; stands on the cover.
        logo: a PNG that this program wrote itself, never a file as somebody sent it.
        main: the colour of cover and headings, as #RRGGBB. White text is legible on it.
        accent: the colour of small headings and rules, as #RRGGBB. It is legible on white paper.
        footer: a line at the foot of every page.
        confidentiality: who may read the report; takes the place of the usual line.
    """

    name: str = ""
    logo: bytes | None = None
    main: str | None = None
    accent: str | None = None
    footer: str = ""
    confidentiality: str = ""


PLAIN = Branding()
"""The program's own look."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose branding it is: that of a city, or of a person."""

    kind: OwnerKind
    id: str


@dataclass(frozen=True, slots=True)
class KeptBranding:
    """A branding as it is kept: which version, who changed it last, and when."""

    branding: Branding
    version: int
    person: str
    at: datetime.datetime
