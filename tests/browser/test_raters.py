"""Three people and a guest rate one process each for themselves, and come to one value with its reason."""

import re

import pytest

from tests.browser.conftest import Visit
from tests.browser.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.browser

CITY = "Vierstadt"


def rates(visitor: Visitor, letter: str) -> None:
    """Rates the first question alone, and says that the process is finished."""
    visitor.page.get_by_role("radio", name=letter).first.click(delay=60)
    visitor.settle()
    visitor.page.get_by_text(re.compile(r"gespeichert \d")).first.wait_for()
    visitor.page.get_by_text("Ich bin mit diesem Thema fertig").click()
    visitor.settle()


def begun(anna: Visitor) -> str:
    """An assessment in which everybody rates alone first; the address of its rating page without the host."""
    anna.sees("Neue Bewertung beginnen")
    # Where there are cities already, the form is folded away, and the page has a choice of cities of the same name.
    if not anna.page.get_by_role("textbox", name="Stadt", exact=True).is_visible():
        anna.unfold("Neue Bewertung beginnen")
    anna.page.get_by_role("textbox", name="Stadt", exact=True).fill(CITY)
    anna.page.keyboard.press("Tab")
    anna.settle()
    # The form stands below the cards of other assessments, in which the same choice is folded away.
    anna.page.get_by_text("Erst jede Person für sich, dann gemeinsam").last.click()
    anna.settle()
    anna.press("Beginnen")
    anna.page.wait_for_url(re.compile("/rating"))
    anna.settle()
    return str(re.findall("assessment=([^&]+)", anna.page.url)[0])


def invited(visit: Visit, anna: Visitor, login: str) -> Visitor:
    """Somebody of the city, in a browser of their own."""
    anna.go("people")
    anna.sees("Personen einladen")
    if anna.page.get_by_role("combobox").count():
        anna.page.get_by_role("combobox").first.click()
        anna.page.get_by_role("option", name=CITY).click()
        anna.settle()
    anna.unfold("Personen einladen")
    anna.press("Link erstellen")
    link = anna.page.locator("[class*='st-key-new-link'] code").inner_text()
    person = visit("")
    person.page.goto(link)
    person.page.get_by_label("Anmeldename").fill(login)
    person.page.get_by_label("Neues Passwort").fill(PASSWORD)
    person.page.get_by_role("button", name="Konto anlegen").click()
    person.settle()
    return person


def guest(visit: Visit, anna: Visitor, assessment: str) -> Visitor:
    """A member of the council, with nothing but a link."""
    anna.go(f"agreeing?assessment={assessment}")
    anna.unfold("Gäste zum Einstufen einladen")
    anna.fill("Wie heißen die Gäste hier?", "Ratsmitglied")
    anna.press("Link erstellen")
    link = anna.page.locator("[class*='st-key-new-link'] code").inner_text()
    person = visit("")
    person.page.goto(link)
    assert "#" not in person.page.url
    person.page.get_by_role("button", name="Zu den Fragen").click()
    person.settle()
    return person


def test_three_people_and_a_guest_come_to_an_agreed_value(visit: Visit) -> None:
    anna = visit("assessments", signed_in=True)
    assessment = begun(anna)
    rates(anna, "Teilweise erfüllt")
    ben, cleo = (invited(visit, anna, login) for login in ("ratend-ben", "ratend-cleo"))
    council = guest(visit, anna, assessment)
    for person, letter in ((ben, "Nicht erfüllt"), (cleo, "Überwiegend erfüllt")):
        person.go(f"rating?assessment={assessment}&topic=GOV.1")
        rates(person, letter)
    rates(council, "Überwiegend erfüllt")
    council.go("assessments")
    assert council.page.get_by_text(CITY).count() == 0

    anna.go(f"agreeing?assessment={assessment}&topic=GOV.1")
    for name in ("anna", "ratend-ben", "ratend-cleo", "Ratsmitglied"):
        anna.sees(name)
    assert anna.page.get_by_role("table").count() == 0
    council.go(f"agreeing?assessment={assessment}&topic=GOV.1")
    council.sees("noch nicht geöffnet")
    anna.press("Für alle öffnen")
    council.sees("← Sie")
    anna.sees("zwei Schritte oder mehr auseinander")
    rows = anna.page.get_by_role("table").first.get_by_role("row").all_inner_texts()
    assert [row.split()[-1] for row in rows[1:]] == ["1", "1", "2", "0"]

    anna.page.get_by_role("radio", name="Überwiegend erfüllt").first.click(delay=60)
    anna.settle()
    anna.page.get_by_label("Warum dieser Wert?").first.fill("Beschluss von 2024 gilt")
    anna.page.keyboard.press("Tab")
    anna.settle()
    ben.go(f"agreeing?assessment={assessment}&topic=GOV.1")
    assert ben.page.get_by_text("Geeinigt auf").count() == 0
    anna.press("Als gemeinsamen Wert festhalten")
    anna.sees("Geeinigt auf")
    ben.sees("Geeinigt auf")

    assert council.page.get_by_text("Beschluss von 2024 gilt").count() == 0
    ben.go(f"answering?assessment={assessment}&process=GOV.1")
    ben.sees("Beschluss von 2024 gilt")
    for person in (anna, ben, cleo, council):
        assert person.heard == []
        assert person.hosts == {person.host}
