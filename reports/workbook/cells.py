"""How a text gets into a cell and stays a text, and what the cells of this house look like."""

import re
from collections.abc import Iterable
from typing import cast

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from models.message import say
from models.problem import InputRefused, Place, Problem
from reports.palette import PAPER
from reports.typeface import one_line

# A spreadsheet takes a text for a formula or a command when it begins with one of these, full-width ones included.
_ACTIVE = tuple("=+-@|%\t\r\n＝＋－＠｜％")
# Workbooks write a character by its number like this; where somebody really typed it, the underscore is escaped.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NUMBER = re.compile("0|[1-9][0-9]{0,8}")
_LONGEST = 32_767
_LONGEST_SHOWN = 30_000
_REPLACEMENT = "\ufffd"
_NAME = "Calibri"

TOP = Alignment(vertical="top", wrap_text=True)
START = Alignment(vertical="top", horizontal="left", wrap_text=True)
OPEN = Alignment(vertical="top")
CENTRE = Alignment(vertical="top", horizontal="center")
_HAIR = Side(style="thin", color=PAPER.line[1:])
RULED = Border(bottom=_HAIR)
BOXED = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell in a row and column, both counted from 1. No sheet of this house merges cells."""
    return cast(Cell, sheet.cell(row, column))


def ground(colour: str) -> PatternFill:
    """A cell filled with a colour of the palette."""
    return PatternFill("solid", start_color=colour[1:], end_color=colour[1:])


def ink(colour: str = PAPER.ink, *, size: int = 11, bold: bool = False) -> Font:
    """A font in a colour of the palette; size in points."""
    return Font(name=_NAME, size=size, bold=bold, color=colour[1:])


def heads(sheet: Worksheet, row: int, names: Iterable[str]) -> None:
    """Writes the names of columns into a row, light on the colour of headings."""
    for column, name in enumerate(names, 1):
        cell = at(sheet, row, column)
        write(cell, name)
        cell.font, cell.fill, cell.alignment = ink("#FFFFFF", bold=True), ground(PAPER.heading), TOP


def write(cell: Cell, text: str) -> None:
    """Puts a text into a cell as text, whatever it begins with.

    Characters that a workbook cannot hold become a replacement character. Raises `InputRefused` where the text is
    longer than a cell can hold.
    """
    clean = _ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub(_REPLACEMENT, text))
    if len(clean) > _LONGEST:
        raise InputRefused([_too_long(cell, len(clean))])
    cell.value = clean
    cell.data_type = "s"
    cell.quotePrefix = clean.startswith(_ACTIVE)


def readable(text: str) -> str:
    """A text for a sheet of figures, on one line; what is too long for a cell ends in an ellipsis."""
    line = one_line(text)
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}\u2026"


def write_number(cell: Cell, text: str) -> None:
    """Puts short whole numbers into a cell as numbers, everything else as text: 007 is no number."""
    if _NUMBER.fullmatch(text):
        cell.value = int(text)
    else:
        write(cell, text)


def write_rich(cell: Cell, strong: str, text: str, colour: str = PAPER.ink) -> None:
    """Puts a text with an emphasised beginning into a cell. For texts of a questionnaire, not of users."""
    parts: list[str | TextBlock] = []
    if strong:
        parts.append(TextBlock(InlineFont(rFont=_NAME, sz=11, b=True, color=Color(rgb=colour[1:])), strong))
    if strong and text:
        parts.append("\n")
    if text:
        parts.append(TextBlock(InlineFont(rFont=_NAME, sz=11, color=Color(rgb=colour[1:])), text))
    cell.value = CellRichText(parts)


def _too_long(cell: Cell, length: int) -> Problem:
    return Problem(
        Place("workbook", sheet=cell.parent.title, cell=cell.coordinate),
        "",
        say("This text has {length} characters", length=length),
        say("A cell of a workbook holds at most {most}", most=_LONGEST),
        say("Shorten it, or use the YAML form."),
    )
