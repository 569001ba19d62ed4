"""The head of a page says all that it has to say, beside every logo, and nothing in it stands on anything else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from models.branding import Branding
from reports import pdf
from reports.document import Heading, Paragraph, Section, line
from reports.kinds import KINDS
from reports.logos import read_logo
from reports.pdf import look
from tests.reports import samples
from tests.reports.kinds import subjects

_CITY = "Samtgemeinde Oberschwarzenbach-Niederweißenfels an der Großen Aa"
_NAME = "Büro Nord für internationale Zusammenarbeit und Städtediplomatie GmbH"
_LOGOS = {"wide": (400, 40), "square": (200, 200), "tall": (40, 400), "none": None}
_BAND = look.PAGE_HEIGHT - 44
"""Above it stands the head, and nothing else."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Head:
    """What stands in the head of a page: words at the left, words at the right, and every box."""

    left: str
    right: str
    boxes: Sequence[Box]


@pytest.mark.parametrize("logo", _LOGOS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_head_says_the_whole_title_and_name_beside_any_logo(kind: str, logo: str) -> None:
    report = subjects.report(kind, "de")
    title = report.running_head.replace("Musterstadt", _CITY)
    head = _head(pdf.write(replace(report, cover=None, running_head=title, branding=_branding(logo))))
    assert (head.left, head.right) == (_bare(title), _bare(_NAME))


@pytest.mark.parametrize("logo", _LOGOS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_the_head_stands_on_anything_else_or_leaves_the_paper(kind: str, logo: str) -> None:
    report = subjects.report(kind, "de")
    title = report.running_head.replace("Musterstadt", _CITY)
    boxes = _head(pdf.write(replace(report, cover=None, running_head=title, branding=_branding(logo)))).boxes
    assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []
    edges = (look.LEFT - 1, _BAND, look.LEFT + look.TEXT_WIDTH + 1, look.PAGE_HEIGHT - 6)
    assert [box for box in boxes if box[0] < edges[0] or box[2] > edges[2] or box[3] > edges[3]] == []


def test_a_page_on_which_a_part_goes_on_is_headed_by_that_part_even_if_it_began_below_another_one() -> None:
    long = Paragraph(line("\n".join(["Zeile"] * 60)))
    parts = (Heading(1, "Kurz"), Paragraph(line("Wenig")), Heading(1, "Lang"), long)
    report = replace(samples.calm(), cover=None, contents_title=None, sections=(Section("both", parts),))
    assert [_head(pdf.write(report), page).right for page in (0, 1)] == ["Kurz", "Lang"]


def _branding(logo: str) -> Branding:
    size = _LOGOS[logo]
    if size is None:
        return Branding(_NAME)
    out = BytesIO()
    Image.new("RGB", size, (200, 30, 40)).save(out, "PNG")
    return Branding(_NAME, read_logo(out.getvalue(), "logo"))


def _head(data: bytes, number: int = 0) -> Head:
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[number]
        text = page.get_textpage()
        words = [text.get_rect(index) for index in range(text.count_rects())]
        words = sorted((box for box in words if box[1] > _BAND), key=lambda box: -box[1])
        said = [(box, text.get_text_bounded(*box)) for box in words]
        logos = [each.get_bounds() for each in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE])]
        left, right = (
            "".join(_bare(each) for box, each in said if (box[0] < look.LEFT + 1) is side) for side in (True, False)
        )
        return Head(left, right, [*words, *logos])
    finally:
        document.close()


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] + 1 < other[3] and other[1] + 1 < one[3]


def _bare(text: str) -> str:
    return "".join(text.split())
