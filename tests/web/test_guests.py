"""Guests come in by a form with a code alone, and find nothing but what they may rate."""

from collections.abc import Callable

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings
from models.people import PLAIN_COOKIE, VISITOR
from tests.house import anna, me

OWN = {"origin": "http://localhost"}


@pytest.fixture
def alone(desk: Desk) -> Assessment:
    """An assessment in which everybody rates alone first."""
    chosen = AssessmentSettings(scope=("GOV.1",), highest_level=1)
    return desk.assessments.begin(me(desk), "urban-diplomacy", "Probestadt", "T", chosen, way="privately")


def comes(browser: TestClient, code: str, **headers: str) -> Response:
    return browser.post("/guest", data={"code": code}, headers={**OWN, **headers}, follow_redirects=False)


def test_a_code_leads_to_the_questions_with_a_cookie_that_lasts(
    stranger: TestClient, desk: Desk, alone: Assessment
) -> None:
    answer = comes(stranger, desk.guests.invite(me(desk), alone.id, "Ratsmitglied").code)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/rating?assessment={alone.id}")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert f"max-age={30 * 24 * 3600}" in answer.headers["set-cookie"].lower()
    assert desk.entrance.who(stranger.cookies[PLAIN_COOKIE]).guest_of == alone.id


def test_the_form_asks_for_the_code_alone_and_sends_it_nowhere(stranger: TestClient) -> None:
    form = stranger.get("/guest").text
    assert "code.js" in form
    assert 'name="username"' not in form
    assert 'type="password"' not in form


def test_a_wrong_code_opens_nothing(stranger: TestClient) -> None:
    answer = comes(stranger, "AAAA-BBBB-CCCC")
    assert answer.status_code == 422
    assert "set-cookie" not in answer.headers


def test_a_foreign_page_lets_nobody_in_as_a_guest(stranger: TestClient, desk: Desk, alone: Assessment) -> None:
    code = desk.guests.invite(me(desk), alone.id, "Ratsmitglied").code
    assert comes(stranger, code, origin="http://evil.example").status_code == 404


def test_a_guest_takes_no_file_and_no_report(stranger: TestClient, desk: Desk, alone: Assessment) -> None:
    comes(stranger, desk.guests.invite(me(desk), alone.id, "Ratsmitglied").code)
    paths = (f"/files/{alone.id}.yaml", f"/files/{alone.id}.xlsx", f"/reports/{alone.id}.pdf", f"/events/{alone.id}")
    assert {stranger.get(path).status_code for path in paths} == {404}


def test_who_was_signed_in_is_the_guest_from_then_on(
    client_of: Callable[[], TestClient], desk: Desk, alone: Assessment
) -> None:
    browser, before = client_of(), anna(desk).secret
    code = desk.guests.invite(me(desk), alone.id, "Ratsmitglied").code
    browser.cookies.set(PLAIN_COOKIE, before)
    comes(browser, code)
    assert desk.entrance.who(before) == VISITOR
