"""The assessments of the person who is here: begin one, go on with one, take files in and out."""

import streamlit as st

from assessment.desk.door import may_somewhere
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
    if may_somewhere(actor, "begin assessment") or may_somewhere(actor, "found city"):
        beginning(words, actor, first=not known)
    elif not known:
        st.caption(words("Only the lead of a city begins assessments. As soon as one is there it stands here."))
    for each in known:
        card(words, actor, each)
