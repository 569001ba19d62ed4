"""The sheets of a workbook of figures: an overview with links, and one sheet for each chart and table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from openpyxl.chart import BarChart, RadarChart
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from locales.words import Words
from models.authored import Language
from reports.chart_tables import Grid
from reports.chart_tables import table as grid_of
from reports.charts import Bars, Chart, HeatStrip, Radar
from reports.document import Cell, Report, Table
from reports.palette import PAPER, RATINGS
from reports.typeface import one_line
from reports.workbook import cells
from reports.workbook.heights import fit
from reports.workbook.native import bar_chart, radar_chart
from reports.workbook.page import across

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_LONGEST_NAME = 31
_MOST_ACROSS = 12
"""Rows up to which figures and chart fit a page that lies across."""

_HEAD_ROW = 4
_WHOLE = re.compile(r"0|[1-9]\d{0,8}")
_DECIMAL: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"(0|[1-9]\d{0,8}),\d{1,2}"),
    "en": re.compile(r"(0|[1-9]\d{0,8})\.\d{1,2}"),
}
_SIGNS = {"+": 1, "-": -1, "−": -1}
_OVERVIEW = (34, 44, 70)
_WIDEST, _NARROWEST = 60, 9


@dataclass(frozen=True, slots=True)
class Named:
    """A chart or table with the sheet it gets, and the heading it stands under."""

    sheet: str
    title: str
    part: str
    content: Chart | Table


def named(number: int, part: str, content: Chart | Table) -> Named:
    """A chart or table under a number, so that no two sheets have the same name."""
    title = one_line(content.caption if isinstance(content, Table) else content.title)
    short = shorten(_NOT_IN_A_NAME.sub(" ", f"{number} {title}"), _LONGEST_NAME, placeholder="…")
    return Named(short, title, part, content)


def overview(sheet: Worksheet, report: Report, found: Sequence[Named], words: Words) -> None:
    """What the workbook holds, with a link to each sheet."""
    sheet.title = words("Overview")[:_LONGEST_NAME]
    marks = (each for each in (report.draft_mark, "" if report.plain else report.branding.name) if each)
    lines = [report.title, report.subject, report.running_foot, *marks]
    for row, text in enumerate(lines, 1):
        cells.write(cells.at(sheet, row, 1), cells.readable(text))
        cells.at(sheet, row, 1).font = cells.ink(PAPER.heading, size=14 if row == 1 else 10, bold=row == 1)
    start = len(lines) + 2
    _head(sheet, start, (words("Sheet"), words("Part of the report"), words("What it shows")))
    for row, each in enumerate(found, start + 1):
        for column, text in enumerate((each.sheet, each.part, each.title), 1):
            cells.write(cells.at(sheet, row, column), cells.readable(text))
            cells.at(sheet, row, column).alignment = cells.TOP
        link = cells.at(sheet, row, 1)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{each.sheet}'!A1")
        cells.at(sheet, row, 1).font = cells.ink(PAPER.accent)
    for letter, width in zip("ABC", _OVERVIEW, strict=True):
        sheet.column_dimensions[letter].width = width
    for row in range(start, start + len(found) + 1):
        fit(sheet, row, [(str(cells.at(sheet, row, n).value or ""), w) for n, w in enumerate(_OVERVIEW, 1)])
    across(sheet)


def table_sheet(sheet: Worksheet, about: Named, table: Table, words: Words) -> None:
    """A table of the report. Whole and decimal numbers in columns of figures become numbers."""
    _title(sheet, about.title, about.part)
    heads = [_plain(each) for each in table.head]
    _head(sheet, _HEAD_ROW, heads)
    for row, line in enumerate(table.rows, _HEAD_ROW + 1):
        for column, each in enumerate(line, 1):
            _fill(sheet, row, column, each, words.language)
    _widths(sheet, [heads, *([_plain(each) for each in line] for line in table.rows)])


def chart_sheet(sheet: Worksheet, about: Named, chart: Chart, words: Words) -> None:
    """The figures of a chart, and the chart itself where a spreadsheet program can draw its kind."""
    _title(sheet, about.title, about.part)
    if isinstance(chart, Radar):
        _radar(sheet, chart, words)
    elif isinstance(chart, Bars):
        _bars(sheet, chart, words)
    elif isinstance(chart, HeatStrip):
        _heat(sheet, chart, words)
    else:
        _grid(sheet, grid_of(chart, words), words.language)


def _radar(sheet: Worksheet, chart: Radar, words: Words) -> None:
    band = chart.band or ()
    name = one_line(chart.band_name or words("Range"))
    ends = (words("{name}, from", name=name), words("{name}, to", name=name)) if band else ()
    heads = (words("Dimension"), *(one_line(each.name) for each in chart.series), *ends)
    _head(sheet, _HEAD_ROW, heads)
    rows = [
        (*(each.values[number] for each in chart.series), *(band[number] if band else ()))
        for number in range(len(chart.axes))
    ]
    shown = _format(figure for values in rows for figure in values)
    for number, (axis, values) in enumerate(zip(chart.axes, rows, strict=True), _HEAD_ROW + 1):
        _row(sheet, number, (axis,), values, shown)
    _widths(sheet, [heads, *((axis,) for axis in chart.axes)])
    if chart.axes:
        _draw(sheet, radar_chart(sheet, chart, _HEAD_ROW, len(heads)), len(chart.axes))


def _bars(sheet: Worksheet, chart: Bars, words: Words) -> None:
    target = () if chart.target_name is None else (one_line(chart.target_name),)
    sure, possible = one_line(chart.sure_name), one_line(chart.possible_name)
    heads = (words("Identifier"), words("Name"), words("Result"), sure, words("additionally {name}", name=possible))
    heads = (*heads, *target)
    _head(sheet, _HEAD_ROW, heads)
    shown = _format(figure for bar in chart.bars for figure in (bar.low, bar.high, bar.target))
    for row, bar in enumerate(chart.bars, _HEAD_ROW + 1):
        more = None if bar.low is None or bar.high is None else bar.high - bar.low
        _row(sheet, row, (bar.id, bar.name, bar.label), (bar.low, more, *((bar.target,) if target else ())), shown)
    _widths(sheet, [heads, *((bar.id, bar.name, bar.label) for bar in chart.bars)])
    if chart.bars:
        _draw(sheet, bar_chart(sheet, chart, _HEAD_ROW), len(chart.bars))


def _draw(sheet: Worksheet, drawn: RadarChart | BarChart, rows: int) -> None:
    """Puts a chart under its figures, both on one page: beside them it would make the print too small to read."""
    sheet.add_chart(drawn, f"A{_HEAD_ROW + rows + 3}")
    sheet.page_setup.orientation = "portrait" if rows > _MOST_ACROSS else "landscape"
    sheet.page_setup.fitToHeight = 1


def _heat(sheet: Worksheet, chart: HeatStrip, words: Words) -> None:
    heads = (words("Identifier"), words("Name"), *chart.columns, chart.badge_name)
    _head(sheet, _HEAD_ROW, heads)
    for row, each in enumerate(chart.rows, _HEAD_ROW + 1):
        _row(sheet, row, (each.id, each.name), ())
        for column, heat in enumerate(each.cells, 3):
            _write_centred(sheet, row, column, heat.text, words.language)
            _shade(sheet, row, column, heat.letter)
        _write_centred(sheet, row, 3 + len(each.cells), each.badge, words.language)
    texts = ((each.id, each.name, *(heat.text for heat in each.cells), each.badge) for each in chart.rows)
    _widths(sheet, [heads, *texts])


def _grid(sheet: Worksheet, grid: Grid, language: Language) -> None:
    _head(sheet, _HEAD_ROW, grid.columns)
    for row, texts in enumerate(grid.rows, _HEAD_ROW + 1):
        _row(sheet, row, texts, ())
        for column, text in enumerate(texts, 1):
            if _number(text, language) is not None:
                _write_centred(sheet, row, column, text, language)
    _widths(sheet, [grid.columns, *grid.rows])


def _title(sheet: Worksheet, title: str, part: str) -> None:
    for row, (text, size) in enumerate(((title, 13), (part, 10)), 1):
        cells.write(cells.at(sheet, row, 1), cells.readable(text))
        cells.at(sheet, row, 1).font = cells.ink(PAPER.heading, size=size, bold=size > 10)
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    across(sheet)
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"


def _head(sheet: Worksheet, row: int, names: Iterable[str]) -> None:
    cells.heads(sheet, row, map(cells.readable, names))


def _row(sheet: Worksheet, row: int, texts: Sequence[str], figures: Sequence[float | None], shown: str = "0.0") -> None:
    for column, text in enumerate(texts, 1):
        _write(sheet, row, column, text)
    for column, figure in enumerate(figures, len(texts) + 1):
        if figure is not None:
            cell = cells.at(sheet, row, column)
            cell.value, cell.alignment, cell.border = figure, cells.CENTRE, cells.RULED
            cell.number_format = shown


def _format(figures: Iterable[float | None]) -> str:
    """How the figures of a sheet are shown: all of them alike, so that they can be compared."""
    return "0" if all(figure is None or float(figure).is_integer() for figure in figures) else "0.0"


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = cells.at(sheet, row, column)
    cells.write(cell, cells.readable(text))
    cell.alignment, cell.border = cells.TOP, cells.RULED


def _write_centred(sheet: Worksheet, row: int, column: int, text: str, language: Language) -> None:
    """A text in the middle of its column; one that is a number becomes one."""
    _write(sheet, row, column, text)
    cell, number = cells.at(sheet, row, column), _number(text, language)
    cell.alignment = cells.CENTRE
    if number is not None:
        cell.value, cell.number_format = number


def _number(text: str, language: Language) -> tuple[float, str] | None:
    """A number with its format, from how the language writes it; None for every other text. A sign stays in sight."""
    sign = _SIGNS.get(text[:1])
    size = text if sign is None else text[1:]
    number: float
    if _WHOLE.fullmatch(size):
        number, shown = int(size), "0"
    elif _DECIMAL[language].fullmatch(size):
        number, shown = float(size.replace(",", ".")), "0." + "0" * len(re.split("[.,]", size)[1])
    else:
        return None
    return (number, shown) if sign is None else (sign * number, f"+{shown};-{shown};{shown}")


def _fill(sheet: Worksheet, row: int, column: int, given: Cell, language: Language) -> None:
    text = _plain(given)
    if given.align == "start":
        _write(sheet, row, column, text)
    else:
        _write_centred(sheet, row, column, text, language)
    _shade(sheet, row, column, given.letter)


def _shade(sheet: Worksheet, row: int, column: int, letter: str | None) -> None:
    shade = RATINGS.get((letter or "")[:1])
    if shade is not None:
        cells.at(sheet, row, column).fill = cells.ground(shade.fill)
        cells.at(sheet, row, column).font = cells.ink(shade.ink, bold=True)


def _plain(given: Cell) -> str:
    return "".join(span.text for span in given.content)


def _widths(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as their longest text, within bounds, and rows high enough for what then wraps."""
    widths: list[float] = []
    for column in range(len(rows[0])):
        longest = max(len(row[column]) for row in rows if column < len(row))
        widths.append(min(_WIDEST, max(_NARROWEST, longest + 3)))
        sheet.column_dimensions[get_column_letter(column + 1)].width = widths[-1]
    for number, row in enumerate(rows, _HEAD_ROW):
        fit(sheet, number, [(one_line(text), width) for text, width in zip(row, widths, strict=False)])
