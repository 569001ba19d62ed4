"""Workbooks that mean harm, or only look like it: refused with one problem, whatever they do to the program that reads.

The control is the same workbook, packed anew by the same hands without the harm: it is read.
"""

import io
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.loading import QUESTIONNAIRES, load_library
from models.answers import Answers
from models.problem import InputRefused
from reports.workbook import guarded, is_workbook, read, reading
from reports.workbook.reading import open_sheets
from tests.parts import rounds
from tests.reports.spreadsheets import blank

LIBRARY = load_library(QUESTIONNAIRES)
SHEET = "xl/worksheets/sheet3.xml"
Parts = dict[str, bytes]


def _harmless() -> bytes:
    (scan,) = LIBRARY.quick_scans
    sheet = blank(scan, "de")
    sheet.detail("city", "Musterstadt")
    sheet.answer("QS01", 3)
    return sheet.saved()


HARMLESS = _harmless()


def test_the_same_workbook_packed_anew_without_harm_is_read() -> None:
    assert _read(_packed(_parts())).ratings["QS01"].rating == "3"


def _bomb(parts: Parts) -> None:
    parts["xl/media/image1.png"] = b"\0" * 30_000_000


def _dense_bomb(parts: Parts) -> None:
    parts["xl/theme/theme2.xml"] = b"<a>" + b"<b/>" * 400_000 + b"</a>"


def _crowd(parts: Parts) -> None:
    parts.update({f"xl/media/{number}.png": b"x" for number in range(guarded.MAX_MEMBERS)})


def _macros(parts: Parts) -> None:
    parts["xl/vbaProject.bin"] = b"Sub Auto_Open()"


def _macro_type(parts: Parts) -> None:
    _replace(parts, "[Content_Types].xml", b"sheet.main+xml", b"sheet.macroEnabled.main+xml")


def _external_link(parts: Parts) -> None:
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"


def _external_relationship(parts: Parts) -> None:
    link = b'<Relationship Id="rId99" Type="http://x/externalLinkPath" Target="http://x/y.xlsx" TargetMode="External"/>'
    _replace(parts, "xl/_rels/workbook.xml.rels", b"</Relationships>", link + b"</Relationships>")


def _embedded(parts: Parts) -> None:
    parts["xl/embeddings/oleObject1.bin"] = b"MZ"


def _connection(parts: Parts) -> None:
    parts["xl/connections.xml"] = b"<connections/>"


def _far_away(parts: Parts) -> None:
    _replace(parts, SHEET, b"</sheetData>", _cell(b"XFD1048576") + b"</sheetData>")


def _far_down(parts: Parts) -> None:
    _replace(parts, SHEET, b"</sheetData>", _cell(b"A6000") + b"</sheetData>")


def _far_right_without_references(parts: Parts) -> None:
    cells = b"<c><v>1</v></c>" * (guarded.MAX_COLUMNS + 1)
    _replace(parts, SHEET, b"</sheetData>", b"<row>" + cells + b"</row></sheetData>")


def _many_wide_sheets(parts: Parts) -> None:
    # Two cells in each of a hundred sheets, which span thirty million.
    numbers = range(4, 104)
    parts.update({f"xl/worksheets/sheet{n}.xml": _sheet(_cell(b"A1") + _cell(b"BH5000")) for n in numbers})
    _name_sheets(parts, numbers)


def _laughs(parts: Parts) -> None:
    entities = b"".join(b'<!ENTITY e%d "&e%d;&e%d;">' % (n + 1, n, n) for n in range(30))
    parts[SHEET] = b'<!DOCTYPE x [<!ENTITY e0 "ha">' + entities + b"]><worksheet>&e30;</worksheet>"


def _outside_entity(parts: Parts) -> None:
    parts["xl/sharedStrings.xml"] = (
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>'
    )


def _torn(parts: Parts) -> None:
    parts[SHEET] = parts[SHEET][: len(parts[SHEET]) // 2]


def _nonsense_reference(parts: Parts) -> None:
    _replace(parts, SHEET, b"</sheetData>", _cell(b"AAAAAAA1") + b"</sheetData>")


def _no_workbook(parts: Parts) -> None:
    parts["word/document.xml"] = parts.pop("xl/workbook.xml")


HARMS: Mapping[str, tuple[Callable[[Parts], None], str]] = {
    "a member of 30 million zeros": (_bomb, "unpacks"),
    "a part of XML that is mostly nothing": (_dense_bomb, "unpacks"),
    "more members than any workbook has": (_crowd, "unpacks"),
    "macros": (_macros, "macros"),
    "a content type for macros": (_macro_type, "macros"),
    "a link to another workbook": (_external_link, "loads data"),
    "a relationship that points outside": (_external_relationship, "loads data"),
    "an embedded file": (_embedded, "loads data"),
    "a data connection": (_connection, "loads data"),
    "a cell in the farthest corner": (_far_away, "far outside"),
    "a cell far down": (_far_down, "far outside"),
    "cells far to the right that do not say where they are": (_far_right_without_references, "far outside"),
    "many sheets that each span what one may": (_many_wide_sheets, "far outside"),
    "entities that multiply": (_laughs, "damaged"),
    "an entity from another file": (_outside_entity, "damaged"),
    "a torn part": (_torn, "damaged"),
    "a reference to no column": (_nonsense_reference, "damaged"),
    "another office document": (_no_workbook, "not an Excel workbook"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_harm_is_refused_with_one_problem(harm: str) -> None:
    do, said = HARMS[harm]
    parts = _parts()
    do(parts)
    assert said in _refusal(_packed(parts))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK", "damaged"),
        (b"PK\x03\x04" + b"\0" * 200, "damaged"),
        (HARMLESS[: len(HARMLESS) // 2], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (HARMLESS + b"\0" * guarded.MAX_BYTES, "larger than 5 million"),
    ],
)
def test_what_is_no_whole_workbook_is_refused_with_one_problem(data: bytes, said: str) -> None:
    assert is_workbook(data)
    assert said in _refusal(data)


def _saying_again(text: str, times: int) -> bytes:
    """A small workbook in which many cells show one long text, that is kept once."""
    parts = _parts()
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, times + 1))
    parts[SHEET] = parts[SHEET].split(b"<sheetData>")[0] + f"<sheetData>{rows}</sheetData></worksheet>".encode()
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="%s"><si><t>%s</t></si></sst>' % (main, text.encode())
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = b'<Relationship Id="rIdS" Type="%s" Target="sharedStrings.xml"/></Relationships>' % kind
    _replace(parts, "xl/_rels/workbook.xml.rels", b"</Relationships>", relation)
    return _packed(parts)


def test_a_small_workbook_that_shows_one_long_text_again_and_again_never_becomes_a_large_one_here() -> None:
    text = "".join(f"{at:x}" for at in range(6_000))
    assert any(text in row.values() for sheet in open_sheets(_saying_again(text, 2), "wb") for _, row in sheet.rows)
    assert "unpacks" in _refusal(_saying_again(text, guarded.MAX_TEXT // len(text) + 1))


def test_workbooks_are_opened_a_few_at_a_time_so_that_many_at_once_do_not_take_all_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held: list[str] = []
    opened: list[list[str]] = []
    run = subprocess.run

    def noted(*args: Any, **named: Any) -> "subprocess.CompletedProcess[bytes]":
        opened.append([*held])
        return run(*args, **named)

    @contextmanager
    def turn() -> Iterator[None]:
        held.append("turn")
        yield
        held.pop()

    monkeypatch.setattr(reading, "_TURNS", turn())
    monkeypatch.setattr(subprocess, "run", noted)
    assert _read(HARMLESS).ratings["QS01"].rating == "3"
    assert (opened, held) == ([["turn"]], [])


def test_a_member_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(_packed({**_parts(), "xl/media/image1.png": b"\0" * 30_000_000}))
    honest = (30_000_000).to_bytes(4, "little")
    assert honest in data
    assert _refusal(bytes(data).replace(honest, (3_000).to_bytes(4, "little")))


def test_an_encrypted_member_is_refused() -> None:
    data = HARMLESS.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )
    assert data != HARMLESS
    assert "damaged" in _refusal(data)


@pytest.mark.parametrize(
    "program",
    [
        "while True: pass",
        "guarded.sheets = lambda data: [bytearray(guarded.MAX_MEMORY)]",
        "guarded.sheets = lambda data: sum(iter(int, 1))",
    ],
    ids=["time on the clock", "memory", "time of the processor"],
)
def test_a_reader_that_takes_too_much_is_ended_and_this_process_goes_on(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        f"import sys; sys.path.insert(0, {str(Path(guarded.__file__).parent)!r}); import guarded",
        "guarded.MAX_CPU_SECONDS = 1",
        program,
        "guarded.main()",
    )
    (tmp_path / "reader.py").write_text("\n".join(lines))
    monkeypatch.setattr(reading, "_PROGRAM", tmp_path / "reader.py")
    monkeypatch.setattr(reading, "MAX_SECONDS", 5 if "sheets" in program else 1)
    assert "more time or memory" in _refusal(HARMLESS)


def test_that_reader_without_harm_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        f"import sys; sys.path.insert(0, {str(Path(guarded.__file__).parent)!r}); import guarded",
        "guarded.main()",
    )
    (tmp_path / "reader.py").write_text("\n".join(lines))
    monkeypatch.setattr(reading, "_PROGRAM", tmp_path / "reader.py")
    assert _read(HARMLESS).ratings["QS01"].rating == "3"


def test_a_size_that_is_only_claimed_does_no_harm() -> None:
    parts = _parts()
    _replace(parts, SHEET, b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    assert _read(_packed(parts)).ratings["QS01"].rating == "3"


def test_empty_cells_with_a_colour_may_lie_anywhere() -> None:
    parts = _parts()
    _replace(parts, SHEET, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')
    assert _read(_packed(parts)).ratings["QS01"].rating == "3"


def test_a_link_that_a_person_clicks_is_evidence_and_no_harm() -> None:
    (scan,) = LIBRARY.quick_scans
    sheet = blank(scan)
    sheet.detail("city", "Musterstadt")
    sheet.answer("QS01", 3, evidence="https://example.org/beschluss")
    sheet.cell("QS01", "evidence").hyperlink = "https://example.org/beschluss"
    assert _read(sheet.saved()).ratings["QS01"].evidence == ("https://example.org/beschluss",)


@pytest.mark.soak
@settings(max_examples=rounds(usual=25, soak=5_000))
@given(where=st.integers(0, len(HARMLESS) - 1), what=st.binary(min_size=1, max_size=8))
def test_a_workbook_with_some_bytes_changed_is_read_or_refused_and_nothing_else(where: int, what: bytes) -> None:
    data = b"PK" + (HARMLESS[:where] + what + HARMLESS[where + len(what) :])[2:]
    with suppress(InputRefused):
        _read(data)


def _parts() -> Parts:
    with zipfile.ZipFile(io.BytesIO(HARMLESS)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Parts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _replace(parts: Parts, name: str, old: bytes, new: bytes) -> None:
    assert old in parts[name], f"{name} holds no {old!r} to replace"
    parts[name] = parts[name].replace(old, new, 1)


def _cell(reference: bytes) -> bytes:
    row = reference.lstrip(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return b'<row r="%b"><c r="%b"><v>1</v></c></row>' % (row, reference)


def _sheet(rows: bytes) -> bytes:
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="%b"><sheetData>%b</sheetData></worksheet>' % (namespace, rows)


def _name_sheets(parts: Parts, numbers: range) -> None:
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    links = b"".join(
        b'<Relationship Id="x%d" Type="%b" Target="/xl/worksheets/sheet%d.xml"/>' % (n, kind, n) for n in numbers
    )
    names = b"".join(
        b'<sheet xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'name="s%d" sheetId="%d" q:id="x%d"/>' % (n, n, n)
        for n in numbers
    )
    _replace(parts, "xl/_rels/workbook.xml.rels", b"</Relationships>", links + b"</Relationships>")
    _replace(parts, "xl/workbook.xml", b"</sheets>", names + b"</sheets>")


def _read(data: bytes) -> Answers:
    return read(data, "answers.xlsx", LIBRARY).answers


def _refusal(data: bytes) -> str:
    with pytest.raises(InputRefused) as refused:
        _read(data)
    (problem,) = refused.value.problems
    assert problem.suggestion is not None
    return str(problem)
