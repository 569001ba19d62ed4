"""The results page: part by part, with the target, the gaps, the path, and the way from steps to measures."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, Rated
from models.city_profile import CityProfile
from models.measures import MeasureDraft
from tests.house import me
from tests.screens.conftest import Open


@pytest.fixture
def rated(desk: Desk, assessment: Assessment) -> Assessment:
    """The assessment, its first outcome rated."""
    desk.answering.rate(me(desk), assessment.id, "GOV.1.O1", Rated("rated", "L"), seen=0)
    return assessment


def text(app: AppTest) -> str:
    """All texts of a page, as people read them."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "success", "error")
    return "\n".join(str(each.value) for kind in kinds for each in getattr(app, kind)).replace("\\", "")


def press(app: AppTest, key: str) -> AppTest:
    next(each for each in app.button if each.key == key).click()
    return app.run()


def test_the_profile_comes_first_and_no_other_part_is_drawn(page: Open, rated: Assessment) -> None:
    shown = text(page("results", "en-GB", assessment=rated.id))
    assert "Overall profile" in shown
    assert "Levels, and why" not in shown


def test_the_address_names_the_part(page: Open, rated: Assessment) -> None:
    assert "Levels, and why" in text(page("results", "en-GB", assessment=rated.id, part="levels"))


def test_the_lead_makes_a_target_the_city_s_own(page: Open, rated: Assessment, desk: Desk) -> None:
    app = page("results", "en-GB", assessment=rated.id, part="gaps")
    assert "Proposed to you" in str(app.radio[0].proto)
    app.radio(key="target-0-en").set_value("solid").run()
    assert "Solid" in text(app)
    assert not press(app, "keep-target").exception
    kept = desk.aiming.aims(me(desk), rated.id).kept
    assert kept is not None
    assert kept.named == "solid"


def test_own_levels_become_the_target(page: Open, rated: Assessment, desk: Desk) -> None:
    app = page("results", "en-GB", assessment=rated.id, part="gaps")
    app.radio(key="target-0-en").set_value("own").run()
    press(app, "keep-target")
    found = desk.aiming.aims(me(desk), rated.id)
    assert found.kept is not None
    assert found.kept.named is None
    assert found.target is not None
    assert found.target.levels["GOV.1"] == 3


def test_steps_of_the_path_become_measures_once(page: Open, rated: Assessment, desk: Desk) -> None:
    app = page("results", "en-GB", assessment=rated.id, part="path")
    app.segmented_control(key="destination-en").set_value("process").run()
    press(app, "take-over-path")
    assert [each.process for each in desk.measuring.of_assessment(me(desk), rated.id)] == ["GOV.1"]
    assert "One measure is taken over" in text(app)
    assert "Planned as measures already: 1 of 1" in text(app)
    assert "take-over-path" not in [each.key for each in app.button]


def test_a_first_step_that_is_planned_leads_to_its_measure(page: Open, rated: Assessment, desk: Desk) -> None:
    idea = MeasureDraft("Ask the council", "GOV.1", owner="Mayor’s office")
    (measure,) = desk.measuring.begin_from(me(desk), rated.id, [idea])
    (table,) = page("results", "en-GB", assessment=rated.id, part="steps").table
    (mark,) = (each for each in table.value["What to do"] if "Ask the council" in each)
    assert "proposed, Mayor’s office, without a day" in mark
    assert f"measures?assessment={rated.id}&measure={measure.id}" in mark


def test_what_is_planned_already_is_told_in_the_trial_too(page: Open, rated: Assessment, desk: Desk) -> None:
    desk.measuring.begin_from(me(desk), rated.id, [MeasureDraft("Ask the council", "GOV.1", level=1)])
    app = page("trying", "en-GB", assessment=rated.id)
    assert not app.exception


def test_a_warning_of_the_model_stands_on_the_first_part(page: Open, rated: Assessment, desk: Desk) -> None:
    city, risky = rated.city.id, CityProfile(high_risk_partners=True)
    desk.cities.cities.keep_profile(city, risky, seen=0, person=me(desk).id, at=rated.created)
    assert "Look after this first" in text(page("results", "en-GB", assessment=rated.id))


@pytest.mark.parametrize(
    ("of", "said"),
    [
        ("GOV.1", "What keeps the next level away"),
        ("GOV.1.PA1.1", "PA 1.1"),
        ("GOV.1.O1", "Counts for"),
        ("GOV", "What it rests on"),
        ("maturity", "Maturity of the city"),
        ("completeness", "Completeness"),
        ("GOV.99", "There is no figure"),
    ],
)
def test_every_kind_of_number_has_its_page(page: Open, rated: Assessment, of: str, said: str) -> None:
    app = page("why", "en-GB", assessment=rated.id, of=of)
    assert not app.exception
    assert said in text(app)


def tries(app: AppTest, assessment: Assessment, indicator: str, letter: str) -> AppTest:
    """Chooses another letter for a statement."""
    app.segmented_control(key=f"try-{assessment.id}-{indicator}-0").set_value(letter)
    return app.run()


def test_what_is_tried_moves_the_levels_and_stores_nothing(page: Open, rated: Assessment, desk: Desk) -> None:
    app = page("trying", "en-GB", assessment=rated.id)
    assert any("N = Not achieved" in each.value.replace("\\", "") for each in app.caption)
    before = desk.results.report_inputs(me(desk), rated.id).answers
    for outcome in ("O1", "O2", "O3", "O4"):
        tries(app, rated, f"GOV.1.{outcome}", "F")
    assert "No level has moved yet" not in text(app)
    assert desk.results.report_inputs(me(desk), rated.id).answers == before


def test_what_is_tried_is_put_back_or_taken_over(page: Open, rated: Assessment, desk: Desk) -> None:
    app = page("trying", "en-GB", assessment=rated.id)
    press(tries(app, rated, "GOV.1.O2", "F"), "take-over-trial")
    (measure,) = desk.measuring.of_assessment(me(desk), rated.id)
    assert (measure.process, measure.indicators) == ("GOV.1", ("GOV.1.O2",))
    press(app, "try-reset")
    assert "take-over-trial" not in [each.key for each in app.button]
