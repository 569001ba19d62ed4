"""Every figure on paper equals the figure on screen: the same report, drawn in every form, number by number."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import docx as word
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from locales.words import Words
from locales.words import words as words_in
from models.authored import LANGUAGES, Language
from reports import chart_tables, screen, vectors
from reports.charts import Bars, Chart, Classes, Dumbbell, HeatStrip, Lines, Radar
from reports.document import Report, Table
from reports.forms import write
from reports.kinds import KINDS
from reports.palette import PAPER
from reports.typeface import one_line
from reports.vectors.shapes import Label
from tests.reports.content.looking import blocks, charts, plain
from tests.reports.kinds import subjects

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIGEST = re.compile(r"\b[0-9a-f]{20,}\b")
_KINDS = [kind for kind in KINDS if "xlsx" in KINDS[kind].forms]


@pytest.fixture(scope="module", params=[(kind, language) for kind in _KINDS for language in LANGUAGES], ids="-".join)
def report(request: pytest.FixtureRequest) -> Report:
    kind, language = request.param
    return subjects.report(kind, language)


def test_the_pdf_holds_every_number_as_often_as_the_report(report: Report) -> None:
    assert _expected(report) - _numbers(_pdf_text(report)) == Counter()


def test_the_document_holds_every_number_as_often_as_the_report(report: Report) -> None:
    assert _expected(report) - _numbers("\n".join(_document_texts(report))) == Counter()


def test_the_workbook_holds_every_table_cell_by_cell(report: Report) -> None:
    sheets = _by_title(_workbook(report))
    for table in _tables(report):
        rows = sheets[one_line(table.caption)]
        wanted = [[one_line(plain(each.content)) for each in row] for row in (table.head, *table.rows)]
        assert [_as_shown(row, report.language) for row in rows] == wanted


def test_the_workbook_holds_every_chart_figure_by_figure(report: Report) -> None:
    sheets = _by_title(_workbook(report))
    for chart in (each for each in charts(report) if one_line(each.title)):
        rows = sheets[one_line(chart.title)][1:]
        words = words_in(report.language)
        held = [[_rounded(_number(each.value, words)) for each in row] for row in rows]
        assert held == _of_chart(chart, words)


def test_the_screen_draws_the_same_figures_as_the_report(report: Report) -> None:
    for chart in (each for each in charts(report) if not isinstance(each, screen.DRAWN_AS_VECTORS)):
        drawn = screen.figure(chart, language=report.language)
        if isinstance(chart, Radar):
            lines = {trace.name: list(trace.r)[:-1] for trace in drawn.data if trace.name != (chart.band_name or "")}
            assert lines == {each.name: list(each.values) for each in chart.series}
        if isinstance(chart, Bars):
            assert list(drawn.data[0].x) == [None if bar.low is None else bar.low - chart.minimum for bar in chart.bars]
        if isinstance(chart, HeatStrip):
            assert [list(row) for row in drawn.data[0].text] == [
                [each.text for each in row.cells] for row in chart.rows
            ]
        if isinstance(chart, Classes):
            shown = [list(trace.text) for trace in drawn.data[: len(chart.names)]]
            assert shown == [[f"{row.shares[place]} %" for row in chart.rows] for place in range(len(chart.names))]
        if isinstance(chart, Lines):
            certain = [value for trace in drawn.data if trace.name == chart.sure_name for value in trace.y]
            assert Counter(certain) == Counter(
                value for panel in chart.panels for value in panel.low if value is not None
            )


def test_paper_and_screen_share_one_drawing_where_the_screen_shows_vectors(report: Report) -> None:
    for chart in (each for each in charts(report) if isinstance(each, screen.DRAWN_AS_VECTORS)):
        told = "".join(each.text for each in vectors.scene(chart, 470, PAPER).shapes if isinstance(each, Label))
        assert all(row.label in told for row in chart.rows) if isinstance(chart, Dumbbell) else told


def test_paper_and_document_tell_each_chart_in_the_same_words(report: Report) -> None:
    told = [one_line(each.alt) for each in charts(report)]
    assert Counter(told) - Counter(_alternatives_of_document(report)) == Counter()
    assert set(told) <= set(_alternatives_of_pdf(report))


def _tables(report: Report) -> list[Table]:
    return [each for each in blocks(report) if isinstance(each, Table)]


def _expected(report: Report) -> Counter[str]:
    """The numbers of all tables: what people read off."""
    texts = (plain(each.content) for table in _tables(report) for row in table.rows for each in row)
    return _numbers("\n".join(texts))


def _numbers(text: str) -> Counter[str]:
    return Counter(_NUMBER.findall(_DIGEST.sub("", text)))


@cache
def _bytes(report_id: int, form: str) -> bytes:
    return write(_KEPT[report_id], form)  # type: ignore[arg-type]


_KEPT: dict[int, Report] = {}


def _written(report: Report, form: str) -> bytes:
    _KEPT[id(report)] = report
    return _bytes(id(report), form)


def _pdf_text(report: Report) -> str:
    document = pypdfium2.PdfDocument(_written(report, "pdf"))
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return re.sub(r"[\ufffe\u00ad\x02]\s*", "", "\n".join(pages))


def _document_texts(report: Report) -> Iterator[str]:
    body = word.Document(BytesIO(_written(report, "docx"))).element.body
    for paragraph in body.iter(qn("w:p")):
        yield "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def _workbook(report: Report) -> Workbook:
    return load_workbook(BytesIO(_written(report, "xlsx")))


def _by_title(book: Workbook) -> dict[str, list[list[Any]]]:
    """The rows of each sheet from its head on, by title; sheets of the same title must hold the same."""
    return {str(sheet["A1"].value): [list(row) for row in sheet.iter_rows(min_row=4)] for sheet in book.worksheets[1:]}


def _as_shown(row: list[Any], language: Language) -> list[str]:
    return [_shown(each, language) for each in row]


def _shown(each: Any, language: Language) -> str:
    if each.value is None:
        return ""
    if isinstance(each.value, str):
        return each.value
    decimals = len(each.number_format.partition(";")[0].partition(".")[2])
    signed = "+" if each.number_format.startswith("+") else ""
    text = f"{each.value:{signed}.{decimals}f}".replace("-", "−")
    return text.replace(".", ",") if language == "de" else text


def _rounded(value: object) -> object:
    """A spreadsheet keeps fifteen figures of a number, and no empty text."""
    if value == "":
        return None
    return round(value, 9) if isinstance(value, float) else value


def _of_chart(chart: Chart, words: Words) -> list[list[object]]:
    return [[_rounded(_number(each, words)) for each in row] for row in _rows_of(chart, words)]


def _number(value: object, words: Words) -> object:
    """What a sheet holds for a text of a chart that is a whole number, or a decimal one of the language."""
    if not isinstance(value, str):
        return value
    if value.isdecimal():
        return int(value)
    point = "," if words.language == "de" else "."
    return float(value.replace(point, ".")) if re.fullmatch(rf"\d+\{point}\d+", value) else value


def _rows_of(chart: Chart, words: Words) -> list[list[object]]:
    if isinstance(chart, Radar):
        band = chart.band or ()
        return [
            [axis, *(each.values[number] for each in chart.series), *(band[number] if band else ())]
            for number, axis in enumerate(chart.axes)
        ]
    if isinstance(chart, Bars):
        return [_bar(bar, chart) for bar in chart.bars]
    if isinstance(chart, HeatStrip):
        return [[row.id, row.name, *(each.text for each in row.cells), row.badge] for row in chart.rows]
    return [list(row) for row in chart_tables.table(chart, words).rows]


def _bar(bar: Any, chart: Bars) -> list[object]:
    more = None if bar.low is None or bar.high is None else bar.high - bar.low
    return [bar.id, bar.name, bar.label, bar.low, more, *((bar.target,) if chart.target_name else ())]


def _alternatives_of_document(report: Report) -> list[str]:
    body = word.Document(BytesIO(_written(report, "docx"))).element.body
    return [each.get("descr") or "" for each in body.iter(qn("wp:docPr"))]


def _alternatives_of_pdf(report: Report) -> list[str]:
    with pikepdf.open(BytesIO(_written(report, "pdf"))) as opened:
        return [str(each["/Alt"]) for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
