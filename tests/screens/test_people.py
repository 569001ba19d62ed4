"""Who is here decides what stands there: visitors get the way in, leads their people, and nobody another's leavings."""

import pytest

from assessment.desk import Desk
from models.assessment import Assessment
from models.people import VISITOR, Grant
from screens.frame import here
from screens.frame.ways import OPEN
from tests.house import anna, me, somebody
from tests.screens.conftest import Open

CLOSED = ["assessments", "answering", "results", "edit_texts", "people", "account", "administration"]


@pytest.mark.parametrize("name", CLOSED)
def test_a_visitor_finds_the_way_in_and_nothing_else(page: Open, assessment: Assessment, name: str) -> None:
    app = page(name, who=None, assessment=assessment.id)
    assert app.title[0].value == "Anmelden"
    assert "Probestadt" not in str(app.main)


@pytest.mark.parametrize("name", ["start", "quick_scan", "method", "privacy", "imprint", "accessibility"])
def test_pages_for_everybody_need_no_account(page: Open, name: str) -> None:
    app = page(name, who=None)
    assert not app.exception
    assert all(title.value != "Anmelden" for title in app.title)


def test_no_page_is_for_everybody_by_accident() -> None:
    assert {"", "quick-scan", "method", "privacy", "imprint", "accessibility"} == OPEN


def test_a_cookie_that_is_no_session_is_a_visitor(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    anna(desk)
    monkeypatch.setattr(here, "secret", lambda: "made up")
    assert here.current_actor() == VISITOR


def test_a_session_that_ends_between_two_clicks_leaves_the_way_in(page: Open, desk: Desk) -> None:
    app = page("assessments")
    desk.people.sign_out_everywhere(me(desk))
    app.run()
    assert app.title[0].value == "Anmelden"


def test_what_a_window_remembers_is_forgotten_with_its_person(
    page: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page("assessments")
    app.session_state["leavings"] = "of Anna"
    app.run()
    assert app.session_state["leavings"] == "of Anna"
    ben = somebody(desk, "ben", "administrator")
    monkeypatch.setattr(here, "secret", lambda: ben.secret)
    app.run()
    assert "leavings" not in app.session_state


def test_a_lead_invites_to_their_own_city(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Musterstadt")
    desk.people.found(me(desk), "Anderswo")
    lead = somebody(desk, "lena", "lead", city.id)
    app = page("people", who=lead)
    assert [each.value for each in app.header] == ["Musterstadt"]
    app.button(key=f"make-city-{city.id}").click().run()
    assert "/redeem" in app.code[0].value
    assert "zwei Leitungen" in app.info[0].value


def test_a_lead_makes_another_one_lead_and_hands_over(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Musterstadt")
    lead = somebody(desk, "lena", "lead", city.id)
    cleo = somebody(desk, "cleo", "contributor", city.id).actor
    page("people", who=lead).button(key=f"over-{city.id}-{cleo.id}").click().run()
    assert {each.login: each.roles_in(city.id) for each in desk.people.of_city(me(desk), city.id)} == {
        "cleo": ("contributor", "lead"),
        "lena": ("contributor",),
    }


def test_the_last_lead_is_not_made_a_contributor_nor_taken_out(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Musterstadt")
    lead = somebody(desk, "lena", "lead", city.id)
    app = page("people", who=lead)
    assert all(each.label != "Zur Mitwirkung machen" for each in app.button)
    app.button(key=f"out-{city.id}-{lead.actor.id}").click().run()
    assert "Jemand muss diese Rolle behalten" in app.warning[0].value


def test_a_lead_sees_no_way_into_an_account_that_opens_other_doors(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Musterstadt")
    lead = somebody(desk, "lena", "lead", city.id)
    cleo = somebody(desk, "cleo", "contributor", city.id).actor
    desk.people.give(me(desk), cleo.id, Grant("trainer"))
    keys = {each.key for each in page("people", who=lead).button}
    assert f"reset-{city.id}-{cleo.id}" not in keys
    assert f"out-{city.id}-{cleo.id}" in keys


def test_the_administrator_adds_cities_and_gives_roles(page: Open, desk: Desk) -> None:
    ben = somebody(desk, "ben", "trainer").actor
    app = page("administration")
    app.text_input(key="new-city-0").set_value("Neustadt").run()
    app.button(key="add-city").click().run()
    assert [city.name for city in desk.people.cities(me(desk))] == ["Neustadt"]
    app.button(key=f"consultant-{ben.id}").click().run()
    account = next(each for each in desk.people.everyone(me(desk)) if each.id == ben.id)
    assert account.grants == {Grant("trainer"), Grant("consultant")}


def test_nobody_else_administers(page: Open, desk: Desk) -> None:
    app = page("administration", who=somebody(desk, "ben", "trainer"))
    assert "Ihre Rolle erlaubt das nicht" in app.warning[0].value.replace("\\", "")
    assert len(app.text_input) == 0


def test_a_contributor_is_not_asked_to_begin_anything(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Musterstadt")
    app = page("assessments", who=somebody(desk, "cleo", "contributor", city.id))
    assert all(each.label != "Beginnen" for each in app.button)
