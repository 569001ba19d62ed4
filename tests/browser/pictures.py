"""Makes the pictures of the README from the invented network, on an app of its own: `python -m tests.browser.pictures`.

The network is the same every time; only its days follow the day on which it is made.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.server import ROOT, Server
from tests.browser.visitor import Visitor
from tests.parts import needs

FOLDER = ROOT / "docs" / "images"
_CITY = "demo-10-2"
"""The newest assessment of an invented city that did middling well."""
_COHORT = {"width": 1280, "height": 1500}
_RESULTS = {"width": 1280, "height": 1080}
_PAGES = (4, 5)
"""The summary, and the profile."""
_SCALE = 1.3


def make(folder: Path) -> list[Path]:
    """Makes them all in a folder; where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, _visitor(Path(made)) as anna:
        return [_results(anna, folder), _cohort(anna, folder), _report(anna, folder)]


@contextmanager
def _visitor(folder: Path) -> Iterator[Visitor]:
    """Somebody who administers an app with the invented network, in a browser."""
    network = {**os.environ, "HANSE_DATA": str(folder / "data")}  # noqa: TID251 - handed on to a program
    subprocess.run([sys.executable, "-m", "assessment", "demo", "--load"], cwd=ROOT, env=network, check=True)
    server = Server(folder)
    server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=needs("chromium"), args=ARGUMENTS)
            visitor = Visitor.arrives(browser, server.address, folder, color_scheme="light")
            visitor.sets_up("anna")
            yield visitor
            browser.close()
    finally:
        server.stop()


def _results(anna: Visitor, folder: Path) -> Path:
    anna.page.set_viewport_size(_RESULTS)
    anna.go(f"results?assessment={_CITY}&language=English")
    return _taken(anna, folder / "results.png")


def _cohort(anna: Visitor, folder: Path) -> Path:
    anna.page.set_viewport_size(_COHORT)
    anna.go("cohorts?language=English")
    anna.page.get_by_text("Figures", exact=True).click(delay=60)
    anna.settle()
    return _taken(anna, folder / "cohort.png")


def _report(anna: Visitor, folder: Path) -> Path:
    """Two pages of the report, beside each other."""
    anna.go(f"results?assessment={_CITY}&language=English")
    document = pypdfium2.PdfDocument(anna.saves("Save the report (PDF)"))
    pages = [document[number - 1].render(scale=_SCALE).to_pil() for number in _PAGES]
    width, height = pages[0].size
    beside = pages[0].resize((2 * width, height))
    for place, page in enumerate(pages):
        beside.paste(page, (place * width, 0))
    path = folder / "report.png"
    beside.save(path, optimize=True)
    return path


def _taken(anna: Visitor, path: Path) -> Path:
    # Charts are drawn a moment after the page has settled.
    anna.page.locator(".js-plotly-plot .main-svg").first.wait_for()
    anna.page.wait_for_timeout(500)
    anna.page.screenshot(path=path)
    return path


if __name__ == "__main__":
    for each in make(FOLDER):
        sys.stdout.write(f"{each.relative_to(ROOT)}\n")
