"""Who is here, in the head of every page: the way in for visitors, the menu of their account for everybody else.

Signing in and out changes the cookie, so both are full page loads, by plain links and forms.
"""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from assessment.desk.door import may_somewhere
from locales.words import Words
from models.people import VISITOR, Actor
from screens.frame.column import READING, column
from screens.frame.here import desk
from screens.frame.language import speak
from screens.frame.parting import last_word
from screens.show.plain import plain


def who_is_here(actor: Actor) -> None:
    """Draws the link to sign in, or the menu."""
    words = speak()
    if actor == VISITOR:
        link(_label(words), _door(words, "/assessments"))
        return
    with st.popover(plain(actor.display_name or ""), icon=":material/person:", key="who-menu"):
        if actor.guest_of is None:
            st.page_link("account.py", label=words("My account"), icon=":material/manage_accounts:")
        if may_somewhere(actor, "see accounts"):
            st.page_link("administration.py", label=words("Administration"), icon=":material/settings:")
        sign_out(words)


def way_in(page: str) -> None:
    """Stands where a page is not for visitors."""
    words = speak()
    with column(READING):
        st.title(_label(words), anchor=False)
        told = last_word(words)
        if desk().entrance.awaits_first():
            st.markdown(words("Nobody has an account here yet. Make the first one: it takes a minute."))
        elif not told:
            st.markdown(words("This page is for people with an account. The quick scan needs none."))
        link(_label(words), _door(words, f"/{page}" + _query()), primary=True)


def link(label: str, url: str, *, primary: bool = False) -> None:
    """A link that loads the whole page anew."""
    kind = "hanse-button" if primary else "hanse-link"
    st.html(f'<a class="{kind}" target="_self" href="{escape(url)}">{escape(label)}</a>', width="content")


def sign_out(words: Words) -> None:
    """A button that ends the session."""
    label = escape(words("Sign out"))
    st.html(f'<form method="post" action="/sign-out"><button class="hanse-out" type="submit">{label}</button></form>')


def _label(words: Words) -> str:
    return words("Set up") if desk().entrance.awaits_first() else words("Sign in")


def _door(words: Words, onward: str) -> str:
    door = "/first-start" if desk().entrance.awaits_first() else "/sign-in"
    return f"{door}?{urlencode({'language': words.language, 'next': onward})}"


def _query() -> str:
    asked = st.query_params.to_dict()
    return f"?{urlencode(asked)}" if asked else ""


def to_provider(label: str, language: str) -> None:
    """A button that leads to the identity provider, to link the account that is signed in."""
    hidden = '<input type="hidden" name="link" value="1">'
    button = f'<button class="hanse-out" type="submit">{escape(label)}</button>'
    st.html(f'<form method="post" action="/provider?language={language}">{hidden}{button}</form>')
