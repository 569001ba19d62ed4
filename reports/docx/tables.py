"""Tables as a word processor knows them: a head that comes again on each page, the row's name in the first column."""

import re
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow

from reports.column_widths import evened, most
from reports.document import Cell, Table, Tiles, cell
from reports.docx import look
from reports.docx.lines import Marks, put
from reports.palette import PAPER, RATINGS
from reports.typeface import Face, one_line, width

_JOINT = re.compile(r"\s+|(?<=[-/])")
_MOST_LETTERS, _MOST_LINES = 500, 12
_WIDER = 1.2
"""How much wider than on paper letters may be in the face that a machine has in place of ours."""
_BESIDE = 8.0
"""What a cell leaves at both sides of its text, in points."""
_ALIGNED = {"center": WD_ALIGN_PARAGRAPH.CENTER, "end": WD_ALIGN_PARAGRAPH.RIGHT}


def frame(block: Table, document: Document) -> WordTable:
    """Adds an empty table with the columns of the block."""
    drawn: WordTable = document.add_table(rows=0, cols=len(block.head), style=look.TABLE)
    _describe(drawn, block)
    return drawn


def cells_of(block: Table, drawn: WordTable, marks: Marks) -> None:
    """Fills a table row by row."""
    for column, wide in zip(drawn.columns, _widths(block), strict=True):
        column.width = Pt(wide)
    # Looked up once: a document looks at all of its styles for each name.
    head, rest = (drawn.part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH) for name in (look.HEAD_CELL, look.CELL))
    for number, row in enumerate((block.head, *block.rows)):
        added = drawn.add_row()
        for each, filled in zip(row, added.cells, strict=True):
            filled.paragraphs[0]._p.style = rest if number else head
            _fill(filled, each, marks, head=number == 0)
            filled.paragraphs[0].paragraph_format.keep_with_next = number == 0 or None
        _keep(added, whole=_fits_a_page(row), head=number == 0)


def _widths(block: Table) -> list[float]:
    """The widths of the columns: as the block shares them, but no word is torn that can be spared from it.

    The words of the head come first: each of them says what a whole column is. A column that is tight already
    gives nothing for them.
    """
    wanted = [look.TEXT_WIDTH * each / sum(block.widths) for each in block.widths]
    heads = [_longest(head, "bold", most(each)) for head, each in zip(block.head, wanted, strict=True)]
    cells = [
        max((_longest(row[number], "regular", most(each)) for row in block.rows), default=0.0)
        for number, each in enumerate(wanted)
    ]
    first = evened(wanted, [*map(max, heads, map(min, cells, wanted))])
    return evened(first, [*map(max, heads, cells)])


def _longest(given: Cell, face: Face, reach: float) -> float:
    """The room for the longest word that is not out of reach; an address may be divided behind a slash."""
    words = _JOINT.split("".join(span.text for span in given.content))
    rooms = (width(each, face, look.CELL_SIZE) * _WIDER + _BESIDE for each in words)
    return max((each for each in rooms if each <= reach), default=0.0)


def tiles_as_table(block: Tiles, document: Document, marks: Marks) -> None:
    """Adds figures side by side: what each one is stands in the head, the figure below it."""
    head = tuple(cell(tile.label) for tile in block.tiles)
    row = tuple(cell(tile.value) for tile in block.tiles)
    name = ", ".join(one_line(tile.label) for tile in block.tiles)
    shown = Table(head, (row,), (1.0,) * len(head), name, row_headers=False)
    drawn = frame(shown, document)
    cells_of(shown, drawn, marks)
    for filled in drawn.rows[1].cells:
        for run in filled.paragraphs[0].runs:
            run.font.size, run.bold = Pt(16), True


def _describe(drawn: WordTable, block: Table) -> None:
    """What the table is, for people who do not see it, and which of its cells are heads."""
    drawn.autofit = False
    properties = drawn._tbl.tblPr
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    first = int(block.row_headers)
    properties.append(
        parse_xml(
            f'<w:tblLook {nsdecls("w")} w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="{first}" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        )
    )
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), one_line(block.caption))
    properties.append(caption)


def _fill(filled: WordCell, given: Cell, marks: Marks, *, head: bool) -> None:
    paragraph = filled.paragraphs[0]
    if given.align in _ALIGNED:
        paragraph.alignment = _ALIGNED[given.align]
    shade = RATINGS.get((given.letter or "")[:1])
    put(paragraph, given.content, marks, None if shade is None else shade.ink)
    ground = PAPER.soft if head else None if shade is None else shade.fill
    if ground is not None:
        filled._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground[1:]}"/>')
        )


def _fits_a_page(row: tuple[Cell, ...]) -> bool:
    """True where a row is surely lower than a page; a higher one must be torn, or its end would be lost."""
    texts = ["".join(span.text for span in each.content) for each in row]
    return all(len(text) <= _MOST_LETTERS and text.count("\n") <= _MOST_LINES for text in texts)


def _keep(row: WordRow, *, whole: bool, head: bool) -> None:
    """A row is not torn where a page ends; the head comes again on the next one."""
    properties: Any = row._tr.get_or_add_trPr()
    if whole:
        properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
