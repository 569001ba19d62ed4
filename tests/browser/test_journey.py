"""One journey through everything, over http on an intranet and over https alike: no other host, only our cookies.

The installation has a name of an intranet, so nothing here is helped by what browsers grant to localhost.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.certificate import make_certificate
from tests.browser.server import Server
from tests.browser.test_assessment import rates
from tests.browser.test_entrance import accepts, invites
from tests.browser.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.browser

HOST = "hanse.intern"
Arrive = Callable[[], Visitor]


@pytest.fixture(scope="module", params=["http", "https"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An installation of its own, as an operator puts it on an intranet."""
    folder = tmp_path_factory.mktemp(request.param)
    tls = make_certificate(folder / "tls", HOST) if request.param == "https" else None
    running = Server(folder, host=HOST, tls=tls)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def arrive(server: Server, browser: Browser, tmp_path: Path) -> Iterator[Arrive]:
    """Opens a browser without a past."""
    visitors: list[Visitor] = []

    def opened() -> Visitor:
        visitors.append(Visitor.arrives(browser, server.address, tmp_path, ignore_https_errors=True))
        return visitors[-1]

    yield opened
    for each in visitors:
        each.leaves()


def _told(page: Page) -> tuple[bool, str]:
    """Whether the browser counts this page as safe, and what a script reads of the cookies."""
    safe, cookies = page.evaluate("[window.isSecureContext, document.cookie]")
    return bool(safe), str(cookies)


def _print(visitor: Visitor) -> str:
    document = pypdfium2.PdfDocument(visitor.saves("Bericht speichern (PDF)"))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def test_a_whole_journey_asks_no_other_host_and_sets_our_cookie_alone(
    server: Server, arrive: Arrive, tmp_path: Path
) -> None:
    secure = server.tls is not None
    cookie = "__Host-hanse" if secure else "hanse"
    anna, ben = arrive(), arrive()

    anna.go("")
    anna.sets_up("anna")
    accepts(ben, invites(anna, "Nachbarstadt"), "ben")
    ben.sees("Hier steht noch nichts")

    anna.go("assessments")
    anna.fill("Stadt", "Reisestadt")
    anna.press("Beginnen")
    anna.sees("GOV.1 Mandat und gemeinsames Verständnis")
    rates(anna, 1, "Vollständig erfüllt")
    anna.sees("gespeichert")
    anna.unfold("Notiz, Nachweise, Sicherheit")
    anna.page.get_by_label("Notiz", exact=True).first.fill("Ratsbeschluss vom Mai")
    anna.page.keyboard.press("Tab")
    anna.settle()
    evidence = tmp_path / "beschluss.txt"
    evidence.write_text("Der Rat hat beschlossen.", encoding="utf-8")
    anna.opens("Dateien hinzufügen", evidence)
    anna.sees("beschluss.txt")
    anna.reload()
    assert anna.page.get_by_role("radio", name="Vollständig erfüllt", exact=True, checked=True).count() == 1
    (assessment,) = re.findall("assessment=([^&]+)", anna.page.url)
    anna.go(f"results?assessment={assessment}")
    anna.sees("Gesamtprofil")
    assert "Reisestadt" in _print(anna)

    ben.go("quick-scan")
    ben.fill("Name Ihrer Stadt, wie er im Bericht stehen soll", "Kurzstadt")
    ben.press("Beginnen")

    for visitor in (anna, ben):
        (kept,) = visitor.context.cookies()
        assert (kept["name"], kept["httpOnly"], kept["secure"], kept["sameSite"]) == (cookie, True, secure, "Lax")
        assert _told(visitor.page) == (secure, "")

    ben.page.locator("[class*='st-key-who-menu'] button").first.click()
    ben.page.get_by_role("button", name="Abmelden").first.click()
    ben.settle()
    ben.page.goto(f"{ben.app}/assessments")
    ben.signs_in("ben")
    ben.sees("Hier steht noch nichts")
    ben.go("account")
    ben.press("Überall abmelden, auf jedem Gerät")
    ben.sees("Sie sind abgemeldet, auf diesem Gerät und auf allen anderen.")

    for visitor in (anna, ben):
        assert visitor.hosts == {visitor.host}
        assert visitor.complaints == []
    schemes = {each.partition(":")[0] for each in (*anna.addresses, *ben.addresses)} - {"blob", "data"}
    assert schemes == ({"https", "wss"} if secure else {"http", "ws"})


def test_the_health_answer_says_whether_anybody_can_listen(server: Server) -> None:
    status, _, body = server.asked("/readyz")
    warnings = json.loads(body)["warnings"]
    assert status == 200
    assert bool(warnings) is (server.tls is None)
    assert all("https" in each for each in warnings)


@pytest.mark.parametrize(("trusted", "cookie"), [("127.0.0.1", "__Host-hanse="), ("192.0.2.1", "hanse=")])
def test_only_a_proxy_that_is_trusted_says_how_people_came(
    trusted: str, cookie: str, tmp_path: Path, browser: Browser
) -> None:
    """Behind a proxy on this machine its word decides, and the cookie is that of https."""
    server = Server(tmp_path, settings={"FORWARDED_ALLOW_IPS": trusted})
    server.start()
    try:
        anna = Visitor.arrives(browser, server.address, tmp_path)
        anna.sets_up("anna")
        anna.leaves()
        headers = {"content-type": "application/x-www-form-urlencoded", "x-forwarded-proto": "https"}
        status, told, _ = server.asked("/sign-in", headers, f"username=anna&password={PASSWORD.replace(' ', '+')}")
    finally:
        server.stop()
    assert status == 303
    assert told["set-cookie"].startswith(cookie)
