"""From the blocks of a report to paragraphs, lists, tables and pictures of a document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from typing import Any

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from locales.words import Words
from reports.charts import Chart
from reports.document import (
    Beside,
    Block,
    FillIn,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Picture,
    Section,
    Span,
    Table,
    Tiles,
    Together,
)
from reports.docx import look
from reports.docx.fields import field
from reports.docx.lines import Marks, put
from reports.docx.tables import cells_of, frame, tiles_as_table
from reports.pictures import png
from reports.typeface import clean, one_line

_ROLES = {"body": "Normal", "lead": look.LEAD, "small": look.SMALL, "kicker": look.KICKER}
_BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
_LONGEST_ALTERNATIVE = 2000
_INTRODUCED = (Items, Table, Tiles, Picture)
"""What the paragraph above it introduces: it stays on the page of its beginning."""


@dataclass(slots=True)
class Body:
    """The document as it grows, with what it counts on the way."""

    document: Document
    words: Words
    marks: Marks
    turning: bool = False
    tables: int = 0
    figures: int = 0
    entries: int = 0

    def section(self, section: Section) -> None:
        """Adds a section."""
        self.turning = self.turning or (section.new_page and bool(self.document.paragraphs))
        self.flow(section.blocks)

    def flow(self, blocks: Sequence[Block], width: float = look.TEXT_WIDTH) -> None:
        """Adds blocks one after the other; charts are at most `width` points wide."""
        for block, following in zip_longest(blocks, blocks[1:]):
            _PAINTERS[type(block)](self, block, width)
            if isinstance(block, Paragraph) and isinstance(following, _INTRODUCED):
                self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def paragraph(self, style: str) -> WordParagraph:
        """A new empty paragraph, on a new page where one was asked for."""
        added = self.document.add_paragraph(style=style)
        if self.turning:
            added.paragraph_format.page_break_before = True
        self.turning = False
        return added

    def drawing(self, chart: Chart, width: float) -> None:
        """A chart as a picture with its text alternative."""
        run = self.paragraph(look.FIGURE).add_run()
        shape = run.add_picture(BytesIO(png(chart, width)), width=Pt(width))
        about = shape._inline.docPr
        about.set("descr", (one_line(chart.alt) or one_line(chart.title))[:_LONGEST_ALTERNATIVE])
        about.set("title", one_line(chart.title)[:_LONGEST_ALTERNATIVE])


def _heading(body: Body, block: Heading, _: float) -> None:
    added = body.paragraph(f"Heading {block.level}")
    added.add_run(one_line(block.text))
    names = [] if block.anchor is None else [body.marks.name(block.anchor)]
    if in_contents(block):
        body.entries += 1
        names.append(entry_name(body.entries))
    body.marks.set(added, *names)


def in_contents(block: Heading) -> bool:
    """True for a heading that the contents list: the large ones, and those that say so."""
    return block.level == 1 or (block.in_contents and block.level == 2)


def entry_name(number: int) -> str:
    """The bookmark of the entry with this number, from 1."""
    return f"_Toc{number:06}"


def _paragraph(body: Body, block: Paragraph, _: float) -> None:
    put(body.paragraph(_ROLES[block.role]), block.content, body.marks)


def _items(body: Body, block: Items, _: float) -> None:
    number = _new_numbers(body.document) if block.numbered else None
    for content, depth in zip(block.items, block.depths or (0,) * len(block.items), strict=True):
        style = "List Number" if number is not None else _BULLETS[min(depth, len(_BULLETS) - 1)]
        added = body.paragraph(style)
        if number is not None:
            properties = added._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, number
        put(added, content, body.marks)


def _new_numbers(document: Document) -> int:
    """Begins a numbered list of its own: without it, numbers would run on from the list before."""
    numbering: Any = document.part.numbering_part.element
    usual = document.styles["List Number"].element.pPr.numPr.numId.val
    kind = next(each for each in numbering.num_lst if each.numId == usual).abstractNumId.val
    added = numbering.add_num(kind)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def _table(body: Body, block: Table, _: float) -> None:
    if block.show_caption or not _says_it_in_the_head(block):
        body.tables += 1
        _caption(body, "Table", body.tables, block.caption).paragraph_format.keep_with_next = True
    if block.anchor is not None:
        anchor = body.paragraph(look.ANCHOR)
        body.marks.set(anchor, body.marks.name(block.anchor))
    _begin_page(body)
    cells_of(block, frame(block, body.document), body.marks)
    body.paragraph(look.ANCHOR)


def _says_it_in_the_head(block: Table) -> bool:
    """True where the first cell of the head says what the caption would."""
    first = one_line("".join(span.text for span in block.head[0].content)) if block.head else ""
    return bool(first) and one_line(block.caption).endswith(first)


def _begin_page(body: Body) -> None:
    """A table cannot ask for a new page itself; an empty line before it does."""
    if body.turning:
        body.paragraph(look.ANCHOR)


def _caption(body: Body, counter: str, number: int, text: str) -> WordParagraph:
    words = body.words
    added = body.paragraph("Caption")
    added.add_run((words("Table") if counter == "Table" else words("Figure")) + " ")
    field(added, f"SEQ {counter} \\* ARABIC", str(number))
    added.add_run(f": {one_line(text)}")
    return added


def _tiles(body: Body, block: Tiles, _: float) -> None:
    if block.tiles:
        _begin_page(body)
        tiles_as_table(block, body.document, body.marks)
        body.paragraph(look.ANCHOR)


def _picture(body: Body, block: Picture, width: float) -> None:
    title = one_line(block.chart.title)
    if title:
        body.figures += 1
        _caption(body, "Figure", body.figures, title).paragraph_format.keep_with_next = True
    body.drawing(block.chart, width * block.share)
    if block.caption is not None:
        body.paragraph(look.SMALL).add_run(clean(block.caption))


def _beside(body: Body, block: Beside, width: float) -> None:
    """One column below the other: a table that only places things would be read out as one."""
    body.flow(block.left, width * block.share)
    body.flow(block.right, width * (1 - block.share))


def _together(body: Body, block: Together, width: float) -> None:
    body.flow(block.blocks, width)


def _page_break(body: Body, _block: PageBreak, _: float) -> None:
    body.turning = True


def _fill_in(body: Body, block: FillIn, _: float) -> None:
    if block.label is not None:
        body.paragraph("Normal").add_run(clean(block.label))
    if block.boxes:
        boxes = "   ".join(f"\u2610 {one_line(each)}" for each in block.boxes)
        put(body.paragraph("Normal"), (Span(boxes),), body.marks)
    for _number in range(block.lines):
        body.paragraph(look.LINE)


_PAINTERS: dict[type[Block], Callable[[Body, Any, float], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Table: _table,
    Tiles: _tiles,
    Picture: _picture,
    Beside: _beside,
    Together: _together,
    PageBreak: _page_break,
    FillIn: _fill_in,
}
