"""What a group of cities may see of itself: figures that were published once and stay, or why there are none.

A contribution is what one city brings into one edition. Who changes a single answer brings another contribution, which
counts as one leaving and one joining.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.message import Message

Contribution = tuple[str, str]
"""A city, and the digest of what it brings."""

Cell = str
"""What a figure is about: a process, a dimension, or a question of a quick scan, by its id."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The published figures of a cell over so many cities; None where the group is too small for one of them.

    `quartiles` are the lower and the upper one. `shares` are the parts of the group in each class, in percent.
    """

    count: int
    mean: Fraction
    median: Fraction | None = None
    quartiles: tuple[Fraction, Fraction] | None = None
    shares: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """The figures of one cell over one set of contributions, as somebody outside may have kept them."""

    cell: Cell
    members: frozenset[Contribution]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Hidden:
    """That a cell is not shown, and why."""

    cell: Cell
    why: Message


@dataclass(frozen=True, slots=True)
class Edition:
    """A benchmark as it was published: what is shown, what is not, and by which version of the rules."""

    id: str
    cohort: str
    rules: str
    members: frozenset[Contribution]
    shown: tuple[Publication, ...]
    hidden: tuple[Hidden, ...]


@dataclass(frozen=True, slots=True)
class Profiled:
    """What one contribution says: the value of each process or question, on a scale of whole steps."""

    contribution: Contribution
    values: Mapping[Cell, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """What there is to publish: single cells with their dimension, the scale of their values, and fixed classes.

    Args:
        parts: for each dimension the cells whose values it is the mean of.
        lowest: the lowest value on the scale.
        highest: the highest one.
        classes: the highest value of each class but the last, from the lowest class.
    """

    parts: Mapping[Cell, tuple[Cell, ...]]
    lowest: int
    highest: int
    classes: tuple[int, ...]

    def dimension_of(self, cell: Cell) -> Cell:
        """The dimension that a cell is or belongs to."""
        return cell if cell in self.parts else next(key for key, cells in self.parts.items() if cell in cells)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, each dimension before its parts."""
        return tuple(cell for dimension, parts in self.parts.items() for cell in (dimension, *parts))
