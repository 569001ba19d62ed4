"""Editions and live rooms over some of the same cities: what all of them together say of a city.

The stage that a city chooses in a room and the level of that process in its assessment are two answers to much the same
question, and so are its answers in two rooms. So these figures are judged as if whoever keeps them all knew that the
values of a city move along with each other. They are bodies of figures (`Published`), each about one dimension.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assessment.benchmark.linear import Equations, Secret, Sum, disclosed
from assessment.benchmark.worlds import Changes, Published, unsafe
from models.benchmark import Cell, Contribution, Publication

AT_LEAST_MOVE = 3
"""So many cities leave or join between two figures, or none."""

WHOLE = 27720
"""Divisible by every number of parts up to twelve."""


@dataclass(frozen=True)
class Link:
    """Another body of figures as it stands beside one: its values move along."""

    of: Published

    def places(self, city: str) -> Hashable:
        """In which publications there a city stands; one that laid its values open is alike with none."""
        alone = city if city in self.of.laid_open else ""
        return alone, tuple(self.of.places(who) for who in self._of_city(city))

    def bears(self, world: Published, changes: Changes) -> bool:
        """Whether every figure there would be the same, were its values exchanged or moved as these are."""
        if any(city in self.of.laid_open for city, _ in changes):
            return False
        if not any(self._of_city(city) for city, _ in changes):
            return True
        along = (self._exchanged(world, changes), self._moved(world, changes))
        return any(each is not None and self.of.same_here(each) for each in along)

    def _of_city(self, city: str) -> Sequence[Contribution]:
        """What a city brought there, in the order of its places."""
        return self._by_city.get(city, ())

    @cached_property
    def _by_city(self) -> Mapping[str, list[Contribution]]:
        found: dict[str, list[Contribution]] = {}
        for who in sorted(self.of.profiles, key=lambda each: (str(self.of.places(each)), each)):
            found.setdefault(who[0], []).append(who)
        return found

    def _exchanged(self, world: Published, changes: Changes) -> Changes | None:
        """Two cities that swap in the world swap the same here; None where they do not swap, or cannot."""
        if len(changes) != 2:
            return None
        one, two = changes
        if not (_takes(world, changes, one, two) and _takes(world, changes, two, one)):
            return None
        pairs = list(zip(self._of_city(one[0]), self._of_city(two[0]), strict=False))
        if self.places(one[0]) != self.places(two[0]):
            return None
        parts = self._parts_like(world, one, changes[one])
        if any(self._there(a, parts) != self._there(b, parts) for a, b in pairs):
            return None
        values = {who: self.of.profiles[who].values for pair in pairs for who in pair}
        swapped = [(a, b) for pair in pairs for a, b in (pair, pair[::-1])]
        return {a: {part: values[b][part] for part in self._there(a, parts)} for a, b in swapped}

    def _moved(self, world: Published, changes: Changes) -> Changes | None:
        """What moves in the world by some steps moves here by as many; None where it cannot."""
        steps = _steps(world, changes)
        if steps is None:
            return None
        found: dict[Contribution, dict[Cell, int]] = {}
        for who in (who for city in steps for who in self._of_city(city)):
            moved = self._along(who, steps[who[0]])
            if moved is None:
                return None
            found[who] = moved
        return found

    def _along(self, who: Contribution, steps: Mapping[str, int]) -> dict[Cell, int] | None:
        layout, values = self.of.layout, self.of.profiles[who].values
        moved: dict[Cell, int] = {}
        for part in self._there(who, layout.parts[self.of.dimension]):
            step = steps.get(layout.topic_of(part), 0)
            if step and (part in self.of.detailed or not layout.lowest <= values[part] + step <= layout.highest):
                return None
            moved[part] = values[part] + step
        return moved

    def _parts_like(self, world: Published, who: Contribution, swapped: Mapping[Cell, int]) -> Sequence[Cell]:
        """What is about the same as these parts; everything, where a city swaps all it has."""
        whole = {part for part in world.layout.parts[world.dimension] if part in world.profiles[who].values}
        topics = {world.layout.topic_of(part) for part in swapped}
        parts = self.of.layout.parts[self.of.dimension]
        return [part for part in parts if whole == set(swapped) or self.of.layout.topic_of(part) in topics]

    def _there(self, who: Contribution, parts: Sequence[Cell]) -> list[Cell]:
        return [part for part in parts if part in self.of.profiles[who].values]


def _takes(world: Published, changes: Changes, one: Contribution, two: Contribution) -> bool:
    """Whether one contribution has the values of the other in that world."""
    values = world.profiles[two].values
    return all(part in values and values[part] == value for part, value in changes[one].items())


def _steps(world: Published, changes: Changes) -> Mapping[str, Mapping[str, int]] | None:
    """By how many steps each city moves in each topic; None where it does so in two ways."""
    found: dict[str, dict[str, int]] = {}
    for who, parts in changes.items():
        for part, value in parts.items():
            step, topic = value - world.profiles[who].values[part], world.layout.topic_of(part)
            if found.setdefault(who[0], {}).setdefault(topic, step) != step:
                return None
    return found


def cities_in(body: Published) -> frozenset[str]:
    """Whose figures these are, or who laid its values open."""
    return frozenset(city for city, _ in body.profiles) | body.laid_open


def connected(cities: frozenset[str], every: Sequence[Published]) -> list[Published]:
    """The bodies about some of these cities, about some of the cities of those, and so on."""
    near = [each for each in every if cities_in(each) & cities]
    reached = cities.union(*(cities_in(each) for each in near))
    return near if reached == cities else connected(reached, every)


def few_apart(draft: Publication, own: Published, other: Published) -> bool:
    """Whether a figure and another one about the same differ by one or two cities, or by what one or two of them said.

    Args:
        draft: the figure.
        own: the body that it belongs to.
        other: the body of the other one.
    """
    alike = (each for each in other.publications if _about_the_same(draft.cell, own, each.cell, other))
    return any(_few_moved(draft, own, each, other) for each in alike)


def _about_the_same(cell: Cell, own: Published, there: Cell, other: Published) -> bool:
    if cell in own.layout.parts and there in other.layout.parts:
        return cell == there
    return own.layout.topics_of(cell) == other.layout.topics_of(there)


def _few_moved(draft: Publication, own: Published, there: Publication, other: Published) -> bool:
    before, after = dict(there.members), dict(draft.members)
    if before.keys().isdisjoint(after):
        return False
    apart = before.keys() ^ after.keys()
    parts = set(own.layout.parts[own.dimension]) & set(other.layout.parts[other.dimension])
    changed = {
        city
        for city in before.keys() & after.keys()
        for part in parts
        if own.profiles[city, after[city]].values.get(part) != other.profiles[city, before[city]].values.get(part)
    }
    return any(_may_be_few(len(each), own.missing + other.missing) for each in (apart, apart | changed))


def _may_be_few(moved: int, unknown: int) -> bool:
    """Whether one or two cities moved, when nobody can say of some whether they did."""
    return any(0 < each < AT_LEAST_MOVE for each in range(moved - unknown, moved + unknown + 1))


def follows(bodies: Sequence[Published]) -> bool:
    """Whether the sums behind all published means, taken together, give the value of a single city away.

    What a city brought to each body last counts as one and the same value, topic by topic.
    """
    every = [_Solved(body, at) for at, body in enumerate(bodies)]
    equations = Equations(total for each in every for total in each.known())
    return next(disclosed(equations, [secret for each in every for secret in each.secrets()]), None) is not None


@dataclass(frozen=True)
class _Solved:
    """A body as sums of unknowns."""

    body: Published
    number: int

    def known(self) -> Iterator[Sum]:
        """What was published, and what cities laid open."""
        yield from (self._sum(each.members, each.cell) for each in self.body.publications)
        opened = (who for who in self.body.profiles if who[0] in self.body.laid_open)
        yield from (self._sum([who], self.body.dimension) for who in opened)

    def secrets(self) -> Iterator[Secret]:
        """Everything that is nobody's business but the city's."""
        cells = (self.body.dimension, *self.body.layout.parts[self.body.dimension])
        for who in sorted(self.body.profiles):
            for cell in cells if who[0] not in self.body.laid_open else ():
                total = self._sum([who], cell)
                if total:
                    yield Secret(who[0], f"{who} {cell}", total)

    def _sum(self, members: Sequence[Contribution] | frozenset[Contribution], cell: Cell) -> Sum:
        found: dict[Hashable, int] = {}
        for who in members:
            values = self.body.profiles[who].values
            there = [part for part in self.body.layout.parts.get(cell, (cell,)) if part in values]
            for part in there:
                key = self._unknown(who, part)
                found[key] = found.get(key, 0) + WHOLE // len(there)
        return found

    def _unknown(self, who: Contribution, part: Cell) -> Hashable:
        if self._last.get(who[0]) == who:
            return who[0], self.body.layout.topic_of(part)
        return self.number, who, part

    @cached_property
    def _last(self) -> Mapping[str, Contribution]:
        """What each city brought last."""
        shown = (who for each in self.body.publications for who in each.members)
        return {who[0]: who for who in (*sorted(self.body.profiles), *shown)}


def endangered(bodies: Sequence[Published]) -> bool:
    """Whether in one of these bodies, with all the others beside it, a value could be narrowed down too far."""
    return any(_lays_open(body, [*bodies[:at], *bodies[at + 1 :]]) for at, body in enumerate(bodies))


def _lays_open(body: Published, others: Sequence[Published]) -> bool:
    whole = replace(body, beside=tuple(Link(each) for each in others if cities_in(each) & cities_in(body)))
    return any(next(unsafe(whole, cell), None) is not None for cell in {each.cell for each in body.publications})
