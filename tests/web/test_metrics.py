"""Figures for whoever watches over the installation: for those who know the token, and about nobody."""

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from models.assessment import Assessment

TOKEN = "a token that nobody guesses"
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def watched(stranger: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("HANSE_METRICS_TOKEN", TOKEN)
    return stranger


def figures(client: TestClient) -> dict[tuple[str, ...], float]:
    """Every figure by its name and labels."""
    families = text_string_to_metric_families(client.get("/metrics", headers=BEARER).text)
    return {(each.name, *each.labels.values()): each.value for family in families for each in family.samples}


@pytest.mark.parametrize("said", [{}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}])
def test_there_is_nothing_for_whoever_does_not_bring_the_token(watched: TestClient, said: dict[str, str]) -> None:
    answer = watched.get("/metrics", headers=said)
    assert (answer.status_code, answer.text) == (404, "not found")


@pytest.mark.parametrize("token", ["", "too short"])
def test_there_is_nothing_without_a_token_that_cannot_be_guessed(
    stranger: TestClient, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("HANSE_METRICS_TOKEN", token)
    assert stranger.get("/metrics", headers={"authorization": f"Bearer {token}"}).status_code == 404


def test_every_check_is_told(watched: TestClient) -> None:
    checks = {check["name"]: float(check["well"]) for check in watched.get("/readyz").json()["checks"]}
    told = figures(watched)
    assert {name: told["hanse_check", name] for name in checks} == checks


def test_requests_are_counted_by_kind_and_status(watched: TestClient) -> None:
    def counted() -> tuple[float, float]:
        now = figures(watched)
        return now.get(("hanse_requests_total", "files", "404"), 0), now["hanse_request_seconds_count", "files"]

    watched.get("/files/empty/unknown.pdf")
    before = counted()
    watched.get("/files/empty/unknown.pdf")
    assert counted() == (before[0] + 1, before[1] + 1)


def test_no_address_of_anything_is_told(watched: TestClient, assessment: Assessment) -> None:
    watched.get(f"/files/{assessment.id}.yaml")
    watched.get(f"/{assessment.id}")
    assert assessment.id not in watched.get("/metrics", headers=BEARER).text
