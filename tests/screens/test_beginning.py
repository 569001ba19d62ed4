"""Beginning an assessment: first how deep, with the effort of each, then only what that depth has."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings
from tests.house import me
from tests.screens.conftest import Open

DEPTH, LEVEL = "begin-depth-en", "begin-highest-en"


@pytest.fixture
def app(page: Open) -> AppTest:
    """The page with the form, open as nothing was begun yet."""
    shown = page("assessments", "en-GB")
    next(each for each in shown.text_input if each.label == "City").set_value("Beispielstadt").run()
    return shown


def keys(app: AppTest) -> list[str]:
    """The choices of the form, in their order."""
    assert not app.exception
    return [str(each.key) for each in app.main if each.type in ("radio", "selectbox", "multiselect")]


def captions(app: AppTest) -> list[str]:
    """What stands below each depth."""
    return list(app.radio(key=DEPTH).proto.captions)


def begun(app: AppTest, desk: Desk) -> Assessment:
    """Presses the button; what is there afterwards."""
    next(each for each in app.button if each.label == "Begin").click().run()
    (found,) = desk.assessments.list(me(desk))
    return found


def test_how_deep_is_asked_before_the_level(app: AppTest) -> None:
    assert keys(app) == [DEPTH, LEVEL, "begin-way-en"]
    app.radio(key=DEPTH).set_value("chosen").run()
    assert keys(app) == [DEPTH, "begin-picked", LEVEL, "begin-way-en"]


def test_a_quick_scan_is_asked_for_no_level(app: AppTest, desk: Desk) -> None:
    app.radio(key=DEPTH).set_value("scan").run()
    assert keys(app) == [DEPTH, "begin-way-en"]
    assert begun(app, desk).settings == AssessmentSettings()


def test_the_effort_of_each_depth_stands_there_before_anybody_chooses_and_follows_the_level(app: AppTest) -> None:
    before = captions(app)
    assert all("minutes" in each for each in (before[0], before[1], before[3]))
    app.selectbox(key=LEVEL).set_value(1).run()
    assert captions(app)[1] != before[1]


@pytest.mark.parametrize("depth", ["scan", "basic", "chosen", "full"])
def test_one_person_of_a_small_town_can_begin_at_every_depth(app: AppTest, desk: Desk, depth: str) -> None:
    app.radio(key=DEPTH).set_value(depth).run()
    app.radio(key="begin-way-en").set_value("alone").run()
    if depth == "chosen":
        app.multiselect(key="begin-picked").set_value(["GOV.1"]).run()
    found = begun(app, desk)
    assert found.way == "alone"
    assert (found.settings.highest_level is None) == (depth == "scan")
