"""How a guest comes back: with the same browser, or with a code of their own."""

import streamlit as st

from assessment.desk.entrance import show_code
from locales.words import Words
from models.people import Actor
from screens.frame.here import desk
from screens.show.plain import plain

_CODE = "guest-return-code"


def returning(words: Words, actor: Actor) -> None:
    """Draws it for guests; nothing for everybody else."""
    if actor.guest_of is None:
        return
    with st.expander(
        words("You are here as a guest: {name}. How do I come back?", name=plain(actor.display_name or "")),
        icon=":material/badge:",
        expanded=_CODE in st.session_state,
    ):
        st.markdown(words("In this browser you simply open this page again. For another browser, get your own code:"))
        if _CODE not in st.session_state:
            st.button(words("Get my code"), key="get-return-code", on_click=_make, args=(actor,))
            return
        st.code(st.session_state[_CODE], language=None)
        st.caption(words("Note it down: whoever has it sees your ratings. A new code makes this one void."))


def _make(actor: Actor) -> None:
    st.session_state[_CODE] = show_code(desk().guests.return_code(actor).code)
