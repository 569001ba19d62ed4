"""Two people in two browsers fill in one assessment: each sees the other's answers, nothing is lost or overwritten."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, StorageState

from tests.browser.server import Server
from tests.browser.visitor import PASSWORD, Visitor
from tests.files import PDF

pytestmark = pytest.mark.browser

N, L, F = "Nicht erfüllt", "Überwiegend erfüllt", "Vollständig erfüllt"


@pytest.fixture(scope="module")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    own = Server(tmp_path_factory.mktemp("together"))
    own.start()
    yield own
    own.stop()


@pytest.fixture(scope="module")
def known(browser: Browser, server: Server) -> tuple[StorageState, StorageState]:
    """What the browsers of two signed-in people hold: Anna, who leads a city, and Ben, whom she invited."""
    anna = Visitor.arrives(browser, server.address, server.folder)
    anna.sets_up("anna")
    anna.fill("Stadt", "Zweierstadt")
    anna.press("Beginnen")
    anna.go("people")
    anna.unfold("Personen einladen")
    anna.press("Link erstellen")
    link = anna.page.locator("[class*='st-key-new-link'] code").inner_text()
    ben = Visitor.arrives(browser, server.address, server.folder)
    ben.page.goto(link)
    ben.page.get_by_label("Anmeldename").fill("ben")
    ben.page.get_by_label("Neues Passwort").fill(PASSWORD)
    ben.page.get_by_role("button", name="Konto anlegen").click()
    ben.settle()
    held = anna.context.storage_state(), ben.context.storage_state()
    for each in (anna, ben):
        each.leaves()
    return held


@dataclass
class Pair:
    """Two people at one process of a new assessment."""

    anna: Visitor
    ben: Visitor

    def __iter__(self) -> Iterator[Visitor]:
        return iter((self.anna, self.ben))

    def reload(self) -> None:
        """Both load the page anew."""
        for each in self:
            each.reload()


@pytest.fixture
def pair(browser: Browser, server: Server, known: tuple[StorageState, StorageState], tmp_path: Path) -> Iterator[Pair]:
    anna, ben = (Visitor.arrives(browser, server.address, tmp_path, storage_state=each) for each in known)
    anna.go("assessments")
    anna.unfold("Neue Bewertung beginnen")
    anna.fill("Stadt", "Zweierstadt")
    anna.press("Beginnen")
    anna.sees("GOV.1 Mandat und gemeinsames Verständnis")
    ben.go(anna.page.url.removeprefix(anna.app + "/"))
    yield Pair(anna, ben)
    for each in (anna, ben):
        each.leaves()


def choice(visitor: Visitor, number: int, name: str) -> Locator:
    """One of the answers to the question with this number."""
    return visitor.page.get_by_role("radio", name=name, exact=True).nth(number - 1)


def rates(visitor: Visitor, number: int, name: str) -> None:
    choice(visitor, number, name).click(delay=60)


def sees_rated(visitor: Visitor, number: int, name: str) -> None:
    """Waits until the question with this number is rated so on this person's page."""
    choice(visitor, number, name).and_(visitor.page.get_by_role("radio", checked=True)).wait_for()


def rated(visitor: Visitor, *wanted: tuple[int, str]) -> bool:
    return all(choice(visitor, number, name).is_checked() for number, name in wanted)


@contextmanager
def nobody_writes(server: Server) -> Iterator[None]:
    """Meanwhile whoever wants to store something waits, as on a day on which the machine is slow."""
    with closing(sqlite3.connect(server.folder / "data" / "hanse.db", isolation_level=None)) as own:
        own.execute("BEGIN IMMEDIATE")
        yield
        own.execute("ROLLBACK")


def note_of(visitor: Visitor, number: int) -> Locator:
    return visitor.page.get_by_label("Notiz", exact=True).nth(number - 1)


def unfolds(visitor: Visitor, number: int) -> None:
    """Opens what belongs to the question with this number."""
    visitor.page.get_by_text("Notiz, Nachweise, Sicherheit").nth(number - 1).click()
    visitor.settle()


def test_changes_at_the_same_time_are_all_stored_and_appear_on_both_pages(pair: Pair) -> None:
    loaded = [each.page.evaluate("performance.timeOrigin") for each in (pair.anna, pair.ben)]
    for at, (annas, bens) in enumerate([(1, 2), (3, 4)]):
        rates(pair.anna, annas, (F, N)[at])
        rates(pair.ben, bens, (N, L)[at])
    wanted = ((1, F), (2, N), (3, N), (4, L))
    for each in (pair.anna, pair.ben):
        for number, name in wanted:
            sees_rated(each, number, name)
        each.sees("von anna")
        each.sees("von ben")
    assert [each.page.evaluate("performance.timeOrigin") for each in (pair.anna, pair.ben)] == loaded
    pair.reload()
    assert rated(pair.anna, *wanted)
    assert rated(pair.ben, *wanted)


def stands_as_stored(visitor: Visitor, number: int, by: str) -> None:
    """Waits until the line under the question with this number says who stored the answer."""
    visitor.page.locator("[class*='st-key-standing-']").nth(number - 1).get_by_text(f"von {by}").wait_for()


def test_answers_given_while_an_earlier_one_is_being_stored_are_all_shown_as_stored(pair: Pair, server: Server) -> None:
    with nobody_writes(server):
        for number in (1, 2):
            rates(pair.anna, number, N)
            pair.anna.page.wait_for_timeout(300)
    for number in (1, 2):
        stands_as_stored(pair.anna, number, "anna")


def test_an_answer_given_while_that_of_somebody_else_arrives_is_shown_as_stored(pair: Pair, server: Server) -> None:
    rates(pair.anna, 1, N)
    stands_as_stored(pair.anna, 1, "anna")
    with nobody_writes(server):
        rates(pair.ben, 2, N)
        pair.ben.page.wait_for_timeout(1000)
    stands_as_stored(pair.ben, 1, "anna")
    stands_as_stored(pair.ben, 2, "ben")


def test_what_others_do_disturbs_nobody_who_is_typing(pair: Pair) -> None:
    unfolds(pair.ben, 1)
    note_of(pair.ben, 1).click()
    pair.ben.page.keyboard.type("Bens Satz, noch ")
    for number in (1, 2):
        rates(pair.anna, number, F)
        sees_rated(pair.ben, number, F)
    pair.ben.page.keyboard.type("nicht zu Ende")
    assert note_of(pair.ben, 1).input_value() == "Bens Satz, noch nicht zu Ende"
    unfolds(pair.anna, 1)
    pair.anna.page.wait_for_function(
        "() => [...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')].some("
        "each => each.shadowRoot?.querySelector('textarea')?.value === 'Bens Satz, noch nicht zu Ende')"
    )
    pair.reload()
    assert note_of(pair.ben, 1).input_value() == "Bens Satz, noch nicht zu Ende"


def test_a_choice_on_top_of_one_that_was_not_seen_shows_both_and_keeps_both(pair: Pair) -> None:
    # Ben's page hears nothing, as on a bad line.
    pair.ben.context.route("**/events/**", lambda route: route.abort())
    pair.ben.reload()
    rates(pair.anna, 1, F)
    pair.anna.sees("gespeichert")
    rates(pair.ben, 1, N)
    pair.ben.sees("anna hat „Vollständig erfüllt“ gespeichert")
    pair.ben.press("Gespeichertes behalten")
    sees_rated(pair.ben, 1, F)
    pair.ben.press("Verlauf")
    pair.ben.sees("Nicht erfüllt (nicht übernommen")
    pair.reload()
    assert rated(pair.anna, (1, F))
    assert rated(pair.ben, (1, F))


def test_two_notes_for_one_question_are_shown_side_by_side_and_the_chosen_one_reaches_both(pair: Pair) -> None:
    pair.ben.context.route("**/events/**", lambda route: route.abort())
    pair.ben.reload()
    for each, text in ((pair.anna, "Beschluss vom Mai"), (pair.ben, "Beschluss vom Juni")):
        unfolds(each, 1)
        note_of(each, 1).click()
        each.page.keyboard.type(text)
        if each is pair.anna:
            each.sees("gespeichert ")
            each.page.get_by_text("noch nicht gespeichert").first.wait_for(state="hidden")
    pair.ben.sees("Zwei Texte für ein Feld.")
    pair.ben.sees("Gespeichert von anna")
    pair.ben.press("Meine Angabe speichern")
    pair.ben.page.get_by_text("Zwei Texte für ein Feld.").wait_for(state="hidden")
    pair.reload()
    assert note_of(pair.anna, 1).input_value() == "Beschluss vom Juni"


def test_a_file_is_put_to_a_question_fetched_by_the_other_and_taken_out_again(pair: Pair, tmp_path: Path) -> None:
    for each in (pair.anna, pair.ben):
        unfolds(each, 1)
    (tmp_path / "Ratsbeschluss.pdf").write_bytes(PDF)
    (tmp_path / "Schadware.pdf").write_bytes(b"MZ")
    for name, answer in (
        ("Schadware.pdf", "ist nicht, was der Name sagt"),
        ("Ratsbeschluss.pdf", "Ratsbeschluss.pdf ·"),
    ):
        pair.anna.opens("Dateien hinzufügen", tmp_path / name)
        pair.anna.sees(answer)
    with pair.ben.page.expect_download() as coming:
        pair.ben.page.get_by_role("link", name="Ratsbeschluss.pdf").click(delay=60)
    assert coming.value.path().read_bytes() == PDF
    pair.ben.press("Entfernen")
    pair.anna.page.get_by_role("link", name="Ratsbeschluss.pdf").wait_for(state="hidden")
    pair.ben.press("Rückgängig")
    pair.anna.page.get_by_role("link", name="Ratsbeschluss.pdf").wait_for()


def test_a_lost_connection_loses_nothing_and_is_caught_up_with(pair: Pair) -> None:
    rates(pair.ben, 2, L)
    sees_rated(pair.anna, 2, L)
    unfolds(pair.ben, 3)
    pair.ben.context.set_offline(True)
    pair.ben.page.evaluate("window.dispatchEvent(new Event('offline'))")
    note_of(pair.ben, 3).click()
    pair.ben.page.keyboard.type("Ohne Netz geschrieben")
    pair.ben.sees("noch nicht gespeichert")
    rates(pair.anna, 1, F)
    pair.anna.sees("von anna")
    pair.ben.context.set_offline(False)
    sees_rated(pair.ben, 1, F)
    pair.ben.page.get_by_text("noch nicht gespeichert").first.wait_for(state="hidden")
    pair.reload()
    assert rated(pair.anna, (1, F), (2, L))
    assert note_of(pair.anna, 3).input_value() == "Ohne Netz geschrieben"


def test_a_server_that_dies_and_comes_back_loses_nothing_that_was_shown_as_stored(pair: Pair, server: Server) -> None:
    rates(pair.anna, 1, F)
    rates(pair.ben, 2, L)
    for each in (pair.anna, pair.ben):
        sees_rated(each, 1, F)
        sees_rated(each, 2, L)
        each.sees("von anna")
        each.sees("von ben")
    server.kill()
    for each in (pair.anna, pair.ben):
        each.sees("Die Verbindung ist unterbrochen.")
    server.start()
    for each in (pair.anna, pair.ben):
        each.page.get_by_text("Die Verbindung ist unterbrochen.").wait_for(state="hidden")
        each.settle()
    rates(pair.ben, 3, N)
    sees_rated(pair.anna, 3, N)
    wanted = ((1, F), (2, L), (3, N))
    assert rated(pair.anna, *wanted)
    pair.reload()
    assert rated(pair.ben, *wanted)


def test_a_quick_scan_that_a_city_keeps_shows_what_a_colleague_answers(pair: Pair) -> None:
    pair.anna.go("assessments")
    pair.anna.unfold("Neue Bewertung beginnen")
    pair.anna.fill("Stadt", "Zweierstadt")
    pair.anna.page.get_by_text("Schnellcheck", exact=True).last.click()
    pair.anna.settle()
    pair.anna.press("Beginnen")
    pair.anna.page.wait_for_url("**/answering?**")
    pair.ben.go(pair.anna.page.url.removeprefix(pair.anna.app + "/"))
    statement = "Welche Aussage passt am besten?"
    third = [each.page.get_by_role("radiogroup", name=statement).first.get_by_role("radio").nth(2) for each in pair]
    third[0].locator("xpath=ancestor::label").click(delay=60)
    pair.anna.sees("gespeichert ")
    pair.ben.sees("von anna")
    third[1].and_(pair.ben.page.get_by_role("radio", checked=True)).wait_for()
