"""Somebody who keeps everything that was ever published and wants to know what one city answered.

They may be one of the cities, and then know their own values. They narrow down what each value can be: from the sums
behind every mean, from the difference between every two sums, and from the medians, over and over until nothing moves.
Another one solves the sums as if no mean had been rounded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from models.benchmark import Contribution, Profiled, Publication

Domains = dict[Contribution, tuple[int, int]]


@dataclass(frozen=True)
class Line:
    """That a sum of values, some of them taken off, lies between two bounds."""

    plus: tuple[Contribution, ...]
    minus: tuple[Contribution, ...]
    lowest: int
    highest: int


def learned(
    publications: Sequence[Publication],
    profiles: Mapping[Contribution, Profiled],
    viewer: str | None,
    scale: tuple[int, int],
) -> Iterator[Contribution]:
    """The contributions of others whose exact value in a cell the viewer (None: anybody) learns."""
    for cell in sorted({each.cell for each in publications}):
        about = [each for each in publications if each.cell == cell]
        members = sorted(frozenset[Contribution]().union(*(each.members for each in about)))
        known = {who: profiles[who].values[cell] for who in members if who[0] == viewer}
        domains: Domains = {who: (known[who], known[who]) if who in known else scale for who in members}
        narrow(domains, list(lines(about, scale)), about)
        yield from (who for who in members if who not in known and domains[who][0] == domains[who][1])


def learned_jointly(
    publications: Sequence[Publication],
    profiles: Mapping[Contribution, Profiled],
    viewer: str | None,
    scale: tuple[int, int],
    opened: frozenset[str] = frozenset(),
) -> Iterator[Contribution]:
    """The contributions of others whose exact value the viewer (None: anybody) learns.

    The viewer knows that the detail AAA.1.O1 is half of the value of AAA.1, so each of the two narrows the other, and
    the values of the cities that laid them open.
    """
    about = [each for each in publications if each.cell == "AAA.1"]
    details = [each for each in publications if each.cell == "AAA.1.O1"]
    members = sorted(frozenset[Contribution]().union(*(each.members for each in about)))
    known = {who: profiles[who].values["AAA.1"] for who in members if who[0] == viewer or who[0] in opened}
    domains: Domains = {who: (known[who], known[who]) if who in known else scale for who in members}
    halves: Domains = {who: (low // 2, high // 2) for who, (low, high) in domains.items()}
    every, of_details = list(lines(about, scale)), list(lines(details, (scale[0] // 2, scale[1] // 2)))
    before: Domains = {}
    while before != domains:
        before = dict(domains)
        narrow(domains, every, about)
        narrow(halves, of_details, details)
        _join(domains, halves)
    yield from (who for who in members if who not in known and domains[who][0] == domains[who][1])


def _join(domains: Domains, halves: Domains) -> None:
    """What is known of a value says something of its half, and the other way round."""
    for who, (low, high) in domains.items():
        half_low, half_high = halves[who]
        domains[who] = (max(low, 2 * half_low), min(high, 2 * half_high + 1))
        halves[who] = (max(half_low, domains[who][0] // 2), min(half_high, domains[who][1] // 2))


def worked_out(
    publications: Sequence[Publication], viewer: str | None, opened: frozenset[str] = frozenset()
) -> Iterator[Contribution]:
    """The contributions of others whose value follows from the sums behind the published means, each known exactly.

    Cities that were published together every time can only be told apart from the rest, never from each other; so the
    sums are solved over groups of them, and whoever is alone in a group whose sum follows is found out.
    """
    about = [each for each in publications if each.cell == "AAA.1"]
    groups: dict[tuple[bool, ...], list[Contribution]] = {}
    for who in sorted(frozenset[Contribution]().union(*(each.members for each in about))):
        if who[0] != viewer and who[0] not in opened:
            groups.setdefault(tuple(who in each.members for each in about), []).append(who)
    columns = list(groups)
    rows = [[Fraction(column[row]) for column in columns] for row in range(len(about))]
    reduced = _reduced(rows)
    for place, column in enumerate(columns):
        if len(groups[column]) == 1 and _unit(place, len(columns)) in reduced:
            yield groups[column][0]


def _reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """The rows by Gauss and Jordan; a column alone in a row is a value that follows."""
    done: list[list[Fraction]] = []
    for row in rows:
        rest = row
        for other in done:
            rest = _without(rest, other, rest[_first(other)])
        if any(rest):
            scaled = [value / rest[_first(rest)] for value in rest]
            done = [*(_without(other, scaled, other[_first(scaled)]) for other in done), scaled]
    return done


def _first(row: Sequence[Fraction]) -> int:
    return next(place for place, value in enumerate(row) if value)


def _without(row: Sequence[Fraction], other: Sequence[Fraction], times: Fraction) -> list[Fraction]:
    return [value - times * each for value, each in zip(row, other, strict=True)]


def _unit(place: int, length: int) -> list[Fraction]:
    return [Fraction(int(each == place)) for each in range(length)]


def lines(about: Sequence[Publication], scale: tuple[int, int]) -> Iterator[Line]:
    """What the means say: each sum, and the difference of every two sums."""
    sums = [(each.members, *_sums(each, scale)) for each in about]
    for members, lowest, highest in sums:
        yield Line(tuple(sorted(members)), (), lowest, highest)
    for (a, a_low, a_high), (b, b_low, b_high) in combinations(sums, 2):
        yield Line(tuple(sorted(a - b)), tuple(sorted(b - a)), a_low - b_high, a_high - b_low)


def _sums(publication: Publication, scale: tuple[int, int]) -> tuple[int, int]:
    """The least and the greatest whole sum whose mean is rounded to the published one."""
    figures = publication.figures
    step = Fraction(1, 5) if figures.count < 8 else Fraction(1, 10)
    possible = [
        total
        for total in range(scale[0] * figures.count, scale[1] * figures.count + 1)
        if (Fraction(total, figures.count) / step + Fraction(1, 2)).__floor__() * step == figures.mean
    ]
    return min(possible), max(possible)


def narrow(domains: Domains, known: Iterable[Line], about: Sequence[Publication]) -> None:
    """Makes every domain as small as these sums and the medians allow."""
    every, moved = list(known), True
    while moved:
        before = dict(domains)
        for line in every:
            _by_sum(domains, line)
        for each in about:
            _by_middle(domains, each)
        moved = before != domains


def _by_sum(domains: Domains, line: Line) -> None:
    least = sum(domains[who][0] for who in line.plus) - sum(domains[who][1] for who in line.minus)
    most = sum(domains[who][1] for who in line.plus) - sum(domains[who][0] for who in line.minus)
    for who in line.plus:
        low, high = domains[who]
        domains[who] = (max(low, line.lowest - (most - high)), min(high, line.highest - (least - low)))
    for who in line.minus:
        low, high = domains[who]
        domains[who] = (max(low, (least + high) - line.highest), min(high, (most + low) - line.lowest))


def _by_middle(domains: Domains, publication: Publication) -> None:
    """Where all others are known to be on one side of the median, the last ones are on the other."""
    middle, count = publication.figures.median, publication.figures.count
    if middle is None or count % 2 == 0:
        return
    members = sorted(publication.members)
    above = [who for who in members if domains[who][0] > middle]
    below = [who for who in members if domains[who][1] < middle]
    if len(above) == count // 2:
        _cap(domains, [who for who in members if who not in above], highest=int(middle))
    if len(below) == count // 2:
        _cap(domains, [who for who in members if who not in below], lowest=int(middle))


def _cap(domains: Domains, who: Iterable[Contribution], lowest: int | None = None, highest: int | None = None) -> None:
    for each in who:
        low, high = domains[each]
        domains[each] = (low if lowest is None else max(low, lowest), high if highest is None else min(high, highest))
