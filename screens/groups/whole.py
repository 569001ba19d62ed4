"""Grouped figures over the whole network: publishing an edition of all cities that agreed to it, and looking at it."""

import streamlit as st

from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from screens.frame.here import desk
from screens.groups.figures import choosing
from screens.groups.publishing import Press, draw

NETWORK = "network"
"""Stands in the addresses of files where no cohort is meant."""


def whole(words: Words, actor: Actor, known: tuple[Cohort, ...]) -> None:
    """Draws it. Invented cities have a network of their own, for whoever leads one of their cohorts."""
    st.markdown(
        words(
            "All cities of all cohorts that agreed to be counted over the whole network. Cities see these editions "
            "beside their own result, and trainers below the figures of a smaller cohort."
        )
    )
    invented = False
    if any(each.invented for each in known):
        names = {False: words("Real cities"), True: words("Invented cities")}
        invented = st.radio(
            words("Which network"),
            list(names),
            index=int(all(each.invented for each in known)),
            format_func=lambda each: names[each],
            horizontal=True,
            key=f"network-kind-{words.language}",
        )
    groups = desk().benchmarking
    press = Press(
        f"{NETWORK}-{invented}",
        lambda peers: groups.preview_network(actor, invented=invented, peers=peers),
        lambda peers: groups.publish_network(actor, invented=invented, peers=peers),
        None,
        words("Published. You find it below, and so do the cities of all cohorts."),
    )
    st.subheader(words("Publish"), anchor=False)
    draw(words, press)
    st.subheader(words("Figures"), anchor=False)
    if not choosing(words, groups.of_network(actor, invented=invented), NETWORK):
        st.markdown(words("Nothing was published over the whole network yet."))
