"""What comes from other cities and is for one's own: a request to answer, a practice sent back, an event soon."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from assessment import wiring
from assessment.desk.door import may, to_city
from locales.words import Words
from models.assessment import City
from models.people import Actor
from screens.frame.here import desk
from screens.show.plain import plain

_SOON = datetime.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class _News:
    """What there is to tell, and the page on which it is dealt with."""

    says: str
    page: str
    icon: str
    go: str


def from_others(words: Words, actor: Actor, city: City) -> None:
    """Draws it with the ways there; nothing where there is nothing."""
    told = [*_requests(words, actor, city), *_practices(words, actor, city), *_events(words, actor)]
    if not told:
        return
    with st.container(border=True, key="from-others"):
        title = words("From the network")
        st.markdown(f"**{title}**")
        for each in told:
            with st.container(gap=None):
                st.markdown(plain(each.says))
                st.page_link(each.page, label=each.go, icon=each.icon)


def _requests(words: Words, actor: Actor, city: City) -> Iterator[_News]:
    """For leads: they are who answers."""
    if not may(tuple(to_city(actor, city.id)), "offer exchange"):
        return
    for each in desk().matching.contacts(actor, city.id):
        if each.request.state == "asked" and not each.ours:
            text = words("{city} asks you for an exchange and waits for an answer.", city=each.other.name)
            yield _News(text, "exchange.py", ":material/handshake:", words("To the exchange finder"))


def _practices(words: Words, actor: Actor, city: City) -> Iterator[_News]:
    if not may(tuple(to_city(actor, city.id)), "contribute"):
        return
    if any(each.state == "declined" for each in desk().contributing.of_city(actor, city.id)):
        text = words("The editor of the library sent a good practice back to you, with a reason.")
        yield _News(text, "knowledge.py", ":material/local_library:", words("Open the library"))


def _events(words: Words, actor: Actor) -> Iterator[_News]:
    """The next one alone: the programme shows the rest."""
    today = wiring.now().date()
    for each in desk().programme.mine(actor).events:
        if today <= each.event.last_day and each.event.first_day <= today + _SOON:
            text = words("{title}, {day}", title=each.event.title, day=words.date(each.event.first_day))
            yield _News(text, "events.py", ":material/event:", words("See the programme"))
            return
