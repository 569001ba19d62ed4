"""The blocks of a report on a screen, in the order of the report. Paper draws the same blocks elsewhere."""

from collections.abc import Sequence

import pandas as pd
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
from screens.show.plain import plain


def draw_section(section: Section, words: Words) -> None:
    """A part of a report with all its blocks."""
    draw(section.blocks, words)


def draw(blocks: Sequence[Block], words: Words) -> None:
    """Blocks, one below the other. Page breaks and lines to write on are for paper alone."""
    for block in blocks:
        _draw_one(block, words)


def _draw_one(block: Block, words: Words) -> None:
    match block:
        case Picture():
            chart(block.chart, words)
        case Together():
            draw(block.blocks, words)
        case Beside():
            _beside(block, words)
        case _:
            _draw_text(block)


def _draw_text(block: Block) -> None:
    match block:
        case Heading():
            heading(block)
        case Paragraph():
            _paragraph(block)
        case Items():
            _items(block)
        case Table():
            table(block)
        case Tiles():
            _tiles(block)


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


def _paragraph(block: Paragraph) -> None:
    text = in_markdown(block.content)
    match block.role:
        case "small" | "kicker":
            st.caption(text)
        case "lead":
            st.markdown(f"**{text}**")
        case _:
            st.markdown(text)


def _items(block: Items) -> None:
    lines = (in_markdown(item) for item in block.items)
    if block.numbered:
        st.markdown("\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1)))
    else:
        st.markdown("\n".join(f"- {line}" for line in lines))


def _tiles(block: Tiles) -> None:
    with st.grid(len(block.tiles)):
        for tile in block.tiles:
            st.metric(plain(tile.label), tile.value, border=True)


def _beside(block: Beside, words: Words) -> None:
    left, right = st.columns([block.share, 1 - block.share], gap="large")
    with left:
        draw(block.left, words)
    with right:
        draw(block.right, words)


def table(block: Table) -> None:
    """A plain table: every cell can be read with the keyboard and by a screen reader."""
    head = [in_markdown(cell.content) or str(number) for number, cell in enumerate(block.head)]
    rows = [[in_markdown(cell.content) for cell in row] for row in block.rows]
    st.table(pd.DataFrame(rows, columns=head), border="horizontal", hide_index=True, alt=block.caption)


def in_markdown(line: Line) -> str:
    """A line whose texts stay what they are, with strong runs and links."""
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    text = plain(span.text)
    if span.strong and text.strip():
        text = f"**{text.strip()}** " if text.endswith(" ") else f"**{text.strip()}**"
    return f"[{text}]({span.href})" if span.href and span.href.startswith("https://") and ")" not in span.href else text
