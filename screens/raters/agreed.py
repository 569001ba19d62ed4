"""What was agreed on, where the answer is not chosen in the sheet but together."""

import streamlit as st

from locales.words import Words
from models.people import Actor
from screens.frame.here import desk
from screens.show.plain import plain


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
