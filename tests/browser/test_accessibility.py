"""Every screen under axe-core, in both languages, light and dark: the rules of WCAG 2.2 at level A and AA."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, StorageState

from assessment.loading import QUESTIONNAIRES
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """([rules, known]) => axe.run(document, {
  runOnly: rules, rules: Object.fromEntries(known.map(rule => [rule, { enabled: false }])),
}).then(result => result.violations.map(each => ({
  rule: each.id, help: each.help, where: each.nodes.map(node => [node.target.join(" "), node.failureSummary]),
})))"""

KNOWN: tuple[str, ...] = ()
"""Rules that a part of Streamlit breaks and that we cannot mend; the accessibility statement names each."""

SETTINGS = [
    pytest.param({"locale": "de-DE", "color_scheme": "light"}, id="de-light"),
    pytest.param({"locale": "en-GB", "color_scheme": "light"}, id="en-light"),
    pytest.param({"locale": "de-DE", "color_scheme": "dark"}, id="de-dark"),
]


def violations(visitor: Visitor) -> list[Any]:
    """What axe finds on the page as it stands."""
    visitor.page.evaluate(AXE)
    found: list[Any] = visitor.page.evaluate(_RUN, [_RULES, list(KNOWN)])
    return found


@pytest.fixture(scope="module")
def assessment(app: str, browser: Any, anna: StorageState, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The id of an assessment that holds the answers of an invented city."""
    visitor = Visitor.arrives(browser, app, tmp_path_factory.mktemp("axe"), storage_state=anna)
    visitor.go("assessments")
    visitor.unfold("Mit einer Datei beginnen")
    visitor.opens("Datei öffnen", QUESTIONNAIRES / "examples" / "birkenfurt.yaml")
    visitor.press("Mit diesen Antworten beginnen")
    visitor.sees("Birkenfurt")
    found = visitor.page.url.split("assessment=")[1].split("&")[0]
    visitor.leaves()
    return found


@pytest.fixture(scope="module", params=SETTINGS)
def window(
    request: pytest.FixtureRequest,
    app: str,
    browser: Browser,
    anna: StorageState,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Visitor]:
    """Anna's window in one language and one scheme. One for all pages: what a page is made of is loaded once."""
    visitor = Visitor.arrives(browser, app, tmp_path_factory.mktemp("axe"), storage_state=anna, **request.param)
    yield visitor
    visitor.leaves()


@pytest.fixture(scope="module", params=SETTINGS)
def strange(
    request: pytest.FixtureRequest, app: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitor]:
    """The window of somebody without an account."""
    visitor = Visitor.arrives(browser, app, tmp_path_factory.mktemp("axe"), **request.param)
    yield visitor
    visitor.leaves()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "quick-scan",
        "quick-scan?step=1",
        "quick-scan?step=9",
        "assessments",
        "answering?assessment={}",
        "results?assessment={}",
        "method",
        "privacy",
        "imprint",
        "accessibility",
        "edit-texts",
        "people",
        "account",
        "administration",
        "review?assessment={}",
        "audit",
        "backups",
        "own-data",
        "answering?assessment=unknown",
    ],
)
def test_a_screen_breaks_no_rule(window: Visitor, assessment: str, path: str) -> None:
    window.go(path.format(assessment))
    if "step=9" in path:
        example = (QUESTIONNAIRES / "examples" / "talbrueck-quick-scan.yaml").read_text("utf-8")
        window.page.evaluate("text => localStorage.setItem('hanse.quick-scan', text)", example)
        window.reload()
    assert violations(window) == []


@pytest.mark.parametrize("path", ["network", "exchange", "programme", "library?process=PAR.2", "resources"])
@pytest.mark.usefixtures("assessment")
def test_a_page_of_the_network_breaks_no_rule(window: Visitor, path: str) -> None:
    window.go(path)
    assert violations(window) == []


@pytest.mark.parametrize("path", ["sign-in", "redeem", "reset", "password", "answering", "nowhere"])
def test_the_way_in_breaks_no_rule(strange: Visitor, path: str) -> None:
    strange.page.goto(f"{strange.app}/{path}")
    assert violations(strange) == []
