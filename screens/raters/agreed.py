"""What was agreed on, where the answer is not chosen in the sheet but together."""

import streamlit as st

from locales.words import Words
from models.people import Actor
from screens.frame.here import desk
from screens.show.plain import plain


def where_to_rate(words: Words, assessment: str, topic: str) -> None:
    """Says that values come about together here, and leads to where each rates."""
    with st.container(border=True, key="where-to-rate"):
        st.markdown(
            words(
                "In this assessment each rates alone first, and the values are agreed on together. Here you see what "
                "was agreed, and add notes and evidence for all."
            )
        )
        query = {"assessment": assessment, "topic": topic}
        st.page_link("rating.py", label=words("Rate alone"), icon=":material/lock:", query_params=query)
        st.page_link("agreeing.py", label=words("Agree together"), icon=":material/groups:", query_params=query)


def agreed(words: Words, actor: Actor, assessment: str, indicator: str, value: str | None) -> None:
    """Draws the agreed value, given in words, with its reason; or that people have not agreed yet."""
    if value is None:
        waiting = words("Not agreed yet.")
        st.markdown(f":material/hourglass_empty: {waiting}")
        return
    found = desk().consensus.agreement(actor, assessment, indicator)
    if found is None:
        st.markdown(f"**{plain(value)}**")
    else:
        said = words("Agreed: {value}. {reason}", value=f"**{plain(value)}**", reason=plain(found.reason))
        st.markdown(f":material/handshake: {said}")
