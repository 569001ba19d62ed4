"""Who is here, and the desk they stand at."""

from typing import Any

import streamlit as st

from assessment import wiring
from assessment.desk import Desk
from assessment.desk.entrance import secret_in
from models.people import Actor

_WHO = "who-is-here"


def secret() -> str | None:
    """The secret of the session that the browser came with. Tests put another one here: theirs is no real browser."""
    cookies: Any = st.context.cookies
    return secret_in(cookies.to_dict())


def current_actor() -> Actor:
    """The person this run is for, looked up now: a visitor as soon as the session has ended."""
    return wiring.desk().entrance.who(secret())


def desk() -> Desk:
    """The use cases."""
    return wiring.desk()


def forget_others(actor: Actor) -> None:
    """Forgets everything this window remembers, where somebody else used it before."""
    if st.session_state.get(_WHO, actor.id) != actor.id:
        st.session_state.clear()
    st.session_state[_WHO] = actor.id
