"""Measures to take along: as a calendar."""

from collections.abc import Sequence

import streamlit as st

from assessment.planning.measures import still_to_do
from locales.words import Words
from models.assessment import City
from models.measures import Measure
from models.people import Actor
from screens.browser import parts


def files(words: Words, actor: Actor, city: City, planned: Sequence[Measure], *, leads: bool) -> None:
    """Draws the buttons, where there is something to save."""
    del actor, leads
    if not planned:
        return
    st.header(words("Take along"), anchor=False)
    dated = sum(each.due is not None for each in still_to_do(planned))
    with st.container(horizontal=True):
        if dated:
            _save(words, city, words("Save as calendar"), "ics", "text/calendar")
    if dated:
        st.caption(
            words(
                "{count} measures with a day. Opened again later, the calendar changes, nothing doubles.", count=dated
            )
        )


def _save(words: Words, city: City, label: str, ending: str, media_type: str) -> None:
    url = f"/files/measures/{city.id}.{ending}?language={words.language}"
    download = parts.Download(label, f"measures.{ending}", url=url, media_type=media_type)
    parts.saver(words, download, key=f"save-measures-{ending}")
