"""Closing somebody's account and opening it again, and asking for a new password: alike in a city and in the house."""

import streamlit as st

from locales.words import Words
from models.people import Account, Actor
from screens.frame.here import desk
from screens.show.asking import asked_first
from screens.show.plain import plain


def closing(words: Words, actor: Actor, key: str, person: Account) -> None:
    """Draws the way to close an account, or to open a closed one, inside a menu."""
    if person.disabled is not None:
        if st.button(words("Open the account again"), key=f"reopen-{key}"):
            desk().people.reopen(actor, person.id)
            st.rerun()
        return
    name = plain(person.name)
    told = words(
        "{name} is signed out at once and cannot sign in any more. What {name} answered stays, with the name beside "
        "it. Invitations that {name} made serve nobody any more. You can open the account again here.",
        name=name,
    )
    button = words("Close the account of {name}", name=name)
    if asked_first(words("Close the account"), told, button, f"close-{key}", in_menu=True):
        desk().people.close(actor, person.id)
        st.rerun()


def require_new_password(words: Words, actor: Actor, person: Account) -> None:
    """Signs somebody out who then has to choose a new password, and says so."""
    desk().people.require_new_password(actor, person.id)
    st.toast(words("{name} is signed out, and chooses a new password at the next sign-in.", name=plain(person.name)))
