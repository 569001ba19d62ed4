"""A consultant's words in a report: under the section they are about, and marked as what they are."""

from collections.abc import Mapping
from dataclasses import replace

from locales.words import Words
from reports.document import Block, Paragraph, Report, Section, Span, Together, line


def with_comments(report: Report, comments: Mapping[str, str], words: Words) -> Report:
    """The report with a comment at the end of each section that has one. Comments on other sections are not printed."""
    sections = (_commented(each, comments.get(each.id, "").strip(), words) for each in report.sections)
    return replace(report, sections=tuple(sections))


def _commented(section: Section, comment: str, words: Words) -> Section:
    if not comment:
        return section
    return replace(section, blocks=(*section.blocks, _block(comment, words)))


def _block(comment: str, words: Words) -> Block:
    first, *others = [each for each in comment.split("\n") if each.strip()]
    heading = Span(words("Comment by the consultant:"), strong=True)
    return Together(
        (Paragraph(line(heading, f" {first}")), *(Paragraph(line(each)) for each in others)),
        firmly=False,
    )
