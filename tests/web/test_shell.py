"""The page in which the app appears: in the visitor's language, under our name, and light to fetch."""

import gzip
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from locales.preference import preferred
from tests.web.conftest import SCRIPT, Screens
from web.compression import CompressedOnce
from web.shell import PageChangedError, read_shell


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/", "de-DE,de;q=0.9,en;q=0.8", "de"),
        ("/quick-scan", "en-GB", "en"),
        ("/", "fr-FR,fr;q=0.9", "en"),
        ("/?language=English", "de-DE", "en"),
        ("/?language=Deutsch", "en-GB", "de"),
        ("/?language=klingon", "de", "de"),
    ],
)
def test_the_page_says_its_language(client: TestClient, path: str, accepted: str, language: str) -> None:
    answer = client.get(path, headers={"accept-language": accepted})
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-language"] == language


@pytest.mark.parametrize(
    ("accepted", "language"),
    [(None, "de"), ("", "de"), ("de", "de"), ("en;q=0.3,de;q=0.8", "de"), ("nl,de;q=x,en;q=0.1", "en"), ("*", "en")],
)
def test_german_is_for_german_browsers_and_for_those_that_do_not_say(accepted: str | None, language: str) -> None:
    assert preferred(accepted) == language


def test_the_page_speaks_of_nobody_but_us(client: TestClient) -> None:
    page = client.get("/").text
    assert "<title>Hanse</title>" in page
    assert "Streamlit app" not in page
    assert "agent" not in page


def test_a_page_that_changed_its_shape_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><html><title>Other</title></html>")
    with pytest.raises(PageChangedError):
        read_shell(tmp_path)


def test_scripts_are_compressed_once_and_kept(client: TestClient, screens: Screens) -> None:
    first, again = (client.get("/static/js/index.js", headers={"accept-encoding": "gzip"}) for _ in range(2))
    assert first.text == again.text == SCRIPT
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["cache-control"] == "public, immutable"
    assert int(first.headers["content-length"]) == len(gzip.compress(SCRIPT.encode(), 9))
    assert screens.reached == ["/static/js/index.js"]


@pytest.mark.parametrize("path", ["/static//js/index.js", "/static/js/%2e/index.js", "/static/%2e/js///index.js"])
def test_other_addresses_of_a_script_are_not_kept_beside_it(screens: Screens, path: str) -> None:
    # Anybody can make up as many as they like, and each copy would stay in memory.
    asked: list[str] = []

    async def script(scope: Scope, receive: Receive, send: Send) -> None:
        asked.append(scope["path"])
        await Response(SCRIPT, media_type="text/javascript")(scope, receive, send)

    browser = TestClient(CompressedOnce(script))
    for address in (path, path, "/static/js/index.js", "/static/js/index.js"):
        assert browser.get(address, headers={"accept-encoding": "gzip"}).text == SCRIPT
    assert asked == [unquote(path), unquote(path), "/static/js/index.js"]


@pytest.mark.parametrize("ends", [True, False])
def test_a_script_that_was_sent_in_part_is_not_kept(ends: bool) -> None:
    # Whoever asked first may have gone in the middle of it; the next one needs all of it.
    whole = SCRIPT.encode()
    sent = [whole[:3], whole]

    async def script(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"text/javascript"), (b"content-length", str(len(whole)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        part = sent.pop(0)
        await send({"type": "http.response.body", "body": part, "more_body": part != whole and not ends})

    browser = TestClient(CompressedOnce(script), raise_server_exceptions=False)
    asked = [browser.get("/static/js/index.js", headers={"accept-encoding": "gzip"}) for _ in range(2)]
    assert [each.status_code for each in asked] == [500, 200]
    assert asked[1].text == SCRIPT


def test_who_cannot_unpack_gets_scripts_as_they_are(client: TestClient) -> None:
    answer = client.get("/static/js/index.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.text == SCRIPT


def test_pictures_are_left_alone(client: TestClient) -> None:
    answer = client.get("/static/media/picture.png", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.content == b"\x89PNG"
