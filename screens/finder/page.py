"""The finder's page: what waits between two cities first, then the matches, then what one's own city shows."""

import streamlit as st

from assessment.desk.door import may, to_city
from locales.words import Words
from models.assessment import City
from models.people import Actor
from screens.crossroads.choosing import chosen, own_cities
from screens.finder.found import found
from screens.finder.offering import offering
from screens.finder.requests import requests
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak


def finder() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    with column(WORKING):
        st.page_link("network.py", label=words("Network"), icon=":material/arrow_back:")
        st.title(words("Exchange finder"), anchor=False)
        cities = own_cities(actor, "find partners")
        if not cities:
            st.markdown(words("The finder is for people of a city. You belong to none here."))
            return
        city = chosen(words, cities, "finder")
        _of_city(words, actor, city)


def _of_city(words: Words, actor: Actor, city: City) -> None:
    leads = may(tuple(to_city(actor, city.id)), "offer exchange")
    standing = desk().matching.my_offer(actor, city.id)
    requests(words, actor, city, leads=leads)
    if standing is None:
        st.markdown(
            words(
                "A city that lets itself be found sees who is strong where it wants to grow, and the other way round. "
                "Nobody sees anything of you before you tick it, no answer and no level leaves your city, and your "
                "address appears only after both cities agreed."
            )
        )
        if not leads:
            st.caption(words("Whether your city takes part, its lead decides."))
    else:
        found(words, actor, city, leads=leads)
    if leads:
        offering(words, actor, city, standing)
