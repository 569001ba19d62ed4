"""The page in which the app appears: in the visitor's language, under our name, and light to fetch."""

import gzip
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from locales.preference import preferred
from tests.web.conftest import SCRIPT, Screens
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


def test_who_cannot_unpack_gets_scripts_as_they_are(client: TestClient) -> None:
    answer = client.get("/static/js/index.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.text == SCRIPT


def test_pictures_are_left_alone(client: TestClient) -> None:
    answer = client.get("/static/media/picture.png", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.content == b"\x89PNG"
