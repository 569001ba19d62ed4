"""Going on from an assessment: the next one begins with its answers."""

import re

import streamlit as st

from assessment import wiring
from locales.words import Words
from models.assessment import Assessment
from models.people import Actor
from screens.cases.days import choose_days
from screens.frame.here import desk
from screens.show.pressing import pressed, unfilled


def next_title(title: str, year: int) -> str:
    """What the next assessment is called unless somebody writes otherwise: as this one, with the year."""
    return f"{re.sub(r' (19|20)[0-9]{2}$', '', title)[:190]} {year}"


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
        proposed = next_title(assessment.title, wiring.now().year)
        label = words("Name of the assessment")
        title = st.text_input(label, value=proposed, max_chars=200, key=f"{key}-title")
        days = choose_days(words, key)
        if pressed(words("Begin"), f"{key}-begin", lacks=unfilled(words, label, title), kind="primary"):
            begun = desk().following.begin_after(actor, assessment.id, str(title), days)
            st.switch_page("planning.py", query_params={"assessment": begun.id})
