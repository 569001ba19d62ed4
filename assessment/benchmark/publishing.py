"""Publishes an edition of a benchmark: each cell is shown only where all rules let it be, else hidden with the reason.

The rules are those of docs/method/benchmark.md. They are asked in one order, about one cell after another, each against
everything that was published before, in this and in every other cohort. Nothing is cut differently to make it pass.
Without a register, or with rules that make no sense, nothing is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType

from assessment.benchmark.figures import FOR_MEAN, figures
from assessment.benchmark.linear import Equations, Secret, disclosed
from assessment.benchmark.links import AT_LEAST_MOVE, WHOLE, Link, connected, endangered, few_apart, follows
from assessment.benchmark.swaps import narrowed
from assessment.benchmark.worlds import Published
from models.benchmark import Cell, Contribution, Edition, Hidden, Layout, Profiled, Publication
from models.message import Message, say

RULES = "3"
"""The version of the rules; it stands in every edition."""

AT_LEAST_REMAIN = 5
"""So many cities a peer group leaves out, or none."""

MOST_LEAST = 1_000
"""Who wants more cities than this for a first figure has not understood the setting."""


@dataclass(frozen=True)
class Register:
    """Every edition there was, and what each contribution said: without it nothing is published.

    `rooms` are the figures of live rooms, whose cities may count here too.
    """

    editions: tuple[Edition, ...] = ()
    profiles: Mapping[Contribution, Profiled] = field(default_factory=lambda: MappingProxyType({}))
    rooms: tuple[Published, ...] = ()

    def with_edition(self, edition: Edition, profiles: Sequence[Profiled]) -> "Register":
        """The register with one more edition."""
        more = {each.contribution: each for each in profiles}
        return replace(self, editions=(*self.editions, edition), profiles=MappingProxyType({**self.profiles, **more}))

    @property
    def publications(self) -> tuple[Publication, ...]:
        """Everything that was ever shown."""
        return tuple(each for edition in self.editions for each in edition.shown)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be published: which edition of which cohort, and what each city brings.

    `left_over` is how many cities a peer group leaves out of those that would count.
    """

    edition: str
    cohort: str
    profiles: tuple[Profiled, ...]
    left_over: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rules are in force. `least` may ask for more cities than the rules do, never for fewer.

    `change`, `bound` and `rooms` (whether live rooms are looked at) are switched off only by the controls of the tests,
    in which an attacker has to win.
    """

    least: int = FOR_MEAN
    change: bool = True
    bound: bool = True
    rooms: bool = True

    @property
    def sensible(self) -> bool:
        """Whether anything may be shown under them."""
        return type(self.least) is int and FOR_MEAN <= self.least <= MOST_LEAST


ALL = Rules()


def publish(wish: Wish, layout: Layout, register: Register | None, rules: Rules | None = ALL) -> Edition:
    """The edition that comes of a wish. It only counts once it stands in the register.

    Args:
        wish: what is to be published. A city that turns up twice is not counted at all.
        layout: the cells there are.
        register: every earlier edition, of all cohorts; None where it could not be read, and then nothing is shown.
        rules: the rules; None where a setting makes no sense, and then nothing is shown.
    """
    cities = [each.contribution[0] for each in wish.profiles]
    once = tuple(each for each in wish.profiles if cities.count(each.contribution[0]) == 1)
    members = frozenset(each.contribution for each in once)
    obstacle = _obstacle(wish, register, rules)
    if obstacle is not None or register is None or rules is None:
        hidden = tuple(Hidden(cell, obstacle or _UNUSABLE) for cell in layout.cells)
        return Edition(wish.edition, wish.cohort, RULES, members, (), hidden)
    press = _Press(layout, register, rules, once)
    press.print_all()
    return Edition(wish.edition, wish.cohort, RULES, members, tuple(press.shown), tuple(press.hidden))


def too_few(least: int) -> Message:
    """Why a figure over fewer cities is not shown."""
    return say("Fewer than {count} cities.", count=least)


_TOO_FEW_LEFT_OVER = say("The group leaves out fewer than {count} cities.", count=AT_LEAST_REMAIN)
_TOO_FEW_MOVED = say("Fewer than {count} cities left or joined since an earlier edition.", count=AT_LEAST_MOVE)
_TOO_FEW_APART = say("A live room showed figures over nearly the same cities; the difference would give one away.")
_WORKED_OUT = say("Together with earlier editions a single city could be worked out.")
_TOO_CLOSE = say("The figures would say too closely what a single city answered.")
_NOT_BY_ALL = say("Not every city that counts here has answered it for certain.")
_UNUSABLE = say("The rules or the register of earlier editions cannot be used, so nothing is shown.")

EVERY = "*"
"""Stands for all details of a part in what is hidden: GOV.1/*."""


def _obstacle(wish: Wish, register: Register | None, rules: Rules | None) -> Message | None:
    """What stands against the edition as a whole."""
    if register is None or rules is None or not rules.sensible:
        return _UNUSABLE
    return _TOO_FEW_LEFT_OVER if 0 < wish.left_over < AT_LEAST_REMAIN else None


@dataclass
class _Press:
    """Prints one edition: what is shown so far, and what is not."""

    layout: Layout
    register: Register
    rules: Rules
    once: Sequence[Profiled]
    shown: list[Publication] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)

    def print_all(self) -> None:
        """Dimensions and their parts first; then the details of what is shown."""
        for cell in self.layout.cells:
            drafted = self._drafted(cell)
            judged = too_few(self.rules.least) if drafted is None else self._review().objection(drafted) or drafted
            self._take(cell, judged)
        for part in [each for each in self.shown if each.cell in self.layout.details]:
            self._print_details(part)

    def _print_details(self, part: Publication) -> None:
        review = self._review()
        if self.rules.bound and not review.bears_details(part.cell):
            self.hidden.append(Hidden(f"{part.cell}/{EVERY}", _TOO_CLOSE))
            return
        for cell in self.layout.details[part.cell]:
            self._take(cell, self._detail(cell, part, review))

    def _detail(self, cell: Cell, part: Publication, review: "_Review") -> Publication | Message:
        drafted = self._drafted(cell)
        if drafted is None or drafted.members != part.members:
            return _NOT_BY_ALL
        return review.objection(drafted) or drafted

    def _take(self, cell: Cell, judged: Publication | Message) -> None:
        if isinstance(judged, Publication):
            self.shown.append(judged)
        else:
            self.hidden.append(Hidden(cell, judged))

    def _review(self) -> "_Review":
        found = {**self.register.profiles, **{each.contribution: each for each in self.once}}
        rooms = self.register.rooms if self.rules.rooms else ()
        return _Review(self.layout, found, (*self.register.publications, *self.shown), self.rules, rooms)

    def _drafted(self, cell: Cell) -> Publication | None:
        parts = self.layout.parts.get(cell, (cell,))
        there = {each.contribution: [each.values[part] for part in parts if part in each.values] for each in self.once}
        values = {who: Fraction(sum(found), len(found)) for who, found in there.items() if found}
        drawn = figures(list(values.values()), self.layout.classes_of(cell))
        return None if drawn is None or len(values) < self.rules.least else Publication(cell, frozenset(values), drawn)


@dataclass(frozen=True)
class _Review:
    """What stands against showing a cell, given everything shown so far."""

    layout: Layout
    profiles: Mapping[Contribution, Profiled]
    before: tuple[Publication, ...]
    rules: Rules
    rooms: tuple[Published, ...]

    def objection(self, draft: Publication) -> Message | None:
        """The first rule that is broken; None where all let it pass."""
        if self.rules.change and self._moves_few(draft):
            return _TOO_FEW_MOVED
        about = (*self._about(draft.cell), draft)
        own, rooms = self._published(draft.cell, about, self._detailed), self._rooms(draft.cell, about)
        if self.rules.change and any(few_apart(draft, own, each) for each in rooms):
            return _TOO_FEW_APART
        if self.rules.change and self._worked_out(draft, about, [own, *rooms]):
            return _WORKED_OUT
        return _TOO_CLOSE if self.rules.bound and self._too_close(draft, about) else None

    def bears_details(self, part: Cell) -> bool:
        """Whether all that is shown of a dimension stays safe once the details of this part are known too."""
        about = self._about(part)
        return not endangered([self._published(part, about, self._detailed | {part}), *self._rooms(part, about)])

    def _too_close(self, draft: Publication, about: Sequence[Publication]) -> bool:
        if draft.cell in self.layout.part_of:
            # Its part already lets whoever brought the same to all editions swap everything about the dimension.
            whole = self._about_dimension(draft.cell)
            links = tuple(Link(each) for each in self._rooms(draft.cell, whole))
            return narrowed(draft.cell, about, replace(self._published(draft.cell, whole, frozenset()), beside=links))
        return endangered([self._published(draft.cell, about, self._detailed), *self._rooms(draft.cell, about)])

    def _rooms(self, cell: Cell, about: Sequence[Publication]) -> list[Published]:
        """The rooms that showed figures of the dimension over some of the same cities."""
        dimension = self.layout.dimension_of(cell)
        cities = frozenset(city for each in about for city, _ in each.members)
        return connected(cities, [each for each in self.rooms if each.dimension == dimension])

    def _worked_out(self, draft: Publication, about: Sequence[Publication], bodies: Sequence[Published]) -> bool:
        """Whether a value follows from all sums; where rooms stand beside, from theirs too."""
        if next(iter(self._follows(draft, about)), None) is not None:
            return True
        return len(bodies) > 1 and draft.cell not in self.layout.part_of and follows(bodies)

    def _moves_few(self, draft: Publication) -> bool:
        moved = ({city for city, _ in each.members ^ draft.members} for each in self.before if each.cell == draft.cell)
        return any(0 < len(each) < AT_LEAST_MOVE for each in moved)

    def _about(self, cell: Cell) -> tuple[Publication, ...]:
        """What was published of the same sums: of a detail alone, of a part with its dimension and the other parts."""
        if cell in self.layout.part_of:
            return tuple(each for each in self.before if each.cell == cell)
        return self._about_dimension(cell)

    def _about_dimension(self, cell: Cell) -> tuple[Publication, ...]:
        dimension, details = self.layout.dimension_of(cell), self.layout.part_of
        return tuple(
            each
            for each in self.before
            if each.cell not in details and self.layout.dimension_of(each.cell) == dimension
        )

    @property
    def _detailed(self) -> frozenset[Cell]:
        """The parts of which details are published."""
        part_of = self.layout.part_of
        return frozenset(part_of[each.cell] for each in self.before if each.cell in part_of)

    def _published(self, cell: Cell, about: Sequence[Publication], detailed: frozenset[Cell]) -> Published:
        members = frozenset[Contribution]().union(*(each.members for each in about))
        dimension = self.layout.dimension_of(cell)
        found = {who: self.profiles[who] for who in members}
        return Published(self.layout, dimension, found, tuple(about), detailed=detailed)

    def _follows(self, draft: Publication, about: Sequence[Publication]) -> Iterator[tuple[str | None, Secret]]:
        if draft.cell in self.layout.part_of and len({each.members for each in about}) == 1:
            return iter(())
        members = sorted(frozenset[Contribution]().union(*(each.members for each in about)))
        equations = Equations(self._sum(each.members, each.cell) for each in about)
        cells = {each.cell for each in about}
        parts = self.layout.parts[self.layout.dimension_of(draft.cell)]
        secrets = (
            Secret(who[0], f"{who} {cell}", self._sum([who], cell))
            for who in members
            for cell in dict.fromkeys((*cells, *(() if draft.cell in self.layout.part_of else parts)))
            if self._sum([who], cell)
        )
        return disclosed(equations, secrets)

    def _sum(self, members: Sequence[Contribution] | frozenset[Contribution], cell: Cell) -> dict[object, int]:
        """A published mean as the sum behind it. Where a dimension has fewer parts for a city, each weighs more."""
        parts = self.layout.parts.get(cell, (cell,))
        found: dict[object, int] = {}
        for who in members:
            there = [part for part in parts if part in self.profiles[who].values]
            found.update({(who, part): WHOLE // len(there) for part in there})
        return found


def bodies(layout: Layout, register: Register) -> tuple[Published, ...]:
    """What a register published, dimension by dimension, as live rooms hold it beside theirs."""
    shown = register.publications
    detailed = frozenset(layout.part_of[each.cell] for each in shown if each.cell in layout.part_of)
    found = []
    for dimension in layout.parts:
        coarse = (each for each in shown if each.cell in layout.cells)
        about = tuple(each for each in coarse if layout.dimension_of(each.cell) == dimension)
        members = frozenset[Contribution]().union(*(each.members for each in about))
        profiles = {who: register.profiles[who] for who in members}
        if about:
            found.append(Published(layout, dimension, profiles, about, detailed=detailed))
    return tuple(found)
