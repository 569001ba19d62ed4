"""The blocks of a report on a screen, in the order of the report. Paper draws the same blocks elsewhere."""

from collections.abc import Sequence

import streamlit as st

from locales.words import Words
from reports.document import (
    Beside,
    Block,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    Section,
    Span,
    Table,
    Tiles,
    Together,
)
from screens.show.charts import chart
from screens.show.leading import Leading, nowhere
from screens.show.plain import plain
from screens.show.tables import tabulate


def draw_section(section: Section, words: Words, lead: Leading = nowhere) -> None:
    """A part of a report with all its blocks; figures lead to their reasons where `lead` says how."""
    draw(section.blocks, words, lead)


def draw(blocks: Sequence[Block], words: Words, lead: Leading = nowhere) -> None:
    """Blocks, one below the other. Page breaks and lines to write on are for paper alone."""
    for block in blocks:
        _draw_one(block, words, lead)


def _draw_one(block: Block, words: Words, lead: Leading) -> None:
    match block:
        case Picture():
            chart(block.chart, words, lead)
        case Together():
            draw(block.blocks, words, lead)
        case Beside():
            _beside(block, words, lead)
        case _:
            _draw_text(block, lead)


def _draw_text(block: Block, lead: Leading) -> None:
    match block:
        case Heading():
            heading(block)
        case Paragraph():
            _paragraph(block, lead)
        case Items():
            _items(block, lead)
        case Table():
            table(block, lead)
        case Tiles():
            _tiles(block, lead)


def heading(block: Heading) -> None:
    """A heading; level 1 of a report is level 2 of a page, whose own title stands above."""
    text = plain(block.text)
    match block.level:
        case 1:
            st.header(text, anchor=False)
        case 2:
            st.subheader(text, anchor=False)
        case 3:
            st.markdown(f"#### {text}", anchors=False)


def _paragraph(block: Paragraph, lead: Leading) -> None:
    text = in_markdown(block.content, lead)
    match block.role:
        case "small" | "kicker":
            st.caption(text)
        case "lead":
            st.markdown(f"**{text}**")
        case _:
            st.markdown(text)


def _items(block: Items, lead: Leading) -> None:
    lines = [in_markdown(item, lead) for item in block.items]
    if block.numbered:
        st.markdown("\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1)))
    else:
        depths = block.depths or (0,) * len(lines)
        st.markdown("\n".join(f"{'  ' * depth}- {line}" for depth, line in zip(depths, lines, strict=True)))


def _tiles(block: Tiles, lead: Leading) -> None:
    with st.grid(len(block.tiles)):
        for tile in block.tiles:
            label, address = plain(tile.label), lead(tile.of)
            st.metric(f"[{label}]({address})" if address else label, tile.value, border=True)


def _beside(block: Beside, words: Words, lead: Leading) -> None:
    left, right = st.columns([block.share, 1 - block.share], gap="large")
    with left:
        draw(block.left, words, lead)
    with right:
        draw(block.right, words, lead)


def table(block: Table, lead: Leading = nowhere) -> None:
    """A plain table: every cell can be read with the keyboard and by a screen reader."""
    head = [in_markdown(cell.content) or str(number) for number, cell in enumerate(block.head)]
    rows = [[in_markdown(cell.content, lead) for cell in row] for row in block.rows]
    tabulate(head, rows, alt=block.caption)


def in_markdown(line: Line, lead: Leading = nowhere) -> str:
    """A line whose texts stay what they are, with strong runs and links."""
    return "".join(_span(span, lead) for span in line)


def _span(span: Span, lead: Leading) -> str:
    text = plain(span.text)
    if span.strong and text.strip():
        text = f"**{text.strip()}** " if text.endswith(" ") else f"**{text.strip()}**"
    if address := lead(span.of):
        return f"[{text}]({address})"
    return f"[{text}]({span.href})" if span.href and span.href.startswith("https://") and ")" not in span.href else text
