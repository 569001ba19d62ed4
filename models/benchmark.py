"""What a group of cities may see of itself: figures that were published once and stay, or why there are none.

A contribution is what one city brings into one edition. Who changes a single answer brings another contribution, which
counts as one leaving and one joining.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from models.message import Message

Contribution = tuple[str, str]
"""A city, and the digest of what it brings."""

Cell = str
"""What a figure is about: a dimension, a process, an attribute of it (GOV.1/PA1.1), or a question, by its id."""


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


@dataclass(frozen=True)
class Layout:
    """What there is to publish: single cells with their dimension, the scale of their values, and fixed classes.

    Args:
        parts: for each dimension the cells whose values it is the mean of.
        lowest: the lowest value on the scale.
        highest: the highest one.
        classes: the highest value of each class but the last, from the lowest class.
        details: for a part what its value comes from, its attributes and questions, on the scale of letters from 0.
        letter_classes: the classes of the details.
        topics: what a part is about, where other questionnaires ask about the same: the process of a question.
    """

    parts: Mapping[Cell, tuple[Cell, ...]]
    lowest: int
    highest: int
    classes: tuple[int, ...]
    details: Mapping[Cell, tuple[Cell, ...]] = field(default_factory=lambda: MappingProxyType({}))
    letter_classes: tuple[int, ...] = (1,)
    topics: Mapping[Cell, str] = field(default_factory=lambda: MappingProxyType({}))

    def topic_of(self, part: Cell) -> str:
        """What a part is about; itself, unless said otherwise."""
        return self.topics.get(part, part)

    def topics_of(self, cell: Cell) -> frozenset[str]:
        """What a cell is about: a dimension is about everything that its parts are."""
        return frozenset(self.topic_of(part) for part in self.parts.get(cell, (cell,)))

    def dimension_of(self, cell: Cell) -> Cell:
        """The dimension that a cell is or belongs to."""
        return self._dimensions[cell]

    def classes_of(self, cell: Cell) -> tuple[int, ...]:
        """The classes of a cell; a mean over parts has none."""
        if cell in self.parts:
            return ()
        return self.letter_classes if cell in self.part_of else self.classes

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell but the details, each dimension before its parts."""
        return tuple(cell for dimension, parts in self.parts.items() for cell in (dimension, *parts))

    @cached_property
    def part_of(self) -> Mapping[Cell, Cell]:
        """The part that each detail belongs to."""
        return {cell: part for part, cells in self.details.items() for cell in cells}

    @cached_property
    def _dimensions(self) -> Mapping[Cell, Cell]:
        found = {part: dimension for dimension, parts in self.parts.items() for part in parts}
        own = {dimension: dimension for dimension in self.parts}
        return {**own, **found, **{cell: found[part] for cell, part in self.part_of.items()}}


@dataclass(frozen=True, slots=True)
class Depth:
    """How everybody in an edition was asked: only what was asked the same way stands in one edition.

    `scope` are the processes; `rules_digest` is that of the questionnaire without its texts.
    """

    questionnaire: str
    rules_digest: str
    framework: str
    method: str
    scale: int
    highest_level: int
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """An edition as it is kept.

    Args:
        edition: what was published; its cohort is empty where it is for the whole network.
        key: what all editions have in common that are held against each other.
        number: counts the editions of that key.
        depth: how everybody was asked.
        peers: the peer group that it is about; empty for all cities.
        at: when it was published.
        invented: whether its cities are invented.
        before: the edition that shows the same cities at an earlier time, published together with this one.
    """

    edition: Edition
    key: str
    number: int
    depth: Depth
    peers: str
    at: datetime.datetime
    invented: bool
    before: str | None = None


@dataclass(frozen=True, slots=True)
class KeptRegister:
    """Every edition of a key, oldest first, and what each contribution to them said."""

    editions: tuple[KeptEdition, ...] = ()
    profiles: Mapping[Contribution, Profiled] = field(default_factory=lambda: MappingProxyType({}))
