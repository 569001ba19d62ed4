"""A report on paper is accessible, complete, inside its margins, and the same every time."""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from models.authored import Language
from models.problem import InputRefused
from reports import pdf
from reports.document import Heading, Items, Paragraph, Report, Section, Span, Table, cell, line
from reports.pdf import look
from tests.reports import samples
from tests.reports.pdf_structure import elements, faults

_REPORTS = {
    "German": samples.calm("de"),
    "English": samples.calm("en"),
    "hostile German": samples.hostile("de"),
    "hostile English": samples.hostile("en"),
    "draft": replace(samples.calm(), draft_mark="Entwurf"),
    "without cover and contents": replace(samples.calm(), cover=None, contents_title=None, attachments=()),
    "undated": replace(samples.calm(), date=""),
}
_INK_OVER_THE_EDGE = 2.5
"""Points by which slanted accents and underlines may leave the text area."""


@pytest.fixture(scope="module", params=_REPORTS)
def written(request: pytest.FixtureRequest) -> bytes:
    return pdf.write(_REPORTS[request.param])


def test_every_file_is_tagged_throughout(written: bytes) -> None:
    assert faults(written) == ()


def test_nothing_stands_outside_the_margins(written: bytes) -> None:
    left, right = look.LEFT - _INK_OVER_THE_EDGE, look.LEFT + look.TEXT_WIDTH + _INK_OVER_THE_EDGE
    outside = [text for text, box in _texts_with_boxes(written) if box[0] < left or box[2] > right]
    assert outside == []


def test_no_text_of_the_page_runs_into_the_foot(written: bytes) -> None:
    foot = look.BOTTOM - _INK_OVER_THE_EDGE
    running = 34.0 + look.RUNNING.size
    low = [text for text, box in _texts_with_boxes(written) if running < box[1] < foot]
    assert low == []


@pytest.mark.parametrize("name", ["Samtgemeinde Oberschwarzenbach-Niederweißenfels an der Großen Aa", "Musterstadt"])
def test_the_name_of_a_city_is_not_divided_on_its_cover(name: str) -> None:
    cover = samples.calm().cover
    assert cover is not None
    written = pdf.write(replace(samples.calm(), cover=replace(cover, title=name)))
    document = pypdfium2.PdfDocument(written)
    try:
        said = document[0].get_textpage().get_text_bounded()
    finally:
        document.close()
    assert [part for part in re.split(r"[\s-]", name) if part not in said] == []


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf.write(samples.calm()) == pdf.write(samples.calm())


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_of_a_report_can_be_read_out_of_its_pages(language: Language) -> None:
    report = samples.calm(language)
    text = "".join(_body_texts(pdf.write(report)))
    assert [word for word in _words(report) if not _holds(text, word)] == []


@pytest.mark.parametrize("name", ["markup", "image", "long word", "long number", "many words", "many lines", "accents"])
def test_a_hostile_text_comes_out_as_the_text_it_is(name: str) -> None:
    text = samples.HOSTILE[name]
    written = pdf.write(_report(Paragraph(line(text))))
    assert _holds("".join(_body_texts(written)), text)


def test_control_characters_vanish_and_the_letters_stay() -> None:
    text = _text(pdf.write(_report(Paragraph(line(samples.HOSTILE["control"])))))
    assert _holds(text, "abcdefghijkl")


@pytest.mark.parametrize("text", ["友好城市", "مدينة", "עיר", "\U0001f600"])
def test_a_script_that_cannot_be_set_shows_boxes_and_keeps_its_own_text(text: str) -> None:
    content = _streams(pdf.write(_report(Paragraph(line(f"Stadt {text}.")))))
    assert f"<feff{text.encode('utf-16-be').hex()}>".encode() in content.lower()


def test_a_row_higher_than_a_page_goes_on_overleaf() -> None:
    long = " ".join(f"Wort{number}" for number in range(4000))
    table = Table((cell("A"), cell("B")), ((cell("Zeile"), cell(long)),), (1, 4), "Lang")
    written = pdf.write(_report(table))
    assert "Wort0 " in _text(written)
    assert "Wort3999" in _text(written)


def test_a_table_header_comes_again_on_each_page_but_is_read_once() -> None:
    rows = tuple((cell(str(number)), cell("Inhalt")) for number in range(120))
    written = pdf.write(_report(Table((cell("Kopfzeile"), cell("Wert")), rows, (1, 4), "Lang")))
    assert _text(written).count("Kopfzeile") == len(_pages(written))
    with pikepdf.open(BytesIO(written)) as opened:
        assert [str(each.S) for each in elements(opened)].count("/THead") == 1


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    blocks = tuple(
        block
        for number in range(60)
        for block in (Heading(2, f"Abschnitt {number}"), Paragraph(line("Ein Satz, der folgt. " * (number % 9 + 1))))
    )
    written = pdf.write(_report(*blocks))
    ends = [page.rsplit("\n", 1)[-1] for page in _body_texts(written)]
    assert [end for end in ends if end.startswith("Abschnitt")] == []


def test_no_page_is_left_empty() -> None:
    full = Paragraph(line("Ein Satz, der die Seite füllt. " * 100))
    sections = (Section("a", (Heading(1, "A"), full)), Section("b", ()), Section("c", (Heading(1, "C"), full)))
    written = pdf.write(replace(samples.calm(), cover=None, contents_title=None, sections=sections))
    assert len(_pages(written)) == 2


def test_a_part_goes_on_below_the_last_lines_of_the_one_before() -> None:
    sections = (Section("a", (Heading(1, "A"), Paragraph(line("Kurz.")))), Section("b", (Heading(1, "B"),)))
    written = pdf.write(replace(samples.calm(), cover=None, contents_title=None, sections=sections))
    assert len(_pages(written)) == 1


def test_the_contents_name_the_page_on_which_each_part_begins() -> None:
    written = pdf.write(samples.calm())
    pages = _pages(written)
    entries = re.findall(r"(PAR\.\d) Pflege der Partnerschaften (\d+)", " ".join(pages[1].split()))
    assert len(entries) == 5
    assert [name for name, page in entries if f"{name} Pflege" not in pages[int(page) - 1]] == []


def test_a_link_inside_the_report_leads_to_the_page_of_its_target() -> None:
    report = _report(
        Paragraph(line("Siehe ", Span("dort", anchor="there"))),
        *[Paragraph(line("Füllung. " * 60))] * 30,
        Heading(1, "Dort", anchor="there"),
    )
    with pikepdf.open(BytesIO(pdf.write(report))) as opened:
        target = opened.pages[0].Annots[0].Dest[0]
        assert [page.obj == target for page in opened.pages].index(True) == len(opened.pages) - 1


def test_a_link_to_nowhere_is_a_mistake_of_who_built_the_report() -> None:
    with pytest.raises(KeyError):
        pdf.write(_report(Paragraph(line(Span("dort", anchor="nowhere")))))


def test_headings_that_skip_a_level_are_read_in_order() -> None:
    written = pdf.write(_report(Heading(3, "Tief"), Heading(1, "Hoch"), Heading(3, "Wieder tief")))
    assert faults(written) == ()


def test_an_indented_list_is_a_list_inside_its_item() -> None:
    items = Items((line("außen"), line("innen"), line("wieder außen")), depths=(0, 1, 0))
    with pikepdf.open(BytesIO(pdf.write(_report(items)))) as opened:
        tags = [str(each.S)[1:] for each in elements(opened) if str(each.S) in ("/L", "/LI", "/LBody")]
    assert tags == ["L", "LI", "LBody", "L", "LI", "LBody", "LI", "LBody"]


def test_the_inputs_come_out_of_the_file_as_they_went_in() -> None:
    report = samples.calm()
    assert pdf.read_attachment(pdf.write(report), "inputs.json") == report.attachments[0].data


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nonsense", b"PK\x03\x04"])
def test_a_file_that_is_no_report_has_no_inputs(data: bytes) -> None:
    with pytest.raises(InputRefused):
        pdf.read_attachment(data, "inputs.json")


def test_inputs_that_are_not_there_are_said_to_be_missing() -> None:
    with pytest.raises(InputRefused, match=r"other\.json"):
        pdf.read_attachment(pdf.write(samples.calm()), "other.json")


@pytest.mark.parametrize("forged", ["a number", "no stream", "a broken stream", "more than memory holds"])
def test_forged_inputs_are_refused(forged: str) -> None:
    with pytest.raises(InputRefused):
        pdf.read_attachment(_forge(forged), "inputs.json")


def test_reports_written_at_the_same_time_do_not_disturb_each_other() -> None:
    reports = [samples.calm("de"), samples.calm("en")] * 3
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(pdf.write, reports))
    assert together[:2] == [pdf.write(report) for report in reports[:2]]
    assert len(set(together)) == 2


def test_the_dates_of_the_file_are_those_of_the_assessment() -> None:
    with pikepdf.open(BytesIO(pdf.write(samples.calm()))) as opened:
        assert str(opened.docinfo.CreationDate) == "D:20261121000000Z"


def test_a_report_without_a_date_invents_none() -> None:
    with pikepdf.open(BytesIO(pdf.write(replace(samples.calm(), date="")))) as opened:
        assert "/CreationDate" not in opened.docinfo


def _forge(what: str) -> bytes:
    """A report whose inputs somebody replaced."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf.write(samples.calm()))) as opened:
        private = opened.Root.PieceInfo.Hanse.Private
        (name,) = private.keys()
        if what == "a number":
            private[name] = 5
        elif what == "no stream":
            private[name].Data = pikepdf.Dictionary()
        else:
            packed = b"nonsense" if what == "a broken stream" else zlib.compress(bytes(100_000_000))
            private[name].Data = opened.make_stream(packed)
            private[name].Data.Filter = pikepdf.Name.FlateDecode
        opened.save(out)
    return out.getvalue()


def _report(*blocks: object) -> Report:
    section = Section("only", blocks)  # type: ignore[arg-type]
    first = Section("first", (Heading(1, "Anfang"),), new_page=False)
    return replace(samples.calm(), cover=None, contents_title=None, sections=(first, replace(section, new_page=False)))


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def _text(data: bytes) -> str:
    return "\n".join(_pages(data))


def _body_texts(data: bytes) -> list[str]:
    """The text of each page between running head and foot."""
    document = pypdfium2.PdfDocument(data)
    try:
        frame = (0, look.BOTTOM - 4, look.PAGE_WIDTH, look.TOP + 4)
        pages = [page.get_textpage().get_text_bounded(*frame) for page in document]
        return [page.replace("\r\n", "\n").strip() for page in pages]
    finally:
        document.close()


def _texts_with_boxes(data: bytes) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The stretches of text with their boxes (left, bottom, right, top), but for the slanted mark of a draft."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage()
            for number in range(text.count_rects()):
                box = text.get_rect(number)
                content = text.get_text_bounded(*box).strip()
                if "Entwurf" not in content and len(content) > 1:
                    yield content, box
    finally:
        document.close()


def _streams(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as opened:
        return b"\n".join(page.Contents.read_bytes() for page in opened.pages)


def _words(report: Report) -> Iterator[str]:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                yield block.text
            elif isinstance(block, Paragraph):
                yield from (span.text for span in block.content)
            elif isinstance(block, Items):
                yield from (span.text for item in block.items for span in item)
            elif isinstance(block, Table):
                yield from (span.text for row in block.rows for each in row for span in each.content)


def _holds(text: str, words: str) -> bool:
    """Whether the words stand in the text, wherever lines end and words are divided."""
    return _bare(words) in _bare(text)


def _bare(text: str) -> str:
    return re.sub(r"[\s\x02\u00ad\ufffe\u00a0-]+", "", unicodedata.normalize("NFKC", text))
