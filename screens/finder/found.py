"""The cities to talk to, each with its reasons."""

from collections.abc import Sequence

import streamlit as st

from assessment.desk.matching import Found
from assessment.matching import told
from locales.words import Words
from models.assessment import City
from models.matching import MESSAGE_LIMIT
from models.people import Actor
from reports.content.naming import process_name
from screens.finder.naming import language_name, size_words, topic_words
from screens.finder.narrowing import narrowing
from screens.frame.here import desk
from screens.show.plain import plain

_FIRST = 8
_NAMED = 4
"""Processes that the sentence names on either side before it counts the rest."""


def found(words: Words, actor: Actor, city: City, *, leads: bool) -> None:
    """Draws them; those that more speaks for stand first."""
    every = desk().matching.matches(actor, city.id)
    st.header(words("Cities to talk to"), anchor=False)
    if not every:
        _nobody(words, actor, city)
        return
    st.caption(words("Counted with the levels that each city signed last; nobody sees a level of anybody else."))
    by = narrowing(words, city.id, every)
    wanted = [each for each in every if by.lets(each.match)]
    if len(wanted) < len(every):
        st.markdown(words("{count} of {all} cities", count=len(wanted), all=len(every)))
    for each in wanted[:_FIRST]:
        _one(words, actor, city, each, leads=leads)
    if len(wanted) > _FIRST:
        with st.expander(words("{count} more", count=len(wanted) - _FIRST)):
            for each in wanted[_FIRST:]:
                _one(words, actor, city, each, leads=leads)


def _nobody(words: Words, actor: Actor, city: City) -> None:
    if not desk().matching.my_levels(actor, city.id):
        st.info(words("Your city has no closed assessment yet. Strengths and needs are compared once one is signed."))
        return
    st.info(
        words(
            "No city fits yet. More ticks below make it likelier, and so does every city that joins. This page looks "
            "again each time you open it."
        )
    )


def _one(words: Words, actor: Actor, city: City, each: Found, *, leads: bool) -> None:
    with st.container(border=True, key=f"match-{each.match.city}"):
        st.subheader(plain(each.name), anchor=False)
        st.markdown(plain(words.say(told(each.match, _NAMED))))
        if beside := _beside(words, each):
            st.caption(plain(" · ".join(beside)))
        with st.expander(words("These processes by name"), key=f"named-{each.match.city}"):
            _processes(words, words("They could help you in"), each.match.theirs)
            _processes(words, words("You could help them in"), each.match.ours)
        if each.stands:
            st.caption(words("A request between your two cities stands; see above."))
        elif leads:
            _asking(words, actor, city, each)


def _processes(words: Words, lead: str, processes: Sequence[str]) -> None:
    if processes:
        model = desk().library.models[0]
        names = "\n".join(f"- {plain(process_name(model, key, words))}" for key in processes)
        st.markdown(f"**{lead}:**\n\n{names}")


def _beside(words: Words, each: Found) -> list[str]:
    languages = ", ".join(language_name(code, words) for code in each.match.languages)
    topics = ", ".join(topic_words(topic, words) for topic in each.match.topics)
    said = [
        words("Languages in common: {names}", names=languages or words("none named")),
        words("Topics in common: {names}", names=topics) if topics else "",
        size_words(each.match.size, words) if each.match.size else "",
    ]
    return [part for part in said if part]


def _asking(words: Words, actor: Actor, city: City, each: Found) -> None:
    other = each.match.city
    with st.popover(words("Ask for an exchange"), key=f"asking-{other}"):
        st.markdown(words("They see the name of your city and what you write, and decide. Addresses come after that."))
        message = st.text_area(words("Your first words"), max_chars=MESSAGE_LIMIT, key=f"message-{city.id}-{other}")
        if st.button(words("Send the request"), type="primary", key=f"ask-{other}"):
            desk().matching.ask(actor, city.id, other, str(message))
            st.rerun()
