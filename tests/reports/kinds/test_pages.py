"""Every kind of report on paper: pages well filled, nothing past the margins, no longer than its readers have time."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest

from models.authored import LANGUAGES, Language
from reports import kinds
from reports.forms import write
from reports.kinds import KINDS
from reports.pdf import look
from reports.pdf.writing import lay_out
from tests.reports.kinds import subjects

_LEAST, _LAST = 0.5, 0.15
_INK_OVER_THE_EDGE = 2.5
_FOOT = 34.0 + look.RUNNING.size
_MOST = {"mayor": 2, "council": 1, "two-dates": 4, "cohort": 5, "quick-scan": 7}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_half_empty(kind: str, language: Language) -> None:
    *shares, last = (page.filled / look.TEXT_HEIGHT for page in lay_out(subjects.report(kind, language)).pages)
    assert [f"page {number}: {share:.2f}" for number, share in enumerate(shares, 1) if share < _LEAST] == []
    assert last >= _LAST


@pytest.mark.parametrize("kind", _MOST)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_report_stays_short(kind: str, language: Language) -> None:
    """Earlier years and views from outside have their own length."""
    subject = subjects.subject(kind, language)
    alone = replace(subject, context=replace(subject.context, course=None, outside=()))
    report = kinds.report(KINDS[kind], alone)
    assert int(report.cover is not None) + len(lay_out(report).pages) <= _MOST[kind]


@pytest.mark.parametrize("hostile", [False, True], ids=["calm", "hostile"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_outside_the_margins(kind: str, language: Language, hostile: bool) -> None:
    report = subjects.report(kind, language, hostile=hostile)
    left, right = look.LEFT - _INK_OVER_THE_EDGE, look.LEFT + look.TEXT_WIDTH + _INK_OVER_THE_EDGE
    foot = look.BOTTOM - _INK_OVER_THE_EDGE
    boxes = _boxes(write(report, "pdf"), int(report.cover is not None), report.draft_mark)
    assert [text for text, box in boxes if box[0] < left or box[2] > right or _FOOT < box[1] < foot] == []


def _boxes(data: bytes, first: int, mark: str | None) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The stretches of text behind the cover with their boxes (left, bottom, right, top), the mark of a draft apart."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(first, len(document)):
            text = document[number].get_textpage()
            for index in range(text.count_rects()):
                box = text.get_rect(index)
                said = text.get_text_bounded(*box).strip()
                if box[3] - box[1] < 60 or mark is None:
                    yield said, box
    finally:
        document.close()
