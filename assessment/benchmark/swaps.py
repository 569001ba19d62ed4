"""Whether the figures of a detail say too much: by swaps alone, which are possible whatever else was published.

Two cities that were published together every time may have swapped everything they brought about a dimension, its
levels, attributes and questions at once: not one figure would be another one. So the value of a city in a detail may be
that of each such city. Whoever looks on is one of them at most, and knows that it swapped nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from assessment.benchmark.worlds import STEPS, Published
from models.benchmark import Cell, Contribution, Publication


def narrowed(cell: Cell, about: Sequence[Publication], published: Published) -> bool:
    """Whether the value of some city in a detail can be narrowed down to fewer than three steps in a row.

    Args:
        cell: the detail.
        about: every publication of it.
        published: everything that was published about its dimension and its parts; wherever the detail was published
            its part was, over the same cities.
    """
    members = frozenset[Contribution]().union(*(each.members for each in about))
    return any(_narrow(values) for values in _groups(cell, members, published))


def _groups(cell: Cell, members: frozenset[Contribution], published: Published) -> Iterator[Counter[int]]:
    """How often each value occurs among cities that can swap."""
    found: defaultdict[Hashable, Counter[int]] = defaultdict(Counter)
    for who in members:
        found[published.places(who)][published.profiles[who].values[cell]] += 1
    yield from found.values()


def _narrow(values: Counter[int]) -> bool:
    """Whether for some city, and somebody who looks on, too few values are left."""
    for own in values:
        others = values - Counter([own])
        for seen in (None, *others):
            left = others if seen is None else others - Counter([seen])
            possible = {own, *left}
            if max(possible) - min(possible) < STEPS - 1:
                return True
    return False
