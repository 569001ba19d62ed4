"""Documents to go on writing in: real styles, heads, alternatives, fields; and nothing that a text can open."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml.ns import qn

from models.authored import LANGUAGES, Language
from models.branding import Branding
from reports import docx
from reports.document import Heading, Items, Paragraph, Picture, Section, Span, Table, cell, line
from reports.docx.lines import is_web
from reports.kinds import KINDS
from reports.typeface import width
from tests.reports import samples
from tests.reports.content.looking import blocks
from tests.reports.kinds import subjects

_CODES: dict[Language, str] = {"de": "de-DE", "en": "en-GB"}


@cache
def _full() -> Any:
    return word.Document(BytesIO(docx.write(subjects.report("full", "de"))))


def _one(*parts: Any) -> Any:
    report = replace(samples.calm(), cover=None, contents_title=None, sections=(Section("s", parts),))
    return word.Document(BytesIO(docx.write(report)))


def test_headings_are_headings_of_their_level() -> None:
    wanted = [
        (f"Heading {each.level}", each.text)
        for each in blocks(subjects.report("full", "de"))
        if isinstance(each, Heading)
    ]
    assert [
        (each.style.name, each.text) for each in _full().paragraphs if each.style.name.startswith("Heading")
    ] == wanted


def test_no_style_stands_for_another_by_hand() -> None:
    used = {each.style.name for each in _full().paragraphs}
    assert {"Title", "Subtitle", "Caption", "List Bullet", "List Number", "toc 1", "toc 2"} <= used


def test_the_contents_are_a_field_that_is_filled() -> None:
    instructions = [each.text for each in _full().element.body.iter(qn("w:instrText"))]
    assert sum(each.strip().startswith("TOC ") for each in instructions) == 1
    entries = [each for each in _full().paragraphs if each.style.name.startswith("toc")]
    assert len(entries) > 20
    marks = {each.get(qn("w:name")) for each in _full().element.body.iter(qn("w:bookmarkStart"))}
    aims = [
        each.get(qn("w:anchor")) for each in _full().element.body.iter(qn("w:hyperlink")) if each.get(qn("w:anchor"))
    ]
    assert set(aims) <= marks


def test_every_field_that_begins_also_ends() -> None:
    kinds = [each.get(qn("w:fldCharType")) for each in _full().element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 20


def test_the_foot_counts_pages() -> None:
    foot = _full().sections[0].footer._element
    assert [each.text.strip() for each in foot.iter(qn("w:instrText"))] == ["PAGE"]


def test_every_table_repeats_its_head_and_says_what_it_is() -> None:
    for table in _full().tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_the_head_of_a_table_stands_out_by_a_style_of_its_own() -> None:
    """Not by the style of the table: LibreOffice takes no type from there."""
    heads = [each for drawn in _full().tables for filled in drawn.rows[0].cells for each in filled.paragraphs]
    assert {each.style.name for each in heads} == {"Table Head"}
    assert heads[0].style.font.bold


def test_no_word_in_the_head_of_a_table_is_wider_than_its_column() -> None:
    for drawn in _full().tables:
        for column, filled in zip(drawn.columns, drawn.rows[0].cells, strict=True):
            widest = max((width(word, "bold", 9) for word in filled.text.split()), default=0)
            assert column.width.pt >= widest + 7


def test_an_endless_address_takes_no_room_from_the_words_beside_it() -> None:
    rows = ((cell("Beitrag der internationalen Arbeit"), cell(f"https://example.org/{'x' * 80}")),)
    drawn = _one(Table((cell("Was"), cell("Nachweis")), rows, (1, 1), "Table")).tables[0]
    assert [each.width.pt for each in drawn.columns] == pytest.approx([235, 235])


def test_what_introduces_a_table_or_a_picture_stays_with_it() -> None:
    before = _one(
        Paragraph(line("Was folgt:")), Items((line("eins"), line("zwei"))), Paragraph(line("Ende"))
    ).paragraphs
    assert [each.paragraph_format.keep_with_next for each in before if each.text in ("Was folgt:", "Ende")] == [
        True,
        None,
    ]


def test_every_picture_has_a_text_alternative() -> None:
    pictures = list(_full().element.body.iter(qn("wp:docPr")))
    assert len(pictures) == 1 + sum(isinstance(each, Picture) for each in blocks(subjects.report("full", "de")))
    assert all(each.get("descr") for each in pictures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_set_for_the_whole_document(language: Language) -> None:
    document = word.Document(BytesIO(docx.write(subjects.report("mayor", language))))
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {_CODES[language]}
    assert document.core_properties.language == _CODES[language]


def test_title_and_dates_are_those_of_the_assessment() -> None:
    about = _full().core_properties
    assert about.title == subjects.report("full", "de").title
    assert f"{about.created:%Y-%m-%d}" == f"{about.modified:%Y-%m-%d}" == subjects.report("full", "de").date


def test_a_draft_says_so_in_the_head_of_the_cover_and_of_every_page() -> None:
    document = word.Document(BytesIO(docx.write(replace(samples.calm(), draft_mark="Entwurf"))))
    section = document.sections[0]
    assert section.header.paragraphs[0].text.startswith("Entwurf")
    assert section.first_page_header.paragraphs[0].text.startswith("Entwurf")


def test_it_says_that_an_edited_copy_cannot_be_verified() -> None:
    assert "lässt sich nicht nachprüfen" in _full().paragraphs[-1].text


def test_each_numbered_list_begins_with_one() -> None:
    lists = [Items((line("a"), line("b")), numbered=True), Heading(2, "Zwischen"), Items((line("c"),), numbered=True)]
    document = _one(*lists)
    numbers = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:numId"))]
    assert numbers[0] == numbers[1] != numbers[2]


def test_only_addresses_of_the_web_become_links() -> None:
    hrefs = ("https://www.example.org/a?b=c", "file:///etc/passwd", "javascript:alert(1)", "\\\\host\\share", "http://")
    document = _one(Paragraph(line(*(Span(each, href=each) for each in hrefs))))
    outside = [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert outside == ["https://www.example.org/a?b=c"]
    assert all(each in document.paragraphs[0].text for each in hrefs)


@pytest.mark.parametrize(
    "address", ["https:///path", "http://a b.org/", "ftp://a.org", "https://a.org/\u202e", "//a.org"]
)
def test_what_only_looks_like_an_address_is_none(address: str) -> None:
    assert not is_web(address)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "docx" in KINDS[kind].forms])
def test_text_of_users_reaches_no_file_no_host_and_no_field(kind: str) -> None:
    data = docx.write(subjects.report(kind, "de", hostile=True))
    with ZipFile(BytesIO(data)) as parts:
        relations = "".join(parts.read(each).decode() for each in parts.namelist() if each.endswith(".rels"))
        written = parts.read("word/document.xml").decode()
    assert 'TargetMode="External"' not in relations
    fields = set(re.findall(r"<w:instrText[^>]*>([^<]*)<", written))
    assert {each.split()[0] for each in fields} <= {"TOC", "PAGEREF", "SEQ", "PAGE"}


def test_text_of_users_stays_as_it_was_typed() -> None:
    document = _one(*(Paragraph(line(text)) for text in samples.HOSTILE.values()))
    said = "\n".join(each.text for each in document.paragraphs)
    for name in ("markup", "emoji", "chinese", "arabic", "long word"):
        assert samples.HOSTILE[name].replace("\u200d", "") in said


def test_a_branding_gives_headings_their_colour_and_a_plain_paper_has_none() -> None:
    ours = word.Document(BytesIO(docx.write(replace(samples.calm(), branding=Branding("Büro Nord", main="#123456")))))
    assert str(ours.styles["Heading 1"].font.color.rgb) == "123456"
    assert any(each.text == "Büro Nord" for each in ours.paragraphs)
    plain = word.Document(BytesIO(docx.write(subjects.report("council", "de"))))
    assert {str(plain.styles[each].font.color.rgb) for each in ("Heading 1", "Normal", "Lead")} == {"000000"}
