"""The city's own pages: what waits comes first, the profile says what is wrong where, plans and cohorts hold."""

import datetime

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings, Days, Rated
from models.measures import MeasureDraft
from models.people import Grant
from screens.cases.following import next_title
from tests.desk.test_cities import written_in_full
from tests.desk.test_closing import FULL
from tests.house import Person, anna, me, somebody
from tests.screens.conftest import Open
from tests.screens.test_pages import everything_said


@pytest.fixture
def cleo(desk: Desk, assessment: Assessment) -> Person:
    """Somebody who contributes to the city of the assessment."""
    return somebody(desk, "cleo", "contributor", assessment.city.id)


def test_what_waits_for_somebody_stands_on_the_first_page(
    page: Open, desk: Desk, assessment: Assessment, cleo: Person
) -> None:
    desk.delegating.delegate(me(desk), assessment.id, "GOV.1", [cleo.actor.id])
    app = page("assessments", who=cleo)
    assert app.header[0].value == "Was auf Sie wartet"
    assert "Mandat" in app.button(key=f"waits-{assessment.id}-GOV.1").label
    assert "Was auf Sie wartet" not in everything_said(page("assessments"))


def test_the_lead_gives_a_dimension_to_somebody(page: Open, desk: Desk, assessment: Assessment, cleo: Person) -> None:
    app = page("planning", assessment=assessment.id)
    whom = next(each for each in app.multiselect if each.label == "An wen")
    whom.select(cleo.actor.id).run()
    app.button(key="delegate").click().run()
    assert desk.delegating.mine(cleo.actor, assessment.id) == {"GOV.1"}
    assert "Cleo" in app.table[0].value.to_string()


def test_a_quick_scan_is_given_to_people_by_dimension(
    page: Open, desk: Desk, assessment: Assessment, cleo: Person
) -> None:
    scan = desk.library.quick_scans[0].id
    begun = desk.assessments.begin(me(desk), scan, assessment.city.name, "Schnelltest", AssessmentSettings())
    app = page("planning", assessment=begun.id)
    next(each for each in app.multiselect if each.label == "An wen").select(cleo.actor.id).run()
    app.button(key="delegate").click().run()
    assert len(desk.delegating.mine(cleo.actor, begun.id)) == 1
    assert "Dimension" in app.table[0].value.columns
    assert "etwa drei Minuten" in app.code[0].value
    assert "26 Fragen" in everything_said(page("assessments"))


def test_a_contributor_plans_nothing(page: Open, assessment: Assessment, cleo: Person) -> None:
    app = page("planning", who=cleo, assessment=assessment.id)
    assert "Rolle" in app.warning[0].value
    assert not app.multiselect


def test_days_run_back_from_the_committee(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("planning", assessment=assessment.id)
    app.date_input[0].set_value(datetime.date(2027, 3, 11)).run()
    app.button(key="keep-days").click().run()
    kept = desk.assessments.get(me(desk), assessment.id)
    assert kept.committee_day == datetime.date(2027, 3, 11)
    assert kept.papers_due == datetime.date(2027, 2, 25)
    assert kept.answers_due is not None
    assert kept.answers_due < kept.papers_due
    assert "11. März 2027" in everything_said(app)


def test_texts_to_send_stand_there_in_both_languages(page: Open, desk: Desk, assessment: Assessment) -> None:
    days = Days(answers_due=datetime.date(2027, 2, 1))
    desk.assessments.set_days(me(desk), assessment.id, days, seen=assessment.version)
    german, english = (each.value for each in page("planning", assessment=assessment.id).code)
    assert "bis zum 1. Februar 2027" in german
    assert "until 1 February 2027" in english


def test_a_profile_with_open_fields_says_so_field_by_field(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("city", city=assessment.city.id)
    app.button(key="store-profile").click().run()
    assert not app.exception
    assert len(app.error) >= 10
    assert desk.cities.profile(me(desk), assessment.city.id) is None


def test_what_another_lead_stored_meanwhile_takes_nothing_away_that_was_filled_in(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    app = page("city", city=assessment.city.id)
    inhabitants = next(each for each in app.number_input if "-population-" in str(each.key) and "year" not in each.key)
    inhabitants.set_value(40_000).run()
    written = written_in_full(desk.library.models[0])
    desk.cities.write_profile(me(desk), assessment.city.id, written, seen=0)
    app.button(key="store-profile").click().run()
    assert not app.exception
    assert app.number_input(key=inhabitants.key).value == 40_000
    assert "inzwischen" in app.warning[0].value
    kept = desk.cities.profile(me(desk), assessment.city.id)
    assert kept is not None
    assert kept.profile == written
    next(each for each in app.button if str(each.key).startswith("anew-profile")).click().run()
    assert next(each.value for each in app.number_input if "-population-" in str(each.key)) == written.population


def test_a_member_sees_the_profile_and_cannot_store(page: Open, assessment: Assessment, cleo: Person) -> None:
    app = page("city", who=cleo, city=assessment.city.id)
    assert not app.exception
    assert all(each.key != "store-profile" for each in app.button)


def test_a_strange_city_has_no_profile_here(page: Open, desk: Desk, assessment: Assessment, cleo: Person) -> None:
    other = desk.people.found(me(desk), "Anderswo")
    assert "Anderswo" not in everything_said(page("city", who=cleo, city=other.id))


def test_the_next_assessment_shows_what_was_said_and_takes_all_unchanged(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    desk.answering.rate(me(desk), assessment.id, "GOV.1.O1", Rated("rated", "L"), seen=0)
    after = desk.following.begin_after(me(desk), assessment.id, "Zweites")
    app = page("answering", assessment=after.id, process="GOV.1")
    assert "Letztes Mal: " in everything_said(app)
    app.button(key="unchanged:GOV.1").click().run()
    link = desk.following.link(me(desk), after.id)
    assert link is not None
    assert link.unchecked == ()


def test_the_next_assessment_begins_with_what_was_worked_on_meanwhile(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    for process in ("GOV.1", "PAR.2"):
        for number in range(1, 5):
            desk.answering.rate(me(desk), assessment.id, f"{process}.O{number}", Rated("rated", "P"), seen=0)
    desk.measuring.begin(me(desk), assessment.city.id, [MeasureDraft("Arbeitspläne", "PAR.2")])
    after = desk.following.begin_after(me(desk), assessment.id, "Zweites")
    app = page("answering", assessment=after.id)
    assert "PAR\\.2" in app.title[0].value
    assert {app.button(key=f"process-{each}").icon for each in ("GOV.1", "PAR.2")} == {
        ":material/radio_button_unchecked:"
    }
    app.button(key="unchanged:PAR.2").click().run()
    assert not [each for each in app.button if each.key == "worked-on-PAR.2"]
    assert app.button(key="process-PAR.2").icon == ":material/check_circle:"


def _trainer(desk: Desk) -> Person:
    return somebody(desk, "tom", "trainer")


def test_a_trainer_begins_a_cohort_and_sees_who_joined(page: Open, desk: Desk, assessment: Assessment) -> None:
    tom = _trainer(desk)
    app = page("cohorts", who=tom)
    app.text_input(key="field-cohorts-founded-0").set_value("Hafenstädte")
    app.button(key="found-cohort").click().run()
    cohort = desk.cohorts.mine(tom.actor)[0]
    code = desk.cohorts.invite(tom.actor, cohort.id).code
    desk.cohorts.join(me(desk), assessment.city.id, code, {"state"})
    table = page("cohorts", who=tom).table[0].value.to_string()
    assert "Probestadt" in table
    assert "in Arbeit" in table


def test_a_lead_joins_by_code_and_agrees_point_by_point(page: Open, desk: Desk, assessment: Assessment) -> None:
    tom = _trainer(desk)
    cohort = desk.cohorts.found(tom.actor, "Hafenstädte")
    code = desk.cohorts.invite(tom.actor, cohort.id).code
    city = assessment.city.id
    app = page("assessments")
    app.text_input(key=f"cohort-code-{city}").set_value(code).run()
    app.checkbox(key=f"names-joining-{city}").check().run()
    app.button(key=f"join-{city}").click().run()
    assert not app.exception
    (company,) = desk.cohorts.of_city(me(desk), city)
    assert company.membership.consents == {"names"}


def test_a_trainer_is_shown_the_way_to_their_cohorts(page: Open, desk: Desk) -> None:
    app = page("assessments", who=_trainer(desk))
    assert not app.exception
    assert "Gruppen" in everything_said(app)


def test_the_administrator_loads_the_demonstration_network_with_one_click(page: Open, desk: Desk) -> None:
    app = page("administration")
    app.button(key="load-demonstration").click().run(timeout=60)
    assert not app.exception
    assert desk.demonstration.present(me(desk))
    assert Grant("lead", "demo-01") in anna(desk).actor.grants
    home: AppTest = page("assessments")
    assert not home.exception
    assert "erfunden" in everything_said(home)


def test_of_a_closed_assessment_only_what_leaves_it_as_it_is_is_offered(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    offered = {each.label for each in page("assessments").button}
    assert offered >= {"Umbenennen", "Endgültig löschen"}
    desk.closing.keep_record(me(desk), assessment.id, FULL, seen=0)
    desk.closing.close(me(desk), assessment.id, "Leitung", seen=1)
    app = page("assessments")
    assert not app.exception
    closed = {each.label for each in app.button}
    assert not {"Umbenennen", "Endgültig löschen"} & closed
    assert "Nächste Bewertung, Dateien" in {each.label for each in app.expander}


def test_a_contributor_is_offered_files_and_nothing_that_only_leads_do(
    page: Open, assessment: Assessment, cleo: Person
) -> None:
    app = page("assessments", who=cleo)
    assert "Dateien" in {each.label for each in app.expander}
    assert "Umbenennen" not in {each.label for each in app.button}


@pytest.mark.parametrize(
    ("title", "proposed"), [("Selbstbewertung", "Selbstbewertung 2027"), ("Runde 2026", "Runde 2027")]
)
def test_the_next_assessment_has_a_name_already(title: str, proposed: str) -> None:
    assert next_title(title, 2027) == proposed
