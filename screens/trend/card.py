"""The trend in a few words, on the page of the city, and the way to all of it."""

import streamlit as st

from locales.words import Words
from models.assessment import Assessment, City
from models.people import Actor
from models.trend import Trend
from reports.content.trend import headline
from reports.content.trend_words import moment, named
from screens.frame.here import desk
from screens.show.plain import plain


def trend_card(words: Words, actor: Actor, city: City) -> None:
    """Draws it where there are two results to compare; nothing before."""
    found = [each for each in desk().trends.of_city(actor, city.id).trends if len(each.pasts) > 1]
    if not found:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"trend-{city.id}"):
        with st.container():
            for each in found[:1]:
                _told(words, each)
        if st.button(words("Trend"), key=f"to-trend-{city.id}", icon=":material/trending_up:"):
            st.switch_page("trends.py", query_params={"city": city.id})


def to_trend(words: Words, assessment: Assessment) -> None:
    """Draws the way from the results to the trend of their city."""
    query = {"city": assessment.city.id}
    st.page_link("trends.py", label=words("How we changed"), icon=":material/trending_up:", query_params=query)


def _told(words: Words, found: Trend) -> None:
    before, now = found.pasts[-2:]
    st.markdown(f"**{plain(headline(found, words))}**")
    risen = named(found, "rose", words)
    if risen:
        st.markdown(plain(words("Risen: {processes}.", processes=risen)))
    about = words("From “{before}” to “{now}”.", before=moment(before, words), now=moment(now, words))
    st.caption(plain(about))
