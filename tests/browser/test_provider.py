"""Signing in with an identity provider as people do it: there and back, with an invitation, again, linked, and out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.browser.test_entrance import invites
from tests.browser.visitor import Visitor
from tests.web.providers import real_provider

pytestmark = pytest.mark.browser

BUTTON = "Weiter mit Stadt Bonn"
Arrive = Callable[[], Visitor]


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with real_provider() as running:
        yield running


@pytest.fixture(scope="module")
def house(issuer: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An installation that knows the provider."""
    settings = {
        "HANSE_OIDC_ISSUER": issuer,
        "HANSE_OIDC_CLIENT_ID": "hanse",
        "HANSE_OIDC_CLIENT_SECRET": "geheim",
        "HANSE_OIDC_LABEL": "Stadt Bonn",
    }
    server = Server(tmp_path_factory.mktemp("provider"), settings=settings)
    server.start()
    yield server.address
    server.stop()


@pytest.fixture
def arrive(house: str, browser: Browser, tmp_path: Path) -> Iterator[Arrive]:
    """Opens a browser without a past."""
    visitors: list[Visitor] = []

    def opened() -> Visitor:
        visitors.append(Visitor.arrives(browser, house, tmp_path))
        # The provider's page would fetch its style from elsewhere.
        visitors[-1].context.route(lambda url: urlsplit(url).hostname != "localhost", lambda route: route.abort())
        return visitors[-1]

    yield opened
    for each in visitors:
        each.leaves()


def vouched(visitor: Visitor, issuer: str, subject: str) -> None:
    """Signs in at the provider, to which the browser has been led, and comes back."""
    visitor.page.wait_for_url(f"{issuer}/**")
    visitor.page.get_by_placeholder("sub").fill(subject)
    visitor.page.get_by_role("button", name="Authorize").click()
    visitor.page.wait_for_url(f"{visitor.app}/**")


def test_people_come_in_by_their_provider_and_go_out_again(arrive: Arrive, issuer: str) -> None:
    anna = arrive()
    anna.sets_up("anna")
    link = invites(anna, "Bonn")

    fritz = arrive()
    fritz.page.goto(link)
    fritz.page.get_by_role("button", name=BUTTON).click()
    vouched(fritz, issuer, "fritz@bonn.example")
    fritz.settle()
    (kept,) = fritz.context.cookies(fritz.app)
    assert (kept["name"], kept["httpOnly"]) == ("hanse", True)
    fritz.go("account")
    fritz.sees("Die Anmeldung mit Stadt Bonn ist mit diesem Konto verbunden.")
    fritz.reload()
    fritz.sees(", Bonn")

    fritz.page.get_by_role("button", name="Abmelden").first.click()
    fritz.page.get_by_role("link", name="Auch bei Stadt Bonn abmelden").wait_for()
    assert fritz.context.cookies(fritz.app) == []
    fritz.page.goto(f"{fritz.app}/account")
    fritz.page.get_by_role("button", name=BUTTON).click()
    vouched(fritz, issuer, "fritz@bonn.example")
    fritz.settle()
    assert urlsplit(fritz.page.url).path == "/account"
    assert [each for each in fritz.complaints if "Content Security" in each] == []

    stranger = arrive()
    stranger.page.goto(f"{stranger.app}/sign-in")
    stranger.page.get_by_role("button", name=BUTTON).click()
    vouched(stranger, issuer, "nobody")
    stranger.sees("Sie haben hier kein offenes Konto.")
    assert stranger.context.cookies(stranger.app) == []

    anna.go("account")
    anna.page.get_by_role("button", name="Anmeldung mit Stadt Bonn verbinden").click()
    vouched(anna, issuer, "anna@bonn.example")
    anna.settle()
    anna.sees("Die Anmeldung mit Stadt Bonn ist mit diesem Konto verbunden.")
    anna.press("Anmeldung mit Stadt Bonn trennen …")
    anna.press("Trennen")
    anna.page.get_by_role("button", name="Anmeldung mit Stadt Bonn verbinden").wait_for()
