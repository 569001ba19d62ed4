"""An address at which there is nothing: people get a page of ours with a way on, programs the bare words."""

import pytest
from starlette.testclient import TestClient

from screens.frame.ways import ADDRESSES
from tests.web.conftest import Screens

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "de"}
_NOWHERE = ["/nowhere", "/Results", "/results/", "/a/b/c", "/assets/nothing.css", "/files/unknown.yaml", "/first-start"]


@pytest.mark.parametrize("path", _NOWHERE)
def test_who_went_astray_sees_a_page_of_ours_that_says_so(client: TestClient, screens: Screens, path: str) -> None:
    answer = client.get(path, headers=BROWSER, follow_redirects=False)
    assert answer.status_code == 404
    assert "Unter dieser Adresse gibt es nichts" in answer.text
    assert "streamlit" not in answer.text.lower()
    assert screens.reached == []


@pytest.mark.parametrize("path", ["/nowhere", "/a/b/c", "/assets/nothing.css"])
def test_programs_get_no_page(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"accept": "application/json"})
    assert answer.status_code == 404
    assert "<html" not in answer.text


@pytest.mark.parametrize(("accepted", "title"), [("de-AT", "Unter dieser"), ("en-GB", "There is nothing")])
def test_the_page_speaks_the_language_of_the_browser(stranger: TestClient, accepted: str, title: str) -> None:
    assert title in stranger.get("/nowhere", headers={**BROWSER, "accept-language": accepted}).text


def test_the_language_in_the_address_outweighs_the_browser(stranger: TestClient) -> None:
    assert "There is nothing" in stranger.get("/nowhere?language=en", headers=BROWSER).text


def test_strangers_are_told_before_they_are_asked_to_sign_in(stranger: TestClient) -> None:
    answer = stranger.get("/nowhere", headers=BROWSER, follow_redirects=False)
    assert answer.status_code == 404
    assert 'href="/sign-in?language=de"' in answer.text


def test_who_is_signed_in_gets_back_to_work(client: TestClient) -> None:
    told = client.get("/nowhere", headers=BROWSER).text
    assert 'href="/assessments?language=Deutsch"' in told
    assert "/sign-in" not in told


@pytest.mark.parametrize(
    "path", ["/%3Cscript%3Ealert(1)", "//evil.example/page", "/%22onclick=%22x", "/\\\\evil.example"]
)
def test_nothing_of_the_address_becomes_markup_or_leads_elsewhere(client: TestClient, path: str) -> None:
    told = client.get(f"http://localhost{path}", headers=BROWSER).text
    assert "<script>" not in told
    assert 'href="//' not in told
    assert 'href="/\\' not in told
    assert "onclick=" not in told.replace("%22onclick%3D%22", "")


@pytest.mark.parametrize("address", sorted(ADDRESSES))
def test_every_page_is_where_it_is_said_to_be(client: TestClient, screens: Screens, address: str) -> None:
    assert client.get(f"/{address}", headers=BROWSER).status_code == 200
    assert screens.reached == [f"/{address}"]
