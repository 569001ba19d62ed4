"""What a room has shown, to be kept: figures that were revealed, and never an answer or the name of a city."""

from collections.abc import Iterator

import streamlit as st

from assessment.desk.room_sets import narrowed
from locales.words import Words
from models.questionnaire import QuickScan
from models.room import Room, RoomCell, RoomEdition, RoomView
from reports.comma_separated import MEDIA_TYPE, comma_separated
from reports.content.room_figures import (
    NO_FIGURE,
    band_words,
    class_names,
    figures_words,
    group_radar,
    median_words,
    rating_names,
)
from screens.browser import parts
from screens.frame.here import desk
from screens.show.charts import chart
from screens.show.plain import plain
from screens.show.tables import tabulate

_TEXTS = (0, 4)
"""Columns of a table that hold words: what a figure is about, its classes or why there is none."""


def record(words: Words, view: RoomView) -> None:
    """Draws what was revealed, the newest first, with a file to keep."""
    if not view.editions:
        return
    st.header(words("What was revealed"), anchor=False)
    scan = _scan(view.room)
    for each in reversed(view.editions):
        with st.container(border=True, key=f"edition-{each.number}"):
            _edition(words, each, scan)
    content = comma_separated(as_rows(words, view, scan), words.language)
    file = parts.Download(words("Save the record"), "room.csv", content=content, media_type=MEDIA_TYPE)
    parts.saver(words, file, key="room-record")


def _scan(room: Room) -> QuickScan:
    scans = desk().library.quick_scans
    return narrowed(next(each for each in scans if each.id == room.questionnaire), room.questions)


def _edition(words: Words, edition: RoomEdition, scan: QuickScan) -> None:
    names = " · ".join(rating_names(edition, words))
    counted, rules = words("cities counted: {count}", count=edition.count), _rules(words, edition)
    st.markdown(f"**{plain(names)}** · {plain(counted)} · {plain(rules)}")
    if not edition.cells:
        st.markdown(words("No grouped figures: fewer than five cities had finished."))
        return
    chart(group_radar(edition, scan, words), words)
    head, rows = _head(words), [_row(words, edition, each, scan) for each in edition.cells]
    # A column without a figure says nothing: how many cities it takes stands below.
    told = [at for at in range(len(head)) if any(row[at] not in ("", NO_FIGURE) for row in rows)]
    shown = [[plain(row[at]) if at in _TEXTS else row[at] for at in told] for row in rows]
    tabulate([head[at] for at in told], shown, alt=words("What was revealed"))
    st.caption(
        words("5 and 6 cities see means per dimension; 7 and more medians and questions; 10 and more also spreads.")
    )


def _rules(words: Words, edition: RoomEdition) -> str:
    return words("rules for rooms, version {version}", version=edition.rules.removeprefix("room "))


def _head(words: Words) -> list[str]:
    return [words("Dimension or question"), words("mean"), words("median"), words("middle half"), words("classes")]


def _row(words: Words, edition: RoomEdition, cell: RoomCell, scan: QuickScan) -> list[str]:
    name = _name(words, cell.cell, scan)
    if not cell.figures:
        return [name, words("not shown"), "", "", words.say(cell.why) if cell.why else ""]
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


def as_rows(words: Words, view: RoomView, scan: QuickScan) -> Iterator[list[str]]:
    """Everything that was revealed, row by row, for a file."""
    yield [view.room.title, words.date(view.room.created.date())]
    for each in view.editions:
        counted = words("cities counted: {count}", count=each.count)
        yield [" / ".join(rating_names(each, words)), counted, _rules(words, each)]
        yield _head(words)
        for cell in each.cells:
            yield _row(words, each, cell, scan)
