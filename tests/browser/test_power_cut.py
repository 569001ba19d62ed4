"""The server dies while somebody is at work: what was stored is shown again, and nothing else is shown as stored."""

import contextlib
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from assessment.loading import QUESTIONNAIRES, load_library, parse_answers
from store.sqlite import MODULE
from tests.browser.server import Server
from tests.browser.visitor import Visitor
from tests.parts import rounds

pytestmark = pytest.mark.browser


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
    """The server comes back, and the page, which was never reloaded, finds it again.

    From the moment on at which nothing speaks of a lost connection any more, the page must tell the truth.
    """
    before = visitor.page.evaluate("performance.timeOrigin")
    notice = visitor.page.get_by_text("Die Verbindung ist unterbrochen.")
    notice.wait_for()
    with visitor.page.expect_websocket():
        server.start()
    notice.wait_for(state="hidden")
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


def test_a_choice_before_the_page_is_drawn_anew_is_not_shown_as_if_it_were_stored(
    visitor: Visitor, server: Server
) -> None:
    begins(visitor, "Stromausfall")
    server.kill()
    visitor.sees("Die Verbindung ist unterbrochen.")
    server.start()
    visitor.page.wait_for_selector("[data-test-connection-state=CONNECTED]")
    visitor.named(CHOICES["F"], role="radio").click(no_wait_after=True)
    visitor.page.get_by_text("Die Verbindung ist unterbrochen.").wait_for(state="hidden")
    visitor.settle()
    assert not look(visitor, server).phantom
    visitor.press(CHOICES["L"], role="radio")
    visitor.sees("gespeichert ")
    assert look(visitor, server) == Look("L", "L", asked=False)


CHOICES = {"N": "Nicht erfüllt", "P": "Teilweise erfüllt", "L": "Überwiegend erfüllt", "F": "Vollständig erfüllt"}


@dataclass(frozen=True)
class Look:
    """What the page shows of the first question, and what the database holds."""

    shown: str | None
    stored: str | None
    asked: bool

    @property
    def phantom(self) -> bool:
        """Whether the page shows an answer that the database lacks, and does not say so."""
        return self.shown != self.stored and not self.asked


def held(server: Server, field: str) -> str | None:
    """What the database holds in a field of the first question."""
    with contextlib.closing(MODULE.connect(server.folder / "data" / "hanse.db")) as database:
        row = database.execute(
            "SELECT value FROM answer WHERE field = ? AND indicator = 'GOV.1.O1'", (field,)
        ).fetchone()
    return row[0] if row else None


def look(visitor: Visitor, server: Server) -> Look:
    stored = held(server, "rating")
    first = [name for name in CHOICES if visitor.named(CHOICES[name], role="radio").is_checked()]
    asked = visitor.page.get_by_text("das ist nicht gespeichert").count() > 0
    return Look(first[0] if first else None, json.loads(stored)["rating"] if stored else None, asked)


@pytest.mark.soak
def test_no_answer_is_shown_as_stored_that_the_database_lacks(
    visitor: Visitor, server: Server, record_property: Callable[[str, object], None]
) -> None:
    begins(visitor, "Stromausfall")
    chance, kills, stored = random.Random(20), rounds(usual=5, soak=200), 0  # noqa: S311 - repeatable on purpose
    for _ in range(kills):
        before = look(visitor, server).shown
        wish = chance.choice([each for each in CHOICES if each != before])
        visitor.named(CHOICES[wish], role="radio").click(no_wait_after=True)
        visitor.page.wait_for_timeout(chance.uniform(0, 20))
        server.kill()
        stored += (away := look(visitor, server)).stored == wish
        assert away.shown == wish
        reconnects(visitor, server)
        assert not look(visitor, server).phantom
        visitor.settle()
        visitor.reload()
    record_property("figure", f"{kills} kills within 20 ms of a click, {stored} clicks stored before: no phantom")


def test_a_page_that_nobody_answers_shows_a_phantom_to_that_look(visitor: Visitor, server: Server) -> None:
    begins(visitor, "Stromausfall")
    server.freeze()
    visitor.named(CHOICES["F"], role="radio").click(no_wait_after=True)
    found = look(visitor, server)
    server.kill()
    assert found.phantom


def begins(visitor: Visitor, city: str) -> None:
    """Begins an assessment in a new installation, and waits for its first question."""
    visitor.sets_up("anna")
    visitor.fill("Stadt", city)
    visitor.press("Beginnen")
    visitor.named(CHOICES["F"], role="radio").wait_for()
    visitor.settle()


def test_a_note_that_was_being_typed_survives_a_reload(visitor: Visitor) -> None:
    visitor.sets_up("anna")
    visitor.fill("Stadt", "Tippstadt")
    visitor.press("Beginnen")
    visitor.unfold("Notiz, Nachweise, Sicherheit")
    writes(visitor, "Noch nicht fertig ge")
    visitor.reload()
    visitor.sees("gespeichert")
    assert visitor.page.get_by_label("Notiz", exact=True).first.input_value() == "Noch nicht fertig ge"


@pytest.mark.soak
def test_no_note_that_is_typed_while_the_server_is_away_is_lost(
    visitor: Visitor, server: Server, record_property: Callable[[str, object], None]
) -> None:
    begins(visitor, "Funkloch")
    visitor.unfold("Notiz, Nachweise, Sicherheit")
    texts, written = rounds(usual=5, soak=100), ""
    for number in range(texts):
        server.kill()
        writes(visitor, sentence := f"Satz {number} aus dem Funkloch. ")
        written += sentence
        visitor.sees("noch nicht gespeichert")
        reconnects(visitor, server)
        visitor.page.get_by_text("noch nicht gespeichert").first.wait_for(state="hidden")
        # The server drops a space at the end, and the field with it where it had to be made anew meanwhile.
        assert letters(json.loads(held(server, "note") or '""')) == letters(written)
    record_property("figure", f"{texts} texts typed while the server was away: none lost")


def test_without_its_drafts_the_page_would_lose_a_note_that_is_typed_while_the_server_is_away(
    visitor: Visitor, server: Server
) -> None:
    visitor.page.add_init_script("Storage.prototype.setItem = () => {}")
    begins(visitor, "Funkloch")
    visitor.unfold("Notiz, Nachweise, Sicherheit")
    server.kill()
    writes(visitor, "Im Funkloch geschrieben")
    visitor.sees("noch nicht gespeichert")
    reconnects(visitor, server)
    visitor.reload()
    assert held(server, "note") is None


def letters(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


def writes(visitor: Visitor, text: str) -> None:
    """Types at the end of the note, and stays in the field."""
    visitor.page.get_by_label("Notiz", exact=True).first.click()
    visitor.page.keyboard.press("Control+End")
    visitor.page.keyboard.type(text)
