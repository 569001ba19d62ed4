"""The assessments of the person who is here: begin one, go on with one, take files in and out."""

import streamlit as st

from screens.cases.beginning import beginning
from screens.cases.card import card
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak

words = speak()
actor = current_actor()
known = [each for each in desk().assessments.list(actor) if each.state != "archived"]

with column(WORKING):
    st.title(words("Assessments"), anchor=False)
    if not known:
        st.markdown(
            words(
                "Nothing here yet. An assessment looks at processes in depth: you rate what is achieved, note why, and "
                "name the evidence. Every click is stored at once, and you can stop at any time."
            )
        )
    beginning(words, actor, first=not known)
    for each in known:
        card(words, actor, each)
