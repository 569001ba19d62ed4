"""The demonstration network, put up and taken down by whoever administers the house."""

import streamlit as st

from locales.words import Words
from models.people import Actor
from screens.frame.here import desk
from screens.show.asking import asked_first


def demonstration(words: Words, actor: Actor) -> None:
    """Draws the one button that there is to click."""
    st.header(words("Demonstration network"), anchor=False)
    st.markdown(
        words(
            "Twelve invented cities, three cohorts, two years of answers, in German and English, each marked as "
            "invented. You lead all of them, so that you can look around and try things."
        )
    )
    if desk().demonstration.present(actor):
        _removing(words, actor)
    elif st.button(words("Load the demonstration network"), key="load-demonstration", icon=":material/science:"):
        with st.spinner(words("Twelve cities are being made up …")):
            desk().demonstration.load(actor)
        st.rerun()


def _removing(words: Words, actor: Actor) -> None:
    st.page_link("assessments.py", label=words("Look at the invented cities"), icon=":material/location_city:")
    told = words("Its cities go with everything in them, also what was added since. Nothing else changes.")
    label, deed = words("Remove the demonstration network"), words("Remove it for good")
    if asked_first(label, told, deed, "remove-demonstration", icon=":material/delete:", kind="tertiary"):
        desk().demonstration.remove(actor)
        st.rerun()
