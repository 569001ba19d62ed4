"""How one attribute gets a better letter at least cost: which of its ratings to raise, and how far.

Each method of rating asks for sums: a weighted sum of numbers for the two means, so much weight at good letters for the
median and the worst rating. So the cheapest choice is found exactly by walking the ratings once and keeping, for each
sum that can be reached, the best way there. Only letters that count at the low end are known here, as places on the
scale.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from math import ceil, floor

from assessment.scoring.methods import Ruler
from models.framework import Method

Sums = tuple[int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Raise:
    """One way to do it. The better of two is the smaller: cheaper, then fewer ratings, then those that come first.

    `raised` are the places of the ratings that change, `ends` the letters of all ratings afterwards.
    """

    cost: int = 0
    count: int = 0
    raised: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def then(self, begins: int, ends: int) -> "Raise":
        """The same with one more rating, which goes from one letter to another."""
        if begins == ends:
            return Raise(self.cost, self.count, self.raised, (*self.ends, ends))
        raised = (*self.raised, len(self.ends))
        return Raise(self.cost + ends - begins, self.count + 1, raised, (*self.ends, ends))


@dataclass(frozen=True, slots=True)
class _Need:
    """Sums that have to be reached: what each letter adds to them per unit of weight, and how much is enough."""

    adds: tuple[Sums, ...]
    enough: Sums


def cheapest(
    method: Method, ruler: Ruler, begins: Sequence[int], weights: Sequence[int], goal: int, *, most: int = 1
) -> tuple[Raise, ...]:
    """The best ways to bring an attribute to a letter: all of them cost the same, those of fewer ratings come first.

    Args:
        method: how ratings become the rating of the attribute.
        ruler: the ruler of that method on the scale in use.
        begins: the letter of each rating now, as its place on the scale; at least one rating.
        weights: the weight of each rating.
        goal: the letter that the attribute is to have at least, as its place on the scale.
        most: how many ways are wanted at most.
    """
    needs = _needs(method, ruler, sum(weights), goal)
    ways = sorted({way for need in needs for way in _ways(tuple(begins), tuple(weights), need, most)})
    return tuple(way for way in ways if way.cost == ways[0].cost)[:most]


def _needs(method: Method, ruler: Ruler, weight: int, goal: int) -> Iterator[_Need]:
    """The sums of which one has to be reached, so that the rating is at least the letter `goal`."""
    if goal == 0:
        yield _Need(tuple((0,) for _ in ruler.letters), (0,))
    elif method == "lowest":
        yield _at_least(ruler, [goal], [weight])
    elif method == "median":
        yield from _middle(ruler, weight, goal)
    else:
        bound = ruler.bounds[goal - 1] * ruler.unit * weight
        enough = floor(bound) + 1 if ruler.bound_stays_below else ceil(bound)
        yield _Need(tuple((ruler.numbers[letter],) for letter in ruler.letters), (enough,))


def _middle(ruler: Ruler, weight: int, goal: int) -> Iterator[_Need]:
    """The pairs of letters that the two middle ratings may have at worst; with an odd weight they are the same one."""
    numbers = [ruler.numbers[letter] for letter in ruler.letters]
    for lower in range(len(numbers)):
        higher = [
            place
            for place in range(lower, len(numbers))
            if numbers[lower] + numbers[place] >= 2 * ruler.bounds[goal - 1] * ruler.unit
        ]
        if higher:
            yield _at_least(ruler, [lower, higher[0]], [weight - (weight - 1) // 2, weight - weight // 2])


def _at_least(ruler: Ruler, letters: Sequence[int], weights: Sequence[int]) -> _Need:
    """So much weight at each of these letters or better."""
    places = range(len(ruler.letters))
    return _Need(tuple(tuple(int(place >= letter) for letter in letters) for place in places), tuple(weights))


@cache
def _ways(begins: Sums, weights: Sums, need: _Need, most: int) -> tuple[Raise, ...]:
    nothing: Sums = (0,) * len(need.enough)
    reached: dict[Sums, list[Raise]] = {nothing: [Raise()]}
    for place, weight in zip(begins, weights, strict=True):
        following: defaultdict[Sums, list[Raise]] = defaultdict(list)
        for sums, ways in reached.items():
            for end in range(place, len(need.adds)):
                total = _added(sums, need.adds[end], weight, need.enough)
                following[total].extend(way.then(place, end) for way in ways)
        reached = {sums: nsmallest(most, ways) for sums, ways in following.items()}
    return tuple(reached.get(need.enough, ()))


def _added(sums: Sums, adds: Sums, weight: int, enough: Sums) -> Sums:
    """The sums after one more rating; more than enough counts as enough."""
    return tuple(min(have + add * weight, most) for have, add, most in zip(sums, adds, enough, strict=True))
