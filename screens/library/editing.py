"""What waits for the editor: each with its source to look at, to be published or sent back with a reason."""

import streamlit as st

from locales.words import Words
from models.contribution import KeptContribution
from models.people import Actor
from models.questionnaire import CapabilityModel
from reports.content.naming import process_name
from screens.frame.here import desk
from screens.show.plain import plain
from screens.show.pressing import pressed, unfilled


def editing(words: Words, actor: Actor, model: CapabilityModel) -> None:
    """Draws it."""
    waiting = desk().contributing.waiting(actor)
    if not waiting:
        st.markdown(words("Nothing waits. What cities hand in stands here."))
        return
    st.markdown(
        words(
            "Look at the source before you publish: is it there, does it say this, is its day right? What you publish "
            "shows today as the day it was checked."
        )
    )
    for each in waiting:
        with st.container(border=True, key=f"waiting-{each.id}"):
            _one(words, actor, model, each)


def _one(words: Words, actor: Actor, model: CapabilityModel, each: KeptContribution) -> None:
    said = each.contribution
    st.markdown(f"**{plain(each.city.name)}**")
    st.markdown(plain(said.what))
    st.markdown(plain("; ".join(process_name(model, key, words) for key in said.processes)))
    day = words.date(said.source_day) if said.source_day else ""
    st.caption(plain(words("Source: {source}, of {day}", source=said.source, day=day)))
    if said.address:
        st.code(said.address, language=None)
    shown = words("The city may be named.") if said.named else words("The city is not to be named.")
    st.caption(shown)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if st.button(words("Publish"), type="primary", key=f"publish-{each.id}"):
            desk().contributing.publish(actor, each.id, seen=each.version)
            st.rerun()
        label = words("Reason for sending it back")
        reason = st.text_input(label, key=f"reason-{each.id}", max_chars=500)
        if pressed(words("Send it back"), f"decline-{each.id}", lacks=unfilled(words, label, reason)):
            desk().contributing.decline(actor, each.id, str(reason), seen=each.version)
            st.rerun()
