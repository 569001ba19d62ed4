"""Signing in with an identity provider: against a real one on this machine, and against one that lies in one point."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from httpx2 import Response
from joserfc.jwk import RSAKey
from starlette.testclient import TestClient

from assessment import wiring
from assessment.desk import Desk
from models.identity import Identity
from models.people import PLAIN_COOKIE, SECURE_COOKIE, VISITOR, Actor, Grant
from screens.review.deeds import DEEDS
from tests.house import anna, me, somebody
from tests.web.conftest import Screens, browser_of
from tests.web.providers import CLIENT, Liar, consent, lying_provider, real_provider
from web.oidc import Errand
from web.provider import PLAIN_ERRAND, SECURE_ERRAND

OWN = {"origin": "http://localhost"}
GROUPS = {"sub": "gisela", "preferred_username": "Gisela@bonn.example", "name": "Gisela G.", "groups": ["leads", "x"]}
Go = Callable[..., Response]


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with real_provider(GROUPS) as running:
        yield running


@pytest.fixture
def liar() -> Iterator[Liar]:
    with lying_provider() as running:
        yield running


@pytest.fixture
def known(issuer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real provider is set up here. The fixtures of the desk come after."""
    _set_up(issuer, monkeypatch)


@pytest.fixture
def lied_to(liar: Liar, monkeypatch: pytest.MonkeyPatch) -> None:
    _set_up(liar.issuer, monkeypatch)


def _set_up(issuer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "ISSUER": issuer,
        "CLIENT_ID": CLIENT,
        "CLIENT_SECRET": "geheim",
        "LABEL": "Stadt Bonn",
        "CLAIM": "groups",
        "ROLES": "leads=lead:Bonn",
    }.items():
        monkeypatch.setenv(f"HANSE_OIDC_{name}", value)


@pytest.fixture
def house(known: None, desk: Desk) -> Desk:
    anna(desk)
    return desk


@pytest.fixture
def browser(house: Desk, screens: Screens) -> Iterator[TestClient]:
    with contextmanager(browser_of)(screens) as opened:
        yield opened


@pytest.fixture
def deceived(lied_to: None, desk: Desk, screens: Screens) -> Iterator[TestClient]:
    anna(desk)
    with contextmanager(browser_of)(screens) as opened:
        yield opened


def sent_away(browser: TestClient, origin: str = "http://localhost", **given: str) -> str:
    """Asks to go to the provider; gives the address there."""
    answer = browser.post("/provider", data=given, headers={"origin": origin})
    assert answer.status_code == 200, answer.text
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', answer.text)
    assert found
    return unescape(found[1])


def walk(browser: TestClient, subject: str | None, **given: str) -> Response:
    """The whole way there and back as somebody."""
    return browser.get(consent(sent_away(browser, **given), subject), follow_redirects=False)


def here(browser: TestClient, desk: Desk) -> Actor:
    return desk.entrance.who(browser.cookies.get(PLAIN_COOKIE))


def linked(desk: Desk, issuer: str, subject: str) -> Identity:
    """Anna can sign in as this subject."""
    identity = Identity(issuer, subject)
    assert desk.identities.stores.identities.link(identity, me(desk).id)
    return identity


def test_who_is_known_to_the_provider_gets_the_same_session_as_with_a_password(
    browser: TestClient, house: Desk, issuer: str
) -> None:
    linked(house, issuer, "1")
    answer = walk(browser, "1", next="/people")
    assert (answer.status_code, answer.headers["location"]) == (303, "/people")
    cookie = next(each for each in answer.headers.get_list("set-cookie") if each.startswith(f"{PLAIN_COOKIE}="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert here(browser, house).id == me(house).id


def test_the_session_that_the_browser_had_before_ends(browser: TestClient, house: Desk, issuer: str) -> None:
    linked(house, issuer, "1")
    browser.cookies.set(PLAIN_COOKIE, anna(house).secret)
    browser.cookies.set(PLAIN_COOKIE, before := somebody(house, "ben", "trainer").secret)
    walk(browser, "1")
    assert house.entrance.who(before) == VISITOR


def test_the_way_there_asks_for_a_code_bound_to_this_browser(browser: TestClient, issuer: str) -> None:
    asked = {key: value[0] for key, value in parse_qs(urlsplit(sent_away(browser)).query).items()}
    errand = _errand(browser)
    challenge = hashlib.sha256(errand["verifier"].encode()).digest()
    assert asked["code_challenge"] == base64.urlsafe_b64encode(challenge).decode().rstrip("=")
    assert (asked["code_challenge_method"], asked["response_type"]) == ("S256", "code")
    assert (asked["state"], asked["nonce"]) == (errand["state"], errand["nonce"])
    assert asked["redirect_uri"] == "http://localhost/provider-return"
    assert len({errand["state"], errand["nonce"], errand["verifier"]}) == 3


def test_no_script_and_no_other_site_gets_the_errand(browser: TestClient) -> None:
    answer = browser.post("/provider", headers=OWN)
    (cookie,) = answer.headers.get_list("set-cookie")
    for part in (f"{PLAIN_ERRAND}=", "HttpOnly", "SameSite=lax", "Max-Age=600", "Path=/"):
        assert part in cookie


def test_over_https_the_errand_belongs_to_this_host_alone(browser: TestClient, house: Desk, issuer: str) -> None:
    linked(house, issuer, "1")
    browser.base_url = "https://localhost"
    there = sent_away(browser, "https://localhost")
    assert browser.cookies[SECURE_ERRAND]
    answer = browser.get(consent(there, "1"), follow_redirects=False)
    assert f"{SECURE_COOKIE}=" in answer.headers["set-cookie"]
    assert "redirect_uri=https%3A%2F%2Flocalhost%2Fprovider-return" in there


def test_a_stranger_without_an_invitation_stays_outside_and_hears_why(browser: TestClient, house: Desk) -> None:
    answer = walk(browser, "nobody")
    assert answer.status_code == 403
    assert "kein offenes Konto" in answer.text
    assert 'name="code"' in answer.text
    assert here(browser, house) == VISITOR
    assert [each.login for each in house.people.everyone(me(house))] == ["anna"]


def test_an_invitation_is_used_with_the_provider(browser: TestClient, house: Desk, issuer: str) -> None:
    code = house.people.invite(me(house), Grant("trainer")).code
    assert walk(browser, "fritz", code=code).status_code == 303
    assert Grant("trainer") in here(browser, house).grants
    assert house.identities.mine(here(browser, house)) == (Identity(issuer, "fritz"),)
    again = walk(browser, "emil", code=code)
    assert again.status_code == 422
    assert "gilt nicht" in again.text


def test_an_invitation_adds_its_role_to_an_account_that_is_there(browser: TestClient, house: Desk, issuer: str) -> None:
    linked(house, issuer, "1")
    code = house.people.invite(me(house), Grant("consultant")).code
    walk(browser, "1", code=code)
    assert Grant("consultant") in me(house).grants


def test_a_group_at_the_provider_gives_a_role_here_once_the_city_is_there(browser: TestClient, house: Desk) -> None:
    assert walk(browser, "gisela").status_code == 403
    bonn = house.people.found(me(house), "Bonn")
    assert walk(browser, "gisela").status_code == 303
    assert Grant("lead", bonn.id) in here(browser, house).grants
    account = house.people.me(here(browser, house))
    assert (account.login, account.display_name) == ("gisela", "Gisela G.")


def test_before_the_first_account_nobody_comes_in_by_a_group(known: None, desk: Desk, screens: Screens) -> None:
    with contextmanager(browser_of)(screens) as opened:
        assert walk(opened, "gisela").status_code == 403
    assert desk.entrance.awaits_first()


def test_who_is_signed_in_links_their_own_account(browser: TestClient, house: Desk, issuer: str) -> None:
    browser.cookies.set(PLAIN_COOKIE, somebody(house, "ben", "trainer").secret)
    answer = walk(browser, "ben at work", link="1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    assert house.identities.mine(here(browser, house)) == (Identity(issuer, "ben at work"),)


def test_an_identity_of_somebody_else_cannot_be_linked(browser: TestClient, house: Desk, issuer: str) -> None:
    linked(house, issuer, "1")
    browser.cookies.set(PLAIN_COOKIE, somebody(house, "ben", "trainer").secret)
    assert walk(browser, "1", link="1").status_code == 422
    assert house.identities.mine(here(browser, house)) == ()


def test_linking_ends_where_somebody_else_signed_in_meanwhile(browser: TestClient, house: Desk) -> None:
    browser.cookies.set(PLAIN_COOKIE, anna(house).secret)
    there = sent_away(browser, link="1")
    browser.cookies.set(PLAIN_COOKIE, somebody(house, "ben", "trainer").secret)
    assert browser.get(consent(there, "new")).status_code == 400
    assert house.identities.mine(me(house)) == ()


def test_an_errand_that_somebody_else_planted_links_nothing(browser: TestClient, house: Desk) -> None:
    # Over plain http another application of the same domain can plant cookies, and ids of colleagues are no secret.
    ben = somebody(house, "ben", "trainer")
    browser.cookies.set(PLAIN_COOKIE, anna(house).secret)
    there = sent_away(browser, link="1")
    errand = _errand(browser)
    assert ben.secret not in errand.values()
    planted = Errand(**{**errand, "session": ben.actor.id}).packed()
    headers = {"cookie": f"{PLAIN_COOKIE}={ben.secret}; {PLAIN_ERRAND}={planted}"}
    browser.cookies.clear()
    assert browser.get(consent(there, "mallory"), headers=headers).status_code == 400
    assert house.identities.mine(ben.actor) == ()


def test_a_closed_account_stays_closed(browser: TestClient, house: Desk, issuer: str) -> None:
    ben = somebody(house, "ben", "trainer").actor
    house.identities.stores.identities.link(Identity(issuer, "b"), ben.id)
    house.people.close(me(house), ben.id)
    code = house.people.invite(me(house), Grant("trainer")).code
    assert walk(browser, "b").status_code == walk(browser, "b", code=code).status_code == 403


def test_another_state_is_refused(browser: TestClient, house: Desk, issuer: str) -> None:
    linked(house, issuer, "1")
    back = consent(sent_away(browser), "1")
    assert browser.get(re.sub("state=[^&]+", "state=other", back)).status_code == 400
    assert here(browser, house) == VISITOR


def test_what_another_browser_began_is_refused(
    browser: TestClient, house: Desk, issuer: str, client_of: Callable[[], TestClient]
) -> None:
    linked(house, issuer, "1")
    victim = client_of()
    back = consent(sent_away(browser), "1")
    assert victim.get(back).status_code == 400
    sent_away(victim)
    assert victim.get(back).status_code == 400
    assert here(victim, house) == VISITOR


def test_a_code_serves_once(browser: TestClient, house: Desk, issuer: str) -> None:
    linked(house, issuer, "1")
    back = consent(sent_away(browser), "1")
    kept = browser.cookies[PLAIN_ERRAND]
    assert browser.get(back, follow_redirects=False).status_code == 303
    browser.cookies.delete(PLAIN_COOKIE)
    assert PLAIN_ERRAND not in browser.cookies
    assert browser.get(back).status_code == 400
    browser.cookies.set(PLAIN_ERRAND, kept)
    assert browser.get(back).status_code == 400
    assert here(browser, house) == VISITOR


def test_a_token_made_for_another_errand_is_refused(browser: TestClient, house: Desk, issuer: str) -> None:
    linked(house, issuer, "1")
    back = consent(sent_away(browser), "1")
    changed = base64.urlsafe_b64encode(json.dumps({**_errand(browser), "nonce": "another"}).encode()).decode()
    browser.cookies.clear()
    browser.cookies.set(PLAIN_ERRAND, changed)
    assert browser.get(back).status_code == 400
    assert here(browser, house) == VISITOR


def test_who_declines_at_the_provider_reads_that_nothing_changed(browser: TestClient) -> None:
    errand = parse_qs(urlsplit(sent_away(browser)).query)["state"][0]
    answer = browser.get(f"/provider-return?error=access_denied&state={errand}")
    assert answer.status_code == 400
    assert "Sie haben die Anmeldung abgebrochen." in answer.text


def test_signing_out_offers_the_provider_too_where_it_can(browser: TestClient, house: Desk, issuer: str) -> None:
    linked(house, issuer, "1")
    walk(browser, "1")
    out = browser.post("/sign-out", headers=OWN, follow_redirects=False)
    assert out.headers["location"] == "/signed-out"
    page = browser.get("/signed-out?language=de").text
    assert f'href="{issuer}/oauth2/end_session?client_id=hanse' in page
    assert "Stadt Bonn" in page


def test_signing_out_with_a_password_alone_leads_to_the_start_page(browser: TestClient, house: Desk) -> None:
    browser.cookies.set(PLAIN_COOKIE, anna(house).secret)
    assert browser.post("/sign-out", headers=OWN, follow_redirects=False).headers["location"] == "/"


@pytest.mark.parametrize("page", ["/sign-in", "/redeem"])
def test_the_forms_offer_the_provider(browser: TestClient, page: str) -> None:
    text = browser.get(f"{page}?language=de").text
    assert "Weiter mit Stadt Bonn" in text
    assert 'formaction="/provider?language=de" formnovalidate' in text


def test_the_language_that_was_chosen_comes_back(browser: TestClient) -> None:
    answer = browser.post("/provider?language=de", headers=OWN)
    state = _errand(browser)["state"]
    assert 'lang="de"' in answer.text
    assert 'lang="de"' in browser.get(f"/provider-return?error=x&state={state}", headers={"accept-language": "en"}).text


@pytest.mark.parametrize("page", ["/provider-return", "/signed-out"])
def test_without_a_provider_its_pages_are_not_there(client: TestClient, page: str) -> None:
    assert (client.get(page).status_code, client.get(page).text) == (404, "not found")
    assert client.post("/provider", headers=OWN).status_code == 404
    assert "formaction" not in client.get("/sign-in").text


def test_a_provider_that_is_right_in_everything_is_believed(deceived: TestClient, desk: Desk, liar: Liar) -> None:
    linked(desk, liar.issuer, "1")
    assert _returned(deceived, liar).status_code == 303
    (asked,) = liar.asked
    assert asked["code_verifier"]
    assert asked["redirect_uri"] == ["http://localhost/provider-return"]


LIES: dict[str, dict[str, Any]] = {
    "another nonce": {"nonce": "another"},
    "a foreign issuer": {"iss": "https://evil.example"},
    "for another application": {"aud": "another"},
    "for another application, by way of ours": {"aud": "another", "azp": CLIENT},
    "too old": {"iat": 1_600_000_000, "exp": 1_600_000_300},
    "nobody": {"sub": ""},
    "no text": {"sub": 7},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_is_wrong_in_one_point_is_refused(deceived: TestClient, desk: Desk, liar: Liar, lie: str) -> None:
    for subject in ("1", "", "7"):
        linked(desk, liar.issuer, subject)
    liar.lies = LIES[lie]
    assert _returned(deceived, liar).status_code == 400
    assert here(deceived, desk) == VISITOR


def test_a_token_signed_with_a_foreign_key_is_refused(deceived: TestClient, desk: Desk, liar: Liar) -> None:
    linked(desk, liar.issuer, "1")
    liar.shown = RSAKey.generate_key(parameters={"kid": "one"})
    assert _returned(deceived, liar).status_code == 400
    assert here(deceived, desk) == VISITOR


def test_a_key_that_the_provider_changed_meanwhile_is_asked_for_anew(
    deceived: TestClient, desk: Desk, liar: Liar
) -> None:
    linked(desk, liar.issuer, "1")
    assert _returned(deceived, liar).status_code == 303
    liar.signing, liar.header = RSAKey.generate_key(parameters={"kid": "two"}), {"alg": "RS256", "kid": "two"}
    assert _returned(deceived, liar).status_code == 303


def test_a_provider_that_answers_in_another_ones_name_is_refused(deceived: TestClient, liar: Liar) -> None:
    state = parse_qs(urlsplit(sent_away(deceived)).query)["state"][0]
    answer = deceived.get(f"/provider-return?code=x&state={state}&iss=https://evil.example")
    assert answer.status_code == 400
    assert liar.asked == []


def test_a_provider_that_calls_itself_otherwise_is_not_used(deceived: TestClient, liar: Liar) -> None:
    liar.described = {"issuer": "https://evil.example"}
    answer = deceived.post("/provider?language=de", headers=OWN)
    assert answer.status_code == 503
    assert "nicht erreichbar" in answer.text


def test_a_provider_that_is_down_costs_nobody_the_password(
    desk: Desk, screens: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiring.close()
    _set_up("http://localhost:9", monkeypatch)
    anna(wiring.desk())
    with contextmanager(browser_of)(screens) as opened:
        assert opened.post("/provider", headers=OWN).status_code == 503
        assert opened.get("/sign-in").status_code == 200
        assert opened.get("/signed-out").status_code == 200


@pytest.mark.parametrize("cookie", ["", "x", "e30=", "bnVsbA==", "W10=", "é"])
def test_a_cookie_that_is_no_errand_opens_nothing(browser: TestClient, cookie: str) -> None:
    headers = {"cookie": f"{PLAIN_ERRAND}={cookie}".encode()}
    assert browser.get("/provider-return?code=x&state=", headers=headers).status_code == 400


def _returned(browser: TestClient, liar: Liar) -> Response:
    asked = parse_qs(urlsplit(sent_away(browser)).query)
    liar.claims = {"nonce": asked["nonce"][0], **liar.lies}
    return browser.get(f"/provider-return?code=x&state={asked['state'][0]}", follow_redirects=False)


def _errand(browser: TestClient) -> dict[str, str]:
    held: dict[str, str] = json.loads(base64.urlsafe_b64decode(browser.cookies[PLAIN_ERRAND].strip('"')))
    return held


def test_the_trail_tells_how_somebody_came_in(browser: TestClient, house: Desk, issuer: str) -> None:
    house.people.found(me(house), "Bonn")
    walk(browser, "gisela")
    browser.cookies.clear()
    walk(browser, "fritz", code=house.people.invite(me(house), Grant("trainer")).code)
    browser.cookies.clear()
    browser.cookies.set(PLAIN_COOKIE, anna(house).secret)
    walk(browser, "anna", link="1")
    house.identities.unlink(me(house), Identity(issuer, "anna"))
    told = [(line.action, line.detail["how"]) for line in house.auditing.of_house(me(house))]
    for deed in (
        ("keep own account", "by group"),
        ("invite people", "accepted"),
        ("keep own account", "linked"),
        ("keep own account", "unlinked"),
    ):
        assert deed in told
        assert deed in DEEDS
