"""What the values of single cities could be, for all that was published: the bound of rule 5.

A world gives every contribution a value. Worlds that lead to the very same published figures cannot be told apart. A
city is safe from somebody who looks on where, in such worlds, its value can be any of at least three steps in a row;
whoever looks on knows their own values, so these stay as they are.

Only worlds that were found and checked count, by computing every published figure anew. What is not found counts as
impossible: this may hide more than needed, and never less.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessment.benchmark.figures import figures
from models.benchmark import Cell, Contribution, Layout, Profiled, Publication

STEPS = 3
"""How many steps in a row a value must be able to have."""

Changes = Mapping[Contribution, Mapping[Cell, int]]
"""The values of some contributions that are other ones in another world."""


@dataclass(frozen=True)
class Published:
    """Everything that was published about one dimension and its parts, and the values that it was made of."""

    layout: Layout
    dimension: Cell
    profiles: Mapping[Contribution, Profiled]
    publications: Sequence[Publication]

    def value(self, who: Contribution, cell: Cell, changes: Changes) -> Fraction:
        """The value of a contribution in a world: of a part itself, of the dimension the mean of its parts."""
        own, other = self.profiles[who].values, changes.get(who, {})
        if cell != self.dimension:
            return Fraction(other.get(cell, own[cell]))
        parts = [part for part in self.layout.parts[cell] if part in own]
        return Fraction(sum(other.get(part, own[part]) for part in parts), len(parts))

    def same(self, changes: Changes) -> bool:
        """Whether every figure that was published would be the same in that world."""
        touched = {cell for values in changes.values() for cell in values} | {self.dimension}
        return all(
            figures([self.value(who, each.cell, changes) for who in sorted(each.members)], self._classes(each.cell))
            == each.figures
            for each in self.publications
            if each.cell in touched and not each.members.isdisjoint(changes)
        )

    def peers(self, who: Contribution) -> list[Contribution]:
        """The other cities that were published together with this one every time, so that they can swap."""
        mine = self._places(who)
        return [each for each in sorted(self.profiles) if each[0] != who[0] and self._places(each) == mine]

    def _places(self, who: Contribution) -> tuple[bool, ...]:
        return tuple(who in each.members for each in self.publications)

    def _classes(self, cell: Cell) -> Sequence[int]:
        return () if cell == self.dimension else self.layout.classes


def unsafe(published: Published, cell: Cell) -> Iterator[str]:
    """Every city whose value in a cell somebody could narrow down too far, another city or anybody.

    Args:
        published: what was published, the cell in question included.
        cell: the cell.
    """
    shown = [each.members for each in published.publications if each.cell == cell]
    members = sorted(frozenset[Contribution]().union(*shown))
    return (who[0] for who in members if not _safe(published, cell, who))


def _safe(published: Published, cell: Cell, who: Contribution) -> bool:
    """Whether the worlds that are found leave the value wide open to everybody, whichever city looks on."""
    here = published.value(who, cell, {})
    needed: dict[Fraction, frozenset[str]] = {here: frozenset()}
    for changes in _worlds(published, cell, who):
        value = published.value(who, cell, changes)
        others = frozenset(city for city, _ in changes if city != who[0])
        if needed.get(value) != frozenset() and published.same(changes):
            # A city that has to have another value in every one of these worlds knows that they are not the real one.
            needed[value] = others & needed.get(value, others)
            if _open_to_all(needed):
                return True
    return False


def _open_to_all(needed: Mapping[Fraction, frozenset[str]]) -> bool:
    viewers = frozenset[str]().union(*needed.values())
    return all(
        _wide([value for value, others in needed.items() if viewer not in others]) for viewer in (None, *viewers)
    )


def _wide(possible: Sequence[Fraction]) -> bool:
    return max(possible) - min(possible) >= STEPS - 1


def _worlds(published: Published, cell: Cell, who: Contribution) -> Iterator[Changes]:
    """Worlds worth a try: two cities swap, one gives to another, or one gives to many."""
    here = published.value(who, cell, {})
    peers = sorted(published.peers(who), key=lambda peer: -abs(published.value(peer, cell, {}) - here))
    parts = published.layout.parts.get(cell, (cell,))
    own = published.profiles[who].values
    everything = published.layout.parts[published.dimension]
    for peer in peers:
        other = published.profiles[peer].values
        for swapped in dict.fromkeys((everything, parts)):
            shared = [part for part in swapped if part in own]
            if shared == [part for part in swapped if part in other]:
                yield {who: {part: other[part] for part in shared}, peer: {part: own[part] for part in shared}}
    for change in range(1 - STEPS, STEPS):
        for chosen in _moved(published, parts, who, change):
            yield {who: chosen}
            yield from _given_back(published, who, peers, chosen)


def _moved(published: Published, parts: Sequence[Cell], who: Contribution, change: int) -> Iterator[Mapping[Cell, int]]:
    """All parts of a value moved by so many steps, where the scale lets them."""
    own, layout = published.profiles[who].values, published.layout
    moved = {part: own[part] + change for part in parts if part in own}
    if change and all(layout.lowest <= value <= layout.highest for value in moved.values()):
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
