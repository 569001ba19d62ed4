"""What is planned already: the measures that lead a process further, and those that belong beside an assessment."""

from dataclasses import replace

from assessment.planning.covering import beside, is_covered, leading_on
from models.measures import Measure

PLANNED = Measure("m", "c", "Tun", process="AAA.1", level=2, assessment="now")


def test_a_measure_leads_on_from_the_levels_below_its_own_and_no_further() -> None:
    assert [leading_on([PLANNED], "AAA.1", above) for above in (0, 1, 2)] == [(PLANNED,), (PLANNED,), ()]
    assert leading_on([PLANNED], "AAA.2", 0) == ()


def test_a_measure_without_a_level_leads_on_from_every_level_but_is_sure_to_cover_none() -> None:
    idea = replace(PLANNED, level=None)
    assert leading_on([idea], "AAA.1", 4) == (idea,)
    assert not is_covered([idea], "AAA.1", 1)


def test_what_is_dropped_leads_nowhere_and_what_is_done_comes_after_what_is_to_do() -> None:
    done, dropped = replace(PLANNED, id="a", state="done"), replace(PLANNED, id="b", state="dropped")
    assert leading_on([done, dropped, PLANNED], "AAA.1", 0) == (PLANNED, done)


def test_a_measure_for_a_higher_level_covers_the_lower_ones() -> None:
    assert [is_covered([PLANNED], "AAA.1", level) for level in (1, 2, 3)] == [True, True, False]


def test_what_is_still_to_do_from_before_stands_beside_an_assessment_and_what_came_later_does_not() -> None:
    states = {"then": "decided", "done then": "done", "later": "decided"}
    old = {name: replace(PLANNED, id=name, state=state, assessment=name[-5:].strip()) for name, state in states.items()}  # type: ignore[arg-type]
    idea, over = replace(PLANNED, id="idea", assessment=None), replace(PLANNED, id="over", state="dropped")
    found = beside([PLANNED, *old.values(), idea, over], "now", {"then"})
    assert [each.id for each in found] == ["m", "then", "idea", "over"]
