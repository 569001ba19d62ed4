"""A report can carry its owner's look; what that look needs from outside cannot hurt, and nothing becomes illegible."""

import io
import struct
import zlib
from dataclasses import replace

import docx as word
import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from models.branding import LOGO_PIXELS, Branding
from models.contrast import LEGIBLE, contrast, nearest_legible
from models.problem import InputRefused
from reports import docx, pdf
from reports.branded import colours
from reports.logos import read_logo
from reports.palette import COVER
from tests.reports.kinds import subjects
from tests.reports.pdf_structure import faults
from tests.reports.samples import calm

COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    """A picture as somebody may send it."""
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 40)).save(out, kind)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@given(COLOUR)
def test_the_suggested_colour_is_always_legible(colour: str) -> None:
    assert contrast(nearest_legible(colour), "#FFFFFF") >= LEGIBLE


@given(COLOUR)
def test_a_legible_colour_is_its_own_suggestion(colour: str) -> None:
    if contrast(colour, "#FFFFFF") >= LEGIBLE:
        assert nearest_legible(colour) == colour


@given(COLOUR.map(nearest_legible))
def test_every_text_of_a_branded_cover_is_legible(main: str) -> None:
    changed = colours(Branding(main=main))
    for text in (COVER.ink, COVER.muted, COVER.accent):
        assert contrast(changed[text], changed[COVER.ground]) >= LEGIBLE


@given(COLOUR.map(nearest_legible))
def test_every_line_of_a_branded_cover_stands_out(main: str) -> None:
    changed = colours(Branding(main=main))
    for line in (COVER.city, COVER.target, COVER.previous, COVER.median):
        assert contrast(changed[line], changed[COVER.soft]) >= 3


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_written_anew_and_always_the_same(kind: str) -> None:
    given_bytes = picture(kind)
    taken = read_logo(given_bytes + b"<script>behind the picture</script>", "logo")
    assert taken == read_logo(given_bytes, "logo")
    assert taken.startswith(b"\x89PNG")


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP", "ICO", "PPM"])
def test_other_kinds_of_picture_are_refused(kind: str) -> None:
    with pytest.raises(InputRefused):
        read_logo(picture(kind), "logo.png")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        b"\x89PNG\r\n\x1a\n",
        picture()[:-30],
        bomb(40, 20),
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(InputRefused):
        read_logo(data, "logo.png")


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(InputRefused, match="too many pixels"):
        read_logo(bomb(100_000, 100_000), "logo.png")
    with pytest.raises(InputRefused, match="4 million"):
        read_logo(bomb(LOGO_PIXELS, 2), "logo.png")


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(InputRefused, match="1 MB"):
        read_logo(picture() + b"\0" * 1_000_000, "logo.png")


def test_a_branded_report_shows_name_footer_and_logo_and_is_as_accessible_as_any_other() -> None:
    look = Branding("Büro Nord <b>", read_logo(picture(), "l"), "#7A1F3D", "#9A4A00", "Hafen 1 & Co.")
    data = pdf.write(replace(calm("de"), branding=look))
    document = pypdfium2.PdfDocument(data)
    cover, third = (document[number].get_textpage().get_text_bounded() for number in (0, 2))
    document.close()
    assert "Büro Nord <b>" in cover
    assert "Hafen 1 & Co." in third
    assert faults(data) == ()
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert len(opened.pages[0].get_images()) == 1


def test_a_report_without_a_cover_bears_the_mark_on_its_first_page() -> None:
    look = Branding("Büro Nord", read_logo(picture(), "l"), "#7A1F3D")
    data = pdf.write(replace(calm("de"), cover=None, branding=look))
    document = pypdfium2.PdfDocument(data)
    first, second = (document[number].get_textpage().get_text_bounded() for number in (0, 1))
    document.close()
    assert ("Büro Nord" in first, "Büro Nord" in second) == (True, False)
    assert faults(data) == ()
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert [len(page.get_images()) for page in opened.pages][:2] == [1, 0]


def test_the_same_branding_gives_the_same_bytes_and_another_one_does_not() -> None:
    plain = calm("en")
    looked = [pdf.write(replace(plain, branding=Branding(main=main))) for main in ("#123456", "#123456", "#7A1F3D")]
    assert looked[0] == looked[1] != looked[2]


def test_a_branded_document_has_the_footer_and_without_a_cover_the_logo_in_its_head() -> None:
    look = Branding("Nordlicht", read_logo(picture(), "logo.png"), footer="Nordlicht · Hamburg")
    for kind, cover in (("mayor", False), ("full", True)):
        document = word.Document(io.BytesIO(docx.write(replace(subjects.report(kind, "de"), branding=look))))
        section = document.sections[0]
        assert "Nordlicht · Hamburg" in [each.text for each in section.footer.paragraphs]
        assert bool(section.header._element.xpath(".//wp:inline")) is not cover


def test_a_very_wide_logo_leaves_room_in_a_document() -> None:
    look = Branding("Nordlicht", read_logo(picture(size=(800, 40)), "logo.png"))
    for kind in ("mayor", "full"):
        document = word.Document(io.BytesIO(docx.write(replace(subjects.report(kind, "de"), branding=look))))
        shapes = [*document.element.xpath("//wp:extent"), *document.sections[0].header._element.xpath(".//wp:extent")]
        assert min(int(each.get("cx")) for each in shapes) <= 170 * 12700
        assert all(int(each.get("cx")) <= 480 * 12700 for each in shapes)
