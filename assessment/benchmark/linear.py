"""Whether sums that were published give a single city away: to everybody, or to a city that knows its own values.

Every published mean is a linear equation in the values of the cities. A value is disclosed where the equations fix it.
All of it is done in whole numbers modulo a prime, so that no rounding can hide what follows.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

Sum = Mapping[Hashable, int]
"""The factors of the variables in a sum."""

PRIME = (1 << 61) - 1


class Equations:
    """Published sums, reduced so that each begins with a variable that no other one has."""

    def __init__(self, sums: Iterable[Sum] = ()) -> None:
        self._rows: dict[Hashable, dict[Hashable, int]] = {}
        for each in sums:
            self.add(each)

    def and_also(self, sums: Iterable[Sum]) -> "Equations":
        """These equations and some more."""
        more = Equations()
        more._rows = dict(self._rows)
        for each in sums:
            more.add(each)
        return more

    def add(self, row: Sum) -> None:
        """Takes one more equation into account."""
        rest = self._remains(row)
        if not rest:
            return
        first = next(iter(rest))
        scaled = _times(rest, pow(rest[first], -1, PRIME))
        for pivot, other in self._rows.items():
            if first in other:
                self._rows[pivot] = _minus(other, scaled, other[first])
        self._rows[first] = scaled

    def fix(self, row: Sum) -> bool:
        """Whether the value of a sum follows from them."""
        return not self._remains(row)

    def _remains(self, row: Sum) -> dict[Hashable, int]:
        rest = {key: value % PRIME for key, value in row.items() if value % PRIME}
        for key in list(rest):
            if key in self._rows:
                rest = _minus(rest, self._rows[key], rest[key])
        return rest


@dataclass(frozen=True, slots=True)
class Secret:
    """A value of one city that nobody else is to learn, as a sum of variables."""

    city: str
    name: str
    value: Sum


def disclosed(equations: Equations, secrets: Iterable[Secret]) -> Iterator[tuple[str | None, Secret]]:
    """Every secret that follows, with the city that could work it out; None for everybody."""
    every = tuple(secrets)
    for viewer in (None, *sorted({secret.city for secret in every})):
        known = equations.and_also(secret.value for secret in every if secret.city == viewer)
        yield from ((viewer, each) for each in every if each.city != viewer and known.fix(each.value))


def _times(row: Sum, factor: int) -> dict[Hashable, int]:
    return {key: value * factor % PRIME for key, value in row.items()}


def _minus(row: Sum, other: Sum, factor: int) -> dict[Hashable, int]:
    rest = dict(row)
    for key, value in other.items():
        left = (rest.get(key, 0) - value * factor) % PRIME
        if left:
            rest[key] = left
        else:
            rest.pop(key, None)
    return rest
