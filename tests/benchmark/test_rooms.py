"""A room shows what its number of cities promises, and no single city's answer follows from all it ever shows."""

import itertools
import random
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.benchmark import rooms
from assessment.benchmark.clinics import clinics, mutual, scores
from assessment.benchmark.rooms import NOTHING, Before, contribution, drawn, may_lay_open, promised, reveal, revealed
from models.benchmark import Contribution, Layout, Profiled, Publication
from models.room import Clinic, Item, Rating, RoomCell
from tests.benchmark.attacker import learned
from tests.parts import rounds

LAYOUT = Layout({"GOV": ("Q1", "Q2"), "PAR": ("Q3",)}, 1, 5, (2,))
QUESTIONS = ("Q1", "Q2", "Q3")
STAGES = range(1, 6)
POOLS = (STAGES, (1, 2, 3), (1, 1, 1, 2), (4, 5, 5, 5))
"""Rooms in which cities differ, and rooms in which they are alike."""


def said(chance: random.Random, count: int) -> list[Profiled]:
    """What so many cities answer."""
    stages = chance.choice(POOLS)
    return [city(f"c{number:02}", {each: chance.choice(stages) for each in QUESTIONS}) for number in range(count)]


def city(name: str, values: dict[str, int], rating: Rating = 1) -> Profiled:
    return contribution(name, rating, values)


def changed(chance: random.Random, before: Sequence[Profiled], share: float) -> list[Profiled]:
    """The second rating: each city answers one question otherwise with this chance."""
    again = []
    for each in before:
        values = dict(each.values)
        if chance.random() < share:
            values[chance.choice(QUESTIONS)] = chance.choice(STAGES)
        again.append(city(each.contribution[0], values, 2))
    return again


def kinds(cells: Sequence[RoomCell]) -> dict[str, set[str]]:
    """Which kinds of figures were shown about dimensions, and which about questions."""
    found: dict[str, set[str]] = {"dimension": set(), "question": set()}
    for each in cells:
        for figures in each.figures:
            there = {name for name in ("mean", "median", "quartiles", "shares") if getattr(figures, name) is not None}
            found["dimension" if each.cell in LAYOUT.parts else "question"] |= there
    return found


MIXED = [
    city(f"c{number:02}", {"Q1": 1 + number % 5, "Q2": 1 + (number * 2) % 5, "Q3": 1 + (number + 2) % 5})
    for number in range(30)
]
"""Cities that answer as differently as can be, so that no rule but the number of cities hides anything."""

PROMISED = {
    3: (set(), set()),
    4: (set(), set()),
    5: ({"mean"}, set()),
    6: ({"mean"}, set()),
    7: ({"mean", "median"}, {"mean"}),
    9: ({"mean", "median"}, {"mean"}),
    10: ({"mean", "median", "quartiles"}, {"mean", "shares"}),
    12: ({"mean", "median", "quartiles"}, {"mean", "shares"}),
    19: ({"mean", "median", "quartiles"}, {"mean", "shares"}),
    20: ({"mean", "median", "quartiles"}, {"mean", "shares"}),
}


@pytest.mark.parametrize("count", PROMISED)
def test_a_room_shows_the_kinds_of_figures_that_its_number_promises(count: int) -> None:
    shown = kinds(reveal([MIXED[:count]], LAYOUT, NOTHING))
    assert (shown["dimension"], shown["question"]) == PROMISED[count]


def test_classes_are_two_from_ten_cities_and_three_from_twenty() -> None:
    told = {count: reveal([MIXED[:count]], LAYOUT, NOTHING) for count in (10, 19, 20, 30)}
    sizes = {
        count: {len(figures.shares) for cell in cells for figures in cell.figures if figures.shares}
        for count, cells in told.items()
    }
    assert sizes == {10: {2}, 19: {2}, 20: {3}, 30: {3}}


@given(st.integers(0, 60))
def test_more_cities_never_see_less(count: int) -> None:
    fewer, more = promised(count), promised(count + 1)
    for name in ("dimension_means", "dimension_medians", "question_means", "bands"):
        assert getattr(more, name) >= getattr(fewer, name)
    assert len(more.classes) >= len(fewer.classes)


@given(st.lists(st.integers(1, 5), min_size=0, max_size=30), st.booleans())
def test_which_kinds_there_are_depends_on_the_number_alone_and_each_class_holds_three(
    values: list[int], dimension: bool
) -> None:
    found, promise = drawn([Fraction(each) for each in values], dimension=dimension), promised(len(values))
    assert (found is not None) is (promise.dimension_means if dimension else promise.question_means)
    if found is None:
        return
    assert (found.median is not None) is (dimension and promise.dimension_medians)
    assert (found.quartiles is not None) is (dimension and promise.bands)
    if found.shares is not None:
        bounds = (0, *promise.classes, 5)
        sizes = [sum(low < each <= high for each in values) for low, high in itertools.pairwise(bounds)]
        assert not dimension
        assert min(sizes) >= 3


def test_a_room_in_which_all_say_the_same_shows_nothing_and_says_why() -> None:
    alike = [city(f"c{number}", {"Q1": 1, "Q2": 1, "Q3": 1}) for number in range(6)]
    cells = reveal([alike], LAYOUT, NOTHING)
    assert [each.figures for each in cells] == [(), ()]
    assert {str(each.why) for each in cells} == {"The figures would say too closely what a single city answered."}


def test_one_city_that_changes_one_answer_gets_no_second_picture() -> None:
    first = MIXED[:8]
    cells = reveal([first], LAYOUT, NOTHING)
    before = revealed(cells, [first], LAYOUT)
    second = [city(each.contribution[0], dict(each.values), 2) for each in first[:-1]]
    second.append(city(first[-1].contribution[0], {**first[-1].values, "Q1": 5}, 2))
    again = reveal([first, second], LAYOUT, before)
    assert [each.figures for each in again] == [()] * len(again)
    assert {str(each.why) for each in again} == {"Fewer than 3 cities answered otherwise than before."}


def test_a_pair_stands_side_by_side_or_not_at_all() -> None:
    chance = random.Random(1)  # noqa: S311 - a dice, no secret
    first = MIXED[:12]
    before = revealed(reveal([first], LAYOUT, NOTHING), [first], LAYOUT)
    again = reveal([first, changed(chance, first, 1.0)], LAYOUT, before)
    assert {len(each.figures) for each in again} <= {0, 2}
    assert any(each.figures for each in again)


def test_a_city_may_lay_its_score_open_as_long_as_the_others_stay_in_the_dark() -> None:
    first = MIXED[:6]
    before = revealed(reveal([first], LAYOUT, NOTHING), [first], LAYOUT)
    allowed = 0
    for each in first:
        if not may_lay_open(each.contribution[0], "GOV", LAYOUT, before):
            break
        before, allowed = before.and_open(each.contribution[0], "GOV"), allowed + 1
    assert 1 <= allowed <= 4


def test_without_any_group_figure_every_city_may_lay_its_score_open() -> None:
    before = NOTHING
    for each in MIXED[:4]:
        assert may_lay_open(each.contribution[0], "GOV", LAYOUT, before)
        before = before.and_open(each.contribution[0], "GOV")


def played(chance: random.Random) -> tuple[Before, list[list[Profiled]], str | None]:
    """A whole day: a first picture, some scores laid open, a second rating, the paired picture."""
    first = said(chance, chance.randint(3, 14))
    before = revealed(reveal([first], LAYOUT, NOTHING), [first], LAYOUT)
    for each in chance.sample(first, chance.randint(0, len(first))):
        if may_lay_open(each.contribution[0], "GOV", LAYOUT, before):
            before = before.and_open(each.contribution[0], "GOV")
    second = changed(chance, first, chance.choice((0.1, 0.5, 1.0)))
    cells = reveal([first, second], LAYOUT, before)
    both = revealed(cells, [first, second], LAYOUT)
    publications = (*before.publications, *both.publications)
    after = Before(tuple(dict.fromkeys(publications)), {**before.profiles, **both.profiles}, before.laid_open)
    viewer = chance.choice([None, *(each.contribution[0] for each in first)])
    return after, [first, second], viewer


def worked_out(known: Before, viewer: str | None) -> list[Contribution]:
    """Whose exact answer to a question somebody learns; a dimension of one question counts as that question.

    Who laid a dimension open gave up what it said there, and everybody may know it.
    """
    alone = {dimension: parts[0] for dimension, parts in LAYOUT.parts.items() if len(parts) == 1}
    about = [
        Publication(alone.get(each.cell, each.cell), each.members, each.figures)
        for each in known.publications
        if each.cell not in LAYOUT.parts or each.cell in alone
    ]
    found = []
    for dimension in LAYOUT.parts:
        here = [each for each in about if LAYOUT.dimension_of(each.cell) == dimension]
        shown = known.laid_open.get(dimension, frozenset())
        found += [who for who in learned(here, known.profiles, viewer, (1, 5)) if who[0] not in shown]
    return found


@pytest.mark.soak
def test_nobody_in_a_room_learns_a_single_answer() -> None:
    chance = random.Random(12)  # noqa: S311 - a dice, no secret
    for _ in range(rounds(usual=30, soak=3_000)):
        known, _, viewer = played(chance)
        assert worked_out(known, viewer) == []


def test_without_the_rules_of_change_and_the_bound_the_attacker_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "_objection", lambda *_: None)
    chance = random.Random(12)  # noqa: S311 - a dice, no secret
    assert any(worked_out(known, viewer) for known, _, viewer in (played(chance) for _ in range(30)))


NAMES = {"a": "Aue", "b": "Brücken", "c": "Celle"}


def item(who: str, kind: str, dimension: str, *, shown: bool = True) -> Item:
    return Item(who, kind, "1", dimension, shown, "3.5" if kind == "score" else "")  # type: ignore[arg-type]


def test_a_clinic_brings_those_who_offer_to_those_who_want_and_hides_what_is_not_shown() -> None:
    items = [
        item("a", "offer", "GOV"),
        item("b", "want", "GOV"),
        item("c", "want", "GOV", shown=False),
        item("b", "offer", "PAR"),
        item("a", "want", "PAR"),
        item("c", "offer", "REP"),
    ]
    found = clinics(items, NAMES, ["PAR", "GOV", "REP"])
    assert found == (
        Clinic("PAR", ("Brücken",), ("Aue",)),
        Clinic("GOV", ("Aue",), ("Brücken",)),
        Clinic("REP", ("Celle",), ()),
    )
    assert list(mutual(found)) == [("Aue", "Brücken")]


def test_scores_stand_by_name_and_never_by_value() -> None:
    items = [item("b", "score", "GOV"), item("a", "score", "GOV"), item("c", "score", "GOV", shown=False)]
    assert [each.city for each in scores(items, NAMES, ["GOV"])] == ["Aue", "Brücken"]
