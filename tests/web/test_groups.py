"""Files of a published edition go to whoever leads the cohort, and to everybody else there is nothing."""

import pytest
from starlette.testclient import TestClient

from assessment.desk import Desk, demonstration
from models.invented import MARK
from tests.house import me
from tests.invented import invented_network

COHORT = f"{MARK}cohort-3"


@pytest.fixture
def edition(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an edition of the invented network, whose cohorts the person at the client leads."""
    monkeypatch.setattr(demonstration, "signed_network", lambda *_: invented_network())
    desk.demonstration.load(me(desk))
    (own, *_) = desk.benchmarking.of_cohort(me(desk), COHORT)
    return own.editions[-1].edition.id


def test_an_edition_is_handed_out_in_every_form_and_noted(client: TestClient, desk: Desk, edition: str) -> None:
    begins = {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "txt": b"", "csv": "\ufeffDimension".encode()}
    for ending, first in begins.items():
        answer = client.get(f"/groups/{COHORT}/{edition}.{ending}?language=de")
        assert (answer.status_code, answer.content[: len(first)]) == (200, first), ending
    noted = [each.detail["form"] for each in desk.auditing.of_house(me(desk)) if each.detail.get("how") == "handed out"]
    assert sorted(noted) == sorted(begins)


@pytest.mark.parametrize(
    ("picture", "begin"), [("radar.svg", b"<svg"), ("radar.png", b"\x89PNG"), ("classes.svg", b"<svg")]
)
def test_its_charts_are_handed_out_as_pictures(client: TestClient, edition: str, picture: str, begin: bytes) -> None:
    answer = client.get(f"/groups/{COHORT}/{edition}/{picture}?language=en")
    assert answer.content.startswith(begin)


def test_everything_else_is_not_there(client: TestClient, stranger: TestClient, edition: str) -> None:
    for path in (
        f"/groups/{COHORT}/{edition}.exe",
        f"/groups/{COHORT}/unknown.pdf",
        f"/groups/{MARK}cohort-9/{edition}.pdf",
        f"/groups/{COHORT}/{edition}/names.svg",
        f"/groups/{COHORT}/{edition}/radar.pdf",
    ):
        assert client.get(path).status_code == 404, path
    assert stranger.get(f"/groups/{COHORT}/{edition}.csv", follow_redirects=False).status_code == 404


def test_an_edition_of_the_network_has_an_address_of_its_own(
    client: TestClient, stranger: TestClient, desk: Desk, edition: str
) -> None:
    (network,) = desk.benchmarking.of_network(me(desk), invented=True)
    of_all = network.editions[-1].edition.id
    assert client.get(f"/groups/network/{of_all}.csv?language=en").content.startswith("\ufeffDimension".encode())
    assert client.get(f"/groups/network/{edition}.csv").status_code == 404
    assert stranger.get(f"/groups/network/{of_all}.csv", follow_redirects=False).status_code == 404
