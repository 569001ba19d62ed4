"""A city's own idea becomes a measure: a title is enough, the rest follows in its form."""

import streamlit as st

from locales.words import Words
from models.assessment import City
from models.measures import MeasureDraft
from models.people import Actor
from screens.frame.began import sent, times_sent
from screens.frame.here import desk


def own_idea(words: Words, actor: Actor, city: City) -> None:
    """Draws a field and a button."""
    place = f"ideas-added-{city.id}"
    key = f"{city.id}-{times_sent(place)}"
    with st.form(f"own-idea-{key}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        title = st.text_input(words("Your own idea"), max_chars=200, key=f"idea-{key}")
        if st.form_submit_button(words("Add as a measure")) and title.strip():
            for each in desk().measuring.begin(actor, city.id, [MeasureDraft(title)]):
                st.session_state["measure-open"] = each.id
            sent(place)
            st.rerun()
