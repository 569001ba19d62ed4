"""The first page after signing in: what waits for oneself, then the city with its profile and assessments."""

from collections.abc import Sequence

import streamlit as st

from assessment.desk.door import in_house, may, may_somewhere, to_city
from locales.words import Words
from models.assessment import Assessment, City
from models.people import Actor
from screens.cases.beginning import beginning
from screens.cases.card import card
from screens.cities.due import measures_due
from screens.cities.from_others import from_others
from screens.cities.membership import cohorts_of
from screens.cities.summary import summary
from screens.cities.waiting import waiting
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.ahead import charts_ahead
from screens.show.plain import plain
from screens.trend.card import trend_card


def home() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    with column(WORKING):
        if not may(tuple(in_house(actor)), "list assessments"):
            _elsewhere(words, actor)
            return
        own = desk().people.my_cities(actor)
        known = [each for each in desk().assessments.list(actor) if each.state != "archived"]
        city = _chosen(words, own, known)
        st.title(plain(city.name) if city else words("Assessments"), anchor=False)
        waiting(words, actor)
        if city is not None:
            _city(words, actor, city, [each for each in known if each.city.id == city.id])
        _others(words, actor, own, known)
        _begin(words, actor, first=not known)
        charts_ahead()


def _elsewhere(words: Words, actor: Actor) -> None:
    st.title(words("Assessments"), anchor=False)
    if actor.guest_of is not None:
        st.markdown(words("You are here as a guest, to rate one assessment."))
        query = {"assessment": actor.guest_of}
        st.page_link("rating.py", label=words("To the questions"), icon=":material/lock:", query_params=query)
        return
    st.markdown(words("You work with groups of cities. What they agreed to show stands under “Cohorts”."))
    st.page_link("cohorts.py", label=words("Cohorts"), icon=":material/groups:")


def _chosen(words: Words, own: Sequence[City], known: Sequence[Assessment]) -> City | None:
    """The city that is shown; of several at first the one in which something was begun last."""
    if len(own) < 2:
        return next(iter(own), None)
    busy = next((each.city for each in known if each.city in own), own[0])
    return st.selectbox(
        words("Shown here"), own, index=own.index(busy), format_func=lambda city: city.name, key=f"home-{len(own)}"
    )


def _city(words: Words, actor: Actor, city: City, known: Sequence[Assessment]) -> None:
    leads = may(tuple(to_city(actor, city.id)), "change city")
    summary(words, actor, city, leads=leads)
    from_others(words, actor, city)
    measures_due(words, actor, city)
    trend_card(words, actor, city)
    cohorts_of(words, actor, city, leads=leads)
    for each in known:
        card(words, actor, each)


def _others(words: Words, actor: Actor, own: Sequence[City], known: Sequence[Assessment]) -> None:
    """Assessments of cities that one does not belong to, which were opened."""
    ids = {city.id for city in own}
    opened = [each for each in known if each.city.id not in ids]
    if opened:
        st.header(words("Opened to you"), anchor=False)
    for each in opened:
        card(words, actor, each)


def _begin(words: Words, actor: Actor, *, first: bool) -> None:
    if first:
        st.markdown(
            words(
                "Nothing here yet. An assessment looks at processes in depth: you rate what is achieved, note why, and "
                "name the evidence. Every click is stored at once, and you can stop at any time."
            )
        )
    if may_somewhere(actor, "begin assessment") or may_somewhere(actor, "found city"):
        beginning(words, actor, first=first)
    elif first:
        st.caption(words("Only the lead of a city begins assessments. As soon as one is there it stands here."))
