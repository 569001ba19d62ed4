"""Links that still let somebody in: how many people each serves yet and until when, and taking it back."""

from collections.abc import Callable, Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.desk.people import Invitation
from locales.words import Words
from models.assessment import City
from models.people import Actor
from screens.answers.naming import here
from screens.frame.here import desk
from screens.members.links import forget_link
from screens.members.naming import role_words
from screens.show.plain import plain


def standing(words: Words, actor: Actor, city: City | None) -> None:
    """Draws the invitations to a city, or to the house; nothing where none serves any more."""
    found = desk().people.invitations(actor, city.id if city else None)
    if not found:
        return
    place = f"city-{city.id}" if city else "house"
    label = words("Open invitations: {count}", count=len(found))
    with st.expander(label, icon=":material/mail:", key=f"standing-{place}"):
        withdrawable(
            words,
            ((each, f"**{role_words(each.role, words)}** · {_people(words, each.uses)}") for each in found),
            lambda link: _withdraw(actor, city, place, link),
        )
        st.caption(words("Who came with an invitation stays when it is withdrawn."))


def withdrawable(
    words: Words, links: Iterable[tuple[Invitation, str]], withdraw: Callable[[str], None], *, key: str = "invitation"
) -> None:
    """Draws links, each with what it lets do in Markdown, until when it serves, who made it, and the way to end it."""
    for link, what in links:
        moment = here(link.expires)
        until = words("until {day}, {time}", day=words.date(moment.date()), time=words.time(moment))
        by = [words("made by {name}", name=plain(link.by))] if link.by else []
        if row(" · ".join([what, until, *by]), words("Withdraw"), f"{key}-{link.id}"):
            withdraw(link.id)
            st.rerun()


def row(what: str, deed: str, key: str) -> bool:
    """A line, and at its end the button for what can be done about it; whether it was pressed."""
    with line():
        st.markdown(what)
        return st.button(deed, key=key)


def line() -> DeltaGenerator:
    """Where something stands at one end and what can be done about it at the other."""
    return st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute")


def _people(words: Words, count: int) -> str:
    return words.many(count, "for 1 more", "for {count} more")


def _withdraw(actor: Actor, city: City | None, place: str, link: str) -> None:
    desk().people.withdraw(actor, city.id if city else None, link)
    forget_link(place, link)
