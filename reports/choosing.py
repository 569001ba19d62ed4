"""A report with only the parts that somebody asked for: its contents and its links fit what is left."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from reports.document import Beside, Block, Heading, Items, Line, Paragraph, Report, Section, Span, Table, Together


@dataclass(frozen=True, slots=True)
class Part:
    """A part that can be left out: its id, the heading that people know it by, and whether it is there unasked."""

    id: str
    name: str
    usual: bool = True


def parts(report: Report) -> tuple[Part, ...]:
    """The parts of a report, in order."""
    return tuple(Part(each.id, _name(each), each.usual) for each in report.sections)


def chosen(report: Report, ids: Collection[str]) -> Report:
    """The report with these sections only, in its own order. Links to what is left out become plain text.

    Raises `ValueError` where none of its sections is asked for: a report without a page is none.
    """
    kept = tuple(each for each in report.sections if each.id in ids)
    if not kept:
        raise ValueError(f"none of the sections {', '.join(sorted(ids))} is in this report")
    return with_living_links(replace(report, sections=kept))


def with_living_links(report: Report) -> Report:
    """The report without links to headings and tables that it does not have."""
    known = {anchor for each in report.sections for anchor in _anchors(each.blocks)}
    sections = (replace(each, blocks=_mended(each.blocks, known)) for each in report.sections)
    return replace(report, sections=tuple(sections))


def _name(section: Section) -> str:
    return next((each.text for each in _flat(section.blocks) if isinstance(each, Heading)), section.id)


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Together):
            yield from _flat(block.blocks)
        elif isinstance(block, Beside):
            yield from _flat((*block.left, *block.right))


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in _flat(blocks):
        if isinstance(block, Heading | Table) and block.anchor is not None:
            yield block.anchor


def _mended(blocks: tuple[Block, ...], known: Collection[str]) -> tuple[Block, ...]:
    return tuple(_MENDERS[type(block)](block, known) if type(block) in _MENDERS else block for block in blocks)


def _line(content: Line, known: Collection[str]) -> Line:
    return tuple(_span(span, known) for span in content)


def _span(span: Span, known: Collection[str]) -> Span:
    return span if span.anchor is None or span.anchor in known else replace(span, anchor=None)


def _table(block: Table, known: Collection[str]) -> Table:
    rows = tuple(tuple(replace(each, content=_line(each.content, known)) for each in row) for row in block.rows)
    return replace(block, rows=rows)


_MENDERS: dict[type[Block], Callable[[Any, Collection[str]], Block]] = {
    Paragraph: lambda block, known: replace(block, content=_line(block.content, known)),
    Items: lambda block, known: replace(block, items=tuple(_line(each, known) for each in block.items)),
    Table: _table,
    Together: lambda block, known: replace(block, blocks=_mended(block.blocks, known)),
    Beside: lambda block, known: replace(block, left=_mended(block.left, known), right=_mended(block.right, known)),
}
