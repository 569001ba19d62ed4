"""Every colour of the product, by what it stands for. Screen and paper take theirs from here.

Chosen so that colour-blind readers tell the roles apart (blue-green against amber, and each step of a rating also by
its lightness) and so that text on its ground reaches a contrast of 4.5 to 1 (WCAG AA); tests hold both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reports.charts import Role


@dataclass(frozen=True, slots=True)
class Shade:
    """A ground and the ink that is legible on it."""

    fill: str
    ink: str


RATINGS: Mapping[str, Shade] = MappingProxyType(
    {
        "N": Shade("#F6E7D8", "#1B2733"),
        "P": Shade("#F0C27F", "#1B2733"),
        "L": Shade("#7AB5AE", "#1B2733"),
        "F": Shade("#0D5C63", "#FFFFFF"),
    }
)
"""The colours of the four ratings, from a warm pale to a cold dark: the order survives every colour blindness."""


_CLASSES: Mapping[int, str] = MappingProxyType({1: "L", 2: "PL", 3: "PLF", 4: "NPLF"})


def class_shades(count: int) -> tuple[Shade, ...]:
    """The colours of so many classes, one to four, from the lowest: those of the ratings, in their order."""
    return tuple(RATINGS[letter] for letter in _CLASSES[count])


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one ground: paper, dark screen, cover.

    `soft` is the pale area behind a chart, `watermark` the mark of a draft.
    """

    ground: str
    soft: str
    watermark: str
    line: str
    ink: str
    muted: str
    heading: str
    accent: str
    city: str
    target: str
    previous: str
    median: str
    band: str
    absent: Shade

    def role(self, role: Role) -> str:
        """The colour of a line with this role; both ends of the city's interval share one."""
        colours: dict[Role, str] = {
            "city": self.city,
            "city-high": self.city,
            "target": self.target,
            "previous": self.previous,
            "median": self.median,
        }
        return colours[role]


PAPER = Theme(
    ground="#FFFFFF",
    soft="#F5F8FA",
    watermark="#EAEFF4",
    line="#D3DCE4",
    ink="#1B2733",
    muted="#566474",
    heading="#10304A",
    accent="#0B6E6E",
    city="#0B7A78",
    target="#B4520A",
    previous="#7A5C99",
    median="#566474",
    band="#8A98A8",
    absent=Shade("#F1F4F7", "#566474"),
)
"""Ink on white: paper, and the light screen."""

DARK = Theme(
    ground="#0E1B27",
    soft="#152736",
    watermark="#1A3042",
    line="#34495B",
    ink="#E9F0F5",
    muted="#A3B4C3",
    heading="#FFFFFF",
    accent="#6FD3C7",
    city="#4CC4B8",
    target="#F5A85C",
    previous="#C3A6E0",
    median="#A3B4C3",
    band="#8497A8",
    absent=Shade("#1D3142", "#A3B4C3"),
)
"""Light on dark: the dark screen."""

COVER = Theme(
    ground="#10304A",
    soft="#163A57",
    watermark="#1B4363",
    line="#355873",
    ink="#EDF4F8",
    muted="#B7CAD8",
    heading="#FFFFFF",
    accent="#8FDACF",
    city="#5CCBBE",
    target="#F7B26B",
    previous="#D0B8E8",
    median="#B7CAD8",
    band="#9DB2C2",
    absent=Shade("#1D4463", "#B7CAD8"),
)
"""Light on navy: the first page of a report."""


def rating(letter: str | None, theme: Theme = PAPER) -> Shade:
    """The colours of a rating. Refined letters (P-, L+) take the colour of the letter they count as."""
    return theme.absent if letter is None else RATINGS.get(letter[:1], theme.absent)
