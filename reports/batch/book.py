"""The workbook that says which reports to make: written with a row for each city, and read back with care."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from openpyxl import Workbook

from locales.words import Words
from models.message import Message, say
from models.problem import InputRefused, Place, Problem
from reports.archive import repeatable
from reports.workbook.cells import at, ink, write
from reports.workbook.reading import Sheet, open_sheets

SHEET = "reports"
MOST = 500
_NAME = re.compile(r"[^\W_][\w .()+-]{0,99}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that some systems keep to themselves."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the workbook: what each column says, and which row it is."""

    row: int
    city: str
    kind: str = ""
    format: str = ""
    language: str = ""
    version: str = ""
    target: str = ""
    sections: str = ""
    logo: str = ""
    edition: str = ""
    file: str = ""


COLUMNS = tuple(each.name for each in fields(Line) if each.name != "row")
_WIDTHS = {"city": 34, "sections": 28, "file": 30, "logo": 20}


@dataclass(frozen=True, slots=True)
class Book:
    """The rows, and where they stand, for the places of problems."""

    file: str
    sheet: str
    columns: Mapping[str, str]
    lines: tuple[Line, ...]

    def problem(self, line: Line, column: str, found: Message, expected: Message) -> Problem:
        """What is wrong with a cell."""
        cell = f"{self.columns.get(column, 'A')}{line.row}"
        return Problem(Place(self.file, sheet=self.sheet, cell=cell), line.city, found, expected)


def blank_book(lines: Iterable[Line], words: Words) -> bytes:
    """A workbook to fill in, with these rows in it and a sheet that explains the columns."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(SHEET)
    for number, name in enumerate(COLUMNS, 1):
        write(at(sheet, 1, number), name)
        at(sheet, 1, number).font = ink(bold=True)
        sheet.column_dimensions[at(sheet, 1, number).column_letter].width = _WIDTHS.get(name, 14)
    sheet.freeze_panes = "B2"
    for row, line in enumerate(lines, 2):
        for number, name in enumerate(COLUMNS, 1):
            write(at(sheet, row, number), getattr(line, name))
    guide = book.create_sheet(words("How to fill it in")[:31])
    guide.column_dimensions["B"].width = 100
    for row, (name, told) in enumerate(_guide(words), 1):
        write(at(guide, row, 1), name)
        write(at(guide, row, 2), told)
    out = io.BytesIO()
    book.save(out)
    return repeatable(out.getvalue())


def _guide(words: Words) -> Iterator[tuple[str, str]]:
    yield (
        "city",
        words("The name of the city, as its answers have it. Each row is one report."),
    )
    yield "kind", words("full, mayor, council or quick-scan; empty: full, for a quick scan quick-scan.")
    yield "format", words("pdf, docx, xlsx or txt, as far as the kind has it; empty: its usual one.")
    yield "language", words("de or en; empty: that of the answers.")
    yield "version", words("internal, public or consultant; empty: the usual one of the kind.")
    yield "target", words("A target of the model, such as solid; empty: none.")
    yield "sections", words("Parts of the report by their ids, with commas between them; empty: all.")
    yield "logo", words("The name of a PNG or JPEG beside the answers; in the app: city, own or none.")
    yield (
        "edition",
        words("The id of a published edition beside the result, only in the app; empty or none: none."),
    )
    yield (
        "file",
        words("The name of the file, without its ending; empty: made of city, kind and language."),
    )


def read_book(data: bytes, file: str) -> Book:
    """The rows of a filled workbook.

    Raises:
        InputRefused: where it is not safe to open, has no row with the names of the columns, or too many rows.
    """
    for sheet in open_sheets(data, file):
        found = _columns(sheet)
        if found is not None:
            return _book(file, sheet, *found)
    raise InputRefused(
        [
            Problem(
                Place(file),
                "",
                say("No sheet has a row with the names of the columns"),
                say("Expected is a row with city and kind, as in the workbook that this program writes"),
            )
        ]
    )


def _columns(sheet: Sheet) -> tuple[int, dict[str, str]] | None:
    for row, cells in sheet.rows:
        named = {text.strip().casefold(): letters for letters, text in cells.items()}
        if {"city", "kind"} <= named.keys():
            return row, {name: letters for name, letters in named.items() if name in COLUMNS}
    return None


def _book(file: str, sheet: Sheet, header: int, columns: dict[str, str]) -> Book:
    lines = tuple(_lines(sheet, header, columns))
    if not 0 < len(lines) <= MOST:
        found = say("There are {number} rows with a city", number=len(lines))
        expected = say("Expected are 1 to {most}", most=MOST)
        raise InputRefused([Problem(Place(file, sheet=sheet.name, cell=f"A{header}"), "", found, expected)])
    return Book(file, sheet.name, columns, lines)


def _lines(sheet: Sheet, header: int, columns: Mapping[str, str]) -> Iterator[Line]:
    for row, cells in sheet.rows:
        said = {name: " ".join(cells.get(letters, "").split()) for name, letters in columns.items()}
        if row > header and any(said.values()):
            yield Line(row, **said)


def name_problem(name: str) -> Message | None:
    """Why a name cannot be that of a file in an archive; None where it can. Nothing in it may lead elsewhere."""
    if _NAME.fullmatch(name) and ".." not in name and not name.endswith((" ", ".")) and not _RESERVED.fullmatch(name):
        return None
    return say("{name} cannot be the name of a file everywhere", name=name[:60])
