"""Who is here decides what stands there: visitors get the way in, leads their people, and nobody another's leavings."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from locales.words import words
from models.assessment import Assessment
from models.people import VISITOR, Grant
from screens.frame import here
from screens.frame.ways import OPEN
from screens.members.naming import roles_held
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
    app = page("people", who=lead).button(key=f"over-{city.id}-{cleo.id}").click().run()
    assert [each.value for each in app.success] == ["Cleo leitet jetzt Musterstadt. Sie wirken weiter mit."]
    assert {each.login: each.roles_in(city.id) for each in desk.people.of_city(me(desk), city.id)} == {
        "cleo": ("contributor", "lead"),
        "lena": ("contributor",),
    }


def test_cities_to_choose_from_are_named_as_they_are_called(page: Open, desk: Desk) -> None:
    for name in ("Weiden (Oberpfalz)", "Köln & Umland"):
        desk.people.found(me(desk), name)
    assert {"Weiden (Oberpfalz)", "Köln & Umland"} <= set(page("people").selectbox(key="people-city").options)


def test_the_last_lead_is_not_made_a_contributor_nor_taken_out(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Musterstadt")
    lead = somebody(desk, "lena", "lead", city.id)
    app = page("people", who=lead)
    assert all(each.label != "Rolle „Mitwirkung“ geben" for each in app.button)
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
    app.text_input(key="field-cities-added-0").set_value("Neustadt")
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


def test_a_role_that_is_held_in_several_places_is_named_once() -> None:
    held = [Grant("lead", "b"), Grant("lead", "a"), Grant("trainer"), Grant("trainer", cohort="x")]
    held += [Grant("trainer", cohort="y"), Grant("consultant", assessment="z")]
    assert roles_held(held, {"a": "Aachen", "b": "Bonn"}, words("en")) == [
        "Consultant, for assessments that were opened: 1",
        "City lead, Aachen, Bonn",
        "Trainer, for cohorts: 2",
        "Trainer",
    ]


def test_a_city_to_choose_is_called_as_it_is(page: Open, desk: Desk) -> None:
    for name in ("Bad Nauheim (Hessen)", "St. Ingbert"):
        desk.people.found(me(desk), name)
    assert page("people").selectbox[0].options == ["Bad Nauheim (Hessen)", "St. Ingbert"]


def test_an_invitation_is_withdrawn_and_its_link_is_shown_no_more(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Musterstadt")
    lead = somebody(desk, "lena", "lead", city.id)
    app = page("people", who=lead)
    app.button(key=f"make-city-{city.id}").click().run()
    assert "Offene Einladungen: 1" in {each.label for each in app.expander}
    (link,) = desk.people.invitations(lead.actor, city.id)
    app.button(key=f"invitation-{link.id}").click().run()
    assert not app.exception
    assert not app.code
    assert desk.people.invitations(lead.actor, city.id) == ()


def test_the_administrator_sees_invitations_to_the_house_and_withdraws_them(page: Open, desk: Desk) -> None:
    link = desk.people.invite(me(desk), Grant("trainer"), uses=2)
    app = page("administration")
    assert any("Training" in each.value and "2 Personen" in each.value for each in app.markdown)
    app.button(key=f"invitation-{link.id}").click().run()
    assert desk.people.invitations(me(desk), None) == ()


def asking(app: AppTest, deed: str) -> str:
    """What stands beside a button that does something weighty, behind the way there."""
    for box in (*app.expander, *app.get("popover")):
        if any(each.key == deed for each in box.button):
            return " ".join(each.value for each in box.markdown)
    raise AssertionError(f"{deed} stands there at one click")


def test_closing_and_taking_out_ask_first_and_say_what_becomes_of_the_answers(page: Open, desk: Desk) -> None:
    city = desk.people.found(me(desk), "Musterstadt")
    lead = somebody(desk, "lena", "lead", city.id)
    cleo = somebody(desk, "cleo", "contributor", city.id).actor
    app = page("people", who=lead)
    for deed in (f"close-{city.id}-{cleo.id}", f"out-{city.id}-{cleo.id}"):
        told = asking(app, deed)
        assert "Was Cleo geantwortet hat, bleibt" in told
    app.button(key=f"out-{city.id}-{cleo.id}").click().run()
    assert [each.login for each in desk.people.of_city(lead.actor, city.id)] == ["lena"]


def test_what_weighs_in_the_house_asks_first(page: Open, desk: Desk) -> None:
    ben = somebody(desk, "ben", "trainer").actor
    app = page("administration")
    for deed in (f"close-house-{ben.id}", f"trainer-{ben.id}", f"erase-{ben.id}"):
        assert "Ben" in asking(app, deed)
    app.button(key=f"erase-{ben.id}").click().run()
    assert "Haken Sie zuerst an" in app.warning[0].value
    assert len(desk.people.everyone(me(desk))) == 2


def test_who_ends_their_own_sessions_reads_that_they_did(page: Open, desk: Desk) -> None:
    app = page("account")
    next(each for each in app.button if "allen Geräten" in each.label or "überall" in each.label.lower()).click().run()
    assert app.title[0].value == "Anmelden"
    assert "abgemeldet" in app.success[0].value
