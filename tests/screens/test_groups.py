"""A trainer's views of a cohort: what a number of cities would show, what can be published, what was."""

import pytest

from assessment.desk import Desk
from tests.house import somebody
from tests.screens.conftest import Open


def _view(page: Open, desk: Desk, view: str) -> str:
    tom = somebody(desk, "tom", "trainer")
    desk.cohorts.found(tom.actor, "Hafenstädte")
    app = page("cohorts", who=tom)
    app.segmented_control(key="cohort-view-de").set_value(view).run()
    assert not app.exception
    shown = [each.value for each in (*app.markdown, *app.info, *app.caption)]
    return "\n".join([*shown, *(each.value.to_string() for each in app.table)])


def test_the_planner_says_what_so_many_cities_would_see(page: Open, desk: Desk) -> None:
    told = _view(page, desk, "planner")
    assert "0 Städte sind dabei" in told
    assert "noch 10 nötig" in told


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        ("publishing", "Noch hat keine Stadt"),
        ("figures", "Von dieser Gruppe wurde noch nichts veröffentlicht"),
    ],
)
def test_an_empty_cohort_says_what_comes_next(page: Open, desk: Desk, view: str, sentence: str) -> None:
    assert sentence in _view(page, desk, view)
