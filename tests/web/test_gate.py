"""Who is let through: known hosts, our own pages. Everything else looks as if it were not there."""

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.web.conftest import Screens

FOREIGN = {"origin": "http://evil.example"}
OWN = {"origin": "http://localhost"}

_CLOSED = [
    "/_stcore/metrics",
    "/_stcore/upload_file/s/f",
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/script-health-check",
    "/component/x/index.html",
    "/auth/login",
    "/oauth2callback",
    "/oauth2callback/x",
    "/app/static/secret.txt",
    "/.env",
    "/a/b/c",
    "/..%2f..%2fetc/passwd",
]


@pytest.mark.parametrize("path", _CLOSED)
def test_closed_doors_look_as_if_they_were_not_there(client: TestClient, screens: Screens, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.text) == (404, "not found")
    assert screens.reached == []


@pytest.mark.parametrize("path", ["/", "/quick-scan", "/sign-in", "/imprint", "/_stcore/health", "/healthz"])
def test_pages_for_everybody_are_open(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 200


def test_a_foreign_page_cannot_write(client: TestClient, screens: Screens) -> None:
    assert client.post("/posted", headers=FOREIGN).status_code == 404
    assert client.post("/posted", headers={"sec-fetch-site": "cross-site"}).status_code == 404
    assert screens.reached == []


def test_our_own_page_can_write(client: TestClient) -> None:
    assert client.post("/posted", headers=OWN).status_code == 200


def test_a_foreign_page_cannot_connect(client: TestClient, screens: Screens) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("ws://localhost/_stcore/stream", headers=FOREIGN):
        pass
    assert screens.reached == []


def test_our_own_page_can_connect(client: TestClient) -> None:
    with client.websocket_connect("ws://localhost/_stcore/stream", headers=OWN) as socket:
        assert socket.receive_text() == "hello"


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "localhost.evil.example", "localhost@evil.example", ""),
        *("evil.example@localhost", "localhost/evil", "localhost?evil", "localhost#evil", "localhost:evil"),
        *("[", "[::1", "localhost, evil.example", "localhost:1234567"),
    ],
)
def test_an_unknown_name_of_this_machine_leads_nowhere(client: TestClient, screens: Screens, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 404
    assert screens.reached == []


@pytest.mark.parametrize("origin", ["http://[", "http://localhost/evil", "localhost", "http://me@localhost", ""])
def test_what_is_no_origin_is_a_foreign_one(client: TestClient, screens: Screens, origin: str) -> None:
    assert client.post("/posted", headers={"origin": origin}).status_code == 404
    assert screens.reached == []


def test_over_https_a_page_that_came_by_http_is_foreign(client: TestClient, screens: Screens) -> None:
    client.base_url = "https://localhost"
    assert client.post("/posted", headers=OWN).status_code == 404
    assert screens.reached == []
    assert client.post("/posted", headers={"origin": "https://localhost"}).status_code == 200


def test_behind_a_proxy_that_keeps_https_to_itself_our_own_page_can_write(client: TestClient) -> None:
    assert client.post("/posted", headers={"origin": "https://localhost"}).status_code == 200
