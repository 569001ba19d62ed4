"""One app and one Chromium for all walks of a worker; every walk has a visitor of its own."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, expect, sync_playwright

from tests.browser.server import Server
from tests.browser.visitor import PATIENCE, Visitor
from tests.parts import needs

ARGUMENTS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Names of an intranet lead to this machine.
    "--host-resolver-rules=MAP *.intern 127.0.0.1",
]

expect.set_options(timeout=PATIENCE)

Visit = Callable[..., Visitor]

_VISITORS = pytest.StashKey[list[Visitor]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tells of a walk that failed what its visitors saw last: there is nobody who could look."""
    report = yield
    if report.failed and call.when == "call":
        report.sections.extend(("what a visitor saw last", each.saw()) for each in item.stash.get(_VISITORS, []))
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = needs("chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the app keeps its data and its log."""
    return tmp_path_factory.mktemp("app")


@pytest.fixture(scope="session")
def app(browser: Browser, server_folder: Path) -> Iterator[str]:
    server = Server(server_folder)
    server.start()
    yield server.address
    server.stop()


@pytest.fixture(scope="session")
def anna(app: str, browser: Browser, server_folder: Path) -> StorageState:
    """What the browser of somebody who is signed in holds: the first one here, who administers the installation."""
    visitor = Visitor.arrives(browser, app, server_folder)
    visitor.sets_up("anna")
    held = visitor.context.storage_state()
    visitor.leaves()
    return held


@pytest.fixture
def visit(
    app: str, browser: Browser, anna: StorageState, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """Opens the app as a visitor, or as Anna: `visit("assessments", signed_in=True, locale="de-DE")`."""
    visitors = request.node.stash[_VISITORS] = list[Visitor]()

    def begin(path: str = "", *, signed_in: bool = False, **settings: object) -> Visitor:
        known = {"storage_state": anna} if signed_in else {}
        visitors.append(Visitor.arrives(browser, app, tmp_path, **known, **settings))
        visitors[-1].go(path)
        return visitors[-1]

    yield begin
    for visitor in visitors:
        visitor.leaves()
