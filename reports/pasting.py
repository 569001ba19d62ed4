"""A report as plain text, to be pasted where no format is taken over: into a mail, a form, a council system."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reports.document import (
    Beside,
    Block,
    Cell,
    FillIn,
    Heading,
    Items,
    Line,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Table,
    Tiles,
    Together,
)
from reports.typeface import clean, one_line


def as_text(report: Report) -> str:
    """The report from its first heading to its last line. Charts are told by their text alternative."""
    lines = [report.draft_mark, ""] if report.draft_mark else []
    for section in report.sections:
        lines += _all(section.blocks)
    return "\n".join([*lines, one_line(report.running_foot)]) + "\n"


def _all(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _WRITERS[type(block)](block)


def _plain(content: Line) -> str:
    return clean("".join(span.text for span in content)).replace("\u00ad", "")


def _items(block: Items) -> Iterator[str]:
    depths = block.depths or (0,) * len(block.items)
    for number, (content, depth) in enumerate(zip(block.items, depths, strict=True), 1):
        mark = f"{number}." if block.numbered else "-"
        yield f"{'   ' * depth}{mark} {_plain(content)}"
    yield ""


def _table(block: Table) -> Iterator[str]:
    """Row by row with the name of each column: columns of letters do not stand under each other when pasted."""
    yield f"{one_line(block.caption)}:"
    for row in block.rows:
        yield "; ".join(_named(head, each) for head, each in zip(block.head, row, strict=True))
    yield ""


def _named(head: Cell, each: Cell) -> str:
    return f"{one_line(_plain(head.content))}: {one_line(_plain(each.content))}"


def _tiles(block: Tiles) -> Iterator[str]:
    yield "; ".join(f"{one_line(each.label)}: {one_line(each.value)}" for each in block.tiles)
    yield ""


def _picture(block: Picture) -> Iterator[str]:
    yield one_line(block.chart.alt)
    yield ""


def _fill_in(block: FillIn) -> Iterator[str]:
    yield " ".join((clean(block.label or ""), *(f"[ ] {one_line(each)}" for each in block.boxes))).strip()
    yield from ("_" * 40 for _ in range(block.lines))


_WRITERS: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: lambda block: iter((one_line(block.text), "")),
    Paragraph: lambda block: iter((_plain(block.content), "")),
    Items: _items,
    Table: _table,
    Tiles: _tiles,
    Picture: _picture,
    Beside: lambda block: _all((*block.left, *block.right)),
    Together: lambda block: _all(block.blocks),
    PageBreak: lambda _: iter(("",)),
    FillIn: _fill_in,
}
