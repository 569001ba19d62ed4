"""Signing in and out over HTTP: what the cookie is, what it opens, and what strangers see."""

import re
from collections.abc import Callable

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from assessment.desk import Desk
from models.assessment import Assessment
from models.people import PLAIN_COOKIE, SECURE_COOKIE, VISITOR, Grant
from tests.house import PASSWORD, Person, anna, me, somebody
from tests.web.conftest import Screens

FOREIGN = {"origin": "http://evil.example"}
OWN = {"origin": "http://localhost"}


def sign_in(browser: TestClient, login: str = "anna", password: str = PASSWORD, **more: str) -> Response:
    return browser.post(
        "/sign-in", data={"username": login, "password": password, **more}, headers=OWN, follow_redirects=False
    )


def test_signing_in_sets_a_cookie_that_scripts_and_other_sites_do_not_get(stranger: TestClient) -> None:
    answer = sign_in(stranger)
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 303
    for part in ("httponly", "samesite=lax", "path=/", f"{PLAIN_COOKIE}="):
        assert part in cookie
    assert "domain" not in cookie


def test_over_https_the_cookie_belongs_to_this_host_alone(stranger: TestClient) -> None:
    stranger.base_url = "https://localhost"
    answer = stranger.post(
        "/sign-in",
        data={"username": "anna", "password": PASSWORD},
        headers={"origin": "https://localhost"},
        follow_redirects=False,
    )
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{SECURE_COOKIE}=")
    assert "Secure" in cookie


def test_a_wrong_password_and_an_unknown_name_read_the_same(stranger: TestClient) -> None:
    wrong, unknown = sign_in(stranger, password="falsch"), sign_in(stranger, login="nobody")
    assert wrong.status_code == unknown.status_code == 401
    assert "set-cookie" not in {**wrong.headers, **unknown.headers}
    assert wrong.text.replace('value="anna"', "") == unknown.text.replace('value="nobody"', "")


def test_a_password_is_never_sent_back(stranger: TestClient) -> None:
    assert "falsch-und-geheim" not in sign_in(stranger, password="falsch-und-geheim").text


def test_what_was_typed_stays_text(stranger: TestClient) -> None:
    page = sign_in(stranger, login='"><script>alert(1)</script>').text
    assert "<script>alert" not in page


def test_signing_in_leads_on_to_the_page_that_was_wanted(stranger: TestClient) -> None:
    asked = stranger.get("/answering?assessment=abc", follow_redirects=False)
    assert asked.status_code == 303
    page = stranger.get(asked.headers["location"]).text
    onward = re.search(r'name="next" value="([^"]*)"', page)
    assert onward
    assert sign_in(stranger, next=onward[1]).headers["location"] == "/answering?assessment=abc"


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a/b",
        "/\r\nx: y",
        "x",
        "/%2f",
    ],
)
def test_it_leads_nowhere_else(stranger: TestClient, wanted: str) -> None:
    assert sign_in(stranger, next=wanted).headers["location"] in ("/", "/assessments")


@pytest.mark.parametrize("page", ["/sign-in", "/sign-out", "/first-start", "/redeem", "/reset", "/password"])
def test_foreign_pages_cannot_send_a_form(client: TestClient, desk: Desk, page: str) -> None:
    for headers in (FOREIGN, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert client.post(page, data={"username": "anna", "password": PASSWORD}, headers=headers).status_code == 404
    assert desk.entrance.who(client.cookies[PLAIN_COOKIE]) != VISITOR


def test_after_signing_out_the_cookie_opens_nothing(client: TestClient, assessment: Assessment) -> None:
    secret = client.cookies[PLAIN_COOKIE]
    assert client.get(f"/files/{assessment.id}.yaml").status_code == 200
    out = client.post("/sign-out", headers=OWN, follow_redirects=False)
    assert out.status_code == 303
    assert 'hanse=""' in out.headers["set-cookie"]
    client.cookies.set(PLAIN_COOKIE, secret)
    assert client.get(f"/files/{assessment.id}.yaml").status_code == 404


@pytest.mark.parametrize("secret", ["", "x", "0" * 43, "anna", "../anna", "é"])
def test_a_forged_cookie_opens_nothing(stranger: TestClient, assessment: Assessment, secret: str) -> None:
    headers = {"cookie": f"{PLAIN_COOKIE}={secret}".encode()}
    assert stranger.get(f"/files/{assessment.id}.yaml", headers=headers).status_code == 404


def test_what_the_database_keeps_of_a_session_is_no_cookie(
    stranger: TestClient, assessment: Assessment, desk: Desk
) -> None:
    kept = me(desk).session
    assert kept
    stranger.cookies.set(PLAIN_COOKIE, kept)
    assert stranger.get(f"/files/{assessment.id}.yaml").status_code == 404


def test_the_cookie_of_one_opens_nothing_of_another(stranger: TestClient, assessment: Assessment, desk: Desk) -> None:
    stranger.cookies.set(PLAIN_COOKIE, somebody(desk, "ben", "trainer").secret)
    foreign, unknown = (stranger.get(f"/files/{key}.yaml") for key in (assessment.id, "0" * 24))
    assert (foreign.status_code, foreign.text) == (unknown.status_code, unknown.text) == (404, "not found")


@pytest.mark.parametrize(
    ("asked", "browser", "place"),
    [("en", "de", "/account?language=English"), ("de", "de", "/account"), ("de", "en", "/account?language=Deutsch")],
)
def test_the_language_of_the_form_goes_along_where_the_browser_asks_for_another(
    stranger: TestClient, asked: str, browser: str, place: str
) -> None:
    given = {"username": "anna", "password": PASSWORD, "next": "/account"}
    headers = {**OWN, "accept-language": browser}
    answer = stranger.post(f"/sign-in?language={asked}", data=given, headers=headers, follow_redirects=False)
    assert answer.headers["location"] == place


def test_signing_in_anew_gives_another_secret_and_ends_the_old_one(client: TestClient, desk: Desk) -> None:
    before = client.cookies[PLAIN_COOKIE]
    sign_in(client)
    assert desk.entrance.who(before) == VISITOR


@pytest.mark.parametrize("page", ["/assessments", "/answering", "/people", "/administration", "/account"])
def test_without_a_session_every_other_page_is_the_way_in(stranger: TestClient, screens: Screens, page: str) -> None:
    answer = stranger.get(page, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"].split("?")[0]) == (303, "/sign-in")
    assert screens.reached == []


def test_with_a_session_pages_are_there(client: TestClient) -> None:
    assert client.get("/assessments", follow_redirects=False).status_code == 200


def test_the_first_visitor_creates_the_administrator_and_goes_straight_on(
    desk: Desk, client_of: Callable[[], TestClient]
) -> None:
    browser = client_of()
    asked = browser.get("/assessments", follow_redirects=False)
    assert asked.headers["location"].startswith("/first-start?")
    assert "<h1>" in browser.get(asked.headers["location"]).text
    data = {"username": "Chefin", "shown": "", "password": PASSWORD, "next": "/assessments"}
    done = browser.post("/first-start", data=data, headers=OWN, follow_redirects=False)
    assert (done.status_code, done.headers["location"]) == (303, "/assessments")
    assert browser.get("/assessments", follow_redirects=False).status_code == 200
    for again in (browser.get("/first-start"), browser.post("/first-start", data=data, headers=OWN)):
        assert (again.status_code, again.text) == (404, "not found")


def test_a_weak_password_is_refused_with_the_reason_and_the_name_stays(
    desk: Desk, client_of: Callable[[], TestClient]
) -> None:
    page = client_of().post("/first-start?language=de", data={"username": "chefin", "password": "kurz"}, headers=OWN)
    assert page.status_code == 422
    assert "mindestens 12 Zeichen" in page.text
    assert 'value="chefin"' in page.text


def test_an_invitation_is_redeemed_by_post_alone(stranger: TestClient, desk: Desk) -> None:
    code = desk.people.invite(me(desk), Grant("trainer")).code
    assert stranger.get(f"/redeem?code={code}").status_code == 200
    data = {"code": code, "username": "ben", "shown": "Ben", "password": PASSWORD}
    done = stranger.post("/redeem", data=data, headers=OWN, follow_redirects=False)
    assert done.status_code == 303
    assert desk.entrance.who(stranger.cookies[PLAIN_COOKIE]).display_name == "Ben"
    assert stranger.post("/redeem", data=data, headers=OWN).status_code == 422


def test_who_is_signed_in_adds_the_role_of_an_invitation(client: TestClient, desk: Desk) -> None:
    code = desk.people.invite(me(desk), Grant("trainer")).code
    assert "Anna" in client.get("/redeem").text
    assert client.post("/redeem", data={"code": code}, headers=OWN, follow_redirects=False).status_code == 303
    assert Grant("trainer") in me(desk).grants


def test_a_reset_link_leads_to_a_new_password(stranger: TestClient, desk: Desk) -> None:
    ben = somebody(desk, "ben", "trainer")
    code = desk.people.reset_link(me(desk), ben.actor.id).code
    data = {"code": code, "password": "ganz andere lange Worte"}
    assert stranger.post("/reset", data=data, headers=OWN, follow_redirects=False).status_code == 303
    assert ben.actor == VISITOR
    assert sign_in(stranger, "ben", "ganz andere lange Worte").status_code == 303


def test_a_password_is_changed_against_the_old_one(client: TestClient, desk: Desk) -> None:
    assert 'value="anna"' in client.get("/password").text
    data = {"username": "anna", "password": PASSWORD, "new": "ganz andere lange Worte"}
    assert client.post("/password", data=data, headers=OWN, follow_redirects=False).status_code == 303
    assert anna(desk).actor == VISITOR
    assert sign_in(client, password="ganz andere lange Worte").status_code == 303


def test_who_must_choose_a_new_password_is_led_to_it(stranger: TestClient, desk: Desk) -> None:
    ben = somebody(desk, "ben", "trainer")
    desk.people.require_new_password(me(desk), ben.actor.id)
    answer = sign_in(stranger, "ben")
    assert 'name="new"' in answer.text
    assert "set-cookie" not in answer.headers


def test_many_tries_are_slowed_down(stranger: TestClient) -> None:
    answers = [sign_in(stranger, password="falsch").status_code for _ in range(8)]
    assert answers[:5] == [401] * 5
    assert 429 in answers


@pytest.mark.parametrize("body", [b"", b"\xff" * 100, b"a" * 20_000, b"&".join(b"a%d=1" % n for n in range(100))])
def test_junk_is_no_sign_in(stranger: TestClient, body: bytes) -> None:
    assert stranger.post("/sign-in", content=body, headers=OWN).status_code in (401, 429)


@pytest.mark.parametrize(("language", "title"), [("de", "Anmelden"), ("en", "Sign in")])
def test_the_forms_speak_both_languages_and_need_no_script(stranger: TestClient, language: str, title: str) -> None:
    answer = stranger.get(f"/sign-in?language={language}")
    assert f'<html lang="{language}">' in answer.text
    assert f"<h1>{title}</h1>" in answer.text
    assert "<script" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_every_field_has_a_label(stranger: TestClient, desk: Desk) -> None:
    for path in ("/sign-in", "/redeem", "/reset", "/password"):
        page = stranger.get(path).text
        fields = set(re.findall(r'<input id="([a-z]+)"', page))
        assert fields
        assert fields == set(re.findall(r'<label for="([a-z]+)"', page))


def test_two_people_in_two_browsers_are_two(
    desk: Desk, client: TestClient, client_of: Callable[[], TestClient]
) -> None:
    ben: Person = somebody(desk, "ben", "trainer")
    other = client_of()
    other.cookies.set(PLAIN_COOKIE, ben.secret)
    assert "Anna" in client.get("/redeem").text
    assert "Ben" in other.get("/redeem").text
