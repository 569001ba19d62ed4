"""The contents: a field that a word processor brings up to date, filled with the headings so that it is never empty."""

from collections.abc import Iterator

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reports.document import Beside, Block, Heading, Report, Together
from reports.docx import look
from reports.docx.blocks import Body, entry_name, in_contents
from reports.docx.fields import begin, end, field
from reports.typeface import one_line


def contents(report: Report, body: Body) -> None:
    """Adds the contents on a page of their own, under a heading that they do not list."""
    body.paragraph(look.CONTENTS_TITLE).add_run(one_line(report.contents_title or ""))
    body.paragraph(look.SMALL).add_run(
        body.words("Page numbers appear as soon as the contents are updated (in Word with F9).")
    )
    headings = [each for section in report.sections for each in _headings(section.blocks) if in_contents(each)]
    added: Paragraph | None = None
    for number, heading in enumerate(headings, 1):
        added = body.paragraph(f"toc {heading.level}")
        if number == 1:
            begin(added, r'TOC \o "1-2" \h \z \u')
        _entry(added, heading, entry_name(number))
    if added is not None:
        end(added)
    body.turning = True


def _entry(added: Paragraph, heading: Heading, name: str) -> None:
    start = len(added.runs)
    added.add_run(f"{one_line(heading.text)}\t")
    field(added, f"PAGEREF {name} \\h", " ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    runs = [run._r for run in added.runs[start:]]
    runs[0].addprevious(link)
    link.extend(runs)


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Together):
            yield from _headings(block.blocks)
        elif isinstance(block, Beside):
            yield from _headings((*block.left, *block.right))
