"""What one city wrote reaches no file, no host, no font and no other report."""

from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from openpyxl import load_workbook

from reports.forms import write
from reports.kinds import KINDS
from tests.reports.kinds import subjects

_KINDS_OF_FIGURES = [kind for kind in KINDS if "xlsx" in KINDS[kind].forms]


@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_opens_nothing_when_it_is_read(kind: str) -> None:
    with pikepdf.open(BytesIO(write(subjects.report(kind, "de", hostile=True), "pdf"))) as opened:
        dictionaries = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary)]
    actions = [str(each["/S"]) for each in dictionaries if "/S" in each and "/URI" in each]
    assert actions == []
    for key in ("/JS", "/Launch", "/EmbeddedFile", "/F", "/OpenAction", "/AA"):
        assert not [each for each in dictionaries if key in each and each.get("/Subtype") != "/Link"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_carries_the_fonts_of_the_house_only(kind: str) -> None:
    with pikepdf.open(BytesIO(write(subjects.report(kind, "de", hostile=True), "pdf"))) as opened:
        names = {
            str(each["/BaseFont"])
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
        }
    assert names
    assert {name.partition("+")[2].partition("-")[0] for name in names} <= {"Inter", "DejaVuSans"}


@pytest.mark.parametrize("kind", _KINDS_OF_FIGURES)
def test_a_workbook_holds_no_formula_and_no_link_out(kind: str) -> None:
    data = write(subjects.report(kind, "de", hostile=True), "xlsx")
    with ZipFile(BytesIO(data)) as parts:
        assert not [each for each in parts.namelist() if each.endswith(".rels") and b"External" in parts.read(each)]
    cells = [cell for sheet in load_workbook(BytesIO(data)) for row in sheet.iter_rows() for cell in row]
    assert not [each.coordinate for each in cells if each.data_type == "f"]
    dangerous = [each for each in cells if isinstance(each.value, str) and each.value.startswith(("=", "+", "-", "@"))]
    assert all(each.quotePrefix for each in dangerous)


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_a_report_is_the_same_whatever_was_written_before_it(form: str) -> None:
    report = subjects.report("mayor", "de")
    alone = write(report, form)  # type: ignore[arg-type]
    write(subjects.report("mayor", "de", hostile=True), form)  # type: ignore[arg-type]
    assert write(report, form) == alone  # type: ignore[arg-type]
