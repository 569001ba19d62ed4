"""Files travel through routes of our own: only to and from people who may, never larger than the limit, never shown."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from assessment.desk import Desk
from models.assessment import Assessment
from models.evidence import FILE_LIMIT
from models.people import PLAIN_COOKIE, Grant
from tests.files import PDF, TXT
from tests.house import Person, me, somebody

O1 = "GOV.1.O1"


def sends(client: TestClient, assessment: str, name: str = "a.pdf", content: bytes = PDF, language: str = "en") -> int:
    """The status that sending a file is answered with."""
    headers = {"x-file-name": quote(name)}
    path = f"/evidence/{assessment}/{O1}?language={language}"
    return client.post(path, content=content, headers=headers).status_code


def address(desk: Desk, assessment: Assessment) -> str:
    (file,) = desk.evidence.files(me(desk), assessment.id, O1)
    return f"/evidence/{assessment.id}/{file.id}"


def test_a_file_goes_in_and_comes_out_for_saving_alone(client: TestClient, desk: Desk, assessment: Assessment) -> None:
    assert sends(client, assessment.id, "Beschlüsse & Anlagen.pdf") == 201
    answer = client.get(address(desk, assessment))
    assert answer.content == PDF
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"evidence\"; filename*=UTF-8''Beschl%C3%BCsse%20%26%20Anlagen.pdf"
    )


@pytest.mark.parametrize(("language", "said"), [("de", "nicht"), ("en", "cannot be kept")])
def test_a_refusal_says_why_in_the_language_of_the_page(
    client: TestClient, assessment: Assessment, language: str, said: str
) -> None:
    path = f"/evidence/{assessment.id}/{O1}?language={language}"
    answer = client.post(path, content=b"MZ", headers={"x-file-name": "a.exe"})
    assert answer.status_code == 422
    assert said in answer.json()["message"]


def test_what_is_too_large_is_cut_off_while_it_comes(client: TestClient, desk: Desk, assessment: Assessment) -> None:
    taken = 0

    def without_end() -> Iterator[bytes]:
        nonlocal taken
        while taken < 3 * FILE_LIMIT:
            taken += 1_000_000
            yield b"x" * 1_000_000

    headers = {"x-file-name": "a.txt"}
    answer = client.post(f"/evidence/{assessment.id}/{O1}?language=en", content=without_end(), headers=headers)
    assert "10 MB" in answer.json()["message"]
    assert desk.evidence.files(me(desk), assessment.id, O1) == ()


def test_a_foreign_page_cannot_send_a_file(client: TestClient, desk: Desk, assessment: Assessment) -> None:
    headers = {"x-file-name": "a.pdf", "origin": "https://evil.example"}
    answer = client.post(f"/evidence/{assessment.id}/{O1}", content=PDF, headers=headers)
    assert answer.status_code == 404
    assert desk.evidence.files(me(desk), assessment.id, O1) == ()


@pytest.fixture
def as_person(client_of: Callable[[], TestClient]) -> Callable[[Person | None], TestClient]:
    """Opens a browser in which this person is signed in."""

    def browser(who: Person | None) -> TestClient:
        opened = client_of()
        if who:
            opened.cookies.set(PLAIN_COOKIE, who.secret)
        return opened

    return browser


AsPerson = Callable[[Person | None], TestClient]


def test_strangers_and_other_cities_neither_send_nor_fetch_and_cannot_tell_why(
    client: TestClient, as_person: AsPerson, desk: Desk, assessment: Assessment
) -> None:
    sends(client, assessment.id)
    kept = address(desk, assessment)
    elsewhere = desk.people.found(me(desk), "Anderswo")
    for who in (None, somebody(desk, "otto", "lead", elsewhere.id)):
        browser = as_person(who)
        assert sends(browser, assessment.id) == sends(browser, "unknown") == 404
        answers = [browser.get(path) for path in (kept, f"/evidence/{assessment.id}/unknown", "/evidence/x/y")]
        assert {(each.status_code, each.text) for each in answers} == {(404, "not found")}


def test_a_consultant_to_whom_it_was_opened_fetches_and_does_not_send(
    client: TestClient, as_person: AsPerson, desk: Desk, assessment: Assessment
) -> None:
    sends(client, assessment.id)
    carl = somebody(desk, "carl", "consultant")
    desk.people.open_to(me(desk), assessment.id, "carl")
    browser = as_person(carl)
    assert browser.get(address(desk, assessment)).content == PDF
    assert sends(browser, assessment.id, "b.txt", TXT) == 404


def test_a_role_taken_away_closes_the_door_to_a_file_that_was_open(
    client: TestClient, as_person: AsPerson, desk: Desk, assessment: Assessment
) -> None:
    sends(client, assessment.id)
    ben = somebody(desk, "ben", "contributor", assessment.city.id)
    browser, kept = as_person(ben), address(desk, assessment)
    assert browser.get(kept).status_code == 200
    desk.people.take(me(desk), ben.actor.id, Grant("contributor", assessment.city.id))
    assert browser.get(kept).status_code == 404


def test_what_was_taken_out_of_the_answer_is_not_found(client: TestClient, desk: Desk, assessment: Assessment) -> None:
    sends(client, assessment.id)
    kept = address(desk, assessment)
    desk.evidence.remove(me(desk), assessment.id, O1, "a.pdf")
    assert client.get(kept).status_code == 404
