"""Measures to take along, as a calendar or a workbook; and a workbook that was filled in, taken in again."""

from collections.abc import Sequence

import streamlit as st

from assessment.desk.errors import MeasureRefused
from assessment.planning.measures import still_to_do
from locales.words import Words
from models.assessment import City
from models.measures import Measure
from models.people import Actor
from models.problem import InputRefused
from reports.workbook import measure_book
from screens.browser import parts
from screens.frame.here import desk
from screens.show.plain import plain
from screens.show.problems import show_problems

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def files(words: Words, actor: Actor, city: City, planned: Sequence[Measure], *, leads: bool) -> None:
    """Draws the buttons, where there is something to save."""
    if not planned:
        return
    st.header(words("Take along"), anchor=False)
    dated = sum(each.due is not None for each in still_to_do(planned))
    with st.container(horizontal=True):
        if dated:
            _save(words, city, words("Save as calendar"), "ics", "text/calendar")
        _save(words, city, words("Save as workbook"), "xlsx", _XLSX)
        opened = parts.opener(words, words("Take in a workbook"), ".xlsx", key="open-measures") if leads else None
    if dated:
        told = words.many(
            dated,
            "1 measure with a day. Opened again later, the calendar changes, nothing doubles.",
            "{count} measures with a day. Opened again later, the calendar changes, nothing doubles.",
        )
        st.caption(told)
    if opened is not None:
        _take_in(words, actor, city, planned, opened)


def _take_in(words: Words, actor: Actor, city: City, planned: Sequence[Measure], opened: parts.OpenedFile) -> None:
    try:
        found = measure_book.read(opened.content, opened.name, planned)
    except InputRefused as refused:
        show_problems(words, opened.name, refused.problems)
        return
    if not found.measures:
        st.info(words("{file} holds nothing that does not stand here already.", file=plain(opened.name)))
        return
    try:
        desk().measuring.take_in(actor, city.id, found.measures)
    except MeasureRefused as refused:
        show_problems(words, opened.name, measure_book.placed(found, refused.problems))
        return
    st.session_state["measures-taken-in"] = len(found.measures)
    st.rerun()


def taken_in(words: Words) -> None:
    """Says once how many measures came out of a workbook."""
    count = st.session_state.pop("measures-taken-in", None)
    if count is not None:
        st.success(
            words.many(
                count, "1 measure was taken in from the workbook.", "{count} measures were taken in from the workbook."
            )
        )


def _save(words: Words, city: City, label: str, ending: str, media_type: str) -> None:
    url = f"/files/measures/{city.id}.{ending}?language={words.language}"
    download = parts.Download(label, f"measures.{ending}", url=url, media_type=media_type)
    parts.saver(words, download, key=f"save-measures-{ending}")
