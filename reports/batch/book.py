"""The workbook that says which reports to make: written with a row for each city, and read back with care."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from locales.words import Words
from models.authored import LANGUAGES
from models.facts import REPORT_VERSIONS
from models.message import Message, say, say_many
from models.problem import InputRefused, Place, Problem
from reports.archive import repeatable
from reports.forms import FORMS
from reports.kinds import KINDS
from reports.workbook.cells import RULED, TOP, at, heads, ink, write
from reports.workbook.heights import fit
from reports.workbook.page import across
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
_KINDS = tuple(kind.id for kind in KINDS.values() if "published figures" not in kind.needs)
"""What a row can ask for: the figures of a group are those of no city."""
_KNOWN = {"kind": _KINDS, "format": FORMS, "language": LANGUAGES, "version": REPORT_VERSIONS}
_WIDTHS = {"city": 34, "sections": 28, "file": 30, "logo": 20}
_WIDTH, _GUIDE_WIDTH = 14, 100


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
    heads(sheet, 1, COLUMNS)
    for number, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, _WIDTH)
    sheet.freeze_panes = "B2"
    _offer(sheet)
    for row, line in enumerate(lines, 2):
        for number, name in enumerate(COLUMNS, 1):
            write(at(sheet, row, number), getattr(line, name))
            at(sheet, row, number).border = RULED
    _explain(book.create_sheet(words("How to fill it in")[:31]), words)
    for each in book.worksheets:
        across(each)
        each.print_title_rows = "1:1"
    out = io.BytesIO()
    book.save(out)
    return repeatable(out.getvalue())


def _explain(sheet: Worksheet, words: Words) -> None:
    heads(sheet, 1, (words("Column"), words("What it takes")))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _WIDTH, _GUIDE_WIDTH
    for row, texts in enumerate(_guide(words), 2):
        for number, text in enumerate(texts, 1):
            cell = at(sheet, row, number)
            write(cell, text)
            cell.font, cell.alignment, cell.border = ink(bold=number == 1), TOP, RULED
        fit(sheet, row, [(texts[1], _GUIDE_WIDTH)])


def _offer(sheet: Worksheet) -> None:
    """Lets the cells of a column that knows few values offer them, and say nothing about others: that is told later."""
    for name, known in _KNOWN.items():
        letters = get_column_letter(COLUMNS.index(name) + 1)
        offered = DataValidation("list", formula1=f'"{",".join(known)}"', showErrorMessage=False)
        offered.add(f"{letters}2:{letters}{MOST + 1}")
        sheet.add_data_validation(offered)


def _guide(words: Words) -> Iterator[tuple[str, str]]:
    yield (
        "city",
        words("The name of the city, as its answers have it. Each row is one report."),
    )
    yield "kind", words("One of {kinds}; empty: full, for a quick scan quick-scan.", kinds=", ".join(_KINDS))
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
        found = say_many(len(lines), "There is 1 row with a city", "There are {count} rows with a city")
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
