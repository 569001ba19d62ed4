"""A button that is pressed too early says what is missing: none of them sleeps and leaves people guessing."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings
from tests.house import me, somebody
from tests.screens.conftest import Open


def press(app: AppTest, key: str) -> str:
    """Presses a button, and reads what it says."""
    button = app.button(key=key)
    assert not button.disabled
    button.click().run()
    assert not app.exception
    return app.warning[0].value


def test_an_assessment_does_not_begin_without_a_city_and_says_so(page: Open, desk: Desk) -> None:
    assert press(page("assessments"), "begin") == "Nennen Sie die Stadt, um zu beginnen."
    assert desk.assessments.list(me(desk)) == ()


def test_one_that_is_to_ask_about_chosen_processes_needs_one(page: Open, desk: Desk) -> None:
    app = page("assessments")
    next(each for each in app.text_input if each.label == "Stadt").set_value("Probestadt").run()
    app.radio(key="begin-depth-de").set_value("chosen").run()
    assert "mindestens einen Prozess" in press(app, "begin")
    assert desk.assessments.list(me(desk)) == ()


def test_nothing_is_delegated_to_nobody(page: Open, assessment: Assessment) -> None:
    assert press(page("planning", assessment=assessment.id), "delegate") == "Wählen Sie zuerst, wer antworten soll."


def test_the_way_that_stands_is_not_chosen_again(page: Open, assessment: Assessment) -> None:
    assert "nichts geändert" in press(page("assessments"), f"change-way-{assessment.id}")


def test_days_that_stand_are_not_kept_again(page: Open, assessment: Assessment) -> None:
    assert "nichts geändert" in press(page("planning", assessment=assessment.id), "keep-days")


def test_a_city_is_not_renamed_to_its_own_name(page: Open, assessment: Assessment, desk: Desk) -> None:
    lena = somebody(desk, "lena", "lead", assessment.city.id)
    assert "nichts geändert" in press(page("city", who=lena), "rename-city")


@pytest.fixture
def alone(desk: Desk) -> Assessment:
    """An assessment in which everybody rates alone first, with one topic open."""
    settings = AssessmentSettings(scope=("GOV.1",), highest_level=1)
    found = desk.assessments.begin(me(desk), "urban-diplomacy", "Probestadt", "Getrennt", settings, way="privately")
    desk.consensus.open(me(desk), found.id, "GOV.1")
    return found


def test_a_value_is_agreed_with_its_reason_and_each_that_is_missing_is_named(page: Open, alone: Assessment) -> None:
    app, key = page("agreeing", assessment=alone.id), f"{alone.id}:GOV.1.O1"
    assert press(app, f"agree-keep:{key}") == "Wählen Sie zuerst einen Wert."
    choice = next(each for each in app.get("segmented_control") if str(each.key).startswith(f"agree-value:{key}"))
    choice.set_value("L").run()
    assert "Warum dieser Wert?" in press(app, f"agree-keep:{key}")


def test_guests_are_not_invited_without_what_they_are_called(page: Open, alone: Assessment) -> None:
    assert "Wie heißen die Gäste hier?" in press(page("agreeing", assessment=alone.id), f"make-guests-{alone.id}")


def test_a_process_is_not_left_out_without_a_reason(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("answering", assessment=assessment.id, process="GOV.1")
    key = next(str(each.key) for each in app.button if str(each.key).startswith("leave-out:"))
    assert "Warum" in press(app, key)
