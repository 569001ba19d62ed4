"""From results to three measures in the calendar, as somebody who leads a city would go: with the keyboard alone."""

import datetime
import time
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Locator

from tests.browser.conftest import Visit
from tests.browser.test_assessment import begins, rates
from tests.browser.visitor import Visitor
from tests.conftest import Note

pytestmark = pytest.mark.browser

_PATIENCE = 120
DAYS = (datetime.date(2031, 2, 26), datetime.date(2031, 5, 14), datetime.date(2031, 9, 30))
OWNERS = ("Büro für Internationales", "Hauptamt", "Kämmerei")


def tabs_to(visitor: Visitor, wanted: Locator) -> None:
    """Presses Tab until this has the focus."""
    for _ in range(_PATIENCE):
        if wanted.evaluate("element => element.matches(':focus, :focus-within')"):
            return
        visitor.page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {wanted}")


def dated(visitor: Visitor, field: Locator, day: datetime.date) -> None:
    """Goes to a day with the keyboard and types another one over it: day, month and year, one after the other."""
    tabs_to(visitor, field.get_by_role("spinbutton").first)
    visitor.page.keyboard.type(f"{day:%d%m%Y}")


def filled_in(path: Path) -> Path:
    """The workbook as somebody sends it back: the first measure has another owner."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(row=2, column=heads.index("Zuständig") + 1).value = "Stabsstelle Europa"
    book.save(path)
    return path


def enters(visitor: Visitor, name: str) -> None:
    """Goes to a button with the keyboard and presses it there."""
    tabs_to(visitor, visitor.named(name))
    visitor.page.keyboard.press("Enter")
    visitor.settle()


def rated_low(visit: Visit, city: str) -> Visitor:
    """Somebody in front of the results of an assessment in which three processes have something to mend."""
    visitor = begins(visit, city)
    for number in range(3):
        rates(visitor, 1, "Teilweise erfüllt")
        if number < 2:
            visitor.press("Nächster Prozess")
    visitor.press("Ergebnisse")
    visitor.sees("Gesamtprofil")
    return visitor


def test_from_results_to_three_measures_in_the_calendar_with_the_keyboard_alone(visit: Visit, note: Note) -> None:
    visitor = rated_low(visit, "Tatendrang")
    begun = time.monotonic()
    enters(visitor, "Maßnahmen planen")
    visitor.sees("Was die Ergebnisse zuerst nahelegen")
    for number, (day, owner) in enumerate(zip(DAYS, OWNERS, strict=True)):
        dated(visitor, visitor.page.get_by_test_id("stDateInputField").nth(number), day)
        tabs_to(visitor, visitor.page.get_by_label("Zuständig").nth(number))
        visitor.page.keyboard.type(owner)
    enters(visitor, "Als Maßnahmen übernehmen")
    visitor.sees("Zu erledigen (3)")
    tabs_to(visitor, visitor.named("Als Kalender speichern"))
    with visitor.page.expect_download() as coming:
        visitor.page.keyboard.press("Enter")
    path = visitor.folder / coming.value.suggested_filename
    coming.value.save_as(path)
    note(f"from results to three measures in the calendar, keyboard only: {time.monotonic() - begun:.0f} s")
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert sorted(event["dtstart"].dt for event in events) == sorted(DAYS)
    told = {event["dtstart"].dt: str(event["description"]) for event in events}
    assert [owner in told[day] for day, owner in zip(DAYS, OWNERS, strict=True)] == [True, True, True]
    book = filled_in(visitor.saves("Als Arbeitsmappe speichern"))
    visitor.opens("Eine Arbeitsmappe einlesen", book)
    visitor.sees("aus der Arbeitsmappe übernommen")
    visitor.sees("zuständig: Stabsstelle Europa")
    assert visitor.complaints == []
