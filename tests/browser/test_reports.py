"""A report is chosen, looked at and taken away by people with a browser."""

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.browser.conftest import Visit
from tests.browser.test_assessment import begins, rates
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def _writes(visitor: Visitor, label: str, text: str) -> None:
    visitor.page.get_by_role("textbox", name=label).last.fill(text)


def test_a_report_is_chosen_dressed_commented_looked_at_released_and_taken_away(visit: Visit) -> None:
    anna = begins(visit, "Berichtsstadt")
    for number in range(1, 4):
        rates(anna, number, "Vollständig erfüllt")
    anna.press("Ergebnisse")
    anna.page.get_by_role("button", name="Für Folien").first.click(delay=60)
    anna.settle()
    assert "<svg" in anna.saves("Als SVG speichern").read_text()
    assert anna.saves("Als PNG speichern").read_bytes().startswith(b"\x89PNG")
    anna.page.keyboard.press("Escape")
    anna.press("Bericht erstellen")
    anna.page.get_by_text("Sachstandsbericht zu den Maßnahmen").first.click()
    anna.settle()
    anna.sees("Es gibt keine Maßnahmen aus dieser Bewertung")
    anna.page.get_by_text("Zwei Seiten für die Stadtspitze").first.click()
    anna.settle()
    anna.page.get_by_role("radio", name="English").last.click(delay=60)
    anna.settle()
    anna.unfold("Teile auswählen")
    pills = anna.page.get_by_test_id("stButtonGroup").last.get_by_role("button")
    left_out = pills.last.inner_text()
    pills.last.click(delay=60)
    anna.settle()
    anna.unfold("Aussehen der Berichte der Stadt")
    _writes(anna, "Hauptfarbe", "#FFEE00")
    _writes(anna, "Name", "Stadtkanzlei 7")
    anna.press("Aussehen speichern")
    anna.sees("Die nächste Farbe, die genügt")
    _writes(anna, "Hauptfarbe", "#7A1F3D")
    _writes(anna, "Name", "Stadtkanzlei 7")
    anna.press("Aussehen speichern")
    anna.sees("Gespeichert.")
    anna.unfold("Kommentare im Bericht: 0")
    _writes(anna, "Kommentar", "Das hat uns überrascht.")
    anna.press("Kommentar speichern")
    anna.sees("Kommentare im Bericht: 1")
    anna.press("Seiten zeigen")
    anna.page.get_by_alt_text("Seite 1").first.wait_for()
    draft = _text(anna.saves("Als PDF speichern"))
    assert "Draft" in draft
    anna.press("Die Fakten stimmen")
    anna.press("Bericht freigeben")
    anna.sees("Freigegeben")
    pdf, docx = anna.saves("Als PDF speichern"), anna.saves("Zum Bearbeiten speichern (DOCX)")
    assert pdf.name == "berichtsstadt-mayor-en.pdf"
    told = _text(pdf)
    assert [each for each in ("Berichtsstadt", "Stadtkanzlei 7", "Das hat uns überrascht.") if each not in told] == []
    assert [each for each in (left_out, "Draft") if each in told] == []
    with zipfile.ZipFile(io.BytesIO(docx.read_bytes())) as opened:
        assert "Berichtsstadt" in opened.read("word/document.xml").decode()
    anna.reload()
    assert anna.page.get_by_role("radio", name="Zwei Seiten für die Stadtspitze").first.is_checked()
    assert anna.complaints == []


def test_what_one_is_about_to_press_stays_where_it_is_on_a_slow_line(visit: Visit) -> None:
    anna = begins(visit, "Langsamstadt")
    rates(anna, 1, "Vollständig erfüllt")
    anna.press("Ergebnisse")
    anna.press("Bericht erstellen")
    late = anna.holds_back("**/bidi-components/**")
    anna.unfold("Aussehen der Berichte der Stadt")
    keep, logo = anna.named("Aussehen speichern"), anna.named("Logo öffnen (PNG oder JPEG)")
    before = keep.bounding_box(), logo.bounding_box()
    for each in late:
        each.continue_()
    anna.page.wait_for_load_state("networkidle")
    assert (keep.bounding_box(), logo.bounding_box()) == before
