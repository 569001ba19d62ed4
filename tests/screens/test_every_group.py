"""Every number beside a result: the own ones lead to their reasons, those of a group to rules by which they work out.

A published figure cannot be followed down to single cities. So what stands for its trace is its rule in words, and the
tests work every one out again from what the cities answered, in the plainest way. Public figures name their source.
"""

import datetime
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor
from random import Random
from statistics import median

import pytest

from assessment import wiring
from assessment.benchmark import Given, Register, gather, publish
from assessment.scoring import profile
from assessment.why import traces
from models.answers import Answers
from models.benchmark import KeptEdition
from models.profile import Profile
from reports.chart_tables import table
from reports.content.case import Case
from reports.content.context_figures import context_figures
from reports.content.group import GroupCase, divided_table, figures_table, group_classes, group_radar
from reports.content.group_rules import how_it_comes_about
from reports.document import Table
from tests.scoring import tiny
from tests.screens.test_every_number import EN, FACTS, worked_out

DAY = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
SIZES = pytest.mark.parametrize("size", [6, 9, 12, 16])
"""Too few for a median, for a middle half, just enough for shares, and more."""


@dataclass(frozen=True)
class Group:
    """An edition as it stands beside the result of its first city, and what all of them answered."""

    case: GroupCase
    results: tuple[Profile, ...]

    def values(self, cell: str) -> list[Fraction]:
        """What each city has there: a level, a mean of levels, a letter by its place."""
        return [_value(each, cell) for each in self.results]


def _value(result: Profile, cell: str) -> Fraction:
    if "." not in cell:
        levels = [each.level.low for key, each in result.processes.items() if key.startswith(cell) and each.level]
        return Fraction(sum(levels), len(levels))
    if "/" in cell:
        process, attribute = cell.split("/")
        return Fraction("NPLF".index(str(result.processes[process].attributes[attribute].low)))
    found = result.processes.get(cell)
    if found is not None and found.level is not None:
        return Fraction(found.level.low)
    answer = traces(result)[cell].answer
    return Fraction("NPLF".index(str(answer.rating if answer else None)))


@cache
def group(size: int) -> Group:
    """What was published of so many cities, beside the first of them."""
    chance = Random(size)  # noqa: S311 - which cities they are is nobody's secret
    levels = [{process: chance.randint(0, 3) for process in tiny.OUTCOME_WEIGHTS} for _ in range(size)]
    cities = [tiny.answers(tiny.at_level(each), highest_level=3) for each in levels]
    results = tuple(profile(tiny.MODEL, each) for each in cities)
    given = [Given(f"city {each}", cities[each], results[each]) for each in range(size)]
    gathered = gather(tiny.MODEL, given)
    edition = publish(gathered.wish("edition", "cohort"), gathered.layout, Register())
    kept = KeptEdition(edition, gathered.key, 1, gathered.depth, "", DAY, invented=True)
    return Group(GroupCase(tiny.MODEL, kept, "the group", EN, own=results[0]), results)


def rounded(value: Fraction, step: Fraction) -> str:
    """To the nearest step, a half upwards."""
    return EN.number(floor(value / step + Fraction(1, 2)) * step)


def figures_again(values: list[Fraction]) -> list[str]:
    """Count, median, middle half and mean as a table writes them, by the rules as they are written."""
    count, tenth = len(values), Fraction(1, 10)
    ordered = sorted(values)
    quarters = [rounded(ordered[ceil(Fraction(count * which, 4)) - 1], tenth) for which in (1, 3)]
    return [
        str(count),
        rounded(Fraction(median(values)), tenth) if count >= 7 else "–",
        "–".join(quarters) if count >= 10 else "–",
        rounded(sum(values) / count, tenth if count >= 8 else Fraction(1, 5)),
    ]


def texts(found: Table) -> list[list[str]]:
    """The rows as they can be read."""
    return [["".join(span.text for span in cell.content) for cell in row] for row in found.rows]


@SIZES
def test_every_figure_of_a_group_works_out_again_from_what_its_cities_answered(size: int) -> None:
    found = group(size)
    rows = texts(figures_table(found.case))
    assert [row[1:5] for row in rows] == [figures_again(found.values(key)) for key in _shown(found)]


def _shown(found: Group) -> list[str]:
    return [key for key in found.case.layout.cells if key in found.case.figures]


@SIZES
def test_every_detail_that_divided_a_group_works_out_again(size: int) -> None:
    found = group(size)
    divided = divided_table(found.case)
    for name, *rest in texts(divided) if divided is not None else ():
        key, _, more = name.partition(" PA ")
        again = figures_again(found.values(f"{key}/PA{more.split()[0]}" if more else key.split()[0]))
        assert rest == again[2:]


@SIZES
def test_shares_are_those_of_the_cities_in_each_class(size: int) -> None:
    found = group(size)
    classes, bounds = group_classes(found.case), found.case.layout.classes
    for row in classes.rows if classes is not None else ():
        places = [sum(value > bound for bound in bounds) for value in found.values(row.id)]
        shares = [Fraction(100 * places.count(place), len(places)) for place in range(len(bounds) + 1)]
        assert list(row.shares) == [floor(share / 5 + Fraction(1, 2)) * 5 for share in shares]
        assert row.own == places[0]


@SIZES
def test_every_figure_of_the_own_city_beside_a_group_has_its_trace_and_is_what_it_gives(size: int) -> None:
    found = group(size)
    own, known = found.results[0], traces(found.results[0])
    spans = [(span.text, span.of) for row in figures_table(found.case).rows for span in row[5].content]
    classes = group_classes(found.case)
    if classes is not None:
        grid = table(classes, EN)
        spans += [
            (grid.rows[row][-1], grid.subjects.get((row, len(grid.columns) - 1))) for row in range(len(grid.rows))
        ]
    for text, of in spans:
        assert of in known
        assert worked_out(known[str(of)], own) in text  # type: ignore[operator]


@SIZES
def test_the_radar_of_a_group_draws_the_means_that_stand_in_the_table(size: int) -> None:
    found = group(size)
    rows = dict(zip(_shown(found), texts(figures_table(found.case)), strict=True))
    drawn = {each.role: each.values for each in group_radar(found.case).series}
    for dimension, mean, own in zip(tiny.MODEL.head.dimensions, drawn["median"], drawn["city"], strict=True):
        assert (mean is None) == (dimension.id not in rows)
        if mean is not None and own is not None:
            assert [EN.number(mean), EN.number(own)] == rows[dimension.id][4:]


def test_the_rules_of_a_group_are_told_as_far_as_it_shows_such_figures() -> None:
    few, many = (
        " ".join("".join(span.text for span in line) for line in how_it_comes_about(group(size).case).items)
        for size in (6, 16)
    )
    assert "rounded to 0.2 with 6 cities" in few
    assert "rounded to 0.1 with 16 cities" in many
    assert [each in few for each in ("Median:", "Middle half:", "Shares:")] == [False, False, False]
    assert [each in many for each in ("Median:", "Middle half:", "Shares:")] == [True, True, True]
    assert "single cities ends here" in few


def test_every_public_figure_names_its_source() -> None:
    model = wiring.library().models[0]
    answers = Answers(model.id, model.version, "Musterstadt", {})
    section = context_figures(Case(model, answers, profile(model, answers), EN, FACTS))
    assert section is not None
    (found,) = (block for block in section.blocks if isinstance(block, Table))
    told = [["".join(span.text for span in cell.content) for cell in row] for row in found.rows]
    assert len(told) > 3
    assert all(figure and year[-4:].isdecimal() and len(source) > 5 for _, figure, year, source in told)
