"""Ways to look at a report as plain text: what a reader meets, and an outline to compare with the last time."""

from collections.abc import Callable, Iterator
from typing import Any

from reports.charts import Bars, Chart, Classes, Dumbbell, HeatStrip, Lines, Radar, Tree, Twig
from reports.document import (
    Beside,
    Block,
    FillIn,
    Heading,
    Items,
    Line,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    Tiles,
    Together,
)


def plain(content: Line) -> str:
    """A line without its links and emphasis."""
    return "".join(span.text for span in content)


def section(report: Report, section_id: str) -> Section:
    """A section of a report."""
    return next(each for each in report.sections if each.id == section_id)


def blocks(report: Report) -> Iterator[Block]:
    """Every block of a report, also those inside others."""
    for each in report.sections:
        yield from within(each.blocks)


def within(some: tuple[Block, ...]) -> Iterator[Block]:
    """Blocks with those inside them."""
    for block in some:
        yield block
        if isinstance(block, Together):
            yield from within(block.blocks)
        if isinstance(block, Beside):
            yield from within((*block.left, *block.right))


def charts(report: Report) -> tuple[Chart, ...]:
    """The charts of the pages, without the cover."""
    return tuple(block.chart for block in blocks(report) if isinstance(block, Picture))


def texts(report: Report) -> list[str]:
    """Every text that a reader meets, cover and running lines included."""
    found = [report.title, report.subject, report.running_head, report.running_foot]
    if report.cover is not None:
        found += [report.cover.kicker, report.cover.title, report.cover.subtitle, *report.cover.lines]
        found += [] if report.cover.picture is None else _chart_texts(report.cover.picture)
    return found + [each for block in blocks(report) for each in _block_texts(block)]


def _block_texts(block: Block) -> list[str]:
    return [] if isinstance(block, Together | Beside | PageBreak) else _TEXTS[type(block)](block)


def _table_texts(block: Table) -> list[str]:
    cells = (each for row in (block.head, *block.rows) for each in row)
    return [block.caption, *(plain(each.content) for each in cells)]


def _chart_texts(chart: Chart) -> list[str]:
    shared = [chart.title, chart.alt]
    match chart:
        case Radar():
            return [*shared, *chart.axes, *(series.name for series in chart.series)]
        case Bars():
            return [*shared, *(part for bar in chart.bars for part in (bar.name, bar.label, bar.group or ""))]
        case HeatStrip():
            return [*shared, *(part for row in chart.rows for part in (row.name, row.badge))]
        case Tree():
            return [*shared, *_twig_texts(chart.root)]
        case Dumbbell() | Classes():
            return [*shared, *(part for row in chart.rows for part in (row.name, row.label))]
        case Lines():
            return [*shared, *chart.moments, *(part for panel in chart.panels for part in (panel.name, *panel.labels))]


def _twig_texts(twig: Twig) -> list[str]:
    return [twig.name, twig.value, *(text for each in twig.below for text in _twig_texts(each))]


_TEXTS: dict[type[Block], Callable[[Any], list[str]]] = {
    Heading: lambda block: [block.text],
    Paragraph: lambda block: [plain(block.content)],
    Items: lambda block: [plain(item) for item in block.items],
    Table: _table_texts,
    Tiles: lambda block: [part for tile in block.tiles for part in (tile.value, tile.label)],
    Picture: lambda block: _chart_texts(block.chart),
    FillIn: lambda block: [*block.boxes, block.label or ""],
}


def outline(report: Report) -> str:
    """The report as plain text, for a person to compare with the last time."""
    lines = [report.title, report.subject, report.running_foot, ""]
    if report.cover is not None:
        cover = report.cover
        lines += ["COVER", cover.kicker, cover.title, cover.subtitle, *cover.lines]
    for each in report.sections:
        lines.append(f"\n=== {each.id}{'' if each.new_page else ' (goes on)'}")
        lines += [line for block in each.blocks for line in _outlined(block)]
    return "\n".join(lines) + "\n"


def _outlined(block: Block) -> list[str]:
    if isinstance(block, Together):
        return [line for inner in block.blocks for line in _outlined(inner)]
    if isinstance(block, Beside):
        return [line for inner in (*block.left, *block.right) for line in _outlined(inner)]
    return _OUTLINES[type(block)](block)


def _list(block: Items) -> list[str]:
    depths = block.depths or (0,) * len(block.items)
    return [f"{'  ' * depth}- {plain(item)}" for depth, item in zip(depths, block.items, strict=True)]


def _table(block: Table) -> list[str]:
    rows = (" | ".join(plain(each.content) for each in row) for row in (block.head, *block.rows))
    return [f"[{block.caption}]", *(f"| {row}" for row in rows)]


def _to_fill_in(block: FillIn) -> list[str]:
    return [" ".join((block.label or "", *(f"[ ] {box}" for box in block.boxes), "____" * block.lines)).strip()]


_OUTLINES: dict[type[Block], Callable[[Any], list[str]]] = {
    Heading: lambda block: [f"{'#' * block.level} {block.text}"],
    Paragraph: lambda block: [plain(block.content)],
    Items: _list,
    Table: _table,
    Tiles: lambda block: [" / ".join(f"{tile.value} {tile.label}" for tile in block.tiles)],
    Picture: lambda block: [f"<{type(block.chart).__name__}> {block.chart.title}".strip(), f"  {block.chart.alt}"],
    FillIn: _to_fill_in,
    PageBreak: lambda _: ["---"],
}


def links(report: Report) -> set[str]:
    """The anchors that the report links to."""
    return {span.anchor for block in blocks(report) for content in _lines(block) for span in content if span.anchor}


def _lines(block: Block) -> list[Line]:
    match block:
        case Paragraph():
            return [block.content]
        case Items():
            return list(block.items)
        case Table():
            return [each.content for row in block.rows for each in row]
    return []
