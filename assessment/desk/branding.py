"""How reports look: of a city, set by its lead, and of a consultant, set by themself.

Nothing of it is taken over unlooked at: a logo is written anew, a colour on which nobody could read is refused with
the nearest one on which everybody can, and all that is wrong is said at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from assessment.desk import values
from assessment.desk.door import Door
from assessment.desk.errors import BrandingRefused, ChangedMeanwhile, NotAccepted
from assessment.desk.noting import about_city, about_house
from assessment.desk.ports import Clock
from assessment.desk.report_ports import BrandingStore, Logos
from models.audit import Note
from models.branding import (
    CONFIDENTIALITY_LIMIT,
    FOOTER_LIMIT,
    NAME_LIMIT,
    PLAIN,
    Branding,
    KeptBranding,
    Owner,
)
from models.contrast import LEGIBLE, WHITE, contrast, is_colour, nearest_legible
from models.message import Message, say
from models.people import Actor
from models.problem import InputRefused

_LINES: Mapping[str, int] = {"name": NAME_LIMIT, "footer": FOOTER_LIMIT, "confidentiality": CONFIDENTIALITY_LIMIT}


@dataclass(frozen=True)
class Brandings:
    """The use cases of how reports look."""

    door: Door
    kept: BrandingStore
    logos: Logos
    clock: Clock

    def of_city(self, actor: Actor, city: str) -> KeptBranding | None:
        """The look of a city's reports; None where nobody set one. Raises `NotFound`."""
        self.door.city(actor, "read city", city)
        return self.kept.of(Owner("city", city))

    def mine(self, actor: Actor) -> KeptBranding | None:
        """The look of the reports that this consultant hands out. Raises `NotAllowed`."""
        self.door.house(actor, "keep own look")
        return self.kept.of(Owner("person", actor.id))

    def write_city(self, actor: Actor, city: str, wish: Branding, *, seen: int) -> Branding:
        """Sets the look of a city.

        Args:
            actor: who does it.
            city: the city.
            wish: the look; its logo as it came from outside, or as it is kept.
            seen: the version that the person saw; 0 where there was none.

        Returns:
            The look as it is kept.

        Raises:
            NotFound, NotAllowed: where the person may not.
            BrandingRefused: with everything that is wrong.
            ChangedMeanwhile: where somebody was faster.
        """
        self.door.city(actor, "brand city", city)
        note = about_city(actor, "brand city", city, self.clock(), "branding set")
        return self._write(Owner("city", city), actor, wish, seen, note)

    def write_mine(self, actor: Actor, wish: Branding, *, seen: int) -> Branding:
        """Sets one's own look. Arguments and errors as in `write_city`."""
        self.door.house(actor, "keep own look")
        note = about_house(actor, "keep own look", self.clock(), "branding set")
        return self._write(Owner("person", actor.id), actor, wish, seen, note)

    def for_report(self, actor: Actor, assessment_id: str) -> tuple[Branding, Branding]:
        """The looks that a report on an assessment may have: the city's, and one's own.

        Raises:
            NotFound, NotAllowed: where the person may make no report on it.
        """
        found = self.door.assessment(actor, "hand out files", assessment_id)
        owners = Owner("city", found.city.id), Owner("person", actor.id)
        city, own = (self.kept.of(owner) for owner in owners)
        return city.branding if city else PLAIN, own.branding if own else PLAIN

    def _write(self, owner: Owner, actor: Actor, wish: Branding, seen: int, note: Note) -> Branding:
        checked = checked_look(wish, self.logos)
        if not self.kept.keep(owner, checked, seen=seen, person=actor.id, at=note.at, note=note):
            raise ChangedMeanwhile
        return checked


def checked_look(wish: Branding, logos: Logos) -> Branding:
    """The look as it may be used. Raises `BrandingRefused` with everything that is wrong."""
    problems: dict[str, Message] = {}
    taken: dict[str, str | None] = {}
    for part, limit in _LINES.items():
        try:
            taken[part] = values.text(" ".join(getattr(wish, part).split()), limit) or ""
        except NotAccepted as refused:
            problems[part] = refused.message
    for part in ("main", "accent"):
        colour: str | None = getattr(wish, part)
        problem = colour_problem(colour) if colour else None
        taken[part] = colour.upper() if colour else None
        problems |= {part: problem} if problem else {}
    logo = None
    try:
        logo = logos(wish.logo, "logo") if wish.logo else None
    except InputRefused as refused:
        problems["logo"] = say(
            "{found}. {expected}.", found=refused.problems[0].found, expected=refused.problems[0].expected
        )
    if problems:
        raise BrandingRefused(problems)
    return replace(wish, logo=logo, **taken)  # type: ignore[arg-type]


def colour_problem(colour: str) -> Message | None:
    """What is wrong with a colour, and which one would do; None where it is fine.

    Names and headings stand in it on white paper, and white letters stand on it: both need the same contrast.
    """
    if not is_colour(colour):
        return say("A colour is written as # and six digits from 0 to F, such as #7A1F3D.")
    if contrast(colour, WHITE) >= LEGIBLE:
        return None
    return say(
        "On this colour white letters cannot be read, nor letters in it on white paper: the contrast is {found}, and "
        "{wanted} is needed. The nearest colour that passes is {better}.",
        found=Fraction(int(contrast(colour, WHITE) * 100), 100),
        wanted=Fraction(str(LEGIBLE)),
        better=nearest_legible(colour),
    )
