"""What a word processor works out by itself: page numbers, running numbers of captions, the contents.

Every field carries a result, so that nothing is empty before somebody updates it. Instructions are ours alone; no text
of a person ever gets into one.
"""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """A field at the end of a paragraph, with the result it shows until it is updated."""
    begin(paragraph, instruction)
    paragraph.add_run(result)
    end(paragraph)


def begin(paragraph: Paragraph, instruction: str) -> None:
    """Opens a field at the end of a paragraph; what is added next is its result, in later paragraphs too."""
    paragraph.add_run()._r.append(_mark("begin"))
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    paragraph.add_run()._r.append(text)
    paragraph.add_run()._r.append(_mark("separate"))


def end(paragraph: Paragraph) -> None:
    """Closes the field that was opened last."""
    paragraph.add_run()._r.append(_mark("end"))


def _mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark
