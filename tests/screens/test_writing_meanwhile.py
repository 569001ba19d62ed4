"""What somebody is writing stays in its form when a colleague stores something there, and never goes over it."""

import datetime
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea

from assessment.desk import Desk
from models.assessment import Assessment, Days, Rated
from models.branding import Branding
from models.contribution import Contribution
from models.matching import Offer
from models.measures import Measure, MeasureDraft
from models.programme import Event
from models.resources import Outlay, Resources
from tests.desk.test_closing import FULL
from tests.house import me
from tests.screens.conftest import Open

DAY = datetime.date(2026, 1, 2)
SAID = Contribution(what="Ein Jahresblatt", language="de", processes=("PAR.2",), source="Vorlage 117", source_day=DAY)


def told(app: AppTest) -> bool:
    """Whether the page says that somebody else was faster."""
    assert not app.exception
    return any("inzwischen" in str(each.value) for each in app.warning)


def goes_on(app: AppTest) -> None:
    """Goes on with what is stored."""
    next(each for each in app.button if str(each.key).startswith("anew-")).click().run()
    assert not told(app)


@pytest.fixture
def measure(desk: Desk, assessment: Assessment) -> Measure:
    """A measure of the city."""
    (begun,) = desk.measuring.begin(me(desk), assessment.city.id, [MeasureDraft("Leitlinien schreiben")])
    return begun


def test_a_measure(page: Open, desk: Desk, assessment: Assessment, measure: Measure) -> None:
    app = page("planned", city=assessment.city.id)
    app.button(key=f"change-{measure.id}").click().run()
    note = app.text_area(key=f"note-{measure.id}-1-de")
    desk.measuring.change(me(desk), replace(measure, owner="Amt 41"))
    note.set_value("Schon begonnen")
    app.button(key=f"FormSubmitter:form-{measure.id}-1-Speichern").click().run()
    assert told(app)
    assert app.text_area(key=f"note-{measure.id}-1-de").value == "Schon begonnen"
    assert desk.measuring.of_city(me(desk), assessment.city.id)[0].note == ""
    goes_on(app)
    assert app.text_input(key=f"owner-{measure.id}-2-de").value == "Amt 41"


def test_an_event(page: Open, desk: Desk) -> None:
    event = Event(title="Werkstatt", kind="training", first_day=DAY, last_day=DAY)
    kept = desk.programme.announce(me(desk), None, event).id
    app = page("events")
    desk.programme.change(me(desk), kept, event.model_copy(update={"place": "Rathaus"}), seen=1)
    app.text_area(key=f"result-{kept}-1-de").set_value("Zwei Vorhaben").run()
    assert told(app)
    assert app.text_area(key=f"result-{kept}-1-de").value == "Zwei Vorhaben"
    goes_on(app)
    assert app.text_input(key=f"place-{kept}-2-de").value == "Rathaus"


def test_a_good_practice(page: Open, desk: Desk, assessment: Assessment) -> None:
    city = assessment.city.id
    key = desk.contributing.write(me(desk), city, SAID)
    app = page("knowledge")
    next(each for each in app.segmented_control if str(each.key).startswith("shelf-")).set_value(5).run()
    later = SAID.model_copy(update={"source": "Vorlage 118"})
    desk.contributing.write(me(desk), city, later, which=key, seen=1)
    app.text_area(key=f"what-{key}-1-de").set_value("Ein Jahresblatt für alle").run()
    assert told(app)
    assert app.text_area(key=f"what-{key}-1-de").value == "Ein Jahresblatt für alle"
    goes_on(app)
    assert app.text_input(key=f"source-{key}-2-de").value == "Vorlage 118"


def test_what_a_city_shows_in_the_finder(page: Open, desk: Desk, assessment: Assessment) -> None:
    city = assessment.city.id
    app = page("exchange")
    desk.matching.offer(me(desk), city, Offer(strong=("GOV.1",), office="Rathaus"), seen=0)
    app.text_area(key=f"office-{city}-0-de").set_value("Amt 41").run()
    assert told(app)
    assert app.text_area(key=f"office-{city}-0-de").value == "Amt 41"
    goes_on(app)
    assert app.text_area(key=f"office-{city}-1-de").value == "Rathaus"


def test_the_target_of_a_city(page: Open, desk: Desk, assessment: Assessment) -> None:
    desk.answering.rate(me(desk), assessment.id, "GOV.1.O1", Rated("rated", "L"), seen=0)
    app = page("results", assessment=assessment.id, part="gaps")
    app.radio(key="target-0-de").set_value("own").run()
    app.segmented_control(key="own-GOV.1-0").set_value(5).run()
    desk.aiming.set(me(desk), assessment.id, None, {"GOV.2": 1}, seen=0)
    app.button(key="keep-target").click().run()
    assert told(app)
    assert app.segmented_control(key="own-GOV.1-0").value == 5
    goes_on(app)
    assert app.segmented_control(key="own-GOV.2-1").value == 1
    assert app.segmented_control(key="own-GOV.1-1").value == 0


def test_a_target_that_nobody_touched_follows_what_a_colleague_stored(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    desk.answering.rate(me(desk), assessment.id, "GOV.1.O1", Rated("rated", "L"), seen=0)
    app = page("results", assessment=assessment.id, part="gaps")
    desk.aiming.set(me(desk), assessment.id, "ambitious", {}, seen=0)
    app.run()
    assert not told(app)
    assert app.radio(key="target-1-de").value == "ambitious"


def test_what_the_work_costs(page: Open, desk: Desk, assessment: Assessment) -> None:
    city = assessment.city.id
    app = page("costs")
    desk.resourcing.write(me(desk), city, Resources(year=2025, outlays={"GOV.1": Outlay(hours=40)}), seen=0)
    app.number_input(key=f"own_funds-GOV.1-{city}-0-de").set_value(900).run()
    assert told(app)
    assert app.number_input(key=f"own_funds-GOV.1-{city}-0-de").value == 900
    goes_on(app)
    assert app.number_input(key=f"hours-GOV.1-{city}-1-de").value == 40


def test_the_days_of_an_assessment(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("planning", assessment=assessment.id)
    app.date_input[0].set_value(datetime.date(2027, 3, 11)).run()
    theirs = Days(committee_day=datetime.date(2027, 5, 20))
    desk.assessments.set_days(me(desk), assessment.id, theirs, seen=1)
    app.button(key="keep-days").click().run()
    assert told(app)
    assert app.date_input[0].value == datetime.date(2027, 3, 11)
    assert desk.assessments.get(me(desk), assessment.id).committee_day == datetime.date(2027, 5, 20)
    goes_on(app)
    assert app.date_input[0].value == datetime.date(2027, 5, 20)


def test_days_that_nobody_touched_follow_what_a_colleague_stored(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    app = page("planning", assessment=assessment.id)
    theirs = Days(committee_day=datetime.date(2027, 5, 20))
    desk.assessments.set_days(me(desk), assessment.id, theirs, seen=1)
    app.run()
    assert not told(app)
    assert app.date_input[0].value == datetime.date(2027, 5, 20)


def test_what_else_a_colleague_changes_of_an_assessment_stays_out_of_the_way_of_its_days(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    app = page("planning", assessment=assessment.id)
    app.date_input[0].set_value(datetime.date(2027, 3, 11)).run()
    desk.assessments.rename(me(desk), assessment.id, "Anders", seen=1)
    app.button(key="keep-days").click().run()
    assert not told(app)
    assert desk.assessments.get(me(desk), assessment.id).committee_day == datetime.date(2027, 3, 11)


def test_the_name_of_an_assessment(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("assessments")
    field = f"title-{assessment.id}-1"
    app.text_input(key=field).set_value("Unser Name").run()
    desk.assessments.rename(me(desk), assessment.id, "Deren Name", seen=1)
    app.button(key=f"rename-{assessment.id}").click().run()
    assert told(app)
    assert app.text_input(key=field).value == "Unser Name"
    assert desk.assessments.get(me(desk), assessment.id).title == "Deren Name"
    goes_on(app)
    assert app.text_input(key=f"title-{assessment.id}-2").value == "Deren Name"


def test_a_name_that_nobody_touched_follows_what_a_colleague_stored(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    app = page("assessments")
    desk.assessments.rename(me(desk), assessment.id, "Deren Name", seen=1)
    app.run()
    assert not told(app)
    assert app.text_input(key=f"title-{assessment.id}-2").value == "Deren Name"


def test_the_name_of_a_city(page: Open, desk: Desk, assessment: Assessment) -> None:
    city = assessment.city
    app = page("city", city=city.id)
    app.text_input(key=f"rename-{city.id}-{city.name}").set_value("Unser Name").run()
    desk.cities.rename(me(desk), city.id, "Deren Name", seen=city.name)
    app.button(key="rename-city").click().run()
    assert told(app)
    assert app.text_input(key=f"rename-{city.id}-{city.name}").value == "Unser Name"
    goes_on(app)
    assert app.text_input(key=f"rename-{city.id}-Deren Name").value == "Deren Name"


def test_the_look_of_reports(page: Open, desk: Desk, assessment: Assessment) -> None:
    city = assessment.city.id
    app = page("report", assessment=assessment.id)
    app.session_state[f"look-city-{city}"] = True
    app.run()
    name = f"look-name-city-{city}-0-de"
    desk.branding.write_city(me(desk), city, Branding(name="Deren Stadt"), seen=0)
    app.text_input(key=name).set_value("Unsere Stadt")
    next(each for each in app.button if each.label == "Aussehen speichern").click().run()
    assert told(app)
    assert app.text_input(key=name).value == "Unsere Stadt"
    goes_on(app)
    assert app.text_input(key=f"look-name-city-{city}-1-de").value == "Deren Stadt"


def test_a_comment_in_a_report(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("report", assessment=assessment.id)
    app.session_state["report-comments"] = True
    app.run()
    field = comment_field(app)
    section = app.selectbox(key="comment-section").value
    desk.reporting.comment(me(desk), assessment.id, section, "Deren Satz", seen=0)
    field.set_value("Unser Satz")
    next(each for each in app.button if each.label == "Kommentar speichern").click().run()
    assert told(app)
    assert app.text_area(key=field.key).value == "Unser Satz"
    assert [each.text for each in desk.reporting.comments(me(desk), assessment.id)] == ["Deren Satz"]
    goes_on(app)
    assert comment_field(app).value == "Deren Satz"


def test_a_comment_while_one_looks_at_another_part(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("report", assessment=assessment.id)
    app.session_state["report-comments"] = True
    app.run()
    chosen = app.selectbox(key="comment-section")
    first, second = chosen.options[0], chosen.options[1]
    comment_field(app).set_value("Unser Satz").run()
    for part in (second, second, first):
        app.selectbox(key="comment-section").select(part).run()
        waits = any(f"noch nicht gespeichert: {first}" in each.value for each in app.caption)
        assert waits is (part == second)
    assert comment_field(app).value == "Unser Satz"
    next(each for each in app.button if each.label == "Kommentar speichern").click().run()
    assert [each.text for each in desk.reporting.comments(me(desk), assessment.id)] == ["Unser Satz"]


def comment_field(app: AppTest) -> TextArea:
    """Where one comments the part that is chosen."""
    assert not app.exception
    (field,) = (each for each in app.text_area if str(each.key).startswith("comment-"))
    return field


def test_a_text_of_the_operator(page: Open, desk: Desk) -> None:
    app = page("edit_texts")
    app.text_area(key="text-privacy-de-0").set_value("Unser Text").run()
    desk.pages.write(me(desk), "privacy", "de", "Deren Text", seen=0)
    app.run()
    assert told(app)
    assert app.text_area(key="text-privacy-de-0").value == "Unser Text"
    goes_on(app)
    assert app.text_area(key="text-privacy-de-1").value == "Deren Text"


def test_the_function_under_which_somebody_signs(page: Open, desk: Desk, assessment: Assessment) -> None:
    desk.closing.keep_record(me(desk), assessment.id, FULL, seen=0)
    app = page("reviewing", assessment=assessment.id)
    app.text_input(key=f"sign-{assessment.id}-1").set_value("Leitung des Büros").run()
    desk.assessments.rename(me(desk), assessment.id, "Anders", seen=1)
    app.run()
    assert app.text_input(key=f"sign-{assessment.id}-1").value == "Leitung des Büros"


def test_something_new_stays_while_colleagues_add_theirs_and_is_empty_once_it_is_sent(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    city = assessment.city.id
    app = page("planned", city=city)
    app.text_input(key=f"idea-{city}-0").set_value("Unser Vorhaben")
    desk.measuring.begin(me(desk), city, [MeasureDraft("Deren Vorhaben")])
    next(each for each in app.button if each.label == "Als Maßnahme anlegen").click().run()
    assert {each.title for each in desk.measuring.of_city(me(desk), city)} == {"Deren Vorhaben", "Unser Vorhaben"}
    assert app.text_input(key=f"idea-{city}-1").value == ""


def test_a_new_good_practice(page: Open, desk: Desk, assessment: Assessment) -> None:
    city = assessment.city.id
    app = page("knowledge")
    next(each for each in app.segmented_control if str(each.key).startswith("shelf-")).set_value(5).run()
    app.text_area(key=f"what-new-{city}-0-de").set_value("Ein Jahresblatt").run()
    desk.contributing.write(me(desk), city, SAID)
    app.run()
    assert app.text_area(key=f"what-new-{city}-0-de").value == "Ein Jahresblatt"


def test_what_is_filled_in_for_a_suggestion(page: Open, desk: Desk, assessment: Assessment) -> None:
    for indicator in ("GOV.1.O1", "PAR.2.O1"):
        desk.answering.rate(me(desk), assessment.id, indicator, Rated("rated", "N"), seen=0)
    app = page("planned", assessment=assessment.id)
    app.text_input(key="owner-PAR.2-de").set_value("Amt 41")
    app.checkbox(key="choose-PAR.2-de").check()
    desk.measuring.begin_from(me(desk), assessment.id, [MeasureDraft("Deren", process="GOV.1", level=1)])
    next(each for each in app.button if each.label == "Als Maßnahmen übernehmen").click().run()
    assert {each.owner for each in desk.measuring.of_city(me(desk), assessment.city.id)} == {"", "Amt 41"}
