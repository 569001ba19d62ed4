"""The review page shows what is left, keeps the record, signs, and takes up again."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, Rated
from tests.desk.test_closing import FULL
from tests.house import me, somebody
from tests.screens.conftest import Open


def told(app: AppTest) -> str:
    """All text of the page."""
    parts = [*app.markdown, *app.success, *app.info, *app.caption, *app.error]
    return " ".join(str(each.value) for each in parts)


@pytest.fixture
def recorded(desk: Desk, assessment: Assessment) -> Assessment:
    """An assessment with one rating and a complete record."""
    desk.answering.rate(me(desk), assessment.id, "GOV.1.O1", Rated("rated", "F"), seen=0)
    desk.closing.keep_record(me(desk), assessment.id, FULL, seen=0)
    return assessment


def test_what_is_left_stands_there_process_by_process(page: Open, recorded: Assessment) -> None:
    app = page("reviewing", assessment=recorded.id)
    assert not app.exception
    assert "noch nicht beantwortet: O2, O3, O4" in told(app)
    assert "als erfüllt eingestuft, ohne Nachweis: O1" in told(app)


def test_a_record_is_stored_and_its_gaps_are_named(page: Open, assessment: Assessment, desk: Desk) -> None:
    app = page("reviewing", assessment=assessment.id)
    app.text_input[0].input("Oberbürgermeisterin")
    next(each for each in app.button if each.label == "Angaben speichern").click().run()
    assert desk.closing.record(me(desk), assessment.id).record.sponsor == "Oberbürgermeisterin"
    assert "Wozu sie dient" in told(app)
    next(each for each in app.button if each.label == "Unterzeichnen und abschließen").click().run()
    assert "müssen die Angaben vollständig gespeichert sein" in app.error[0].value


def test_nobody_signs_without_saying_as_what(page: Open, recorded: Assessment, desk: Desk) -> None:
    app = page("reviewing", assessment=recorded.id)
    next(each for each in app.button if each.label == "Unterzeichnen und abschließen").click().run()
    assert "als was Sie unterzeichnen" in app.error[0].value
    assert desk.assessments.get(me(desk), recorded.id).state == "draft"


def test_signing_closes_and_shows_who_signed(page: Open, recorded: Assessment, desk: Desk) -> None:
    app = page("reviewing", assessment=recorded.id)
    app.text_input(key=f"sign-{recorded.id}-1").input("Leitung des Büros").run()
    next(each for each in app.button if each.label == "Unterzeichnen und abschließen").click().run()
    assert "Unterzeichnet von Anna als Leitung des Büros" in told(app)
    assert desk.assessments.get(me(desk), recorded.id).state == "closed"


def test_what_a_colleague_stored_meanwhile_takes_nothing_away_that_was_written(
    page: Open, recorded: Assessment, desk: Desk
) -> None:
    app = page("reviewing", assessment=recorded.id)
    desk.closing.keep_record(me(desk), recorded.id, replace(FULL, sponsor="Dezernat II"), seen=1)
    app.text_input[0].input("Oberbürgermeisterin")
    next(each for each in app.button if each.label == "Angaben speichern").click().run()
    assert app.text_input[0].value == "Oberbürgermeisterin"
    assert "inzwischen" in " ".join(str(each.value) for each in [*app.error, *app.warning])
    assert "Dezernat II" in told(app)
    next(each for each in app.button if str(each.key).startswith("anew-")).click().run()
    assert app.text_input[0].value == "Dezernat II"
    assert not app.warning


def test_nobody_signs_a_record_that_changed_after_the_page_was_drawn(
    page: Open, recorded: Assessment, desk: Desk
) -> None:
    app = page("reviewing", assessment=recorded.id)
    app.text_input(key=f"sign-{recorded.id}-1").input("Leitung des Büros").run()
    desk.closing.keep_record(me(desk), recorded.id, replace(FULL, sponsor="Dezernat II"), seen=1)
    next(each for each in app.button if each.label == "Unterzeichnen und abschließen").click().run()
    assert desk.assessments.get(me(desk), recorded.id).state == "draft"
    assert any("inzwischen" in str(each.value) for each in app.error)


def test_a_closed_one_is_taken_up_again_with_a_reason(page: Open, recorded: Assessment, desk: Desk) -> None:
    desk.closing.close(me(desk), recorded.id, "Leitung", seen=1)
    app = page("reviewing", assessment=recorded.id)
    app.text_input(key=f"why-{recorded.id}-1").input("Nachtrag").run()
    next(each for each in app.button if each.label == "Wieder aufnehmen").click().run()
    assert desk.assessments.get(me(desk), recorded.id).revision == 2
    assert "Nachtrag" in told(app)


def test_a_contributor_reads_the_review_and_cannot_sign(page: Open, recorded: Assessment, desk: Desk) -> None:
    helper = somebody(desk, "carl", "contributor", recorded.city.id)
    app = page("reviewing", who=helper, assessment=recorded.id)
    assert "Oberbürgermeisterin" in told(app)
    assert not app.button


def test_the_results_of_a_closing_say_so(page: Open, recorded: Assessment, desk: Desk) -> None:
    desk.closing.close(me(desk), recorded.id, "Leitung", seen=1)
    app = page("results", assessment=recorded.id, revision="1")
    assert not app.exception
    assert "So unterzeichnet am" in told(app)


def test_a_text_is_taken_out_for_good(page: Open, recorded: Assessment, desk: Desk) -> None:
    desk.answering.annotate(me(desk), recorded.id, "GOV.1.O1", "note", "Frau Meier", seen=0)
    app = page("reviewing", assessment=recorded.id)
    app.selectbox[0].set_value("GOV.1.O1 note").run()
    app.checkbox(key="redact-sure").check().run()
    app.button(key="redact").click().run()
    assert "Meier" not in repr(desk.answering.question(me(desk), recorded.id, "GOV.1.O1"))


def test_a_closed_assessment_can_be_read_and_no_more(page: Open, desk: Desk, recorded: Assessment) -> None:
    desk.closing.close(me(desk), recorded.id, "Leitung", seen=1)
    app = page("answering", assessment=recorded.id)
    assert not app.exception
    assert any("abgeschlossen" in info.value for info in app.info)
    assert [each.label for each in app.button if each.label in ("Rückgängig", "Hochladen")] == []
    assert [each.key for each in app.button_group] == ["language"]
