"""Which of one's own cities a page is about."""

from collections.abc import Sequence

import streamlit as st

from assessment.desk.door import may, to_city
from assessment.desk.policy import Action
from locales.words import Words
from models.assessment import City
from models.people import Actor
from screens.frame.here import desk


def own_cities(actor: Actor, action: Action) -> tuple[City, ...]:
    """The person's cities in which they may do this."""
    return tuple(each for each in desk().people.my_cities(actor) if may(tuple(to_city(actor, each.id)), action))


def chosen(words: Words, cities: Sequence[City], key: str) -> City:
    """The city that is meant; of several the one that is chosen."""
    if len(cities) == 1:
        return cities[0]
    return st.selectbox(
        words("City"), cities, format_func=lambda city: city.name, key=f"{key}-{len(cities)}", width=420
    )
