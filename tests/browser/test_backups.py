"""The administrator makes a copy and puts it back in a real browser; the answers of that time stand there again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from store.restore import usable
from tests.browser.server import Server
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def alone(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """The administrator of an installation of their own, since everybody is signed out in the end."""
    server = Server(tmp_path)
    server.start()
    visitor = Visitor.arrives(browser, server.address, tmp_path)
    visitor.sets_up("anna")
    yield visitor
    visitor.leaves()
    server.stop()


def test_a_copy_is_made_taken_away_and_put_back(alone: Visitor) -> None:
    alone.go("administration")
    alone.fill("Neue Stadt", "Altstadt")
    alone.press("Stadt hinzufügen")
    alone.go("backups")
    alone.press("Jetzt eine Sicherung anlegen")
    alone.sees("Geprüft.")
    assert usable(alone.saves("Herunterladen"))

    alone.go("administration")
    alone.fill("Neue Stadt", "Neustadt")
    alone.press("Stadt hinzufügen")
    alone.sees("Neustadt")

    alone.go("backups")
    alone.unfold("Zurückspielen …")
    alone.page.get_by_text("Ja, alles nach dem").click()
    alone.settle()
    alone.press("Diese Sicherung zurückspielen")
    alone.page.goto(f"{alone.app}/administration")
    alone.signs_in("anna")
    alone.sees("Altstadt")
    assert alone.page.get_by_text("Neustadt").count() == 0
