"""What a room has shown, to be kept: figures that were revealed, and never an answer or the name of a city."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from assessment.desk.room_sets import narrowed
from locales.words import Words
from models.questionnaire import QuickScan
from models.room import Room, RoomCell, RoomEdition, RoomView
from reports.content.room_figures import band_words, class_names, figures_words, group_radar, median_words, rating_names
from screens.browser import parts
from screens.frame.here import desk
from screens.show.charts import chart
from screens.show.plain import plain


def record(words: Words, view: RoomView) -> None:
    """Draws what was revealed, the newest first, with a file to keep."""
    if not view.editions:
        return
    st.header(words("What was revealed"), anchor=False)
    scan = _scan(view.room)
    for each in reversed(view.editions):
        with st.container(border=True, key=f"edition-{each.number}"):
            _edition(words, each, scan)
    text = "\n".join(_text(words, view, scan))
    file = parts.Download(words("Save the record"), "room.csv", text=text, media_type="text/csv")
    parts.saver(words, file, key="room-record")


def _scan(room: Room) -> QuickScan:
    scans = desk().library.quick_scans
    return narrowed(next(each for each in scans if each.id == room.questionnaire), room.questions)


def _edition(words: Words, edition: RoomEdition, scan: QuickScan) -> None:
    names = " · ".join(rating_names(edition, words))
    st.markdown(f"**{names}** · {words('cities counted: {count}', count=edition.count)} · {edition.rules}")
    if not edition.cells:
        st.markdown(words("No grouped figures: fewer than five cities had finished."))
        return
    chart(group_radar(edition, scan, words), words)
    rows = [_row(words, edition, each, scan) for each in edition.cells]
    st.table(
        pd.DataFrame(rows, columns=_head(words)), border="horizontal", hide_index=True, alt=words("What was revealed")
    )


def _head(words: Words) -> list[str]:
    return [words("Dimension or question"), words("mean"), words("median"), words("middle half"), words("classes")]


def _row(words: Words, edition: RoomEdition, cell: RoomCell, scan: QuickScan) -> list[str]:
    name = plain(_name(words, cell.cell, scan))
    if not cell.figures:
        return [name, words("not shown"), "", "", plain(words.say(cell.why)) if cell.why else ""]
    newest = cell.figures[-1]
    shares = newest.shares or ()
    classes = (
        f"{label}: {words.percent(share / 100)}"
        for label, share in zip(class_names(len(shares), words), shares, strict=False)
    )
    means = figures_words(edition, cell.cell, words)
    return [name, means, median_words(newest, words), band_words(newest, words), ", ".join(classes)]


def _name(words: Words, cell: str, scan: QuickScan) -> str:
    named = {each.id: words.text(each.name) for each in scan.dimensions}
    named |= {each.id: words.text(each.question) for each in scan.file.questions}
    return named[cell]


def _text(words: Words, view: RoomView, scan: QuickScan) -> Iterator[str]:
    yield _line([view.room.title, words.date(view.room.created.date())])
    for each in view.editions:
        yield _line([" / ".join(rating_names(each, words)), str(each.count), each.rules])
        yield _line(_head(words))
        for cell in each.cells:
            yield _line(_row(words, each, cell, scan))


def _line(cells: list[str]) -> str:
    return ";".join(f'"{_harmless(each)}"' for each in cells)


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return ("'" if text[:1] in ("=", "+", "-", "@", "|", "%", "\t") else "") + text.replace('"', '""')
