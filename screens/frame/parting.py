"""A last word for somebody who is signed out by what they did: it stands where they can sign in again."""

from typing import NoReturn

import streamlit as st

from locales.words import Words
from models.message import Message
from models.people import VISITOR
from screens.frame.here import forget_others
from screens.show.plain import plain

_TOLD = "last-word"


def part(*told: Message) -> NoReturn:
    """Draws the page anew, for nobody any more; what this window remembers goes, but for these sentences."""
    forget_others(VISITOR)
    st.session_state[_TOLD] = told
    st.rerun()


def last_word(words: Words) -> bool:
    """Draws what came of it, and below it what is to be done now; whether there was anything to say."""
    told: tuple[Message, ...] = st.session_state.get(_TOLD, ())
    if told:
        st.success(plain(words.say(told[0])))
        st.markdown("\n".join(f"- {plain(words.say(each))}" for each in told[1:]))
    return bool(told)
