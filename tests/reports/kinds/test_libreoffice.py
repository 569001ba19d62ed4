"""A real office program opens every document and workbook, and all of its text and figures are there."""

import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from models.authored import Language
from reports.document import Heading, Report, Table
from reports.forms import Form, write
from reports.kinds import KINDS
from tests.parts import needs
from tests.reports.content.looking import blocks, plain
from tests.reports.kinds import subjects

_FORMS: tuple[Form, ...] = ("docx", "xlsx")
_OPENED: tuple[tuple[str, Language, bool], ...] = (
    *((kind, "de", False) for kind in KINDS),
    ("mayor", "en", False),
    ("quick-scan", "en", False),
    ("quick-scan", "de", True),
    ("mayor", "de", True),
)
_CASES = [
    (kind, language, form, hostile)
    for kind, language, hostile in _OPENED
    for form in _FORMS
    if form in KINDS[kind].forms
]
_WANTED: dict[Form, str] = {"docx": "pdf", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
_WIDE = re.compile(r"[\W_]+")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every file, converted by two starts of the program at once: documents to PDF, workbooks to workbooks."""
    office, folder = needs("libreoffice"), tmp_path_factory.mktemp("office")
    for case in _CASES:
        kind, language, form, hostile = case
        (folder / _name(*case)).write_bytes(write(subjects.report(kind, language, hostile=hostile), form))
    running = [_started(office, folder, form, wanted) for form, wanted in _WANTED.items()]
    try:
        assert [each.wait(timeout=240) for each in running] == [0, 0]
    finally:
        for each in running:
            each.kill()
    return folder / "saved"


def _started(office: Path, folder: Path, form: Form, wanted: str) -> subprocess.Popen[bytes]:
    """The program on its way through the files of a form, with a profile of its own."""
    names = [_name(*case) for case in _CASES if case[2] == form]
    profile = f"-env:UserInstallation={(folder / f'profile-{form}').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", wanted, "--outdir", folder / "saved", *names]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _name(kind: str, language: Language, form: str, hostile: bool) -> str:
    return f"{kind}-{language}{'-hostile' if hostile else ''}.{form}"


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in _CASES if case[2] == "docx"], ids=lambda case: _name(*case))
def test_a_document_opens_and_every_word_of_it_is_there(case: tuple[str, Language, str, bool], converted: Path) -> None:
    said = _bare(_pdf_text(converted / _name(*case).replace(".docx", ".pdf")))
    report = subjects.report(case[0], case[1], hostile=case[3])
    assert [each for each in _read(report) if not all(_bare(part) in said for part in each.split())] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "case", [each for each in _CASES if each[2] == "docx" and not each[3]], ids=lambda each: each[0]
)
def test_no_row_of_a_table_is_lost_where_a_page_ends(case: tuple[str, Language, str, bool], converted: Path) -> None:
    said = _bare(_pdf_text(converted / _name(*case).replace(".docx", ".pdf")))
    rows = Counter(
        _bare("".join(plain(each.content) for each in row))
        for block in blocks(subjects.report(case[0], case[1]))
        if isinstance(block, Table)
        for row in block.rows
    )
    assert [row for row, count in rows.items() if said.count(row) < count] == []


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in _CASES if case[2] == "xlsx"], ids=lambda case: _name(*case))
def test_a_workbook_opens_and_all_of_its_cells_are_there(
    case: tuple[str, Language, str, bool], converted: Path
) -> None:
    before, after = (load_workbook(path) for path in (converted.parent / _name(*case), converted / _name(*case)))
    assert after.sheetnames == before.sheetnames
    for sheet in before:
        cells = [(cell.coordinate, cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert [_same(after[sheet.title][place].value) for place, _ in cells] == [_same(value) for _, value in cells]
        assert not [cell for row in after[sheet.title].iter_rows() for cell in row if cell.data_type == "f"]


def _same(value: object) -> object:
    return round(float(value), 9) if isinstance(value, int | float) else _bare(str(value))


def _read(report: Report) -> list[str]:
    """Headings and the cells of tables. Texts that no font of the machine can set are looked at in other tests."""
    found = [each.text for each in blocks(report) if isinstance(each, Heading)]
    cells = [
        plain(each.content)
        for block in blocks(report)
        if isinstance(block, Table)
        for row in block.rows
        for each in row
    ]
    return [each for each in (*found, *cells) if each and _can_be_set(each)]


def _can_be_set(text: str) -> bool:
    return len(text) < 300 and all(ord(each) < 0x250 and unicodedata.category(each)[0] != "C" for each in text)


def _pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _bare(text: str) -> str:
    """Letters and figures alone: line ends and hyphens are the program's own."""
    return _WIDE.sub("", text)
