"""What a click costs on the answering screen, in Chromium: until it is stored, and until the page says so.

Stored: a reader of its own sees the event in the database. Visible: the page has drawn what the database answered.
One person, one server, one browser on the same machine; an almost empty assessment and one with 850 answers.
"""

import sqlite3
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles

from playwright.sync_api import Page, sync_playwright

from assessment.loading import QUESTIONNAIRES
from tests.browser.conftest import ARGUMENTS
from tests.browser.server import Server
from tests.browser.visitor import Visitor
from tests.parts import needs

CLICKS = 120
WARM_UP = 10

_CLICK = """() => new Promise(resolve => {
  const progress = () => [...document.querySelectorAll("[data-testid=stMain] [data-testid=stMarkdownContainer]")]
    .map(each => each.innerText).find(text => /\\d+ von \\d+ beantwortet/.test(text))
  const before = progress()
  const watch = new MutationObserver(() => {
    if (progress() === before) return
    watch.disconnect()
    requestAnimationFrame(() => resolve([clicked, performance.now() - start]))
  })
  watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  const button = document.querySelector("[class*='st-key-choice-'] [role=radio]")
  const clicked = performance.timeOrigin + performance.now()
  const start = performance.now()
  button.click()
})"""


class Watcher:
    """Looks into the database without pause, and notes when each event was there."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._end = threading.Event()
        self.seen: list[float] = []
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "Watcher":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        connection = sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)
        last = self._newest(connection)
        while not self._end.is_set():
            newest = self._newest(connection)
            if newest != last:
                self.seen.append(time.time() * 1000)
                last = newest
            time.sleep(0.0005)
        connection.close()

    def _newest(self, connection: sqlite3.Connection) -> int:
        newest: int | None = connection.execute("select max(number) from answer_event").fetchone()[0]
        return newest or 0


def main() -> None:
    """Print p50 and p95 for both assessments."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        server.start()
        browser = playwright.chromium.launch(executable_path=needs("chromium"), args=ARGUMENTS)
        visitor = Visitor.arrives(browser, server.address, Path(folder))
        try:
            _begin(visitor)
            _measure("basic set, new", visitor.page, Path(folder))
            _begin_from_example(visitor)
            _measure("all processes, 850 answers", visitor.page, Path(folder))
        finally:
            visitor.leaves()
            browser.close()
            server.stop()


def _begin(visitor: Visitor) -> None:
    visitor.go("assessments")
    visitor.fill("Stadt", "Messstadt")
    visitor.press("Beginnen")


def _begin_from_example(visitor: Visitor) -> None:
    visitor.go("assessments")
    visitor.unfold("Mit einer Datei beginnen")
    visitor.opens("Datei öffnen", QUESTIONNAIRES / "examples" / "brueckenhafen.yaml")
    visitor.press("Mit diesen Antworten beginnen")
    visitor.sees("Brückenhafen")


def _measure(name: str, page: Page, folder: Path) -> None:
    clicked: list[float] = []
    visible: list[float] = []
    with Watcher(folder / "data" / "hanse.db") as watcher:
        for _ in range(CLICKS + WARM_UP):
            # The same choice on and off: every click is stored, and moves the progress that the page shows.
            moment, shown = page.evaluate(_CLICK)
            clicked.append(moment)
            visible.append(shown)
    stored = [seen - moment for seen, moment in zip(watcher.seen, clicked, strict=True)]
    print(f"{name:<28} click to stored {_spread(stored)}   click to visible {_spread(visible)}   {CLICKS} clicks")


def _spread(figures: Sequence[float]) -> str:
    cuts = quantiles(figures[WARM_UP:], n=20)
    return f"p50 {cuts[9]:4.0f} ms, p95 {cuts[18]:4.0f} ms"
