"""The events of one cohort on the page of whoever leads it: what is next, what was, and the way to the programme."""

import streamlit as st

from assessment import wiring
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from screens.frame.here import desk
from screens.programme.naming import kind_words, when_words
from screens.show.plain import plain


def events_of(words: Words, actor: Actor, cohort: Cohort) -> None:
    """Draws them, the next one first."""
    today = wiring.now().date()
    every = desk().programme.of_cohort(actor, cohort.id)
    coming = [each.event for each in every if each.event.last_day >= today]
    past = [each.event for each in reversed(every) if each.event.last_day < today]
    st.subheader(words("Programme of the cohort"), anchor=False)
    if not every:
        st.markdown(words("No event is announced for this cohort. You do that on the page of the programme."))
    for event in (*coming, *past):
        about = [kind_words(event.kind, words), event.title, when_words(event, words)]
        st.markdown(f"- {plain(' · '.join(about))}")
    st.page_link("events.py", label=words("See the programme"), icon=":material/event:")
