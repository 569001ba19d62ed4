"""The trend tells what rose first; answers whose questions are gone stay readable; an assessor rates beside."""

import datetime
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings, Rated
from models.questionnaire import Library
from screens.browser.parts import Written
from tests.desk.test_closing import FULL
from tests.house import me, somebody
from tests.screens.conftest import Open, Writes


def told(app: AppTest) -> str:
    """All text of the page."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.info, *app.warning, *app.success]
    return " ".join(str(each.value) for each in parts).replace("\\", "")


def signed(desk: Desk, title: str, letter: str, year: int) -> Assessment:
    """An assessment of one process, rated and closed."""
    settings = AssessmentSettings(scope=("GOV.1",), highest_level=1)
    begun = desk.assessments.begin(me(desk), "urban-diplomacy", "Probestadt", title, settings)
    for number in range(1, 5):
        desk.answering.rate(me(desk), begun.id, f"GOV.1.O{number}", Rated("rated", letter), seen=0)
    day = datetime.date(year, 5, 1)
    desk.closing.keep_record(me(desk), begun.id, replace(FULL, first_day=day, last_day=day), seen=0)
    desk.closing.close(me(desk), begun.id, "Leitung", seen=1)
    return begun


@pytest.fixture
def without_questions(desk: Desk, assessment: Assessment, monkeypatch: pytest.MonkeyPatch) -> Assessment:
    """An answered assessment after its version of the questionnaire went away."""
    desk.answering.rate(me(desk), assessment.id, "GOV.1.O1", Rated("rated", "L"), seen=0)
    monkeypatch.setattr(Library, "with_rules", lambda *_: None)
    return assessment


def test_without_a_city_in_the_address_it_is_ones_own(page: Open, desk: Desk) -> None:
    signed(desk, "Erste", "N", 2024)
    app = page("trends")
    assert not app.exception
    assert app.title[0].value == "Entwicklung"


def test_what_rose_is_told_first_with_every_process_below(page: Open, desk: Desk) -> None:
    first = signed(desk, "Erste", "N", 2024)
    signed(desk, "Zweite", "F", 2026)
    app = page("trends", city=first.city.id)
    assert not app.exception
    assert "Gestiegen: 1 von 1 Prozessen; gesunken: keiner" in told(app)
    assert "GOV\\.1" in str(app.table[-1].value)


def test_the_first_page_of_a_city_shows_the_trend(page: Open, desk: Desk) -> None:
    signed(desk, "Erste", "N", 2024)
    signed(desk, "Zweite", "F", 2026)
    assert "Gestiegen: 1 von 1 Prozessen" in told(page("assessments"))


def test_one_result_is_no_trend_yet(page: Open, desk: Desk) -> None:
    first = signed(desk, "Erste", "N", 2024)
    assert "Bisher gibt es ein Ergebnis" in told(page("trends", city=first.city.id))


def test_a_new_city_is_told_what_will_stand_here(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Neustadt")
    nora = somebody(desk, "nora", "lead", city.id)
    app = page("trends", who=nora)
    assert [each.value for each in app.title] == ["Entwicklung"]
    assert not app.warning


def test_a_stranger_finds_no_trend(page: Open, desk: Desk) -> None:
    first = signed(desk, "Erste", "N", 2024)
    other = somebody(desk, "otto", "consultant")
    assert "Probestadt" not in told(page("trends", who=other, city=first.city.id))


@pytest.mark.parametrize("name", ["answering", "results"])
def test_answers_without_their_questions_are_shown_with_a_clear_sentence(
    page: Open, without_questions: Assessment, name: str
) -> None:
    app = page(name, assessment=without_questions.id)
    assert not app.exception
    assert "urban-diplomacy 1.0.0" in told(app)
    assert "GOV\\.1\\.O1" in str(app.table[0].value)


def test_a_list_with_such_an_assessment_shows_all_others(page: Open, without_questions: Assessment) -> None:
    app = page("assessments")
    assert not app.exception
    assert "Probelauf" in told(app)


def test_an_assessor_rates_beside_the_city_and_shows_it(page: Open, desk: Desk, assessment: Assessment) -> None:
    carl = somebody(desk, "carl", "consultant")
    desk.people.open_to(me(desk), assessment.id, "carl")
    app = page("assessing", who=carl, assessment=assessment.id, topic="GOV.1")
    assert not app.exception
    widget = next(each for each in app.get("segmented_control") if "GOV.1.O1" in str(each.key))
    widget.set_value("P").run()
    judged = desk.assessing.own_view(carl.actor, assessment.id)
    assert judged is not None
    assert judged.judged == 1
    next(each for each in app.button if each.label == "Der Stadt meine Sicht zeigen").click().run()
    assert "Die Sicht von Carl" in told(page("views", assessment=assessment.id))


def test_an_assessor_writes_reason_and_evidence_and_rates_without_getting_in_their_own_way(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    carl = somebody(desk, "carl", "consultant")
    desk.people.open_to(me(desk), assessment.id, "carl")
    app = page("assessing", who=carl, assessment=assessment.id, topic="GOV.1")
    writes("note", Written("draft-1", "kein Beschluss", 0))
    app.run()
    writes("evidence", Written("draft-2", "Protokoll 7\n\nProtokoll 9", 0))
    app.run()
    widget = next(each for each in app.get("segmented_control") if "GOV.1.O1" in str(each.key))
    widget.set_value("P").run()
    assert not app.warning
    judged = desk.assessing.question(carl.actor, assessment.id, "GOV.1.O1").judgement
    assert (judged.rated, judged.note) == (Rated("rated", "P"), "kein Beschluss")
    assert judged.evidence == ("Protokoll 7", "Protokoll 9")


def test_from_what_is_seen_from_outside_a_way_leads_back_to_the_results(page: Open, assessment: Assessment) -> None:
    app = page("views", "en-GB", assessment=assessment.id)
    assert "All results" in {each.proto.label for each in app.get("page_link")}
