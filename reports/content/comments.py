"""What somebody says to a part of a report: under the section they are about, and marked as what they are."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from locales.words import Words
from reports.document import Block, Paragraph, Report, Section, Span, Together, line


def with_comments(
    report: Report, comments: Mapping[str, str], words: Words, authors: Mapping[str, str] = MappingProxyType({})
) -> Report:
    """The report with a comment at the end of each section that has one. Comments on other sections are not printed."""
    headings = {each.id: _heading(authors.get(each.id, ""), words) for each in report.sections}
    sections = (_commented(each, comments.get(each.id, "").strip(), headings[each.id]) for each in report.sections)
    return replace(report, sections=tuple(sections))


def _commented(section: Section, comment: str, heading: str) -> Section:
    if not comment:
        return section
    return replace(section, blocks=(*section.blocks, _block(comment, heading)))


def _heading(author: str, words: Words) -> str:
    return words("Comment by {name}:", name=author) if author else words("Comment:")


def _block(comment: str, heading: str) -> Block:
    first, *others = [each for each in comment.split("\n") if each.strip()]
    said_by = Span(heading, strong=True)
    return Together(
        (Paragraph(line(said_by, f" {first}")), *(Paragraph(line(each)) for each in others)),
        firmly=False,
    )
