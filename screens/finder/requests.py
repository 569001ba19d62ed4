"""What cities asked each other, with the address of the other side once both agreed."""

import streamlit as st

from locales.words import Words
from models.assessment import City
from models.matching import Contact
from models.people import Actor
from screens.finder.naming import state_words
from screens.frame.here import desk
from screens.show.plain import plain


def requests(words: Words, actor: Actor, city: City, *, leads: bool) -> None:
    """Draws them, those that stand first; nothing where there are none."""
    every = desk().matching.contacts(actor, city.id)
    if not every:
        return
    st.header(words("Requests"), anchor=False)
    for each in [each for each in every if each.request.stands]:
        _one(words, actor, city, each, leads=leads)
    past = [each for each in every if not each.request.stands]
    if past:
        with st.expander(words("Earlier requests: {count}", count=len(past))):
            st.markdown("\n".join(f"- {_line(words, each)}" for each in past))


def _line(words: Words, each: Contact) -> str:
    name = each.other.name
    who = words("You asked {city}", city=name) if each.ours else words("{city} asked you", city=name)
    day = words.date(each.request.at.date())
    return f"{plain(who)} · {plain(day)} · {state_words(each.request.state, words)}"


def _one(words: Words, actor: Actor, city: City, each: Contact, *, leads: bool) -> None:
    key = each.request.id
    with st.container(border=True, key=f"request-{key}"):
        st.markdown(f"**{_line(words, each)}**")
        if each.request.message:
            st.markdown(plain(each.request.message))
        if each.office:
            st.success(plain(each.office), icon=":material/mail:")
        if leads:
            with st.container(horizontal=True):
                _deeds(words, actor, city, each)


def _deeds(words: Words, actor: Actor, city: City, each: Contact) -> None:
    matching, key, seen = desk().matching, each.request.id, each.request.version
    if each.request.state == "asked" and not each.ours:
        if st.button(words("Agree: exchange addresses"), type="primary", key=f"agree-{key}"):
            matching.answer(actor, city.id, key, agree=True, seen=seen)
            st.rerun()
        if st.button(words("Decline"), key=f"decline-{key}"):
            matching.answer(actor, city.id, key, agree=False, seen=seen)
            st.rerun()
        return
    label = words("Take the request back") if each.request.state == "asked" else words("End it, hide both addresses")
    if st.button(label, key=f"end-{key}"):
        matching.end(actor, city.id, key, seen=seen)
        st.rerun()
