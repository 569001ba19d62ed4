"""Publishes an edition of a benchmark: each cell is shown only where all rules let it be, else hidden with the reason.

The rules are those of docs/method/benchmark.md. They are asked in one order, about one cell after another, each against
everything that was published before, in this and in every other cohort. Nothing is cut differently to make it pass.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from assessment.benchmark.figures import FOR_MEAN, figures
from assessment.benchmark.linear import Equations, Secret, disclosed
from assessment.benchmark.worlds import Published, unsafe
from models.benchmark import Cell, Contribution, Edition, Hidden, Layout, Profiled, Publication
from models.message import Message, say

RULES = "1"
"""The version of the rules; it stands in every edition."""

AT_LEAST_MOVE = 3
"""So many cities leave or join between two editions, or none."""


@dataclass(frozen=True)
class Register:
    """Every edition there was, and what each contribution said: without it nothing is published."""

    editions: tuple[Edition, ...] = ()
    profiles: Mapping[Contribution, Profiled] = field(default_factory=lambda: MappingProxyType({}))

    def with_edition(self, edition: Edition, profiles: Sequence[Profiled]) -> "Register":
        """The register with one more edition."""
        more = {each.contribution: each for each in profiles}
        return Register((*self.editions, edition), MappingProxyType({**self.profiles, **more}))

    @property
    def publications(self) -> tuple[Publication, ...]:
        """Everything that was ever shown."""
        return tuple(each for edition in self.editions for each in edition.shown)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be published: which edition of which cohort, and what each city brings."""

    edition: str
    cohort: str
    profiles: tuple[Profiled, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rules are in force. All of them, but for the controls of the tests, in which an attacker has to win."""

    change: bool = True
    bound: bool = True


ALL = Rules()


def publish(wish: Wish, layout: Layout, register: Register, rules: Rules = ALL) -> Edition:
    """An edition. What it hides, it hides with the reason; it never fails for the sake of one cell.

    Args:
        wish: what is to be published. A city that turns up twice is not counted.
        layout: the cells there are.
        register: everything that was published before.
        rules: which rules are in force.
    """
    profiles = {**register.profiles, **{each.contribution: each for each in wish.profiles}}
    cities = [each.contribution[0] for each in wish.profiles]
    once = [each for each in wish.profiles if cities.count(each.contribution[0]) == 1]
    shown: list[Publication] = []
    hidden: list[Hidden] = []
    for cell in layout.cells:
        review = _Review(layout, profiles, (*register.publications, *shown), rules)
        drafted = _drafted(cell, once, layout)
        judged = _TOO_FEW if drafted is None else review.objection(drafted) or drafted
        if isinstance(judged, Publication):
            shown.append(judged)
        else:
            hidden.append(Hidden(cell, judged))
    members = frozenset(each.contribution for each in once)
    return Edition(wish.edition, wish.cohort, RULES, members, tuple(shown), tuple(hidden))


_TOO_FEW = say("Fewer than {count} cities.", count=FOR_MEAN)
_TOO_FEW_MOVED = say("Fewer than {count} cities left or joined since an earlier edition.", count=AT_LEAST_MOVE)
_WORKED_OUT = say("Together with earlier editions a single city could be worked out.")
_TOO_CLOSE = say("The figures would say too closely what a single city answered.")


def _drafted(cell: Cell, profiles: Sequence[Profiled], layout: Layout) -> Publication | None:
    parts = layout.parts.get(cell, (cell,))
    there = {each.contribution: [each.values[part] for part in parts if part in each.values] for each in profiles}
    values = {who: Fraction(sum(found), len(found)) for who, found in there.items() if found}
    classes = () if cell in layout.parts else layout.classes
    drawn = figures(list(values.values()), classes)
    return None if drawn is None else Publication(cell, frozenset(values), drawn)


@dataclass(frozen=True)
class _Review:
    """What stands against showing a cell, given everything shown so far."""

    layout: Layout
    profiles: Mapping[Contribution, Profiled]
    before: tuple[Publication, ...]
    rules: Rules

    def objection(self, draft: Publication) -> Message | None:
        """The first rule that is broken; None where all let it pass."""
        about = self._about(draft)
        if self.rules.change and self._moves_few(draft):
            return _TOO_FEW_MOVED
        if self.rules.change and next(iter(self._follows(draft, about)), None) is not None:
            return _WORKED_OUT
        if self.rules.bound and any(self._lays_open(cell, draft, about) for cell in {each.cell for each in about}):
            return _TOO_CLOSE
        return None

    def _moves_few(self, draft: Publication) -> bool:
        moved = ({city for city, _ in each.members ^ draft.members} for each in self.before if each.cell == draft.cell)
        return any(0 < len(each) < AT_LEAST_MOVE for each in moved)

    def _about(self, draft: Publication) -> tuple[Publication, ...]:
        dimension = self.layout.dimension_of(draft.cell)
        return (*(each for each in self.before if self.layout.dimension_of(each.cell) == dimension), draft)

    def _lays_open(self, cell: Cell, draft: Publication, about: Sequence[Publication]) -> bool:
        return next(unsafe(self._published(draft, about), cell), None) is not None

    def _published(self, draft: Publication, about: Sequence[Publication]) -> Published:
        members = frozenset[Contribution]().union(*(each.members for each in about))
        return Published(
            self.layout,
            self.layout.dimension_of(draft.cell),
            {who: self.profiles[who] for who in members},
            tuple(about),
        )

    def _follows(self, draft: Publication, about: Sequence[Publication]) -> Iterator[tuple[str | None, Secret]]:
        members = sorted(frozenset[Contribution]().union(*(each.members for each in about)))
        equations = Equations(self._sum(each.members, each.cell) for each in about)
        cells = {each.cell for each in about}
        secrets = (
            Secret(who[0], f"{who} {cell}", self._sum([who], cell))
            for who in members
            for cell in (*cells, *self.layout.parts[self.layout.dimension_of(draft.cell)])
            if self._sum([who], cell)
        )
        return disclosed(equations, secrets)

    def _sum(self, members: Sequence[Contribution] | frozenset[Contribution], cell: Cell) -> dict[object, int]:
        """A published mean as the sum behind it. Where a dimension has fewer parts for a city, each weighs more."""
        parts = self.layout.parts.get(cell, (cell,))
        found: dict[object, int] = {}
        for who in members:
            there = [part for part in parts if part in self.profiles[who].values]
            found.update({(who, part): _WHOLE // len(there) for part in there})
        return found


_WHOLE = 27720
"""Divisible by every number of parts up to twelve."""
