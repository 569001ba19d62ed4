"""An assessment, from its beginning to its report: what was clicked is there after a reload, and on paper."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

from screens.show.plain import JOINER
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

HOSTILE = "# **fett** <b>x</b> :material/home: $x^2$ ![](http://evil.example/a.png) [link](javascript:alert(1))"


def begins(visit: Visit, city: str, **settings: object) -> Visitor:
    """Somebody who has just begun an assessment of the basic set."""
    visitor = visit("assessments", signed_in=True, **settings)
    if not visitor.page.get_by_label("Stadt", exact=True).is_visible():
        visitor.unfold("Neue Bewertung beginnen")
    visitor.fill("Stadt", city)
    visitor.press("Beginnen")
    visitor.sees("GOV.1 Mandat und gemeinsames Verständnis")
    return visitor


def rates(visitor: Visitor, number: int, choice: str) -> None:
    """Rates the question with this number on the page."""
    visitor.page.get_by_role("radio", name=choice, exact=True).nth(number - 1).click(delay=60)
    visitor.settle()


def sees_chosen(visitor: Visitor, choice: str) -> None:
    """Waits until one question on the page is rated so."""
    expect(visitor.page.get_by_role("radio", name=choice, exact=True, checked=True)).to_have_count(1)


def reads(visitor: Visitor) -> set[str]:
    """Which of the texts that people wrote can be read on the page, letter by letter."""
    shown = visitor.page.inner_text("body").replace(JOINER, "")
    return {text for text in (HOSTILE,) if text in shown}


def test_what_was_clicked_is_there_after_a_reload(visit: Visit) -> None:
    visitor = begins(visit, "Neuladen")
    rates(visitor, 1, "Überwiegend erfüllt")
    rates(visitor, 2, "weiß nicht")
    visitor.sees("gespeichert")
    visitor.sees("2 von 4 beantwortet")
    visitor.reload()
    sees_chosen(visitor, "Überwiegend erfüllt")
    sees_chosen(visitor, "weiß nicht")
    assert visitor.page.get_by_text("gespeichert").count() == 2


def test_an_assessment_is_walked_to_its_results_and_its_report(visit: Visit) -> None:
    visitor = begins(visit, "Weitblick")
    for number in range(1, 5):
        rates(visitor, number, "Vollständig erfüllt")
    visitor.sees("Nächster Teil: Planung und Steuerung")
    visitor.press("Nächster Teil: Planung und Steuerung")
    visitor.sees("Wird die Aufgabe geplant und nachgehalten?")
    rates(visitor, 1, "Teilweise erfüllt")
    visitor.press("Ergebnisse")
    visitor.sees("Gesamtprofil")
    visitor.press("Grade, und warum", role="radio")
    visitor.sees("GOV.1 Mandat und gemeinsames Verständnis · Grad 1")
    pdf = visitor.saves("Bericht speichern (PDF)")
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "Weitblick" in text
    assert "GOV.1" in text
    assert visitor.hosts == {visitor.host}
    assert [cookie["name"] for cookie in visitor.context.cookies()] == ["hanse"]
    assert visitor.complaints == []


def test_the_reason_of_every_level_leads_down_to_the_answers(visit: Visit) -> None:
    visitor = begins(visit, "Warumstadt")
    rates(visitor, 1, "Vollständig erfüllt")
    visitor.press("Ergebnisse")
    visitor.press("Grade, und warum", role="radio")
    visitor.unfold("GOV.1 Mandat und gemeinsames Verständnis · Grad")
    visitor.sees("Für Grad 1 muss PA 1.1 Durchführung der Aufgabe mindestens L sein")
    visitor.page.get_by_role("link", name="PA 1.1", exact=True).first.click(delay=60)
    visitor.page.wait_for_url("**/why?**")
    visitor.sees("Eine Definition von Städtediplomatie für diese Stadt")


def test_a_note_stays_text_and_asks_nobody_for_anything(visit: Visit) -> None:
    visitor = begins(visit, HOSTILE)
    visitor.unfold("Notiz, Nachweise, Sicherheit")
    visitor.page.get_by_label("Notiz", exact=True).first.fill(HOSTILE)
    visitor.page.keyboard.press("Tab")
    visitor.settle()
    visitor.press("Verlauf")
    visitor.page.get_by_text("Notiz: #").wait_for()
    assert reads(visitor) >= {HOSTILE}
    visitor.go("assessments")
    visitor.page.get_by_text("# **fett**").first.wait_for()
    assert reads(visitor) >= {HOSTILE}
    assert visitor.page.locator("a[href*=evil]").count() == 0
    assert visitor.hosts == {visitor.host}


def test_the_language_switch_keeps_ratings_and_the_place(visit: Visit) -> None:
    visitor = begins(visit, "Sprachwechsel")
    rates(visitor, 1, "Teilweise erfüllt")
    visitor.press("English", role="radio")
    visitor.sees("GOV.1 Mandate and shared understanding")
    sees_chosen(visitor, "Partly achieved")
    visitor.reload()
    visitor.sees("GOV.1 Mandate and shared understanding")
    sees_chosen(visitor, "Partly achieved")


def test_a_second_window_never_overwrites_unseen(visit: Visit) -> None:
    visitor = begins(visit, "Zwei Fenster")
    # The second window hears nothing, as on a bad line.
    visitor.context.route("**/events/**", lambda route: route.abort())
    second = visitor.another_window(visitor.page.url.removeprefix(visitor.app + "/"))
    rates(visitor, 1, "Vollständig erfüllt")
    second.get_by_role("radio", name="Nicht erfüllt", exact=True).first.click(delay=60)
    second.get_by_text("anna hat „Vollständig erfüllt“ gespeichert").wait_for()
    visitor.reload()
    sees_chosen(visitor, "Vollständig erfüllt")


def test_the_keyboard_alone_rates_and_goes_on(visit: Visit) -> None:
    visitor = begins(visit, "Tastatur")
    visitor.page.get_by_role("radio", name="Nicht erfüllt", exact=True).first.focus()
    visitor.page.keyboard.press("ArrowRight")
    visitor.page.keyboard.press("Space")
    visitor.settle()
    sees_chosen(visitor, "Teilweise erfüllt")
    visitor.sees("gespeichert")
    visitor.named("Nächster Prozess").focus()
    visitor.page.keyboard.press("Enter")
    visitor.settle()
    visitor.sees("GOV.3 Verwaltungsweite Koordination")


def test_a_workbook_goes_out_is_filled_and_comes_back(visit: Visit, tmp_path: Path) -> None:
    visitor = begins(visit, "Mappe")
    rates(visitor, 1, "Vollständig erfüllt")
    visitor.go("assessments")
    card = visitor.page.locator("[class*='st-key-card-']").filter(has_text="Mappe").first
    card.get_by_text("Dateien, Name, Löschen").click()
    visitor.settle()
    with visitor.page.expect_download() as coming:
        card.get_by_role("button", name="Als Arbeitsmappe speichern").click(delay=60)
    book = tmp_path / "mappe.xlsx"
    coming.value.save_as(book)
    visitor.unfold("Mit einer Datei beginnen")
    visitor.opens("Datei öffnen", book)
    visitor.sees("mappe.xlsx: 1 Antwort von Mappe.")
    visitor.press("Mit diesen Antworten beginnen")
    visitor.sees("GOV.1 Mandat und gemeinsames Verständnis")
    sees_chosen(visitor, "Vollständig erfüllt")
