"""The guests of an assessment as its lead sees them: which links still let somebody in, and who came."""

import streamlit as st

from locales.words import Words
from models.assessment import Assessment
from models.people import Actor
from screens.frame.here import desk
from screens.members.links import forget_link
from screens.members.standing import line, row
from screens.show.asking import asked_first
from screens.show.plain import plain


def guests(words: Words, actor: Actor, assessment: Assessment) -> None:
    """Draws the links that can be withdrawn and the guests who can be let in no more; nothing where there are none."""
    links, here = desk().guests.links(actor, assessment.id), desk().guests.here(actor, assessment.id)
    if not links and not here:
        return
    with st.expander(words("Guests and their links"), icon=":material/group:", key=f"guests-of-{assessment.id}"):
        for link in links:
            count = words.many(link.uses, "for 1 more", "for {count} more")
            until = words("until {day}", day=words.date(link.expires.date()))
            if row(f"**{plain(link.shown)}** · {count} · {until}", words("Withdraw the link"), f"link-{link.id}"):
                desk().guests.withdraw(actor, assessment.id, link.id)
                forget_link(f"guests-{assessment.id}", link.id)
                st.rerun()
        for guest in here:
            with line():
                st.markdown(plain(guest.name))
                told = words("{name} is let in no more, with no link either.", name=plain(guest.name))
                if asked_first(words("Let in no more …"), told, words("Let in no more"), f"guest-{guest.id}"):
                    desk().guests.send_away(actor, assessment.id, guest.id)
                    st.rerun()
        st.caption(words("Whoever came with a link stays when it is withdrawn. What a guest rated always stays."))
