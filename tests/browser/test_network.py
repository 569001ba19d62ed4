"""Two cities find each other and get in touch; then the programme, the library and the costs, as their people use them.

What these pages show once they are filled is looked at with axe on the way: German in light, English in dark.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from assessment.desk import Desk
from models.invented import MARK
from models.matching import Offer
from models.people import PLAIN_COOKIE
from tests.browser.server import Server
from tests.browser.test_accessibility import violations
from tests.browser.visitor import Visitor
from tests.house import Person, anna, me, opened, somebody

pytestmark = pytest.mark.browser

FIRST, SECOND = f"{MARK}04", f"{MARK}12"


@dataclass
class Network:
    """An installation with the demonstration network, and the sessions of the people in it."""

    address: str
    secrets: dict[str, str]


Enter = Callable[..., Visitor]


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    folder = tmp_path_factory.mktemp("network")
    with pytest.MonkeyPatch.context() as patched, opened(folder / "data", patched) as desk:
        secrets = {name: person.secret for name, person in _people(desk).items()}
    server = Server(folder)
    server.start()
    yield Network(server.address, secrets)
    server.stop()


def _people(desk: Desk) -> dict[str, Person]:
    """Anna, who administers; Fiona, whose city is not in the finder; Sami, whose city shows and wants everything."""
    first = anna(desk)
    desk.demonstration.load(me(desk))
    fiona, sami = somebody(desk, "fiona", "lead", FIRST), somebody(desk, "sami", "lead", SECOND)
    every = tuple(each.id for each in desk.library.models[0].processes if not each.sensitive)
    standing = desk.matching.my_offer(sami.actor, SECOND)
    shown = Offer(strong=every, wanted=every, languages=("en",), office="City Hall, room 11")
    desk.matching.offer(sami.actor, SECOND, shown, seen=standing.version if standing else 0)
    if desk.matching.my_offer(fiona.actor, FIRST):
        desk.matching.withdraw(fiona.actor, FIRST)
    return {"anna": first, "fiona": fiona, "sami": sami}


@pytest.fixture
def enter(network: Network, browser: Browser, tmp_path: Path) -> Iterator[Enter]:
    """Opens a page as somebody who is signed in: `enter("fiona", "exchange")`."""
    visitors: list[Visitor] = []

    def begin(name: str, path: str, **settings: object) -> Visitor:
        visitors.append(Visitor.arrives(browser, network.address, tmp_path, **settings))
        cookie = {"name": PLAIN_COOKIE, "value": network.secrets[name], "url": network.address}
        visitors[-1].context.add_cookies([cookie])
        visitors[-1].go(path)
        return visitors[-1]

    yield begin
    for visitor in visitors:
        visitor.leaves()


def _writes(visitor: Visitor, label: str, text: str) -> None:
    """Writes into the one field of this name that is not folded away."""
    visitor.page.get_by_role("textbox", name=label).fill(text)
    visitor.page.keyboard.press("Tab")
    visitor.settle()


def test_two_cities_find_each_other_and_see_an_address_only_while_both_agree(enter: Enter) -> None:
    fiona = enter("fiona", "exchange")
    sami = enter("sami", "exchange", locale="en-GB", color_scheme="dark")
    _writes(fiona, "Kontaktdaten unserer Stelle", "Rathaus, Zimmer 3")
    fiona.press("Zustimmen und gefunden werden")
    card = fiona.page.locator(f".st-key-match-{SECOND}")
    expect(card.get_by_text("wo Sie wachsen wollen").or_(card.get_by_text("wo diese Stadt es will"))).to_be_visible()
    card.get_by_role("button", name="Um Austausch bitten").click(delay=60)
    fiona.fill("Ihre ersten Worte", "Wie macht ihr das?")
    fiona.press("Anfrage senden")
    expect(fiona.page.get_by_text("City Hall")).to_have_count(0)
    sami.go("assessments")
    sami.sees("asks you for an exchange")
    sami.page.get_by_role("link", name="To the exchange finder").first.click()
    sami.sees("Wie macht ihr das?")
    sami.settle()
    expect(sami.page.get_by_text("Rathaus, Zimmer 3")).to_have_count(0)
    assert violations(sami) == []
    sami.press("Agree: exchange addresses")
    sami.sees("Rathaus, Zimmer 3")
    fiona.reload()
    fiona.sees("City Hall, room 11")
    assert violations(fiona) == []
    fiona.unfold("Was Ihre Stadt zeigt")
    fiona.press("Aus dem Finder zurückziehen …")
    fiona.press("Zurückziehen")
    expect(fiona.page.get_by_text("City Hall, room 11")).to_have_count(0)
    sami.reload()
    expect(sami.page.get_by_text("Rathaus, Zimmer 3")).to_have_count(0)
    expect(sami.page.locator(f".st-key-match-{FIRST}")).to_have_count(0)
    assert fiona.complaints == sami.complaints == []


def test_an_event_is_announced_with_its_material_and_stands_in_the_calendar(enter: Enter, tmp_path: Path) -> None:
    trainer = enter("anna", "programme")
    trainer.unfold("Eine Veranstaltung ankündigen")
    _writes(trainer, "Wie sie heißt", "Werkstatt Partnerschaften")
    trainer.press("Ankündigen")
    event = trainer.page.locator("[class*=st-key-event-]").filter(has_text="Werkstatt Partnerschaften")
    event.get_by_text("Ändern, Material dazulegen").click()
    handout = tmp_path / "Ablauf.txt"
    handout.write_text("10 Uhr: Beginn", "utf-8")
    with trainer.page.expect_file_chooser() as asking:
        event.get_by_role("button", name="Dateien hinzufügen").click(delay=60)
    asking.value.set_files(handout)
    assert trainer.saves("Ablauf.txt").read_text("utf-8") == "10 Uhr: Beginn"
    _writes(trainer, "Was daraus wurde", "Drei Verabredungen")
    event.get_by_role("button", name="Veranstaltung speichern").click(delay=60)
    event.get_by_test_id("stAlert").get_by_text("Drei Verabredungen").wait_for()
    calendar = Calendar.from_ical(trainer.saves("Als Kalenderdatei speichern").read_bytes())
    assert "Werkstatt Partnerschaften" in {str(each["summary"]) for each in calendar.walk("VEVENT")}


def test_a_good_practice_reaches_the_library_over_its_editor_and_costs_are_entered(enter: Enter) -> None:
    sami = enter("sami", "library", locale="en-GB", color_scheme="dark")
    sami.press("Contribute", "radio")
    sami.unfold("Write down a good practice")
    sami.fill("What your city does", "One page a year for each partnership")
    sami.page.get_by_role("combobox", name="For which processes").fill("PAR.2")
    sami.page.keyboard.press("Enter")
    sami.page.keyboard.press("Escape")
    sami.fill("Source: paper, decision, report", "Council paper 117")
    sami.page.get_by_role("spinbutton", name="day, Day of the source").click()
    sami.page.keyboard.type("01022026")
    sami.settle()
    sami.press("Keep as a draft")
    sami.unfold("draft · One page a year")
    assert violations(sami) == []
    sami.press("Hand in")
    anna = enter("anna", "library")
    anna.page.get_by_role("radio", name="Zu prüfen").click()
    anna.settle()
    waiting = anna.page.locator("[class*=st-key-waiting-]").filter(has_text="One page a year")
    assert violations(anna) == []
    waiting.get_by_role("button", name="Veröffentlichen").click(delay=60)
    anna.settle()
    fiona = enter("fiona", "library?process=PAR.2")
    fiona.fill("Suche", "partnership page")
    fiona.sees("One page a year for each partnership")
    sami.go("resources")
    assert violations(sami) == []
    sami.unfold("Enter or change")
    sami.page.get_by_label("Own euros a year").first.fill("90000")
    sami.page.keyboard.press("Tab")
    sami.settle()
    sami.press("Keep this")
    sami.page.locator("table").get_by_text("90,000").first.wait_for()
    assert anna.complaints == fiona.complaints == sami.complaints == []
