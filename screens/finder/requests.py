"""What cities asked each other, with the address of the other side once both agreed."""

import streamlit as st

from locales.words import Words
from models.assessment import City
from models.matching import Contact
from models.people import Actor
from screens.finder.naming import state_words
from screens.frame.here import desk
from screens.show.asking import asked_first
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
    name = plain(each.other.name)
    matching, key, seen = desk().matching, each.request.id, each.request.version
    if each.request.state == "asked" and not each.ours:
        if st.button(words("Agree: exchange addresses"), type="primary", key=f"agree-{key}"):
            matching.answer(actor, city.id, key, agree=True, seen=seen)
            st.rerun()
        told = words("{city} sees that you declined, and no address. Both of you may ask again later.", city=name)
        if asked_first(words("Decline …"), told, words("Decline"), f"decline-{key}"):
            matching.answer(actor, city.id, key, agree=False, seen=seen)
            st.rerun()
        return
    if each.request.state == "asked":
        label, deed = words("Take the request back …"), words("Take it back")
        told = words("{city} sees that you took it back. You may ask again later.", city=name)
    else:
        label, deed = words("End it, hide both addresses …"), words("End it for both")
        told = words("Both cities stop seeing the address of the other at once. Both of you may ask again.")
    if asked_first(label, told, deed, f"end-{key}"):
        matching.end(actor, city.id, key, seen=seen)
        st.rerun()
