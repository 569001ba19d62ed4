"""The profile in a few lines, and the way to all of it."""

from collections.abc import Iterator

import streamlit as st

from locales.words import Words
from models.assessment import City
from models.city_profile import CityProfile
from models.people import Actor
from screens.cities.naming import code_words, size_words
from screens.frame.here import desk
from screens.show.plain import plain


def summary(words: Words, actor: Actor, city: City, *, leads: bool) -> None:
    """Draws it; where nobody wrote a profile yet, what to do about it."""
    kept = desk().cities.profile(actor, city.id)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"profile-{city.id}"):
        if kept is None:
            st.markdown(words("There is no city profile yet. It says which cities yours can be compared with."))
        else:
            st.markdown(plain(" · ".join(_facts(kept.profile, words))))
        label = words("City profile") if kept is not None or not leads else words("Write the profile")
        if st.button(label, key=f"to-profile-{city.id}", icon=":material/location_city:"):
            st.switch_page("city.py", query_params={"city": city.id})


def _facts(profile: CityProfile, words: Words) -> Iterator[str]:
    if profile.country is not None:
        yield words.locale.territories.get(profile.country, profile.country)
    size = size_words(profile, words)
    if size is not None:
        yield size
    if profile.staff is not None:
        yield words.many(
            profile.staff,
            "1 post for international work",
            "{posts} posts for international work",
            posts=words.number(float(profile.staff)),
        )
    if profile.own_budget is not None:
        amount = words.number(profile.own_budget.amount, 0)
        yield words("{amount} {currency} a year", amount=amount, currency=profile.own_budget.currency)
    if profile.connections is not None:
        yield words.many(
            profile.connections,
            "1 connection, {active} of them active",
            "{count} connections, {active} of them active",
            active=profile.active or 0,
        )
    if profile.strategy is not None:
        yield words("strategy: {state}", state=code_words("strategy", profile.strategy, words))
