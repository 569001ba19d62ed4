"""Several raters on screen: what one chooses alone is stored and stays alone; what is agreed stands in the sheet."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings, Rated
from screens.browser.parts import TextField, Written
from tests.house import Person, me, somebody
from tests.screens.conftest import Open, Writes

ONE = "GOV.1.O1"


@pytest.fixture
def alone(desk: Desk) -> Assessment:
    """An assessment in which everybody rates alone first."""
    settings = AssessmentSettings(scope=("GOV.1", "PAR.2"), highest_level=2)
    return desk.assessments.begin(me(desk), "urban-diplomacy", "Probestadt", "Getrennt", settings, way="privately")


@pytest.fixture
def ben(desk: Desk, alone: Assessment) -> Person:
    """A contributor of the city."""
    return somebody(desk, "ben", "contributor", alone.city.id)


def guest_of(desk: Desk, alone: Assessment) -> Person:
    code = desk.guests.invite(me(desk), alone.id, "Ratsmitglied").code
    return Person(desk, desk.entrance.admit_guest(code, "here").secret)


def choose(app: AppTest, key: str, code: str | None) -> AppTest:
    every = [*app.get("segmented_control"), *app.radio]
    widget = next(each for each in every if each.key and each.key.startswith(key))
    widget.set_value(code).run()
    return app


def text(app: AppTest) -> str:
    parts = (app.markdown, app.caption, app.info, app.success, app.warning, app.error)
    return "\n".join(each.value for part in parts for each in part)


def test_a_click_alone_is_stored_at_once_and_says_who_sees_it(
    page: Open, desk: Desk, alone: Assessment, ben: Person
) -> None:
    app = choose(page("rating", who=ben, assessment=alone.id), f"alone:{alone.id}:{ONE}", "L")
    assert not app.exception
    assert desk.rating.question(ben.actor, alone.id, ONE)[1].rated == Rated("rated", "L")
    assert "Das sehen nur Sie" in text(app)
    assert "gespeichert" in text(app)
    choose(app, f"alone:{alone.id}:{ONE}", None)
    assert desk.rating.question(ben.actor, alone.id, ONE)[1].rated is None


def test_a_private_note_is_stored_beside_the_rating_and_its_draft_acknowledged(
    page: Open, desk: Desk, alone: Assessment, ben: Person, writes: Writes
) -> None:
    app = choose(page("rating", who=ben, assessment=alone.id), f"alone:{alone.id}:{ONE}", "L")
    told = writes("note", Written("draft-1", "nur für mich", 0))
    app.run()
    app.run()
    stored = desk.rating.question(ben.actor, alone.id, ONE)[1]
    assert (stored.rated, stored.note) == (Rated("rated", "L"), "nur für mich")
    assert (told[-1].stored, told[-1].taken) == ("nur für mich", "draft-1")


def test_a_rating_right_after_ones_own_note_is_stored_without_a_question(
    page: Open, desk: Desk, alone: Assessment, ben: Person, writes: Writes
) -> None:
    app = choose(page("rating", who=ben, assessment=alone.id), f"alone:{alone.id}:{ONE}", "L")
    writes("note", Written("draft-1", "nur für mich", 0))
    app.run()
    choose(app, f"alone:{alone.id}:{ONE}", "F")
    assert not app.warning
    assert desk.rating.question(ben.actor, alone.id, ONE)[1].rated == Rated("rated", "F")


def in_two_windows(
    page: Open, desk: Desk, alone: Assessment, ben: Person, writes: Writes
) -> tuple[AppTest, list[TextField]]:
    """This window, in which Ben writes a note after he wrote another one elsewhere; and what its field is told."""
    app = page("rating", who=ben, assessment=alone.id)
    desk.rating.rate(ben.actor, alone.id, ONE, None, "aus dem anderen Fenster", seen=0)
    told = writes("note", Written("draft-1", "aus diesem Fenster", 0))
    app.run()
    return app.run(), told


def test_a_note_of_another_window_is_not_overwritten_unseen_and_the_choice_between_both_is_stored(
    page: Open, desk: Desk, alone: Assessment, ben: Person, writes: Writes
) -> None:
    app, told = in_two_windows(page, desk, alone, ben, writes)
    assert "Zwei Texte für ein Feld." in text(app)
    assert desk.rating.question(ben.actor, alone.id, ONE)[1].note == "aus dem anderen Fenster"
    next(each for each in app.button if each.label == "Meine Angabe speichern").click().run()
    assert desk.rating.question(ben.actor, alone.id, ONE)[1].note == "aus diesem Fenster"
    assert told[-1].taken == "draft-1"
    assert "Zwei Texte" not in text(app)


def test_who_keeps_what_another_window_stored_has_it_in_the_field(
    page: Open, desk: Desk, alone: Assessment, ben: Person, writes: Writes
) -> None:
    app, told = in_two_windows(page, desk, alone, ben, writes)
    next(each for each in app.button if each.label == "Gespeichertes behalten").click().run()
    assert (told[-1].stored, told[-1].taken) == ("aus dem anderen Fenster", "draft-1")
    assert "Zwei Texte" not in text(app)


def test_an_empty_line_in_a_note_is_kept(
    page: Open, desk: Desk, alone: Assessment, ben: Person, writes: Writes
) -> None:
    app = page("rating", who=ben, assessment=alone.id)
    for number, note in enumerate(("eins\nzwei", "eins\n\nzwei")):
        writes("note", Written(f"draft-{number}", note, 0, after=f"draft-{number - 1}"))
        app.run()
    assert desk.rating.question(ben.actor, alone.id, ONE)[1].note == "eins\n\nzwei"


def test_what_was_stored_already_is_no_second_text(
    page: Open, desk: Desk, alone: Assessment, ben: Person, writes: Writes
) -> None:
    app = page("rating", who=ben, assessment=alone.id)
    desk.rating.rate(ben.actor, alone.id, ONE, None, "einmal", seen=0)
    told = writes("note", Written("draft-1", " einmal\n", 0))
    app.run()
    app.run()
    assert "Zwei Texte" not in text(app)
    assert told[-1].taken == "draft-1"


def test_the_same_question_shows_nobody_elses_rating(page: Open, desk: Desk, alone: Assessment, ben: Person) -> None:
    desk.rating.rate(ben.actor, alone.id, ONE, "F", "geheim", seen=0)
    app = page("rating", assessment=alone.id)
    widget = next(each for each in app.get("segmented_control") if ONE in str(each.key))
    assert widget.value is None
    assert "geheim" not in str(app.main)


def test_who_comes_to_the_sheet_first_finds_where_to_rate(
    page: Open, desk: Desk, alone: Assessment, ben: Person
) -> None:
    app = page("answering", who=ben, assessment=alone.id)
    assert not app.exception
    assert "stuft erst jede Person für sich ein" in text(app)
    assert "Für mich einstufen" in {each.proto.label for each in app.get("page_link")}


def test_a_guest_who_looks_for_assessments_finds_the_way_back(page: Open, desk: Desk, alone: Assessment) -> None:
    app = page("assessments", who=guest_of(desk, alone))
    assert not app.exception
    assert f"assessment={alone.id}" in {each.proto.query_string for each in app.get("page_link")}
    assert "Gruppen von Städten" not in text(app)


def test_everybody_sees_how_far_they_are_themselves(page: Open, desk: Desk, alone: Assessment, ben: Person) -> None:
    desk.rating.rate(ben.actor, alone.id, ONE, "F", seen=0)
    assert "Sie selbst haben 1 von 8 eingestuft" in text(page("assessments", who=ben))
    assert "Sie selbst haben 0 von 8 eingestuft" in text(page("assessments"))


def test_opening_before_enough_have_finished_is_advised_against(page: Open, desk: Desk, alone: Assessment) -> None:
    warned = "Weniger als 3 Personen sind fertig"
    assert warned in text(page("agreeing", assessment=alone.id, topic="GOV.1"))
    for number in range(3):
        desk.rating.finish(somebody(desk, f"r{number}", "contributor", alone.city.id).actor, alone.id, "GOV.1")
    assert warned not in text(page("agreeing", assessment=alone.id, topic="GOV.1"))


def test_the_mails_lead_to_ones_own_questions_and_say_that_nobody_sees_them(page: Open, alone: Assessment) -> None:
    app = page("planning", assessment=alone.id)
    assert all(f"/rating?assessment={alone.id}" in each.value for each in app.code)
    assert "Niemand sonst sieht" in app.code[0].value


def test_who_has_finished_says_so_and_the_lead_sees_the_name(
    page: Open, desk: Desk, alone: Assessment, ben: Person
) -> None:
    page("rating", who=ben, assessment=alone.id).checkbox[0].check().run()
    app = page("agreeing", assessment=alone.id)
    assert "**Fertig:** Ben" in text(app)


def test_the_lead_opens_and_keeps_an_agreed_value_that_the_sheet_shows(
    page: Open, desk: Desk, alone: Assessment, ben: Person
) -> None:
    for actor, code in ((me(desk), "N"), (ben.actor, "L"), (guest_of(desk, alone).actor, "L")):
        desk.rating.rate(actor, alone.id, ONE, code, seen=0)
    app = page("agreeing", assessment=alone.id)
    app.button(key="open-spread").click().run()
    assert not app.exception
    assert app.table[0].value["Anzahl"].tolist() == ["1", "0", "2", "0"]
    choose(app, f"agree-value:{alone.id}:{ONE}", "P")
    app.text_input(key=f"agree-reason:{alone.id}:{ONE}:0").set_value("Beschluss fehlt noch").run()
    app.button(key=f"agree-keep:{alone.id}:{ONE}").click().run()
    assert not app.exception
    assert desk.answering.question(me(desk), alone.id, ONE).answer.rated == Rated("rated", "P")
    sheet = page("answering", assessment=alone.id)
    assert not sheet.exception
    assert "Beschluss fehlt noch" in text(sheet)


def test_a_reason_that_is_being_written_stays_when_somebody_else_keeps_a_value(
    page: Open, desk: Desk, alone: Assessment
) -> None:
    desk.consensus.open(me(desk), alone.id, "GOV.1")
    app = page("agreeing", assessment=alone.id)
    choose(app, f"agree-value:{alone.id}:{ONE}", "P")
    desk.consensus.agree(me(desk), alone.id, ONE, "L", "Liegt vor", seen=0)
    app.text_input(key=f"agree-reason:{alone.id}:{ONE}:0").set_value("Beschluss fehlt noch").run()
    assert not app.exception
    assert app.text_input(key=f"agree-reason:{alone.id}:{ONE}:0").value == "Beschluss fehlt noch"
    assert app.button(key=f"agree-keep:{alone.id}:{ONE}").disabled
    assert "Jemand anderes hat hier inzwischen" in text(app)


def test_a_contributor_looks_at_the_open_spread_and_changes_nothing(
    page: Open, desk: Desk, alone: Assessment, ben: Person
) -> None:
    assert "noch nicht geöffnet" in text(page("agreeing", who=ben, assessment=alone.id))
    desk.rating.rate(ben.actor, alone.id, ONE, "L", seen=0)
    desk.consensus.open(me(desk), alone.id, "GOV.1")
    app = page("agreeing", who=ben, assessment=alone.id)
    assert "Zu wenige Einstufungen" in text(app)
    assert "Ihre eigene Einstufung" in text(app)
    keys = {each.key for each in app.button}
    assert not keys & {"open-spread", "close-spread", f"agree-keep:{alone.id}:{ONE}"}


def test_an_open_topic_is_frozen_on_the_screen_of_everybody(
    page: Open, desk: Desk, alone: Assessment, ben: Person
) -> None:
    desk.consensus.open(me(desk), alone.id, "GOV.1")
    app = page("rating", who=ben, assessment=alone.id, topic="GOV.1")
    assert all(each.disabled for each in app.get("segmented_control") if ONE in str(each.key))


def test_a_guest_finds_the_questions_and_a_code_to_come_back(page: Open, desk: Desk, alone: Assessment) -> None:
    app = page("rating", who=guest_of(desk, alone))
    assert "Probestadt" in text(app)
    app.button(key="get-return-code").click().run()
    assert len(app.code[0].value) == 14


@pytest.mark.parametrize("name", ["answering", "results"])
def test_a_guest_finds_no_answers_and_no_results(page: Open, desk: Desk, alone: Assessment, name: str) -> None:
    app = page(name, who=guest_of(desk, alone), assessment=alone.id)
    assert "gibt es nicht" in text(app) or "existiert nicht" in text(app)
    assert "Getrennt" not in text(app)


def test_the_lead_makes_a_link_for_guests(page: Open, desk: Desk, alone: Assessment) -> None:
    app = page("agreeing", assessment=alone.id)
    place = f"guests-{alone.id}"
    app.text_input(key=f"shown-{place}").set_value("Ratsmitglied").run()
    app.button(key=f"make-{place}").click().run()
    assert "/guest" in app.code[0].value


def test_the_way_is_changed_on_the_card_until_somebody_rated_alone(
    page: Open, desk: Desk, alone: Assessment, ben: Person
) -> None:
    app = page("assessments")
    app.radio(key=f"way-{alone.id}-1-de").set_value("alone").run()
    app.button(key=f"change-way-{alone.id}").click().run()
    assert desk.assessments.get(me(desk), alone.id).way == "alone"


@pytest.fixture
def scan(desk: Desk) -> Assessment:
    """A quick scan that a city keeps."""
    return desk.assessments.begin(me(desk), "quick-scan", "Probestadt", "Schnellcheck", AssessmentSettings())


def test_a_quick_scan_is_answered_by_dimension_and_stored(page: Open, desk: Desk, scan: Assessment) -> None:
    app = page("answering", assessment=scan.id)
    assert not app.exception
    choose(app, f"rating:{scan.id}:QS01", "3")
    assert desk.answering.question(me(desk), scan.id, "QS01").answer.rated == Rated("rated", "3")
    assert "gespeichert" in text(app)


def test_a_quick_scan_shows_its_stages(page: Open, desk: Desk, scan: Assessment) -> None:
    desk.answering.rate(me(desk), scan.id, "QS01", Rated("rated", "3"), seen=0)
    app = page("results", assessment=scan.id)
    assert not app.exception
    assert any("Stufe" in each.value for each in app.header)


def test_a_quick_scan_can_be_rated_alone_too(page: Open, desk: Desk) -> None:
    found = desk.assessments.begin(me(desk), "quick-scan", "Probestadt", "S", AssessmentSettings(), way="privately")
    app = choose(page("rating", assessment=found.id), f"alone:{found.id}:QS01", "2")
    assert not app.exception
    assert desk.rating.question(me(desk), found.id, "QS01")[1].rated == Rated("rated", "2")


def test_one_rater_is_named_in_the_results(page: Open, desk: Desk, assessment: Assessment) -> None:
    desk.answering.rate(me(desk), assessment.id, ONE, Rated("rated", "F"), seen=0)
    desk.consensus.choose_way(me(desk), assessment.id, "alone", seen=1)
    assert "Eine Person hat alle" in text(page("results", assessment=assessment.id))


def test_a_practice_is_taken_over_for_another_process_and_marked(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    for outcome in ("O1", "O2", "O3", "O4"):
        desk.answering.rate(me(desk), assessment.id, f"GOV.1.{outcome}", Rated("rated", "F"), seen=0)
    desk.answering.rate(me(desk), assessment.id, "GOV.1.GP2.1.1", Rated("rated", "L"), seen=0)
    desk.same_as.take_over(me(desk), assessment.id, "GOV.1.GP2.1.1", {"PAR.2": 0})
    for outcome in ("O1", "O2", "O3", "O4"):
        desk.answering.rate(me(desk), assessment.id, f"PAR.2.{outcome}", Rated("rated", "F"), seen=0)
    app = page("answering", assessment=assessment.id, process="PAR.2")
    assert not app.exception
    assert "wie bei GOV\\.1" in text(app)
