"""People come in, stay in over a reload, see their own, and are out in every window once they sign out."""

import re

import pytest

from tests.browser.conftest import Visit
from tests.browser.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.browser


def invites(anna: Visitor, city: str) -> str:
    """Makes a city and gives the link of an invitation to contribute to it."""
    anna.go("administration")
    anna.fill("Neue Stadt", city)
    anna.press("Stadt hinzufügen")
    anna.go("people")
    anna.sees("Personen einladen")
    if anna.page.get_by_role("combobox").count():
        anna.page.get_by_role("combobox").first.click()
        anna.page.get_by_role("option", name=city).click()
        anna.settle()
    anna.unfold("Personen einladen")
    anna.press("Link erstellen")
    return anna.page.locator("[class*='st-key-new-link'] code").inner_text()


def accepts(guest: Visitor, link: str, login: str) -> None:
    """Makes an account with an invitation."""
    guest.page.goto(link)
    guest.page.get_by_label("Anmeldename").fill(login)
    guest.page.get_by_label("Neues Passwort").fill(PASSWORD)
    assert "#" not in guest.page.url
    guest.page.get_by_role("button", name="Konto anlegen").click()
    guest.settle()


def invited(visit: Visit, login: str, city: str) -> Visitor:
    """Somebody in a browser of their own, whom Anna invited to contribute to a new city."""
    link = invites(visit("administration", signed_in=True), city)
    guest = visit("")
    accepts(guest, link, login)
    return guest


def test_signing_in_survives_a_reload_and_no_script_can_read_it(visit: Visit) -> None:
    visitor = visit("assessments", signed_in=True)
    visitor.reload()
    visitor.sees("Bewertungen")
    assert visitor.page.evaluate("document.cookie") == ""
    (cookie,) = visitor.context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == ("hanse", True, "Lax")
    assert visitor.hosts == {visitor.host}


def test_a_page_behind_the_door_leads_to_the_form_and_back(visit: Visit) -> None:
    visitor = visit("")
    visitor.page.goto(f"{visitor.app}/edit-texts?text=imprint")
    visitor.page.wait_for_url(re.compile("/sign-in"))
    visitor.signs_in("anna")
    visitor.sees("Texte bearbeiten")
    assert "/edit-texts?text=imprint" in visitor.page.url


def test_from_the_start_page_a_visitor_is_offered_the_way_in(visit: Visit) -> None:
    visitor = visit("")
    visitor.press("Zu den Bewertungen")
    visitor.sees("Diese Seite ist für Personen mit Konto.")
    visitor.page.get_by_role("link", name="Anmelden").last.click()
    visitor.page.wait_for_url(re.compile("/sign-in"))


def test_an_invited_person_sees_their_city_and_no_other(visit: Visit) -> None:
    guest = invited(visit, "gast1", "Gaststadt")
    guest.sees("Hier steht noch nichts")
    assert guest.page.get_by_role("link", name="Personen").count() == 0
    for page in ("administration", "people"):
        guest.go(page)
        assert guest.page.get_by_text("Link erstellen").count() == 0


def test_two_people_in_two_browsers_stay_two(visit: Visit) -> None:
    guest = invited(visit, "gast2", "Zweistadt")
    anna = visit("account", signed_in=True)
    guest.go("account")
    anna.sees("Anmeldename: anna")
    guest.sees("Anmeldename: gast2")


def test_signing_out_ends_every_window_of_the_browser_at_the_next_click(visit: Visit) -> None:
    visitor = invited(visit, "gast3", "Dreistadt")
    second = visitor.another_window("account")
    visitor.page.locator("[class*='st-key-who-menu'] button").first.click()
    visitor.page.get_by_role("button", name="Abmelden").first.click()
    visitor.settle()
    assert visitor.context.cookies() == []
    second.get_by_role("button", name="Überall abmelden, auf jedem Gerät").click(delay=60)
    second.get_by_text("Diese Seite ist für Personen mit Konto.").wait_for()


def test_another_link_in_the_same_tab_counts_and_not_the_one_before(visit: Visit) -> None:
    guest = visit("")
    for code in ("AAAA-BBBB-CCCC", "DDDD-EEEE-FFFF"):
        guest.page.goto(f"{guest.app}/redeem#{code}")
        guest.page.wait_for_function("code => document.getElementById('code')?.value === code", arg=code)
    assert "#" not in guest.page.url
