"""Whether a city is in the finder, told where it agrees to other things: one agreement, for all cohorts at once."""

import streamlit as st

from assessment.desk.door import may, to_city
from locales.words import Words
from models.assessment import City
from models.people import Actor
from screens.frame.here import desk


def taking_part(words: Words, actor: Actor, city: City) -> None:
    """Says it, with the way in and the way out; nothing for whoever may not know."""
    held = tuple(to_city(actor, city.id))
    if not may(held, "find partners"):
        return
    standing, leads = desk().matching.my_offer(actor, city.id), may(held, "offer exchange")
    st.markdown(f"**{words('Exchange finder')}**")
    if standing is None:
        st.caption(
            words(
                "Your city does not take part in the search for cities to learn from. That is agreed to once, for all "
                "cohorts and beyond them, together with what your city shows."
            )
        )
    else:
        day = words.date(standing.at.date())
        st.caption(
            words(
                "Your city takes part in the search for cities to learn from, in all cohorts and beyond them; as of "
                "{day}. Withdrawing takes effect at once: nobody finds you, and nobody sees your address.",
                day=day,
            )
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        label = words("To the exchange finder") if standing else words("See what it is, and take part")
        st.page_link("exchange.py", label=label, icon=":material/handshake:")
        if standing and leads and st.button(words("Withdraw from the finder"), key=f"withdraw-here-{city.id}"):
            desk().matching.withdraw(actor, city.id)
            st.rerun()
