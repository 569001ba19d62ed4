"""Paints the three sheets of a workbook: the guide, the details of the assessment, and the answers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import cast

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet

from assessment.loading.spoken import CONFIDENCES, STATES, confidence_word, rating_word
from locales.words import Words
from models.answers import Answer
from reports.palette import PAPER, RATINGS, Shade
from reports.workbook import cells
from reports.workbook.form import ANSWERS_SHEET, COLUMNS, GUIDE_SHEET, HEAD_SHEET
from reports.workbook.guide import GuideLine
from reports.workbook.head import HeadLine
from reports.workbook.heights import fit
from reports.workbook.lines import Line
from reports.workbook.page import across

_WIDTHS = dict(zip(COLUMNS, (16, 54, 15, 24, 36, 30, 12), strict=True))
_SIZES = {"title": 18, "heading": 13}
_GUIDE_WIDTHS = (18, 100)
_HEAD_WIDTHS = (20, 36, 84)
_INPUT = "#FFFDF2"
_LIST_LENGTH = 255


def paint_guide(book: Workbook, lines: Iterable[GuideLine], words: Words) -> None:
    """The guide."""
    sheet = _sheet(book, words.text(GUIDE_SHEET), _GUIDE_WIDTHS)
    sheet.sheet_view.showGridLines = False
    for row, line in enumerate(lines, start=1):
        mark, text = cells.at(sheet, row, 1), cells.at(sheet, row, 2)
        if line.kind == "text":
            cells.write(mark, line.mark)
            cells.write(text, line.text)
            mark.font, text.font = cells.ink(PAPER.accent, bold=True), cells.ink()
            mark.alignment = text.alignment = cells.TOP
            fit(sheet, row, [(line.text, _GUIDE_WIDTHS[1])])
        else:
            cells.write(mark, line.text)
            mark.font = cells.ink(PAPER.heading, size=_SIZES[line.kind], bold=True)
            mark.alignment = cells.OPEN
            fit(sheet, row, [(line.text, sum(_GUIDE_WIDTHS))], _SIZES[line.kind])


def paint_head(book: Workbook, lines: Sequence[HeadLine], words: Words) -> None:
    """The details: key, value, and what the value means. The reader looks for the keys, not for this sheet's name."""
    sheet = _sheet(book, words.text(HEAD_SHEET), _HEAD_WIDTHS)
    cells.heads(sheet, 1, (words("key"), words("value"), words("meaning")))
    for row, line in enumerate(lines, start=2):
        key, value, meaning = (cells.at(sheet, row, column) for column in (1, 2, 3))
        cells.write(key, line.key)
        cells.write(meaning, line.meaning)
        cells.write_number(value, line.value)
        key.font, value.font, meaning.font = cells.ink(bold=True), cells.ink(), cells.ink(PAPER.muted)
        key.alignment = meaning.alignment = cells.TOP
        value.alignment = cells.START
        value.border = cells.BOXED
        value.fill = cells.ground(PAPER.soft if line.fixed else _INPUT)
        fit(sheet, row, zip((line.key, line.value, line.meaning), _HEAD_WIDTHS, strict=True))
        if line.choices:
            _offer(sheet, line.choices, [value.coordinate], words("Please choose from the list."))
    sheet.freeze_panes = "A2"


def paint_answers(book: Workbook, lines: Sequence[Line], words: Words) -> None:
    """The answers. The header row holds the column names, the same in every language."""
    sheet = _sheet(book, words.text(ANSWERS_SHEET), tuple(_WIDTHS.values()))
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    cells.heads(sheet, 1, COLUMNS)
    for row, line in enumerate(lines, start=2):
        _line(sheet, row, line, words)
    _outline(sheet, lines)
    last = len(lines) + 1
    _lists(sheet, lines, words)
    _colours(sheet, last, words)
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"


def _sheet(book: Workbook, title: str, widths: Sequence[int]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(title)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[chr(ord("A") + number - 1)].width = width
    across(sheet)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    footer = cast(HeaderFooterItem, sheet.oddFooter)
    footer.left.text, footer.right.text = title, "&P / &N"
    return sheet


def _line(sheet: Worksheet, row: int, line: Line, words: Words) -> None:
    if line.id is not None:
        cells.write(cells.at(sheet, row, 1), line.id)
    dark = line.kind == "dimension"
    cells.write_rich(cells.at(sheet, row, 2), line.strong, line.text, "#FFFFFF" if dark else PAPER.ink)
    if line.answer is not None:
        _answer(sheet, row, line.answer, words)
    for column, name in enumerate(COLUMNS, start=1):
        cell = cells.at(sheet, row, column)
        cell.alignment = cells.CENTRE if name in ("rating", "confidence") else cells.TOP
        cell.font = cells.ink(PAPER.muted if name == "id" else PAPER.ink, size=9 if name == "id" else 11)
        cell.border = cells.RULED
        _fill(sheet, row, column, line)


def _fill(sheet: Worksheet, row: int, column: int, line: Line) -> None:
    grounds = {"dimension": PAPER.heading, "process": "#DCEBEA", "level": PAPER.soft, "attribute": PAPER.soft}
    asked = column > 2 and bool(line.choices)
    colour = _INPUT if asked else grounds.get(line.kind)
    if colour is not None:
        cells.at(sheet, row, column).fill = cells.ground(colour)


def _answer(sheet: Worksheet, row: int, answer: Answer, words: Words) -> None:
    rating = answer.rating if answer.state == "rated" else answer.state
    if rating is not None:
        cells.write_number(cells.at(sheet, row, 3), rating_word(rating, words.language))
    texts = {4: answer.reason, 5: answer.note, 6: "\n".join(" ".join(each.split()) for each in answer.evidence)}
    for column, text in texts.items():
        if text:
            cells.write(cells.at(sheet, row, column), text)
    if answer.confidence is not None:
        cells.write(cells.at(sheet, row, 7), confidence_word(answer.confidence, words.language))


def _outline(sheet: Worksheet, lines: Sequence[Line]) -> None:
    for row, line in enumerate(lines, start=2):
        dimension = fit(sheet, row, _texts(sheet, row))
        dimension.outlineLevel = line.depth
        dimension.hidden = line.folded
        # The line above a folded group carries the plus sign.
        following = lines[row - 1] if row - 1 < len(lines) else None
        dimension.collapsed = bool(following and following.folded and not line.folded)


def _texts(sheet: Worksheet, row: int) -> Iterator[tuple[str, float]]:
    for column, width in enumerate(_WIDTHS.values(), start=1):
        yield str(cells.at(sheet, row, column).value or ""), width


def _lists(sheet: Worksheet, lines: Sequence[Line], words: Words) -> None:
    """A list in each cell that takes a rating or a confidence, one validation for all cells with the same list."""
    ranges: dict[tuple[str, ...], list[str]] = {}
    asked: list[str] = []
    for choices, run in groupby(enumerate(lines, start=2), key=lambda numbered: numbered[1].choices):
        rows = [row for row, _ in run]
        if choices:
            ranges.setdefault(choices, []).append(f"C{rows[0]}:C{rows[-1]}")
            asked.append(f"G{rows[0]}:G{rows[-1]}")
    for choices, where in ranges.items():
        offered = [rating_word(code, words.language) for code in choices]
        _offer(sheet, offered, where, words("Please choose from the list. The guide says what each rating means."))
    confidences = [confidence_word(code, words.language) for code in CONFIDENCES]
    _offer(sheet, confidences, asked, words("Please choose from the list."))


def _offer(sheet: Worksheet, choices: Sequence[str], ranges: Sequence[str], message: str) -> None:
    offered = DataValidation(type="list", formula1='"' + ",".join(choices)[:_LIST_LENGTH] + '"', allow_blank=True)
    # A warning, not a wall: codes and refined letters are understood though the list does not offer them.
    offered.errorStyle = "warning"
    offered.showErrorMessage = True
    offered.error = message
    for each in ranges:
        offered.add(each)
    sheet.add_data_validation(offered)


def _colours(sheet: Worksheet, last: int, words: Words) -> None:
    """The colour of a rating beside its letter, and a mark where a reason is missing."""
    for letter, shade in RATINGS.items():
        formula = f'AND(ISTEXT($C2),LEFT($C2,1)="{letter}",LEN($C2)<3)'
        _highlight(sheet, f"C2:C{last}", formula, shade)
    word = STATES["not_applicable"].in_language(words.language)
    missing = f'AND(OR($C2="{word}",$C2="not_applicable"),LEN($D2)=0)'
    _highlight(sheet, f"D2:D{last}", missing, RATINGS["P"])


def _highlight(sheet: Worksheet, cells_of: str, formula: str, shade: Shade) -> None:
    style = DifferentialStyle(font=cells.ink(shade.ink, bold=True), fill=cells.ground(shade.fill))
    sheet.conditional_formatting.add(cells_of, Rule(type="expression", formula=[formula], dxf=style))
