"""Charts as data: what is shown, by role, with the finding as title, a text alternative and the table behind it.

Two painters draw them (`reports.screen` for plotly, `reports.vectors` for paper and SVG); neither decides anything.
Axes are fixed, so that two cities can be laid beside each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["city", "city-high", "target", "previous", "median"]


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a radar. None where there is no figure. `city-high` is the upper end of the city's interval."""

    name: str
    role: Role
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar with straight grid lines from `minimum` to `maximum`. `band` is a range (low, high) per axis."""

    title: str
    alt: str
    axes: tuple[str, ...]
    series: tuple[Series, ...]
    minimum: int
    maximum: int
    ticks: tuple[str, ...] = ()
    band: tuple[tuple[float, float], ...] | None = None
    band_name: str | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: sure up to `low`, possible up to `high`; `label` is the figure in words ("1", "1-3", "at least 2").

    `of` is the subject of its trace.
    """

    id: str
    name: str
    low: float | None
    high: float | None
    label: str
    target: float | None = None
    group: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars on one fixed scale: the capability profile, or the stages of a quick scan.

    `ticks` name marks that are spread evenly over the scale; without them every whole number has one.
    Without `possible_name` there is no key: for a small bar beside words that say the same.
    """

    title: str
    alt: str
    bars: tuple[Bar, ...]
    minimum: int
    maximum: int
    ticks: tuple[str, ...]
    sure_name: str
    possible_name: str
    target_name: str | None = None

    @property
    def marks(self) -> tuple[tuple[float, str], ...]:
        """Where the scale is marked, and what stands there."""
        names = self.ticks or tuple(map(str, range(self.minimum, self.maximum + 1)))
        step = (self.maximum - self.minimum) / max(1, len(names) - 1)
        return tuple((self.minimum + step * place, name) for place, name in enumerate(names))


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One rating in the heat strip: `letter` decides the colour, `text` is what stands in it ("L", "P-L", "n/a").

    `of` is the subject of its trace.
    """

    letter: str | None
    text: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One process of the heat strip with its badge (the level). `of` is the subject of the badge's trace."""

    id: str
    name: str
    cells: tuple[HeatCell, ...]
    badge: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class HeatStrip:
    """Letters per process and attribute. Letter and colour say the same."""

    title: str
    alt: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    badge_name: str


@dataclass(frozen=True, slots=True)
class Twig:
    """One number of a tree: its id and name, its value in words, and the numbers that it rests on.

    `letter` (N, P, L, F) gives the value the colour of that rating; `holds` marks what keeps the next level away.
    """

    id: str
    name: str
    value: str
    letter: str | None = None
    holds: bool = False
    below: tuple["Twig", ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """How a number came about: the number at the top, below it what it rests on. `holds_name` names the mark."""

    title: str
    alt: str
    root: Twig
    holds_name: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """One row of a dumbbell: where a process stands, from `low` to `high`, and its target; None where there is none.

    `label` stands behind the row; `told` says where the process stands, where the label says more than that.
    """

    id: str
    name: str
    low: float | None
    high: float | None
    target: float
    label: str
    of: str | None = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """From now to the target, one row a process, on one fixed scale. A row is as long as its gap."""

    title: str
    alt: str
    rows: tuple[GapRow, ...]
    minimum: int
    maximum: int
    ticks: tuple[str, ...]
    now_name: str
    possible_name: str
    target_name: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One small picture of a row of them: a value per moment, sure up to `low`, possible up to `high`, None for none.

    `labels` are the values in words ("1.5", "1.0 to 2.5", "not assessed"), `of` the subjects of their reasons.
    """

    id: str
    name: str
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    labels: tuple[str, ...]
    of: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """How values moved: a panel each, all on one fixed scale, with the same moments from left to right.

    `breaks` are numbers of moments before which something else was asked. No line leads across them: what stands on
    both sides is not the same thing. `break_name` explains the mark.
    """

    title: str
    alt: str
    moments: tuple[str, ...]
    panels: tuple[Panel, ...]
    minimum: int
    maximum: int
    sure_name: str
    possible_name: str
    breaks: tuple[int, ...] = ()
    break_name: str = ""

    @property
    def open(self) -> bool:
        """Whether any value is not certain."""
        return any(panel.low != panel.high for panel in self.panels)

    def stretches(self, panel: Panel) -> Iterator[tuple[int, ...]]:
        """The moments that one line leads through: it ends where there is no value, and at every break."""
        stretch: tuple[int, ...] = ()
        for number, value in enumerate(panel.low):
            if stretch and (value is None or number in self.breaks):
                yield stretch
                stretch = ()
            stretch = stretch if value is None else (*stretch, number)
        if stretch:
            yield stretch


@dataclass(frozen=True, slots=True)
class ClassRow:
    """How a group is spread over classes in one row: whole percents that make about 100.

    `own` is the place of the class that the reader's own city is in, None where it has none; `label` says it in words,
    and `of` is the subject of its reason.
    """

    id: str
    name: str
    shares: tuple[int, ...]
    own: int | None = None
    label: str = ""
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Classes:
    """The spread of a group over fixed classes, from the lowest, one row a process. `own_name` names the marker."""

    title: str
    alt: str
    rows: tuple[ClassRow, ...]
    names: tuple[str, ...]
    own_name: str | None = None


Chart = Radar | Bars | HeatStrip | Tree | Dumbbell | Lines | Classes
