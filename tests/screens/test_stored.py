"""Whoever stores a form that looks the same afterwards is told so."""

import datetime

from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment
from models.matching import Offer
from models.measures import MeasureDraft
from models.programme import Event
from models.resources import Outlay, Resources
from tests.desk.test_cities import written_in_full
from tests.house import me
from tests.screens.conftest import Open
from tests.screens.test_writing_meanwhile import DAY, SAID


def is_told(app: AppTest, button: str) -> bool:
    """Presses the first button that is called so; whether the page says that it was stored."""
    next(each for each in app.button if each.label == button).click().run()
    assert not app.exception
    return [each.value for each in app.toast] == ["Gespeichert."]


def unfolded(page: Open, assessment: Assessment, part: str) -> AppTest:
    """The page on which a report is made, with one of its folded parts open."""
    app = page("report", assessment=assessment.id)
    app.session_state[part] = True
    return app.run()


def test_of_how_reports_look(page: Open, assessment: Assessment) -> None:
    app = unfolded(page, assessment, f"look-city-{assessment.city.id}")
    app.text_input(key=f"look-main-city-{assessment.city.id}-0-de").set_value("#7A1F3D")
    assert is_told(app, "Aussehen speichern")


def test_of_a_look_that_is_refused_nobody_is_told_that(page: Open, assessment: Assessment) -> None:
    app = unfolded(page, assessment, f"look-city-{assessment.city.id}")
    app.text_input(key=f"look-main-city-{assessment.city.id}-0-de").set_value("#FFEE00")
    assert not is_told(app, "Aussehen speichern")
    assert app.error


def test_of_a_comment_in_a_report(page: Open, assessment: Assessment) -> None:
    app = unfolded(page, assessment, "report-comments")
    next(each for each in app.text_area if str(each.key).startswith("comment-")).set_value("Unser Satz")
    assert is_told(app, "Kommentar speichern")


def test_of_the_days_of_an_assessment(page: Open, assessment: Assessment) -> None:
    app = page("planning", assessment=assessment.id)
    app.date_input[0].set_value(datetime.date(2027, 3, 11)).run()
    assert is_told(app, "Termine speichern")


def test_of_a_measure(page: Open, desk: Desk, assessment: Assessment) -> None:
    (begun,) = desk.measuring.begin(me(desk), assessment.city.id, [MeasureDraft("Leitlinien schreiben")])
    app = page("planned", city=assessment.city.id)
    app.button(key=f"change-{begun.id}").click().run()
    app.text_area(key=f"note-{begun.id}-1-de").set_value("Schon begonnen")
    assert is_told(app, "Speichern")


def test_of_an_event(page: Open, desk: Desk) -> None:
    event = Event(title="Werkstatt", kind="training", first_day=DAY, last_day=DAY)
    kept = desk.programme.announce(me(desk), None, event).id
    app = page("events")
    app.text_area(key=f"result-{kept}-1-de").set_value("Zwei Vorhaben")
    assert is_told(app, "Veranstaltung speichern")


def test_of_a_good_practice(page: Open, desk: Desk, assessment: Assessment) -> None:
    key = desk.contributing.write(me(desk), assessment.city.id, SAID)
    app = page("knowledge")
    next(each for each in app.segmented_control if str(each.key).startswith("shelf-")).set_value(5).run()
    app.text_area(key=f"what-{key}-1-de").set_value("Ein Jahresblatt für alle")
    assert is_told(app, "Als Entwurf speichern")


def test_of_what_a_city_shows_in_the_finder(page: Open, desk: Desk, assessment: Assessment) -> None:
    city = assessment.city.id
    desk.matching.offer(me(desk), city, Offer(strong=("GOV.1",), office="Rathaus"), seen=0)
    app = page("exchange")
    app.text_area(key=f"office-{city}-1-de").set_value("Amt 41")
    assert is_told(app, "Speichern")


def test_of_what_the_work_costs(page: Open, desk: Desk, assessment: Assessment) -> None:
    city = assessment.city.id
    desk.resourcing.write(me(desk), city, Resources(year=2025, outlays={"GOV.1": Outlay(hours=40)}), seen=0)
    app = page("costs")
    app.number_input(key=f"own_funds-GOV.1-{city}-1-de").set_value(900)
    assert is_told(app, "Speichern")


def test_of_a_text_of_the_operator(page: Open) -> None:
    app = page("edit_texts")
    app.text_area(key="text-privacy-de-0").set_value("Unser Text")
    assert is_told(app, "Veröffentlichen")


def test_of_the_name_of_an_assessment(page: Open, assessment: Assessment) -> None:
    app = page("assessments")
    app.text_input(key=f"title-{assessment.id}-1").set_value("Anders")
    assert is_told(app, "Umbenennen")


def test_of_the_profile_of_a_city(page: Open, desk: Desk, assessment: Assessment) -> None:
    desk.cities.write_profile(me(desk), assessment.city.id, written_in_full(desk.library.models[0]), seen=0)
    app = page("city", city=assessment.city.id)
    assert is_told(app, "Profil speichern")
