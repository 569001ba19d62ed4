"""A report is chosen, looked at and taken away by people with a browser."""

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.browser.conftest import Visit
from tests.browser.test_assessment import begins, rates

pytestmark = pytest.mark.browser


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def test_the_mayors_pages_in_english_are_looked_at_and_taken_as_pdf_and_docx(visit: Visit) -> None:
    anna = begins(visit, "Berichtsstadt")
    for number in range(1, 5):
        rates(anna, number, "Vollständig erfüllt")
    anna.press("Ergebnisse")
    anna.press("Bericht machen")
    anna.sees("Art des Berichts")
    anna.page.get_by_text("Zwei Seiten für die Stadtspitze").first.click()
    anna.settle()
    anna.page.get_by_role("radio", name="English").last.click(delay=60)
    anna.settle()
    anna.press("Seiten zeigen")
    anna.page.get_by_alt_text("Seite 1").first.wait_for()
    pdf, docx = anna.saves("Als PDF speichern"), anna.saves("Zum Bearbeiten speichern (DOCX)")
    assert "Berichtsstadt" in _text(pdf)
    with zipfile.ZipFile(io.BytesIO(docx.read_bytes())) as opened:
        assert "Berichtsstadt" in opened.read("word/document.xml").decode()
    assert pdf.name == "berichtsstadt-mayor-en.pdf"
    anna.reload()
    assert anna.page.get_by_role("radio", name="Zwei Seiten für die Stadtspitze").first.is_checked()
    assert anna.complaints == []
