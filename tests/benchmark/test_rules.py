"""What the rules hide, each for its own reason."""

from collections.abc import Mapping

from assessment.benchmark import Register, Wish, publish
from models.benchmark import Edition, Layout, Profiled

LAYOUT = Layout({"AAA": ("AAA.1", "AAA.2")}, 0, 5, classes=(1,))
SPREAD = {f"c{number}": number % 6 for number in range(12)}


def profiles(values: Mapping[str, int]) -> tuple[Profiled, ...]:
    """What these cities bring: the same value in both parts."""
    return tuple(Profiled((city, str(value)), {"AAA.1": value, "AAA.2": value}) for city, value in values.items())


def after(*editions: Mapping[str, int]) -> tuple[Register, Edition]:
    """The register and the last edition after these were published one after another."""
    register = Register()
    for number, values in enumerate(editions):
        wish = Wish(str(number), "cohort", profiles(values))
        last = publish(wish, LAYOUT, register)
        register = register.with_edition(last, wish.profiles)
    return register, last


def reasons(edition: Edition) -> set[str]:
    return {str(each.why) for each in edition.hidden}


def test_a_group_whose_cities_differ_is_shown() -> None:
    _, edition = after(SPREAD)
    assert [each.cell for each in edition.shown] == ["AAA", "AAA.1", "AAA.2"]


def test_a_group_of_four_is_not() -> None:
    _, edition = after({city: SPREAD[city] for city in sorted(SPREAD)[:4]})
    assert (edition.shown, reasons(edition)) == ((), {"Fewer than 5 cities."})


def test_a_city_more_is_not_shown_beside_an_earlier_edition() -> None:
    _, edition = after(SPREAD, {**SPREAD, "c12": 3})
    assert reasons(edition) == {"Fewer than 3 cities left or joined since an earlier edition."}


def test_a_city_that_changed_counts_as_one_that_moved() -> None:
    _, edition = after(SPREAD, {**SPREAD, "c1": 5})
    assert reasons(edition) == {"Fewer than 3 cities left or joined since an earlier edition."}


def test_the_same_group_may_be_shown_again() -> None:
    register, edition = after(SPREAD, SPREAD)
    assert edition.hidden == ()
    assert len(register.editions) == 2


def test_a_group_that_agrees_is_not_shown() -> None:
    _, edition = after(dict.fromkeys(SPREAD, 5))
    assert reasons(edition) == {"The figures would say too closely what a single city answered."}


def test_a_city_that_turns_up_twice_is_not_counted() -> None:
    twice = (*profiles(SPREAD), Profiled(("c1", "other"), {"AAA.1": 1, "AAA.2": 1}))
    edition = publish(Wish("0", "cohort", twice), LAYOUT, Register())
    assert {city for city, _ in edition.members} == set(SPREAD) - {"c1"}


def test_three_overlapping_groups_that_fix_a_city_together_are_not_all_shown() -> None:
    first = {f"c{number}": (number * 5) % 6 for number in range(12)}
    without = [("c0", "c1", "c2"), ("c0", "c3", "c4", "c5"), ("c1", "c2", "c3", "c4", "c5")]
    groups = [{city: value for city, value in first.items() if city not in out} for out in ((), *without)]
    _, edition = after(*groups)
    assert edition.hidden
