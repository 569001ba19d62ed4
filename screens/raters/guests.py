"""The guests of an assessment as its lead sees them: which links still let somebody in, and who came."""

import streamlit as st

from locales.words import Words
from models.assessment import Assessment
from models.people import Actor
from screens.frame.here import desk
from screens.show.plain import plain


def guests(words: Words, actor: Actor, assessment: Assessment) -> None:
    """Draws the links that can be withdrawn and the guests who can be let in no more; nothing where there are none."""
    links, here = desk().guests.links(actor, assessment.id), desk().guests.here(actor, assessment.id)
    if not links and not here:
        return
    with st.expander(words("Guests and their links"), icon=":material/group:", key=f"guests-of-{assessment.id}"):
        for link in links:
            count = words("for 1 more") if link.uses == 1 else words("for {count} more", count=link.uses)
            until = words("until {day}", day=words.date(link.expires.date()))
            if _row(f"**{plain(link.shown)}** · {count} · {until}", words("Withdraw the link"), f"link-{link.id}"):
                desk().guests.withdraw(actor, assessment.id, link.id)
                st.rerun()
        for guest in here:
            if _row(plain(guest.name), words("Let in no more"), f"guest-{guest.id}"):
                desk().guests.send_away(actor, assessment.id, guest.id)
                st.rerun()
        st.caption(words("Whoever came with a link stays when it is withdrawn. What a guest rated always stays."))


def _row(what: str, deed: str, key: str) -> bool:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(what)
        return st.button(deed, key=key)
