"""A report as a document to go on writing in. The same report gives the same bytes."""

from io import BytesIO

import docx as word
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from locales.words import words as words_in
from models.branding import Branding
from reports.archive import moment, repeatable
from reports.document import Cover, Report
from reports.docx import look
from reports.docx.blocks import Body
from reports.docx.contents import contents
from reports.docx.fields import field
from reports.docx.lines import Marks
from reports.typeface import clean, one_line

_LONGEST_PROPERTY = 255
_LOGO = (40.0, 170.0)
_LOGO_IN_HEAD = (18.0, 90.0)
"""In points: the height, and the width that a logo may have at most."""


def write(report: Report) -> bytes:
    """The report as a DOCX.

    Raises `ValueError` where the report's date is not written as YYYY-MM-DD.
    """
    document = word.Document()
    look.prepare(document, report.language, look.PLAIN if report.plain else look.in_colours(report.branding))
    _describe(document, report)
    _run_along(document, report)
    body = Body(document, words_in(report.language), Marks())
    if report.cover is not None:
        _cover(report, report.cover, document, body)
    if report.contents_title is not None:
        contents(report, body)
    for section in report.sections:
        body.section(section)
    _about_editing(document, report)
    out = BytesIO()
    document.save(out)
    return repeatable(out.getvalue())


def _describe(document: Document, report: Report) -> None:
    """The properties of the file; the dates are those of the assessment, never of the clock."""
    properties, day = document.core_properties, moment(report.date)
    properties.title = one_line(report.title)[:_LONGEST_PROPERTY]
    properties.subject = one_line(report.subject)[:_LONGEST_PROPERTY]
    properties.language = look.CODES[report.language]
    properties.author = properties.last_modified_by = "Hanse"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = day
    properties.revision = 1


def _run_along(document: Document, report: Report) -> None:
    """What stands at the head and at the foot of each page; the cover has the mark of a draft only."""
    words, section = words_in(report.language), document.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    _mark(head, report)
    head.add_run(one_line(report.running_head))
    foot.add_run(f"{one_line(report.running_foot)}\t")
    foot.add_run(words("Page") + " ")
    field(foot, "PAGE", "1")
    if one_line(report.branding.footer):
        section.footer.add_paragraph(one_line(report.branding.footer), "Footer")
    if report.cover is None and not report.plain:
        _badge_above(report.branding, head)
    if report.cover is not None:
        section.different_first_page_header_footer = True
        _mark(section.first_page_header.paragraphs[0], report)


def _mark(head: Paragraph, report: Report) -> None:
    if report.draft_mark is not None:
        head.add_run(f"{one_line(report.draft_mark)} · ").bold = True


def _cover(report: Report, cover: Cover, document: Document, body: Body) -> None:
    _badge(report.branding, document)
    document.add_paragraph(clean(cover.kicker), look.KICKER).paragraph_format.space_before = Pt(60)
    document.add_paragraph(clean(cover.title), "Title")
    document.add_paragraph(clean(cover.subtitle), "Subtitle")
    if cover.picture is not None:
        body.drawing(cover.picture, look.TEXT_WIDTH)
    for each in cover.lines:
        document.add_paragraph(clean(each), look.SMALL)
    body.turning = True


def _badge(branding: Branding, document: Document) -> None:
    """Whose report it is: logo and name."""
    if branding.logo is not None:
        _logo(document.add_paragraph(style=look.FIGURE), branding, *_LOGO)
    if branding.name:
        document.add_paragraph(one_line(branding.name), look.SMALL)


def _badge_above(branding: Branding, head: Paragraph) -> None:
    """Name and logo at the right above the head, where there is no cover for them: so none of them takes its room."""
    if branding.logo is None and not branding.name:
        return
    above = head.insert_paragraph_before(style="Header")
    above.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    above.add_run(f"{one_line(branding.name)} " if branding.name else "")
    if branding.logo is not None:
        _logo(above, branding, *_LOGO_IN_HEAD)


def _logo(paragraph: Paragraph, branding: Branding, highest: float, widest: float) -> None:
    """The logo, as large as its height and its width allow."""
    shape = paragraph.add_run().add_picture(BytesIO(branding.logo or b""), height=Pt(highest))
    if shape.width > Pt(widest):
        shape.height, shape.width = Length(shape.height * Pt(widest) // shape.width), Pt(widest)
    shape._inline.docPr.set("descr", one_line(branding.name) or "Logo")


def _about_editing(document: Document, report: Report) -> None:
    words = words_in(report.language)
    note = words(
        "This file is made to be edited. An edited copy cannot be verified: only the PDF of this report can be checked "
        "against its inputs."
    )
    if report.attachments and not report.plain:
        document.add_paragraph(note, look.SMALL)
