"""A report as a workbook: the figures behind every chart and table, one sheet each, to go on reckoning with.

Charts are drawn by the spreadsheet program itself from the figures beside them. The same report gives the same bytes.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from locales.words import Words
from locales.words import words as words_in
from reports.archive import moment, repeatable
from reports.charts import Chart
from reports.document import Beside, Block, Heading, Picture, Report, Table, Together
from reports.typeface import one_line
from reports.workbook import cells
from reports.workbook.dressing import dress
from reports.workbook.sheets import Named, chart_sheet, named, overview, table_sheet

_CORE = "docProps/core.xml"


def write_figures(report: Report) -> bytes:
    """The figures of a report as a workbook.

    Raises `ValueError` where the report's date is not written as YYYY-MM-DD.
    """
    words = words_in(report.language)
    book = Workbook()
    first: Worksheet = book.worksheets[0]
    found = tuple(_numbered(report))
    for each in found:
        if isinstance(each.content, Table):
            table_sheet(book.create_sheet(each.sheet), each, each.content, words)
        else:
            chart_sheet(book.create_sheet(each.sheet), each, each.content, words)
    overview(first, report, found, words)
    if not report.plain:
        dress(book, report.branding)
    return _saved(book, report, words)


@dataclass(frozen=True, slots=True)
class _Found:
    part: str
    content: Chart | Table


def _numbered(report: Report) -> Iterator[Named]:
    found = (
        each
        for section in report.sections
        for each in _inside(section.blocks, _name(section.blocks) or one_line(report.title))
    )
    for number, each in enumerate(found, 1):
        yield named(number, each.part, each.content)


def _name(blocks: tuple[Block, ...]) -> str:
    return next((one_line(each.text) for each in _flat(blocks) if isinstance(each, Heading)), "")


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Together):
            yield from _flat(block.blocks)
        elif isinstance(block, Beside):
            yield from _flat((*block.left, *block.right))
        else:
            yield block


def _inside(blocks: tuple[Block, ...], part: str) -> Iterator[_Found]:
    """The charts and tables of a section under the heading they stand under; a chart without a title repeats words."""
    for block in _flat(blocks):
        if isinstance(block, Heading):
            part = one_line(block.text)
        elif isinstance(block, Table):
            yield _Found(part, block)
        elif isinstance(block, Picture) and one_line(block.chart.title):
            yield _Found(part, block.chart)


def _saved(book: Workbook, report: Report, words: Words) -> bytes:
    day = moment(report.date)
    about = DocumentProperties(
        creator="Hanse",
        lastModifiedBy="Hanse",
        title=cells.readable(report.title),
        subject=cells.readable(report.subject),
        language=words.language,
        created=day,
        modified=day,
    )
    target = io.BytesIO()
    book.save(target)
    # Saving writes the time of day into the properties, so they are written anew.
    properties: Any = tostring(about.to_tree())
    return repeatable(target.getvalue(), {_CORE: properties})
