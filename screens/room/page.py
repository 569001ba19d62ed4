"""The rooms of a trainer: those there are, a new one, or the one that the address names."""

import streamlit as st

from assessment.desk.door import in_house, may
from locales.words import Words
from models.room import Room
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.room.leading import leading
from screens.room.opening import opening
from screens.show.ahead import charts_ahead
from screens.show.plain import plain

_ROOM = "room"


def rooms() -> None:
    """Draws the page."""
    words, actor, chosen = speak(), current_actor(), st.query_params.get(_ROOM)
    with column(WORKING):
        charts_ahead()
        if chosen:
            # Asked before the part that draws itself anew: what is not there is said on a calm page.
            desk().rooms.watch(actor, chosen)
            _back(words)
            leading(words, chosen)
            return
        st.title(words("Live rooms"), anchor=False)
        st.markdown(
            words(
                "A room for a workshop of one day: cities join by phone without an account, rate the same few "
                "questions, and see what their number allows. Single answers are seen by nobody, not by you either."
            )
        )
        known = desk().rooms.mine(actor)
        for each in known:
            _line(words, each)
        if may(tuple(in_house(actor)), "open room"):
            opening(words, actor, first=not known)


def enter(room: str) -> None:
    """Goes into a room at the next run."""
    st.query_params[_ROOM] = room


def _back(words: Words) -> None:
    st.button(words("All rooms"), type="tertiary", icon=":material/arrow_back:", on_click=_leave)


def _leave() -> None:
    st.query_params.pop(_ROOM, None)


def _line(words: Words, room: Room) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"room-{room.id}"):
        over = words("closed") if room.step == "over" else words("code {code}", code=room.code)
        day = words.date(room.created.date())
        st.markdown(f"**{plain(room.title)}** · {plain(day)} · {over}", width="stretch")
        st.button(words("Lead"), key=f"lead-{room.id}", on_click=enter, args=(room.id,))
