"""Going on from an assessment: the next one begins with its answers."""

import streamlit as st

from locales.words import Words
from models.assessment import Assessment
from models.people import Actor
from screens.cases.days import choose_days
from screens.frame.here import desk


def going_on(words: Words, actor: Actor, assessment: Assessment) -> None:
    """Draws the form."""
    with st.popover(words("Begin the next one from this"), icon=":material/event_repeat:"):
        st.markdown(
            words(
                "All answers are taken over, each marked “not yet checked again”. What was said this time stands "
                "beside each question; this assessment stays as it is."
            )
        )
        key = f"next-{assessment.id}"
        title = st.text_input(words("Name of the assessment"), max_chars=200, key=f"{key}-title")
        days = choose_days(words, key)
        if st.button(words("Begin"), type="primary", key=f"{key}-begin", disabled=not (title and title.strip())):
            begun = desk().following.begin_after(actor, assessment.id, str(title), days)
            st.switch_page("planning.py", query_params={"assessment": begun.id})
