"""Whole reports, as cities are handed them: pages well filled, nothing over the edge, every number and link right.

The bounds hold for what is shipped: no page but the last ends before half, whatever begins on the next one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from models.authored import LANGUAGES, Language
from models.facts import ReportVersion
from models.questionnaire import CapabilityModel
from reports.content.naming import anchor
from reports.document import Paragraph, Report
from reports.pdf import look
from reports.pdf.writing import lay_out
from tests.reports import handed_out
from tests.reports.content.looking import plain, within

_LEAST = 0.5
_LAST = 0.2
_VERSIONS: tuple[ReportVersion, ...] = ("internal", "public")
_ON_PAPER = {
    "quick scan": ("quick-scan", None, 3),
    "all processes": ("urban-diplomacy", None, 3),
    "one process to the top": ("urban-diplomacy", ("PAR.1",), 5),
}
_INK_OVER_THE_EDGE = 2.5
_FOOT = 34.0 + look.RUNNING.size


@pytest.mark.parametrize("version", _VERSIONS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", handed_out.EXAMPLES)
def test_the_pages_of_a_report_are_well_filled(name: str, language: Language, version: ReportVersion) -> None:
    assert _empty(handed_out.report(name, language, version)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", handed_out.SPARSE)
def test_the_pages_of_a_report_on_hardly_any_answers_are_well_filled(name: str, language: Language) -> None:
    assert _empty(handed_out.report(name, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", _ON_PAPER)
def test_the_pages_of_a_paper_questionnaire_are_well_filled(name: str, language: Language) -> None:
    questionnaire, processes, level = _ON_PAPER[name]
    assert _empty(handed_out.paper(questionnaire, language, processes, level)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_level_of_a_process_takes_one_page_of_paper(language: Language) -> None:
    pages = lay_out(handed_out.paper("urban-diplomacy", language, ("PAR.1",), 5)).pages
    assert len(pages) == 1 + 5


@pytest.mark.parametrize(("name", "most"), [("talbrueck-quick-scan", 7), ("birkenfurt", 24), ("brueckenhafen", 56)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_no_longer_than_people_read(name: str, most: int, language: Language) -> None:
    assert 1 + _length(handed_out.report(name, language)) <= most


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reasons_of_thirty_processes_take_four_pages(language: Language) -> None:
    report = handed_out.report("brueckenhafen", language)
    assert _length(report) - _length(report, without="why") <= 4


def _length(report: Report, without: str = "") -> int:
    """How many pages a report has, or would have without one of its sections."""
    kept = tuple(section for section in report.sections if section.id != without)
    return len(lay_out(replace(report, sections=kept)).pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_process_of_a_large_city_stands_on_one_page(language: Language) -> None:
    layout = lay_out(handed_out.report("brueckenhafen", language))
    model = handed_out.library().questionnaire("urban-diplomacy")
    assert isinstance(model, CapabilityModel)
    pages = [layout.spots[anchor(each.id)].page for each in model.processes]
    assert pages == list(range(pages[0], pages[0] + len(pages)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*handed_out.EXAMPLES, *handed_out.SPARSE])
def test_nothing_is_explained_twice(name: str, language: Language) -> None:
    sections = [each for each in handed_out.report(name, language).sections if not each.id.startswith("dimension")]
    said = [plain(block.content) for each in sections for block in within(each.blocks) if isinstance(block, Paragraph)]
    assert sorted({each for each in said if said.count(each) > 1}) == []


@pytest.fixture(scope="module", params=[("brueckenhafen", "de"), ("birkenfurt", "en"), ("talbrueck-quick-scan", "de")])
def file(request: pytest.FixtureRequest) -> bytes:
    return handed_out.written(*request.param)


def test_nothing_stands_outside_the_margins(file: bytes) -> None:
    left, right = look.LEFT - _INK_OVER_THE_EDGE, look.LEFT + look.TEXT_WIDTH + _INK_OVER_THE_EDGE
    foot = look.BOTTOM - _INK_OVER_THE_EDGE
    outside = [text for text, box in _boxes(file) if box[0] < left or box[2] > right or _FOOT < box[1] < foot]
    assert outside == []


def test_every_link_leads_to_the_page_that_speaks_of_it(file: bytes) -> None:
    pages = _pages(file)
    with pikepdf.open(BytesIO(file)) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        links = [
            (str(link.Contents), numbers[link.Dest[0].objgen])
            for page in opened.pages
            for link in page.get("/Annots", [])
            if "/Dest" in link
        ]
    assert len(links) > 5
    assert [text for text, page in links if not _speaks_of(text, pages[page])] == []


@pytest.mark.parametrize("name", ["birkenfurt", "brueckenhafen"])
def test_the_contents_name_the_page_of_each_part_and_process(name: str) -> None:
    pages = _pages(handed_out.written(name, "de"))
    entries = re.findall(r"^(\D.*?) (\d+)$", pages[1], re.MULTILINE)
    assert len(entries) > 20
    assert [title for title, page in entries if _bare(title) not in _bare(pages[int(page) - 1])] == []


def _empty(report: Report) -> list[str]:
    """The pages that are emptier than they may be, cover not counted."""
    *shares, last = (page.filled / look.TEXT_HEIGHT for page in lay_out(report).pages)
    wanting = [(number, share) for number, share in enumerate(shares, 1) if share < _LEAST]
    wanting += [(len(shares) + 1, last)] if last < _LAST else []
    return [f"page {number}: {share:.2f}" for number, share in wanting]


def _boxes(data: bytes) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The stretches of text behind the cover with their boxes (left, bottom, right, top)."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(1, len(document)):
            text = document[number].get_textpage()
            for index in range(text.count_rects()):
                box = text.get_rect(index)
                yield text.get_text_bounded(*box).strip(), box
    finally:
        document.close()


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def _speaks_of(text: str, page: str) -> bool:
    """Whether a page holds what a link says. Of a process it is the id: its name may stand in lines beside others."""
    found = re.match(r"[A-Z]{3}\.\d+", text)
    return _bare(found[0] if found else text) in _bare(page)


def _bare(text: str) -> str:
    """Without spaces, hyphens and the marks of divided words."""
    return re.sub(r"[\s\x02\u00ad\ufffe\u00a0-]+", "", text)
