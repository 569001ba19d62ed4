"""The form that opens a room: its questions are chosen now, and stay."""

import streamlit as st

from assessment.desk.room_sets import QUESTION_SETS, QuestionSet, chosen
from assessment.desk.rooms import MOST_HOURS, Opening
from locales.preference import NAMES
from locales.words import Words
from models.people import Actor
from screens.frame.here import desk
from screens.show.pressing import pressed, unfilled
from screens.show.told_apart import told_apart

_COHORT_NONE = ""


def opening(words: Words, actor: Actor, *, first: bool) -> None:
    """Draws the form."""
    with st.expander(words("Open a room"), expanded=first, icon=":material/meeting_room:", key="open-room"):
        label = words("Name of the workshop")
        title = st.text_input(label, max_chars=200, key="room-title")
        which = st.radio(
            words("Questions"),
            QUESTION_SETS,
            format_func=lambda each: _set_words(each, words),
            key=f"room-set-{words.language}",
        )
        mine = {each.id: each.name for each in desk().cohorts.mine(actor)}
        cohorts = told_apart({_COHORT_NONE: words("none"), **mine})
        left, middle, right = st.columns(3)
        cohort = left.selectbox(words("Cohort"), list(cohorts), format_func=lambda key: cohorts[key], key="room-cohort")
        language = middle.selectbox(
            words("Language on the wall"), list(NAMES), format_func=lambda code: NAMES[code], key="room-language"
        )
        hours = right.number_input(words("Open for so many hours"), 1, MOST_HOURS, 12, key="room-hours")
        st.caption(
            words("5 and 6 cities see means per dimension; 7 and more medians and questions; 10 and more also spreads.")
        )
        if pressed(words("Open the room"), "open-the-room", lacks=unfilled(words, label, title), kind="primary"):
            wish = Opening(str(title), which, language, cohort or None, int(hours))
            st.query_params["room"] = desk().rooms.open(actor, wish).id
            st.rerun()


def _set_words(which: QuestionSet, words: Words) -> str:
    count = len(chosen(desk().library.quick_scans[0], which))
    return {
        "one": words("One question for each dimension ({count} questions, about 8 minutes)", count=count),
        "two": words("Two questions for each dimension ({count} questions, about 14 minutes)", count=count),
        "basic": words("The basic set of processes ({count} questions, about 9 minutes)", count=count),
        "core": words("All core questions ({count} questions, about 20 minutes)", count=count),
    }[which]
