"""The server dies while somebody is at work: what was stored is shown again, and nothing else is shown as stored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from assessment.loading import QUESTIONNAIRES, load_library, parse_answers
from tests.browser.server import Server
from tests.browser.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def server(browser: Browser, tmp_path: Path) -> Iterator[Server]:
    own = Server(tmp_path)
    own.start()
    yield own
    own.stop()


@pytest.fixture
def visitor(browser: Browser, server: Server, tmp_path: Path) -> Iterator[Visitor]:
    own = Visitor.arrives(browser, server.address, tmp_path)
    yield own
    own.leaves()


def reconnects(visitor: Visitor, server: Server) -> None:
    """The server comes back, and the page, which was never reloaded, finds it again."""
    before = visitor.page.evaluate("performance.timeOrigin")
    with visitor.page.expect_websocket(timeout=60_000):
        server.start()
    visitor.page.wait_for_selector("[data-test-connection-state=CONNECTED]")
    visitor.settle()
    assert visitor.page.evaluate("performance.timeOrigin") == before


def test_a_quick_scan_survives_a_new_server(visitor: Visitor, server: Server) -> None:
    library = load_library(QUESTIONNAIRES)
    question = library.quick_scans[0].file.questions[0]
    visitor.go("quick-scan?step=1")
    group = visitor.page.get_by_role("radiogroup", name=question.question.in_language("de"))
    statement = question.anchors[3].in_language("de")
    group.locator("label", has_text=statement).click(delay=60)
    visitor.settle()
    visitor.sees("1 von 26")

    server.kill()
    reconnects(visitor, server)

    visitor.sees("1 von 26")
    assert group.get_by_role("radio", name=statement).is_checked()
    kept: str = visitor.page.evaluate("localStorage.getItem('hanse.quick-scan')")
    assert parse_answers(kept.encode(), "browser", library).ratings[question.id].rating == "4"


def test_a_rating_survives_a_new_server(visitor: Visitor, server: Server) -> None:
    visitor.sets_up("anna")
    visitor.fill("Stadt", "Stromausfall")
    visitor.press("Beginnen")
    visitor.press("Überwiegend erfüllt", role="radio")
    visitor.sees("gespeichert")

    server.kill()
    visitor.sees("Die Verbindung ist unterbrochen.")
    reconnects(visitor, server)

    visitor.sees("gespeichert")
    assert visitor.page.get_by_text("Die Verbindung ist unterbrochen.").count() == 0
    assert visitor.page.get_by_role("radio", name="Überwiegend erfüllt", checked=True).count() == 1


def test_what_is_shown_after_a_power_cut_in_a_click_is_what_is_stored(visitor: Visitor, server: Server) -> None:
    visitor.sets_up("anna")
    visitor.fill("Stadt", "Stromausfall")
    visitor.press("Beginnen")
    for choice in ("Nicht erfüllt", "Vollständig erfüllt"):
        visitor.named(choice, role="radio").click(no_wait_after=True)
        server.kill()
        reconnects(visitor, server)
        asked = visitor.page.get_by_text("das ist nicht gespeichert").count()
        shown = visitor.page.get_by_role("radio", checked=True).all_inner_texts()
        visitor.reload()
        stored = visitor.page.get_by_role("radio", checked=True).all_inner_texts()
        assert asked or shown == stored


def writes(visitor: Visitor, text: str) -> None:
    """Types a note, and stays in the field."""
    visitor.page.get_by_label("Notiz", exact=True).first.click()
    visitor.page.keyboard.type(text)


def test_a_note_that_was_being_typed_survives_a_reload(visitor: Visitor) -> None:
    visitor.sets_up("anna")
    visitor.fill("Stadt", "Tippstadt")
    visitor.press("Beginnen")
    visitor.unfold("Notiz, Nachweise, Sicherheit")
    writes(visitor, "Noch nicht fertig ge")
    visitor.reload()
    visitor.sees("gespeichert")
    assert visitor.page.get_by_label("Notiz", exact=True).first.input_value() == "Noch nicht fertig ge"


def test_a_note_typed_while_the_server_is_away_is_stored_when_it_is_back(visitor: Visitor, server: Server) -> None:
    visitor.sets_up("anna")
    visitor.fill("Stadt", "Funkloch")
    visitor.press("Beginnen")
    visitor.unfold("Notiz, Nachweise, Sicherheit")
    server.kill()
    writes(visitor, "Im Funkloch geschrieben")
    visitor.sees("noch nicht gespeichert")
    reconnects(visitor, server)
    visitor.sees("gespeichert ")
    visitor.page.get_by_text("noch nicht gespeichert").first.wait_for(state="hidden")
    visitor.reload()
    assert visitor.page.get_by_label("Notiz", exact=True).first.input_value() == "Im Funkloch geschrieben"
