"""What a room of cities shows of itself: the kinds of figures by the number of cities alone, fixed beforehand.

Rule 12 of docs/method/benchmark.md. The figures themselves, their rounding, the smallest class, the rule of change and
the bound are those of every other benchmark; a room only asks them about fewer kinds of figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assessment.benchmark.figures import FOR_MEAN, figures
from assessment.benchmark.links import AT_LEAST_MOVE, cities_in, connected, endangered, few_apart, follows
from assessment.benchmark.worlds import Changes, Published
from models.benchmark import Cell, Contribution, Figures, Layout, Profiled, Publication
from models.message import Message, say
from models.room import Rating, RoomCell

RULES = "room 2"
"""The version of the rules; it stands in every edition of a room."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What so many cities see of each other: from `at_least` cities on. `classes` end with the stages named."""

    at_least: int
    dimension_means: bool = False
    dimension_medians: bool = False
    question_means: bool = False
    bands: bool = False
    classes: tuple[int, ...] = ()


TABLE = (
    Promise(20, True, True, True, True, (2, 3)),
    Promise(10, True, True, True, True, (2,)),
    Promise(7, True, True, True),
    Promise(FOR_MEAN, True),
    Promise(0),
)
"""The whole rule, the largest rooms first."""


def promised(count: int) -> Promise:
    """What a room of so many cities shows, whatever they answer."""
    return next(each for each in TABLE if count >= each.at_least)


def drawn(values: Sequence[Fraction], *, dimension: bool) -> Figures | None:
    """The figures that so many values may have, rounded; None where there are none.

    Args:
        values: one per city.
        dimension: whether they are about a dimension, else about a question.
    """
    promise = promised(len(values))
    if not (promise.dimension_means if dimension else promise.question_means):
        return None
    full = figures(values, () if dimension else promise.classes)
    if full is None:
        return None
    return replace(
        full,
        median=full.median if dimension and promise.dimension_medians else None,
        quartiles=full.quartiles if dimension and promise.bands else None,
    )


def reveal(ratings: Sequence[Sequence[Profiled]], layout: Layout, before: "Before") -> tuple[RoomCell, ...]:
    """What a reveal shows of each cell that so many cities are promised: all ratings side by side, or the reason.

    Args:
        ratings: what each city said, for one rating or for two. All of them are about the same cities.
        layout: dimensions and questions.
        before: what was revealed or laid open already.
    """
    promise, known = promised(len(ratings[0])), before
    cells: list[RoomCell] = []
    for cell in layout.cells:
        if promise.dimension_means if cell in layout.parts else promise.question_means:
            shown, new = _judged(cell, ratings, layout, known)
            cells.append(shown)
            known = known.also(new, ratings)
    return tuple(cells)


def contribution(city: str, rating: Rating, values: Mapping[Cell, int]) -> Profiled:
    """What a city says in a rating. Whoever rates again says something new: nobody sees whether it is the same."""
    return Profiled((city, str(rating)), values)


@dataclass(frozen=True)
class Before:
    """What everybody in the room knows: figures, the answers behind them, and which cities laid a dimension open.

    `elsewhere` are the figures of other rooms and of editions, whose cities may be here too. `missing` counts cities
    in figures that took their answers back.
    """

    publications: tuple[Publication, ...]
    profiles: Mapping[Contribution, Profiled]
    laid_open: Mapping[Cell, frozenset[str]]
    elsewhere: tuple[Published, ...] = ()
    missing: int = 0

    def also(self, more: Sequence[Publication], ratings: Sequence[Sequence[Profiled]]) -> "Before":
        """This and some more figures."""
        profiles = {**self.profiles, **{each.contribution: each for rating in ratings for each in rating}}
        return replace(self, publications=(*self.publications, *more), profiles=profiles)

    def and_open(self, city: str, dimension: Cell) -> "Before":
        """This, and one more city that lays a dimension open."""
        there = self.laid_open.get(dimension, frozenset())
        return replace(self, laid_open={**self.laid_open, dimension: there | {city}})


NOTHING = Before((), {}, {})
"""Before anything was revealed."""


def revealed(cells: Sequence[RoomCell], ratings: Sequence[Sequence[Profiled]], layout: Layout) -> Before:
    """What everybody knows from an edition that was revealed, read together with the answers behind it."""
    shown = tuple(
        Publication(each.cell, frozenset(_there(each.cell, rating, layout)), figures_of)
        for each in cells
        for rating, figures_of in zip(ratings, each.figures, strict=False)
    )
    return NOTHING.also(shown, ratings)


def may_lay_open(city: str, dimension: Cell, layout: Layout, before: Before) -> bool:
    """Whether no other city's answers could be narrowed down too far if this one showed its own score too."""
    return not endangered(_bodies(dimension, layout, before.and_open(city, dimension)))


def bodies(layout: Layout, known: Before) -> tuple[Published, ...]:
    """The figures of a room, dimension by dimension, as others hold them beside theirs."""
    every = (_shown(dimension, layout, known) for dimension in layout.parts)
    return tuple(each for each in every if each.publications or each.laid_open)


_TOO_FEW = say("Fewer than {count} cities.", count=FOR_MEAN)
_TOO_FEW_MOVED = say("Fewer than {count} cities answered otherwise than before.", count=AT_LEAST_MOVE)
_WORKED_OUT = say("Together with earlier figures a single city could be worked out.")
_TOO_CLOSE = say("The figures would say too closely what a single city answered.")
_TOO_FEW_APART = say(
    "Another room or an edition showed figures over nearly the same cities; the difference would give one away."
)


def _judged(
    cell: Cell, ratings: Sequence[Sequence[Profiled]], layout: Layout, before: Before
) -> tuple[RoomCell, tuple[Publication, ...]]:
    if _changed_few(ratings):
        return RoomCell(cell, why=_TOO_FEW_MOVED), ()
    drafts: list[Publication] = []
    for rating in ratings:
        values = _there(cell, rating, layout)
        found = drawn(list(values.values()), dimension=cell in layout.parts)
        if found is None:
            return RoomCell(cell, why=_TOO_FEW), ()
        drafts.append(Publication(cell, frozenset(values), found))
    new = tuple(each for each in drafts if each not in before.publications)
    why = _objection(cell, new, layout, before.also(new, ratings))
    if why is not None:
        return RoomCell(cell, why=why), ()
    return RoomCell(cell, tuple(each.figures for each in drafts)), new


def _there(cell: Cell, rating: Sequence[Profiled], layout: Layout) -> dict[Contribution, Fraction]:
    """The value of each city that has one: of a dimension the mean of the questions it answered."""
    parts = layout.parts.get(cell, (cell,))
    found = {each.contribution: [each.values[part] for part in parts if part in each.values] for each in rating}
    return {who: Fraction(sum(values), len(values)) for who, values in found.items() if values}


def _objection(cell: Cell, new: Sequence[Publication], layout: Layout, known: Before) -> Message | None:
    dimension = layout.dimension_of(cell)
    own, *others = _bodies(dimension, layout, known)
    if any(_moves_few(each, other) for each in new for other in own.publications if other.cell == cell):
        return _TOO_FEW_MOVED
    if any(few_apart(each, own, other) for each in new for other in others):
        return _TOO_FEW_APART
    if new and follows([own, *others]):
        return _WORKED_OUT
    return _TOO_CLOSE if new and endangered([own, *others]) else None


def _bodies(dimension: Cell, layout: Layout, known: Before) -> list[Published]:
    """The figures of the room about a dimension, and then those elsewhere that are about some of the same cities."""
    own = _shown(dimension, layout, known)
    alike = [each for each in known.elsewhere if each.dimension == dimension]
    return [own, *connected(cities_in(own), alike)]


def _shown(dimension: Cell, layout: Layout, known: Before) -> "_Shown":
    about = tuple(each for each in known.publications if layout.dimension_of(each.cell) == dimension)
    members = frozenset[Contribution]().union(*(each.members for each in about))
    opened = known.laid_open.get(dimension, frozenset())
    profiles = {who: each for who, each in known.profiles.items() if who in members or who[0] in opened}
    return _Shown(layout, dimension, profiles, about, laid_open=opened, missing=known.missing)


def _changed_few(ratings: Sequence[Sequence[Profiled]]) -> bool:
    """Whether a second rating differs from the first by what one or two cities said."""
    told = [{each.contribution[0]: each.values for each in rating} for rating in ratings]
    moved = sum(told[0][city] != told[-1][city] for city in told[0])
    return 0 < moved < AT_LEAST_MOVE


def _moves_few(draft: Publication, other: Publication) -> bool:
    moved = {city for city, _ in draft.members ^ other.members}
    return 0 < len(moved) < AT_LEAST_MOVE


@dataclass(frozen=True)
class _Shown(Published):
    """What a room published about a dimension."""

    def same_figures(self, publication: Publication, changes: Changes) -> bool:
        """Whether a figure that the room drew would be the same."""
        if publication.members.isdisjoint(changes):
            return True
        values = [self.value(who, publication.cell, changes) for who in publication.members]
        return drawn(values, dimension=publication.cell == self.dimension) == publication.figures
