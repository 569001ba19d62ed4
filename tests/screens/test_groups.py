"""A trainer's views of a cohort: what a number of cities would show, what can be published, what was."""

import pytest

from assessment.desk import Desk
from models.people import Grant
from tests.house import me, somebody
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
    assert "0 Städte sind beigetreten." in told
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


@pytest.mark.parametrize("view", ["planner", "publishing", "figures", "whole"])
def test_one_more_cohort_is_begun_beside_the_cities_and_nowhere_else(page: Open, desk: Desk, view: str) -> None:
    tom = somebody(desk, "tom", "trainer")
    desk.cohorts.found(tom.actor, "Hafenstädte")
    app = page("cohorts", who=tom)
    assert [each.label for each in app.text_input if each.label == "Neue Gruppe"] == ["Neue Gruppe"]
    app.segmented_control(key="cohort-view-de").set_value(view).run()
    assert [each.label for each in app.text_input if each.label == "Neue Gruppe"] == []


def test_a_cohort_that_was_just_begun_is_the_one_that_is_shown(page: Open, desk: Desk) -> None:
    tom = somebody(desk, "tom", "trainer")
    desk.cohorts.found(tom.actor, "Ankerplätze")
    app = page("cohorts", who=tom)
    app.text_input(key="field-cohorts-founded-0").set_value("Zollstädte")
    app.button(key="found-cohort").click().run()
    assert [each.value for each in app.header] == ["Zollstädte"]


def test_the_choice_of_a_cohort_stands_where_one_is_looked_at_and_stays(page: Open, desk: Desk) -> None:
    tom = somebody(desk, "tom", "trainer")
    for name in ("Ankerplätze", "Zollstädte"):
        desk.cohorts.found(tom.actor, name)
    app = page("cohorts", who=tom)
    app.selectbox(key="cohort-chosen-2").select_index(1).run()
    app.segmented_control(key="cohort-view-de").set_value("side").run()
    assert [each.label for each in app.selectbox] == []
    app.segmented_control(key="cohort-view-de").set_value("planner").run()
    assert [each.value for each in app.header] == ["Zollstädte"]


def test_whoever_leads_no_cohort_may_still_look_at_the_whole_network(page: Open, desk: Desk) -> None:
    app = page("cohorts", who=somebody(desk, "tom", "trainer"))
    assert not app.exception
    assert [each.value for each in app.header] == ["Das ganze Netzwerk"]
    assert app.info[0].value.startswith("Noch hat keine Stadt, die mitgezählt werden will")


def test_an_edition_over_the_whole_network_is_published_from_the_screen(page: Open, desk: Desk) -> None:
    desk.demonstration.load(me(desk))
    before = desk.benchmarking.of_network(me(desk), invented=True)[0].editions
    desk.people.give(me(desk), me(desk).id, Grant("trainer"))
    app = page("cohorts")
    app.segmented_control(key="cohort-view-de").set_value("whole").run()
    app.radio(key="network-kind-de").set_value(True).run()
    app.button(key="publish-network-True").click().run()
    assert not app.exception
    assert "Veröffentlicht" in app.success[0].value
    assert len(desk.benchmarking.of_network(me(desk), invented=True)[0].editions) == len(before) + 1


def test_a_code_for_cities_is_withdrawn_and_shown_no_more(page: Open, desk: Desk) -> None:
    trainer = somebody(desk, "tom", "trainer")
    cohort = desk.cohorts.found(trainer.actor, "Hafenstädte")
    app = page("cohorts", who=trainer)
    app.button(key=f"make-{cohort.id}").click().run()
    (code,) = desk.cohorts.invitations(trainer.actor, cohort.id)
    app.button(key=f"code-{code.id}").click().run()
    assert not app.exception
    assert not app.code
    assert desk.cohorts.invitations(trainer.actor, cohort.id) == ()
