"""What waits for the person who is here: it stands first."""

import streamlit as st

from locales.words import Words
from models.delegation import Waiting
from models.people import Actor
from screens.cases.delegation import progress_words
from screens.frame.here import desk
from screens.show.plain import plain

_SHOWN = 6


def waiting(words: Words, actor: Actor) -> None:
    """Draws it; nothing where nothing waits."""
    found = desk().delegating.waiting(actor)
    if not found:
        return
    with st.container(border=True, key="waiting"):
        st.header(words("What waits for you"), anchor=False)
        for each in found:
            _one(words, each)


def _one(words: Words, waits: Waiting) -> None:
    assessment = waits.assessment
    st.markdown(f"**{plain(assessment.title)}** · {plain(assessment.city.name)}{_until(words, waits)}")
    with st.container(gap=None, key=f"processes-waiting-{assessment.id}"):
        for share in waits.shares[:_SHOWN]:
            process = share.progress.process
            label = f"{process.id} {plain(words.text(process.name))} · {progress_words(words, share)}"
            key = f"waits-{assessment.id}-{process.id}"
            if st.button(label, key=key, type="tertiary", icon=":material/arrow_forward:"):
                st.switch_page("answering.py", query_params={"assessment": assessment.id, "process": process.id})
    if len(waits.shares) > _SHOWN:
        st.caption(words("… and {number} more.", number=len(waits.shares) - _SHOWN))


def _until(words: Words, waits: Waiting) -> str:
    due = waits.assessment.answers_due
    return "" if due is None else f" · {words('until {day}', day=words.date(due))}"
