"""Opens one workbook from a stranger, alone in a process that may use little memory and little time.

Runs as a program of its own (workbook on standard input, JSON on standard output) and knows nobody else in the house.
Before anything interprets the workbook, its archive is measured and its XML is walked: what is too large, encrypted,
carries macros, links or embedded files, or hides its size behind two far-away cells is refused by a code word.
Answers {"sheets": [{"name", "rows": [[row, {column: text}]], "typed": [cell], "unread": [cell]}]} or
{"refused": code}; "typed" are the cells whose text is one for the spreadsheet too, and neither number nor day.
"""

import datetime
import io
import json
import posixpath
import re
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

MAX_BYTES = 5_000_000
MAX_MEMBERS = 200
MAX_UNCOMPRESSED = 20_000_000
MAX_RATIO = 100
MAX_ROWS = 5_000
MAX_COLUMNS = 60
MAX_TEXT = 5_000_000
"""Characters in all cells: a text that is kept once can be shown in every cell, and is answered as often."""
MAX_MEMORY = 768 * 1024 * 1024
MAX_CPU_SECONDS = 5

_CHUNK = 65_536
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MACROS = re.compile(r"vbaproject\.bin$|^xl/macrosheets/|^xl/activex/", re.IGNORECASE)
_LINKS = re.compile(r"^xl/(externallinks|querytables|embeddings)/|^xl/connections\.xml$", re.IGNORECASE)
# What zipfile and zlib raise for archives that lie about themselves.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")

Row = tuple[int, dict[str, str]]


class Refused(Exception):  # noqa: N818 - named for what happened to the workbook
    """The workbook is not opened any further; the argument is the code word that says why."""


def main() -> None:
    """Reads the workbook from standard input and prints what stands in it, or why it is refused."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_SECONDS, MAX_CPU_SECONDS))
    try:
        answer: dict[str, Any] = {"sheets": sheets(sys.stdin.buffer.read(MAX_BYTES + 1))}
    except Refused as refused:
        answer = {"refused": str(refused)}
    json.dump(answer, sys.stdout)


def sheets(data: bytes) -> list[dict[str, Any]]:
    """The cells with something in them, sheet by sheet. Raises `Refused`."""
    if len(data) > MAX_BYTES:
        raise Refused("too-large")
    if data.startswith(_OLD_OFFICE):
        raise Refused("old-or-protected")
    # The reader keeps a place for each cell between the outermost ones, in every sheet.
    walked = {name.lower(): _walk(part) for name, part in _parts(data)}
    if sum(each.spanned for each in walked.values()) > MAX_ROWS * MAX_COLUMNS:
        raise Refused("too-many-cells")
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            names = [each.name for each in workbook.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
            unread = _unread(walked)
            return _bounded(_sheet(workbook, name, unread.get(name, [])) for name in names)
    except PasswordError as error:
        raise Refused("old-or-protected") from error
    except CalamineError as error:
        raise Refused("damaged") from error


def _bounded(found: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """The sheets, as long as they do not say more than `MAX_TEXT` together."""
    kept, left = [], MAX_TEXT
    for each in found:
        left -= sum(len(text) for _, cells in each["rows"] for text in cells.values())
        if left < 0:
            raise Refused("bomb")
        kept.append(each)
    return kept


def _unread(walked: dict[str, "_Walker"]) -> dict[str, list[str]]:
    """The cells of each sheet that show nothing: error values, and formulas that were saved without a result."""
    relations = walked.get("xl/_rels/workbook.xml.rels", _Walker()).targets
    found = {}
    for name, relation in walked["xl/workbook.xml"].sheets.items():
        path = posixpath.normpath(posixpath.join("/xl", relations.get(relation, ""))).lstrip("/").lower()
        found[name] = walked.get(path, _Walker()).unread
    return found


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The XML parts of the archive and their names, after the archive itself was measured."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_members(members)
            left = MAX_UNCOMPRESSED
            for member in members:
                content = _unpacked(archive, member, left)
                left -= len(content)
                if member.filename.lower().endswith((".xml", ".rels")):
                    yield member.filename, content
    except _UNREADABLE as error:
        raise Refused("damaged") from error


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(names) > MAX_MEMBERS:
        raise Refused("bomb")
    if len(set(names)) < len(names):
        raise Refused("damaged")
    if any(_MACROS.search(name) for name in names):
        raise Refused("macros")
    if any(_LINKS.search(name) for name in names):
        raise Refused("links")
    if "xl/workbook.xml" not in names:
        raise Refused("not-a-workbook")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    """The content of a member, measured while it is unpacked: what the archive claims about sizes is no evidence."""
    most = min(left, MAX_RATIO * max(member.compress_size, 1))
    pieces: list[bytes] = []
    with archive.open(member) as file:
        while piece := file.read(_CHUNK):
            most -= len(piece)
            if most < 0:
                raise Refused("bomb")
            pieces.append(piece)
    return b"".join(pieces)


def _walk(part: bytes) -> "_Walker":
    """Refuses document types, macro content types, links that load by themselves and cells beyond the bounds."""
    walker = _Walker()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = walker.doctype
    parser.StartElementHandler = walker.start
    parser.CharacterDataHandler = walker.text
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise Refused("damaged") from error
    walker.settle()
    return walker


class _Walker:
    """Where in a part the walk stands, and what it found. Cells without a reference follow the one before."""

    def __init__(self) -> None:
        self.sheets: dict[str, str] = {}
        self.targets: dict[str, str] = {}
        self.unread: list[str] = []
        self._element = ""
        self._type = ""
        self._waiting = False
        self._row = 0
        self._column = 0
        self._last_row = 0
        self._last_column = 0

    @property
    def spanned(self) -> int:
        """The number of cells between the outermost ones."""
        return self._last_row * self._last_column

    def doctype(self, *_: object) -> None:
        raise Refused("damaged")

    def start(self, qualified: str, attributes: dict[str, str]) -> None:
        self._element = name = qualified.rpartition(" ")[2]
        if name == "row":
            self.settle()
            self._row, self._column = _number(attributes.get("r"), self._row + 1), 0
        elif name == "c":
            self._cell(attributes)
        elif name in ("v", "is", "f"):
            self._filled(name)
        elif name == "sheet":
            identifiers = (value for key, value in attributes.items() if key.endswith(" id"))
            self.sheets[attributes.get("name", "")] = next(identifiers, "")
        elif name == "Relationship":
            _check_relationship(attributes)
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")
        elif name in ("Override", "Default"):
            _check_content_type(attributes.get("ContentType", ""))

    def text(self, text: str) -> None:
        if self._waiting and self._element == "v" and text.strip():
            self._waiting = False

    def settle(self) -> None:
        """Notes the cell that was walked through, where it has a formula and no result."""
        if self._waiting:
            self.unread.append(f"{column_letters(self._column)}{self._row}")
        self._waiting = False

    def _cell(self, attributes: dict[str, str]) -> None:
        self.settle()
        self._find(attributes.get("r"))
        self._type = attributes.get("t", "")
        if self._type == "e":
            self.unread.append(f"{column_letters(self._column)}{self._row}")

    def _find(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
            return
        match = _CELL.match(reference)
        if match is None:
            raise Refused("damaged")
        self._column, self._row = column_number(match[1]), int(match[2])

    def _filled(self, name: str) -> None:
        if name == "f":
            self._waiting = self._type != "e"
        elif self._type == "str":
            # A text may be the empty one: then the formula shows nothing, and means it.
            self._waiting = False
        self._last_row, self._last_column = max(self._last_row, self._row), max(self._last_column, self._column)
        if self._row > MAX_ROWS or self._column > MAX_COLUMNS:
            raise Refused("too-many-cells")


def _check_relationship(attributes: dict[str, str]) -> None:
    # A link that a person clicks is evidence; anything else that points outside is loaded without asking.
    outside = attributes.get("TargetMode", "").lower() == "external"
    if outside and not attributes.get("Type", "").lower().endswith("/hyperlink"):
        raise Refused("links")


def _check_content_type(content_type: str) -> None:
    if "macroenabled" in content_type.lower() or "vbaproject" in content_type.lower():
        raise Refused("macros")


def _number(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    if not re.fullmatch(r"[0-9]{1,7}", text):
        raise Refused("damaged")
    return int(text)


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _sheet(workbook: CalamineWorkbook, name: str, unread: list[str]) -> dict[str, Any]:
    rows: list[Row] = []
    typed: list[str] = []
    for number, values in enumerate(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1):
        cells = {column_letters(column): value for column, value in enumerate(values, 1) if as_text(value)}
        typed += [f"{letters}{number}" for letters, value in cells.items() if isinstance(value, str)]
        if cells:
            rows.append((number, {letters: as_text(value) for letters, value in cells.items()}))
    return {"name": name, "rows": rows, "typed": typed, "unread": unread}


def as_text(value: object) -> str:
    """A cell as text: 3.0 is "3", a day is "2025-03-12", true is "true"."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value)


if __name__ == "__main__":
    main()
