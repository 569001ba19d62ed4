"""The page of measures: what it suggests follows the target that the city keeps."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, Rated
from models.measures import MeasureDraft
from tests.house import me
from tests.screens.conftest import Open


@pytest.fixture
def weak(desk: Desk, assessment: Assessment) -> Assessment:
    """The assessment, something of each of its two processes rated, and all of that weak."""
    for indicator in ("GOV.1.O1", "PAR.2.O1"):
        desk.answering.rate(me(desk), assessment.id, indicator, Rated("rated", "N"), seen=0)
    return assessment


def suggested(app: AppTest) -> list[str]:
    """The processes that the page suggests to turn to, in their order."""
    assert not app.exception
    keys = [str(each.key) for each in app.checkbox]
    return [key.split("-")[1] for key in keys if key.startswith("choose-")]


def test_without_a_target_the_next_maturity_levels_say_what_is_suggested(page: Open, weak: Assessment) -> None:
    assert suggested(page("planned", "en-GB", assessment=weak.id)) == ["GOV.1", "PAR.2"]


def test_with_a_target_of_its_own_a_city_is_led_there_and_nowhere_else(
    page: Open, weak: Assessment, desk: Desk
) -> None:
    desk.aiming.set(me(desk), weak.id, None, {"PAR.2": 2}, seen=0)
    assert suggested(page("planned", "en-GB", assessment=weak.id)) == ["PAR.2"]


def test_what_is_planned_for_a_higher_level_is_not_suggested_again(page: Open, weak: Assessment, desk: Desk) -> None:
    desk.measuring.begin_from(me(desk), weak.id, [MeasureDraft("All at once", "GOV.1", level=2)])
    assert suggested(page("planned", "en-GB", assessment=weak.id)) == ["PAR.2"]


def test_whoever_is_led_to_a_measure_sees_it_alone_and_the_way_to_all(page: Open, weak: Assessment, desk: Desk) -> None:
    drafts = [MeasureDraft("The one", "GOV.1", level=1), MeasureDraft("The other", "PAR.2", level=1)]
    asked, _ = desk.measuring.begin_from(me(desk), weak.id, drafts)
    app = page("planned", "en-GB", assessment=weak.id, measure=asked.id)
    shown = [each.value for each in app.markdown]
    assert "**The one**" in shown
    assert "**The other**" not in shown
    assert [each.key for each in app.button] == [f"change-{asked.id}"]


def test_whoever_is_led_to_a_measure_that_is_gone_is_told_and_sees_the_others(
    page: Open, weak: Assessment, desk: Desk
) -> None:
    desk.measuring.begin_from(me(desk), weak.id, [MeasureDraft("The other", "PAR.2", level=1)])
    app = page("planned", "en-GB", assessment=weak.id, measure="gone")
    assert "not there any more" in app.info[0].value
    assert "**The other**" in [each.value for each in app.markdown]
