"""Lines of a report as runs of a paragraph. Text stays text: only addresses of the web become links."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reports.document import Line, Span
from reports.palette import PAPER
from reports.typeface import clean

_LONGEST_ADDRESS = 2000


@dataclass(slots=True)
class Marks:
    """The bookmarks of a document: a short name for each anchor, given when it is first heard of."""

    names: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def name(self, anchor: str) -> str:
        """The bookmark of an anchor. Names that Word takes are short and hold no signs, so they are numbered."""
        return self.names.setdefault(anchor, f"_Part{len(self.names) + 1}")

    def set(self, paragraph: Paragraph, *names: str) -> None:
        """Puts bookmarks around what stands in a paragraph."""
        element = paragraph._p
        for name in names:
            self.count += 1
            start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
            for each in (start, end):
                each.set(qn("w:id"), str(self.count))
            start.set(qn("w:name"), name)
            element.insert(1 if element.pPr is not None else 0, start)
            element.append(end)


def put(paragraph: Paragraph, content: Line, marks: Marks, colour: str | None = None) -> None:
    """Adds a line to a paragraph."""
    for span in content:
        run = paragraph.add_run(clean(span.text))
        run.bold = True if span.strong else None
        if colour is not None:
            run.font.color.rgb = RGBColor.from_string(colour[1:])
        link = _link(span, paragraph, marks)
        if link is not None:
            _into(link, run)


def is_web(address: str) -> bool:
    """True for an address of the web with a host; nothing else may become a link that a click opens."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    plain = address.isprintable() and not any(each.isspace() for each in address)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and plain and len(address) <= _LONGEST_ADDRESS


def _link(span: Span, paragraph: Paragraph, marks: Marks) -> Any:
    element = OxmlElement("w:hyperlink")
    if span.anchor is not None:
        element.set(qn("w:anchor"), marks.name(span.anchor))
        return element
    if span.href is not None and is_web(span.href):
        element.set(qn("r:id"), paragraph.part.relate_to(span.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return element
    return None


def _into(link: Any, run: Run) -> None:
    """Moves a run into a link, and shows it as one where it leads out of the document."""
    element = run._r
    element.addprevious(link)
    link.append(element)
    if link.get(qn("r:id")) is not None:
        run.font.underline = True
        run.font.color.rgb = RGBColor.from_string(PAPER.accent[1:])
