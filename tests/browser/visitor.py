"""Somebody with a browser: goes to pages, presses what has a name, and waits until the page has settled."""

from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Locator, Page, Request, Route, WebSocket

from locales.words import Words, words
from tests.browser.wire import Wire

PASSWORD = "vier Worte ohne Bezug"
PATIENCE = 60_000
"""Milliseconds that a walk waits for anything. It only bounds a walk that fails: a busy machine is no fault."""
_SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"
_BUSY = "[data-testid=stSkeleton]"
_READY = "[data-testid=stApp][data-keyboard]"
"""What the script says that keeps the keyboard where people are, once it has begun to."""
_DRAWN = """() => Promise.race([
  new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
  new Promise(done => setTimeout(done, 500)),
])"""
# Some animations never finish (of hidden things, or paused ones): a second is more than any that moves a button takes.
_STILL = """() => Promise.race([
  Promise.allSettled(
    document.getAnimations().filter(a => a.effect.getComputedTiming().iterations !== Infinity).map(a => a.finished)
  ),
  new Promise(done => setTimeout(done, 1000)),
])"""


_GIVEN_UP = "ERR_TOO_MANY_RETRIES"
"""On a busy machine Chromium hears too late which idle connections the server has closed, and gives up after some."""


@dataclass
class Visitor:
    """One person in a browser without a past. Every address asked for and every complaint of the browser is noted."""

    app: str
    context: BrowserContext
    page: Page
    folder: Path
    addresses: list[str] = field(default_factory=list)
    heard: list[tuple[str, str]] = field(default_factory=list)
    """What the browser complained of, each with the address that it was about."""
    wire: Wire = field(default_factory=Wire)

    @property
    def complaints(self) -> list[str]:
        """What the browser complained of."""
        return [text for text, _ in self.heard]

    @classmethod
    def arrives(cls, browser: Browser, app: str, folder: Path, **settings: Any) -> "Visitor":
        """Opens a new window. `settings` are those of a Playwright context."""
        chosen = {"locale": "de-DE", "timezone_id": "Europe/Berlin", "viewport": {"width": 1280, "height": 900}}
        context = browser.new_context(**{**chosen, **settings}, accept_downloads=True)
        visitor = cls(app, context, context.new_page(), folder)
        visitor.page.on("request", visitor._note)
        visitor.page.on("websocket", visitor._connect)
        visitor.page.on("console", visitor._hear)
        visitor.page.on("requestfinished", visitor._forgive)
        visitor.page.set_default_timeout(PATIENCE)
        return visitor

    def sets_up(self, login: str) -> None:
        """Creates the first account of an installation, and comes to the assessments."""
        self.page.goto(f"{self.app}/assessments")
        self.page.get_by_label("Anmeldename").fill(login)
        self.page.get_by_label("Neues Passwort").fill(PASSWORD)
        self.page.get_by_role("button", name="Konto anlegen und beginnen").click()
        self.settle()

    def signs_in(self, login: str) -> None:
        """Fills in the form that is on the page."""
        self.page.get_by_label("Anmeldename").fill(login)
        self.page.get_by_label("Passwort").fill(PASSWORD)
        self.page.get_by_role("button", name="Anmelden").click()
        self.settle()

    def leaves(self) -> None:
        """Closes the window."""
        self.context.close()

    def go(self, path: str) -> None:
        """Opens a page by its address."""
        self.page.goto(f"{self.app}/{path}")
        self.settle()
        self.page.wait_for_selector(_READY)

    def reload(self) -> None:
        """Loads the page anew, as people do."""
        self.page.reload()
        self.settle()

    def settle(self) -> None:
        """Waits until the server has nothing more to send and nothing is a placeholder any more."""
        # Two frames: a click reaches the page's own state in the first, and the server is asked after it.
        self.page.evaluate(_DRAWN)
        self._until_answered()
        self.page.wait_for_selector(_SETTLED)
        self.page.wait_for_selector(_BUSY, state="detached")
        self.page.wait_for_selector(_SETTLED)
        self.page.evaluate(_STILL)

    def unfold(self, text: str) -> None:
        """Opens what is folded away under this text. On a busy machine it takes a while until it is open."""
        found = self.page.get_by_text(text).first
        is_folded = found.evaluate("element => element.closest('summary') !== null")
        found.click()
        if is_folded:
            self.page.locator("details[open] > summary", has_text=text).first.wait_for()
        self.settle()

    def press(self, name: str, role: Any = "button") -> None:
        """Presses what is called so."""
        self.named(name, role).click(delay=60)
        self.settle()

    def named(self, name: str, role: Any = "button") -> Locator:
        """What is called exactly so."""
        return self.page.get_by_role(role, name=name, exact=True).first

    def sees(self, text: str) -> None:
        """Waits until the text stands on the page."""
        self.page.get_by_text(text).first.wait_for()

    def holds_back(self, addresses: str) -> list[Route]:
        """Lets nothing of these addresses through until it is told to go on; what was asked for."""
        late: list[Route] = []

        def keep(route: Route) -> None:
            late.append(route)

        self.page.route(addresses, keep)
        return late

    def saw(self) -> str:
        """Where the visitor is, what stands there, and what page and server said last; for walks that failed."""
        try:
            stands = self.page.locator("body").aria_snapshot(timeout=5000)
        except Error as gone:
            stands = gone.message
        return "\n".join([self.page.url, stands, *self.wire.told, *self.complaints])

    def saves(self, name: str) -> Path:
        """Presses a button that saves a file, and keeps the file."""
        with self.page.expect_download() as coming:
            self.named(name).click(delay=60)
        path = self.folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path

    def fill(self, label: str, text: str) -> None:
        """Writes into the field that is called so, and leaves it."""
        self.page.get_by_label(label).fill(text)
        self.page.keyboard.press("Tab")
        self.settle()

    def opens(self, name: str, file: Path) -> None:
        """Presses a button that asks for a file, and chooses one."""
        with self.page.expect_file_chooser() as asking:
            self.named(name).click(delay=60)
        asking.value.set_files(file)
        self.settle()

    def another_window(self, path: str) -> Page:
        """A second window of the same browser."""
        page = self.context.new_page()
        page.goto(f"{self.app}/{path}")
        page.wait_for_selector(_SETTLED)
        page.wait_for_selector(_BUSY, state="detached")
        return page

    @property
    def words(self) -> Words:
        """German, unless the window was opened otherwise."""
        return words("de")

    @property
    def host(self) -> str:
        """The host of the app."""
        return urlsplit(self.app).netloc

    @property
    def hosts(self) -> set[str]:
        """Every host that was asked for something."""
        return {urlsplit(each).netloc for each in self.addresses if each.startswith(("http", "ws"))}

    def _note(self, request: Request) -> None:
        self.addresses.append(request.url)

    def _connect(self, socket: WebSocket) -> None:
        self.addresses.append(socket.url)
        self.wire.listen(socket)

    def _until_answered(self) -> None:
        # It goes on in the end: the server is silent about a part of the page that is gone meanwhile.
        until = monotonic() + PATIENCE / 1000
        while not self.wire.is_quiet and monotonic() < until:
            self.page.wait_for_timeout(10)

    def _hear(self, message: ConsoleMessage) -> None:
        # Streamlit looks for its server below the page's own address first; that there is nothing is no complaint.
        if message.type == "error" and "404" not in message.text:
            self.heard.append((message.text, message.location["url"]))

    def _forgive(self, request: Request) -> None:
        """What was given up and then came after all was no harm; what never came stays a complaint."""
        self.heard = [each for each in self.heard if _GIVEN_UP not in each[0] or each[1] != request.url]
