"""A whole workshop in the browser: a trainer, the wall, and phones of six cities and of twelve, from beginning to end.

The phones are small windows without an account. Cities beyond the one that is watched are filled in by what their
phones send, so that a walk stays short.
"""

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import segno
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect

from assessment.loading import QUESTIONNAIRES
from assessment.wiring import Settings, open_house
from models.people import Grant
from store.database import file_url
from tests.browser.test_accessibility import AXE, KNOWN
from tests.browser.visitor import PASSWORD, PATIENCE, Visitor

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "de-DE", "has_touch": True, "is_mobile": True}
NAMES = (
    "Aue",
    "Brückenhafen",
    "Celle",
    "Dünen",
    "Emden",
    "Freital",
    "Goslar",
    "Hameln",
    "Itzehoe",
    "Jena",
    "Kiel",
    "Lemgo",
)
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = """([rules, known]) => axe.run(document, {
  runOnly: rules, rules: Object.fromEntries(known.map(rule => [rule, { enabled: false }])),
}).then(result => result.violations.map(each => [each.id, each.nodes.map(node => node.target.join(" "))]))"""


@dataclass
class Phone:
    """One phone in the room."""

    context: BrowserContext
    page: Page
    app: str
    city: str

    def joins(self, code: str) -> "Phone":
        self.page.goto(f"{self.app}/join#{code}")
        self.page.get_by_role("button", name="Beitreten").click()
        self.page.get_by_label("Name Ihrer Stadt").fill(self.city)
        self.page.get_by_label("Wir stimmen zu").check()
        self.page.get_by_role("button", name="Weiter").click()
        expect(self.page.get_by_role("heading", name="Sie sind dabei")).to_be_visible()
        return self

    def rates(self, first: int) -> None:
        """Taps a statement for each question, sees each stored, and hands in."""
        sets = self.page.locator("fieldset")
        for at in range(sets.count()):
            sets.nth(at).locator(f'input[value="{1 + (first + at) % 5}"]').check()
        expect(self.page.get_by_text("Gespeichert")).to_have_count(sets.count())
        self.hands_in()

    def hands_in(self) -> None:
        self.page.get_by_role("button", name="Wir sind fertig").click()
        expect(self.page.get_by_text("Sie haben abgegeben")).to_be_visible()


@dataclass
class Workshop:
    """The trainer's window, the wall, and how to get more phones."""

    trainer: Visitor
    wall: Page
    code: str
    new_phone: Callable[[str], Phone]
    folder: Path

    def press(self, name: str) -> None:
        self.trainer.named(name).click(delay=60)

    def shows(self, text: str | re.Pattern[str]) -> None:
        expect(self.wall.get_by_text(text).first).to_be_visible()

    def picture(self, page: Page, name: str) -> None:
        page.screenshot(path=str(self.folder / f"{name}.png"), full_page=True)


@pytest.fixture(scope="module")
def trainer_state(app: str, browser: Browser, anna: StorageState, tmp_path_factory: Any) -> StorageState:
    """What the browser of a trainer holds, whom Anna invited."""
    folder = tmp_path_factory.mktemp("trainer")
    administrator = Visitor.arrives(browser, app, folder, storage_state=anna)
    administrator.go("administration")
    administrator.unfold("Personen einladen")
    administrator.page.get_by_text("Training", exact=False).first.click()
    administrator.settle()
    administrator.press("Link erstellen")
    link = administrator.page.locator("[data-testid=stCode] code").first.inner_text()
    administrator.leaves()
    trainer = Visitor.arrives(browser, app, folder)
    trainer.page.goto(link)
    trainer.page.get_by_label("Anmeldename").fill("tom")
    trainer.page.get_by_label("Neues Passwort").fill(PASSWORD)
    trainer.page.get_by_role("button", name="Konto anlegen").click()
    trainer.settle()
    held = trainer.context.storage_state()
    trainer.leaves()
    return held


@pytest.fixture
def lena(app: str, anna: StorageState, server_folder: Path) -> str:
    """The login name of somebody who leads a city of the running app."""
    data = server_folder / "data"
    house = open_house(Settings(data, file_url(data / "hanse.db"), QUESTIONNAIRES))
    with closing(house):
        actor = house.desk.entrance.who(anna["cookies"][0]["value"])
        city = house.desk.people.found(actor, "Aue am Fluss")
        invited = house.desk.people.invite(actor, Grant("lead", city.id))
        house.desk.entrance.redeem(invited.code, "lena", "Lena", PASSWORD, app)
    return "lena"


@pytest.fixture
def workshop(app: str, browser: Browser, trainer_state: StorageState, tmp_path: Path) -> Iterator[Workshop]:
    contexts: list[BrowserContext] = []

    def phone(city: str) -> Phone:
        contexts.append(browser.new_context(**PHONE))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        return Phone(contexts[-1], page, app, city)

    trainer = Visitor.arrives(browser, app, tmp_path, storage_state=trainer_state)
    trainer.go("rooms")
    if not trainer.page.get_by_label("Name der Werkstatt").is_visible():
        trainer.unfold("Einen Raum öffnen")
    trainer.fill("Name der Werkstatt", "Netzwerktag")
    trainer.press("Raum öffnen")
    trainer.sees("Noch ist niemand da")
    wall = trainer.context.new_page()
    wall.goto(app + str(trainer.page.get_by_role("link", name="Leinwand öffnen").get_attribute("href")))
    code = wall.locator("p.code").inner_text().replace(" ", "")
    yield Workshop(trainer, wall, code, phone, tmp_path)
    for each in contexts:
        each.close()
    trainer.leaves()


def others(workshop: Workshop, names: tuple[str, ...]) -> list[Phone]:
    """More cities, whose phones only send what a page without a script would send."""
    found = []
    for name in names:
        phone = workshop.new_phone(name)
        own = {"origin": phone.app}
        phone.context.request.post(f"{phone.app}/join?language=de", form={"code": workshop.code}, headers=own)
        said = {"name": name, "agreed": "yes"}
        phone.context.request.post(f"{phone.app}/room-city?language=de", form=said, headers=own)
        found.append(phone)
    return found


def send(phone: Phone, questions: list[str], first: int, rating: int) -> None:
    """Rates by one form."""
    said = {key: str(1 + (first + at) % 5) for at, key in enumerate(questions)}
    seen = {f"seen-{key}": "0" for key in questions}
    form = {"rating": str(rating), "do": "finish", **said, **seen}
    phone.context.request.post(f"{phone.app}/my-room?language=de", form=form, headers={"origin": phone.app})


def asked(phone: Phone) -> list[str]:
    """The questions on the page."""
    return [str(each.get_attribute("data-question")) for each in phone.page.locator("fieldset").all()]


def drawn(link: str, border: int, **look: Any) -> str:
    """The lines of a link as a QR code."""
    found = re.search(
        r'class="qrline"[^>]* d="([^"]+)"', segno.make(link, micro=False, **look).svg_inline(border=border)
    )
    assert found is not None
    return found[1]


def violations(page: Page) -> list[Any]:
    page.evaluate(AXE)
    found: list[Any] = page.evaluate(_RUN, [_RULES, list(KNOWN)])
    return found


def test_a_workshop_of_six_cities_from_joining_to_before_and_after(workshop: Workshop) -> None:
    phones = [workshop.new_phone(name).joins(workshop.code) for name in NAMES[:6]]
    watched = phones[0]
    workshop.shows("Städte im Raum: 6")
    link = f"{watched.app}/join#{workshop.code}"
    assert drawn(link, 2, error="m") in workshop.wall.locator(".qr").inner_html(), (
        "the QR code is the link that phones join by"
    )
    workshop.shows("Diese Seite wurde nur auf diesem Rechner geöffnet")
    workshop.press("Erfundene Stadt")
    workshop.shows("Musterstadt hat 180.000")
    for phone in phones:
        expect(phone.page.get_by_role("heading", name="Eine erfundene Stadt")).to_be_visible()
        for process, level in (("PAR.2", "1"), ("REP.1", "2"), ("CAP.2", "0")):
            phone.page.locator(f'input[name="{process}"][value="{level}"]').check()
        phone.page.get_by_role("button", name="Wir haben eingeschätzt").click()
        expect(phone.page.get_by_text("Abgegeben")).to_be_visible()
    workshop.shows("6 von 6 Städten haben eingeschätzt")
    assert "Musterlösung" not in workshop.wall.content()
    workshop.press("Musterlösung zeigen")
    workshop.shows("Gute Arbeit kann auf Fähigkeitsgrad 1 stehen")
    workshop.press("Erste Einschätzung beginnen")
    for at, phone in enumerate(phones):
        expect(phone.page.get_by_role("heading", name="Wie ist es in Ihrer Stadt?")).to_be_visible()
        phone.rates(at)
    workshop.shows("6 von 6 Städten sind fertig")
    assert "Mittelwert" not in workshop.wall.content()
    workshop.press("Den Raum aufdecken")
    workshop.shows("6 Städte. Gruppenzahlen mit Schutz vor Rückschlüssen.")
    head = workshop.wall.locator("thead th").all_inner_texts()
    assert head == ["Dimension", "Mittelwert"], "six cities see means of dimensions, and nothing else"
    workshop.picture(workshop.wall, "wall-of-six")
    expect(watched.page.get_by_role("heading", name="Ihr Ergebnis", exact=True)).to_be_visible()
    workshop.picture(watched.page, "phone-result")
    workshop.press("Frage für Frage")
    workshop.shows("Bei so wenigen Städten gibt es zu einer einzelnen Frage keine Zahl")
    workshop.press("Offener Tisch")
    for phone in phones[:2]:
        expect(phone.page.get_by_role("heading", name="Offener Tisch")).to_be_visible()
    watched.page.locator("form.item", has_text="Angebot 1").get_by_label("Angebot 1").select_option("GOV")
    watched.page.locator("form.item", has_text="Angebot 1").get_by_role("button").click()
    second = phones[1].page
    second.locator("form.item", has_text="Gesuch 1").get_by_label("Gesuch 1").select_option("GOV")
    second.locator("form.item", has_text="Gesuch 1").get_by_role("button").click()
    expect(workshop.wall.locator(".clinic.meets")).to_have_count(1)
    workshop.press("Zweite Einschätzung beginnen")
    for at, phone in enumerate(phones):
        expect(phone.page.get_by_role("heading", name="Zweite Einschätzung heute")).to_be_visible()
        phone.rates(at + 1)
    workshop.press("Vorher und nachher aufdecken")
    workshop.shows("Erste und zweite Einschätzung heute")
    workshop.shows(re.compile("erste Einschätzung heute"))
    workshop.picture(workshop.wall, "wall-before-and-after")
    assert violations(workshop.wall) == []
    assert violations(watched.page) == []
    assert workshop.trainer.complaints == []


def test_a_room_of_twelve_sees_spreads_and_two_classes_too(workshop: Workshop) -> None:
    watched = workshop.new_phone(NAMES[0]).joins(workshop.code)
    more = others(workshop, NAMES[1:])
    workshop.shows("Städte im Raum: 12")
    workshop.press("Erste Einschätzung beginnen")
    expect(watched.page.get_by_role("heading", name="Wie ist es in Ihrer Stadt?")).to_be_visible()
    questions = asked(watched)
    for at, phone in enumerate(more):
        send(phone, questions, at + 1, 1)
    watched.rates(0)
    workshop.press("Den Raum aufdecken")
    workshop.shows("12 Städte. Gruppenzahlen mit Schutz vor Rückschlüssen.")
    head = workshop.wall.locator("thead th").all_inner_texts()
    assert head == ["Dimension", "Mittelwert", "Median", "mittlere Hälfte"]
    workshop.press("Frage für Frage")
    workshop.shows("Stufen 3–5")
    assert workshop.wall.locator(".levels li").count() == 2
    workshop.picture(workshop.wall, "wall-of-twelve-question")


def test_a_phone_without_network_keeps_what_was_tapped_and_sends_it_later(workshop: Workshop) -> None:
    phone = workshop.new_phone("Aue").joins(workshop.code)
    workshop.press("Erste Einschätzung beginnen")
    expect(phone.page.get_by_role("heading", name="Wie ist es in Ihrer Stadt?")).to_be_visible()
    phone.context.route("**/room-answer*", lambda route: route.abort())
    phone.page.locator("fieldset").first.locator('input[value="4"]').check()
    expect(phone.page.get_by_text("Auf diesem Telefon aufbewahrt")).to_be_visible()
    phone.page.reload()
    expect(phone.page.locator("fieldset").first.locator('input[value="4"]')).to_be_checked()
    phone.context.unroute("**/room-answer*")
    expect(phone.page.get_by_text("Gespeichert")).to_have_count(1)


def test_two_phones_of_one_city_see_each_others_change(workshop: Workshop) -> None:
    first = workshop.new_phone("Aue").joins(workshop.code)
    first.page.get_by_role("link", name="Mitnehmen").click()
    code = first.page.locator("p.code").first.inner_text()
    second = workshop.new_phone("")
    second.page.goto(f"{second.app}/join#{workshop.code}")
    second.page.get_by_role("button", name="Beitreten").click()
    second.page.get_by_text("Meine Stadt ist schon im Raum").click()
    second.page.get_by_label("Code der Stadt").fill(code)
    second.page.get_by_label("Wir stimmen zu").check()
    second.page.get_by_role("button", name="Weiter").click()
    workshop.press("Erste Einschätzung beginnen")
    for phone in (first, second):
        expect(phone.page.get_by_role("heading", name="Wie ist es in Ihrer Stadt?")).to_be_visible()
    second.context.route("**/room-state*", lambda route: route.abort())
    first.page.locator("fieldset").first.locator('input[value="2"]').check()
    expect(first.page.get_by_text("Gespeichert")).to_have_count(1)
    # click() and not check(): the page may show at once what the other phone chose.
    second.page.locator("fieldset").first.locator('input[value="5"]').click()
    expect(second.page.get_by_text("Ein anderes Telefon Ihrer Stadt hat gewählt")).to_be_visible()
    second.page.get_by_role("button", name=re.compile("Meine nehmen")).click()
    expect(first.page.locator("fieldset").first.locator('input[value="5"]')).to_be_checked()
    expect(first.page.get_by_text("Von einem anderen Telefon Ihrer Stadt geändert")).to_be_visible()


def test_the_link_of_a_cohort_leads_through_the_sign_in_to_joining_with_its_code_filled_in(
    app: str, browser: Browser, lena: str, trainer_state: StorageState, tmp_path: Path
) -> None:
    trainer = Visitor.arrives(browser, app, tmp_path, storage_state=trainer_state)
    trainer.go("cohorts")
    trainer.fill("Neue Gruppe", "Hafenstädte")
    trainer.press("Gruppe beginnen")
    trainer.press("Code erstellen")
    link = trainer.page.locator("[data-testid=stCode] code").first.inner_text()
    code = link.split("#")[1]
    shown = unquote(str(trainer.page.locator("[data-testid=stImage] img").get_attribute("src")))
    picture = shown if "<svg" in shown else b64decode(shown.split(",")[1]).decode()
    assert drawn(link, 3) in picture
    lead = Visitor.arrives(browser, app, tmp_path)
    lead.page.goto(link)
    lead.page.get_by_label("Anmeldename").fill(lena)
    lead.page.get_by_label("Passwort").fill(PASSWORD)
    lead.page.get_by_role("button", name="Anmelden").click()
    expect(lead.page.get_by_label("Code einer Gruppe")).to_have_value(code)
    assert "#" not in lead.page.url
    lead.page.get_by_role("button", name="Weiter").click()
    lead.page.get_by_text("Unsere abgeschlossenen Ergebnisse zählen in Gruppenzahlen mit, die keine").first.click()
    assert violations(lead.page) == []
    lead.page.get_by_role("button", name="Der Gruppe beitreten").click()
    lead.settle()
    lead.sees("Gruppen: 1")
    trainer.leaves()
    lead.leaves()
