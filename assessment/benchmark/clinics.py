"""Which cities could help each other in a peer clinic, from what they themselves put on the open table."""

from collections.abc import Iterator, Mapping, Sequence

from models.room import Clinic, Item, Score


def clinics(items: Sequence[Item], names: Mapping[str, str], dimensions: Sequence[str]) -> tuple[Clinic, ...]:
    """A clinic for each dimension that somebody offers or wants; those with both sides first, the largest first.

    Args:
        items: what lies on the table; what is not shown is passed over.
        names: of the cities.
        dimensions: in the order of the radar, which decides between equals.
    """
    found = [Clinic(each, _who(items, names, "offer", each), _who(items, names, "want", each)) for each in dimensions]
    there = [each for each in found if each.offering or each.wanting]
    return tuple(sorted(there, key=_rank))


def scores(items: Sequence[Item], names: Mapping[str, str], dimensions: Sequence[str]) -> tuple[Score, ...]:
    """The scores that cities laid open, by dimension and then by name: never by value, this is no ranking."""
    shown = [each for each in items if each.kind == "score" and each.shown and each.city in names]
    told = (Score(names[each.city], each.dimension, each.value) for each in shown)
    return tuple(sorted(told, key=lambda each: (dimensions.index(each.dimension), each.city)))


def mutual(found: Sequence[Clinic]) -> Iterator[tuple[str, str]]:
    """Cities that could help each other both ways, each pair once, by name."""
    helps = {(giver, taker) for each in found for giver in each.offering for taker in each.wanting if giver != taker}
    return ((one, other) for one, other in sorted(helps) if one < other and (other, one) in helps)


def _who(items: Sequence[Item], names: Mapping[str, str], kind: str, dimension: str) -> tuple[str, ...]:
    shown = (each for each in items if each.kind == kind and each.shown and each.dimension == dimension)
    return tuple(sorted({names[each.city] for each in shown if each.city in names}))


def _rank(clinic: Clinic) -> tuple[int, int]:
    return -min(len(clinic.offering), len(clinic.wanting)), -len(clinic.offering) - len(clinic.wanting)
