"""A link with the code of a cohort leads straight to joining it: sign in, agree point by point, done."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from assessment.desk import Desk
from assessment.desk.entrance import show_code
from models.cohort import CONSENTS, Cohort, Membership
from models.people import PLAIN_COOKIE, Grant
from tests.house import Person, me, somebody

OWN = {"origin": "http://localhost"}
PATH = "/join-cohort?language=de"


@pytest.fixture
def trainer(desk: Desk) -> Person:
    me(desk)
    return somebody(desk, "tom", "trainer")


@pytest.fixture
def cohort(desk: Desk, trainer: Person) -> Cohort:
    return desk.cohorts.found(trainer.actor, "Häfen & <Freunde>")


@pytest.fixture
def code(desk: Desk, trainer: Person, cohort: Cohort) -> str:
    return show_code(desk.cohorts.invite(trainer.actor, cohort.id).code)


@pytest.fixture
def lead(desk: Desk, client_of: Callable[[], TestClient]) -> TestClient:
    """The browser of somebody who leads two cities."""
    lena = somebody(desk, "lena", "lead", desk.people.found(me(desk), "Aue").id)
    other = Grant("lead", desk.people.found(me(desk), "Bergen").id)
    desk.people.join(lena.actor, desk.people.invite(me(desk), other).code)
    browser = client_of()
    browser.cookies.set(PLAIN_COOKIE, lena.secret)
    return browser


def members(desk: Desk, trainer: Person, cohort: Cohort) -> list[Membership]:
    return [each.membership for each in desk.cohorts.show(trainer.actor, cohort.id).cities]


def test_the_link_leads_a_lead_to_the_terms_and_in(
    lead: TestClient, desk: Desk, trainer: Person, cohort: Cohort, code: str
) -> None:
    asked = lead.get(PATH).text
    assert ('id="code"' in asked, "code.js" in asked) == (True, True)
    terms = lead.post(PATH, data={"code": code}, headers=OWN).text
    assert "Häfen &amp; &lt;Freunde&gt;" in terms
    assert terms.count('type="checkbox"') == len(CONSENTS)
    assert "checked" not in terms
    (bergen,) = re.findall(r'<option value="([^"]+)">Bergen<', terms)
    said = {"code": code, "do": "join", "city": bergen, "figures": "yes"}
    done = lead.post(PATH, data=said, headers=OWN, follow_redirects=False)
    assert (done.status_code, done.headers["location"]) == (303, "/assessments?language=Deutsch")
    (member,) = members(desk, trainer, cohort)
    assert (member.city.name, member.consents) == ("Bergen", {"figures"})


def test_a_wrong_code_is_told_and_changes_nothing(
    lead: TestClient, desk: Desk, trainer: Person, cohort: Cohort, code: str
) -> None:
    told = lead.post(PATH, data={"code": "WRONG", "do": "join", "figures": "yes"}, headers=OWN)
    assert (told.status_code, 'role="alert"' in told.text) == (422, True)
    assert members(desk, trainer, cohort) == []


def test_somebody_without_a_session_signs_in_first_and_the_browser_keeps_the_code(stranger: TestClient) -> None:
    sent = stranger.get(PATH, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/sign-in?language=de&next=/join-cohort")
    assert "code.js" in stranger.get(sent.headers["location"]).text


def test_who_leads_no_city_is_told_to_pass_the_link_on(
    client_of: Callable[[], TestClient], trainer: Person, code: str
) -> None:
    browser = client_of()
    browser.cookies.set(PLAIN_COOKIE, trainer.secret)
    told = browser.post(PATH, data={"code": code}, headers=OWN)
    assert (told.status_code, "Nur wer eine Stadt leitet" in told.text) == (422, True)
