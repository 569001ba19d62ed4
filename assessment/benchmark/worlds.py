"""What the values of single cities could be, for all that was published: the bound of rule 5.

A world gives every contribution a value. Worlds that lead to the very same published figures cannot be told apart. A
city is safe from somebody who looks on where, in such worlds, its value can be any of at least three steps in a row;
whoever looks on knows their own values, so these stay as they are.

Only worlds that were found and checked count, by computing every published figure anew. What is not found counts as
impossible: this may hide more than needed, and never less.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Protocol

from assessment.benchmark.figures import whole_figures
from models.benchmark import Cell, Contribution, Layout, Profiled, Publication

STEPS = 3
"""How many steps in a row a value must be able to have."""

Changes = Mapping[Contribution, Mapping[Cell, int]]
"""The values of some contributions that are other ones in another world."""


class Beside(Protocol):
    """Something else that was published about some of the same cities, whose figures a world has to leave alone too."""

    def places(self, city: str) -> Hashable:
        """In which publications there a city stands: cities alike in that can swap there too."""
        ...

    def bears(self, world: "Published", changes: Changes) -> bool:
        """Whether every figure there would be the same, if its values moved along with these."""
        ...


@dataclass(frozen=True)
class Published:
    """Everything that was published about one dimension and its parts, and the values that it was made of.

    Of the parts in `detailed` attributes or questions are published too. Their value follows from these, so in another
    world a city can only have the value of another city, with all that it comes from, and not just any value. What
    stands `beside` was published elsewhere and says much the same of the same cities. Cities that laid their own values
    open (`laid_open`) are as they are. Of so many cities that count in it (`missing`) nothing is known any more.
    """

    layout: Layout
    dimension: Cell
    profiles: Mapping[Contribution, Profiled]
    publications: Sequence[Publication]
    detailed: frozenset[Cell] = field(default=frozenset(), kw_only=True)
    beside: tuple[Beside, ...] = field(default=(), kw_only=True)
    laid_open: frozenset[str] = field(default=frozenset(), kw_only=True)
    missing: int = field(default=0, kw_only=True)

    def value(self, who: Contribution, cell: Cell, changes: Changes) -> Fraction:
        """The value of a contribution in a world: of a part itself, of the dimension the mean of its parts."""
        return Fraction(self.whole(who, cell, changes), self.unit)

    def same(self, changes: Changes) -> bool:
        """Whether every figure that was published, here and beside, would be the same in that world."""
        return self.same_here(changes) and all(each.bears(self, changes) for each in self.beside)

    def same_here(self, changes: Changes) -> bool:
        """Whether every figure that was published here would be the same in that world."""
        if any(city in self.laid_open for city, _ in changes):
            return False
        touched = {cell for values in changes.values() for cell in values} | {self.dimension}
        return all(self.same_figures(each, changes) for each in self.publications if each.cell in touched)

    def peers(self, who: Contribution) -> list[Contribution]:
        """The other cities that were published together with this one every time, so that they can swap."""
        together = self._together[self.places(who)]
        return [each for each in together if each[0] != who[0] and each[0] not in self.laid_open]

    def places(self, who: Contribution) -> Hashable:
        """In which publications a city stands, here and beside."""
        return self._places[who]

    def same_figures(self, publication: Publication, changes: Changes) -> bool:
        """Whether the figures of one publication would be the same."""
        cell, moved = publication.cell, [who for who in changes if who in publication.members]
        before = sorted(self.whole(who, cell, {}) for who in moved)
        after = sorted(self.whole(who, cell, changes) for who in moved)
        if before == after:
            return True
        if publication.figures.median is None and sum(before) == sum(after):
            return True
        others = [self.whole(who, cell, {}) for who in publication.members if who not in changes]
        return whole_figures([*others, *after], self.unit, self.layout.classes_of(cell)) == publication.figures

    def whole(self, who: Contribution, cell: Cell, changes: Changes) -> int:
        """The same value in whole numbers, of which `unit` make a step."""
        own, other = self.profiles[who].values, changes.get(who)
        if other is None:
            return self._real[who, cell]
        if cell != self.dimension:
            return other.get(cell, own[cell]) * self.unit
        parts = self._own_parts[who]
        return sum(other.get(part, own[part]) for part in parts) * self.unit // len(parts)

    @cached_property
    def unit(self) -> int:
        """A number that each number of parts divides."""
        return lcm(*range(1, len(self.layout.parts[self.dimension]) + 1))

    @cached_property
    def _own_parts(self) -> Mapping[Contribution, tuple[Cell, ...]]:
        parts = self.layout.parts[self.dimension]
        return {who: tuple(part for part in parts if part in each.values) for who, each in self.profiles.items()}

    @cached_property
    def _real(self) -> Mapping[tuple[Contribution, Cell], int]:
        found: dict[tuple[Contribution, Cell], int] = {}
        for who, parts in self._own_parts.items():
            own = self.profiles[who].values
            found |= {(who, part): own[part] * self.unit for part in parts}
            if parts:
                found[who, self.dimension] = sum(own[part] for part in parts) * self.unit // len(parts)
        return found

    @cached_property
    def _places(self) -> Mapping[Contribution, Hashable]:
        return {
            who: (
                tuple(who in each.members for each in self.publications),
                tuple(each.places(who[0]) for each in self.beside),
            )
            for who in self.profiles
        }

    @cached_property
    def _together(self) -> Mapping[Hashable, list[Contribution]]:
        found: defaultdict[Hashable, list[Contribution]] = defaultdict(list)
        for who in sorted(self.profiles):
            found[self._places[who]].append(who)
        return found


def unsafe(published: Published, cell: Cell) -> Iterator[str]:
    """Every city whose value in a cell somebody could narrow down too far, another city or anybody.

    Args:
        published: what was published, the cell in question included.
        cell: the cell.
    """
    shown = [each.members for each in published.publications if each.cell == cell]
    members = sorted(frozenset[Contribution]().union(*shown))
    guarded = (who for who in members if who[0] not in published.laid_open)
    return (who[0] for who in guarded if not _safe(published, cell, who))


def _safe(published: Published, cell: Cell, who: Contribution) -> bool:
    """Whether the worlds that are found leave the value wide open to everybody, whichever city looks on."""
    wide = (STEPS - 1) * published.unit
    needed: dict[int, frozenset[str]] = {published.whole(who, cell, {}): frozenset()}
    for changes in _worlds(published, cell, who):
        value = published.whole(who, cell, changes)
        others = frozenset(city for city, _ in changes if city != who[0])
        if needed.get(value) != frozenset() and published.same(changes):
            # A city that has to have another value in every one of these worlds knows that they are not the real one.
            needed[value] = others & needed.get(value, others)
            if _open_to_all(needed, wide):
                return True
    return False


def _open_to_all(needed: Mapping[int, frozenset[str]], wide: int) -> bool:
    if max(needed) - min(needed) < wide:
        return False
    viewers = frozenset[str]().union(*needed.values())
    possible = ([value for value, others in needed.items() if viewer not in others] for viewer in viewers)
    return all(max(each) - min(each) >= wide for each in possible)


def _worlds(published: Published, cell: Cell, who: Contribution) -> Iterator[Changes]:
    """Worlds worth a try: two cities swap, one swaps with many, one gives to another, or one gives to many."""
    here = published.whole(who, cell, {})
    peers = sorted(published.peers(who), key=lambda peer: -abs(published.whole(peer, cell, {}) - here))
    parts = published.layout.parts.get(cell, (cell,))
    own = published.profiles[who].values
    # Whoever swaps everything leaves each figure as it is; so these worlds come first.
    for swapped in dict.fromkeys((published.layout.parts[published.dimension], parts)):
        for peer in peers:
            other = published.profiles[peer].values
            shared = [part for part in swapped if part in own]
            if shared == [part for part in swapped if part in other]:
                yield {who: {part: other[part] for part in shared}, peer: {part: own[part] for part in shared}}
    if cell == published.dimension and published.detailed:
        yield from _patched(published, who, peers)
    for change in range(1 - STEPS, STEPS):
        for chosen in _moved(published, parts, who, change):
            yield {who: chosen}
            yield from _given_back(published, who, peers, chosen)


def _patched(published: Published, who: Contribution, peers: Sequence[Contribution]) -> Iterator[Changes]:
    """A city takes each part from whoever has most of it, or least, beginning with each other city in turn."""
    own = published.profiles[who].values
    for sign in (1, -1):
        for first in range(len(peers)):
            order = [*peers[first:], *peers[:first]]
            changes: dict[Contribution, dict[Cell, int]] = {who: {}}
            for part, value in own.items():
                if part not in published.layout.parts[published.dimension]:
                    continue
                there = [peer for peer in order if part in published.profiles[peer].values]
                best = max(there, key=lambda peer: sign * published.profiles[peer].values[part], default=None)
                if best is not None and sign * (published.profiles[best].values[part] - value) > 0:
                    changes[who][part] = published.profiles[best].values[part]
                    changes.setdefault(best, {})[part] = value
            yield changes


def _moved(published: Published, parts: Sequence[Cell], who: Contribution, change: int) -> Iterator[Mapping[Cell, int]]:
    """All parts of a value moved by so many steps, where the scale lets them, but for those with published details."""
    own, layout = published.profiles[who].values, published.layout
    moved = {part: own[part] + change for part in parts if part in own and part not in published.detailed}
    if moved and change and all(layout.lowest <= value <= layout.highest for value in moved.values()):
        yield moved


def _given_back(
    published: Published, who: Contribution, peers: Sequence[Contribution], chosen: Mapping[Cell, int]
) -> Iterator[Changes]:
    """The same sums again: one other city takes it all, or several share, beginning with each in turn."""
    for first in range(len(peers)):
        order = [*peers[first:], *peers[:first]]
        for most in (STEPS, 1):
            taken = _taken(published, who, order, chosen, most)
            if taken is not None:
                yield {who: chosen, **taken}


def _taken(
    published: Published, who: Contribution, order: Sequence[Contribution], chosen: Mapping[Cell, int], most: int
) -> Changes | None:
    own, layout = published.profiles[who].values, published.layout
    taken: dict[Contribution, dict[Cell, int]] = {}
    for part, value in chosen.items():
        left = own[part] - value
        for peer in order:
            there = published.profiles[peer].values.get(part)
            if left == 0 or there is None:
                continue
            wished = max(-most, min(most, left))
            after = max(layout.lowest, min(layout.highest, there + wished))
            if after != there:
                taken.setdefault(peer, {})[part] = after
                left -= after - there
        if left:
            return None
    return taken
