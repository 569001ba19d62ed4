"""The ways from a result to what is made of it: one row of links, the same on every page about results."""

import streamlit as st

from locales.words import Words
from models.assessment import Assessment
from screens.trend.card import to_trend


def ways(words: Words, assessment: Assessment, *, may_try: bool) -> None:
    """What can be looked at beside a result, in a row. Only levels can be tried out, not the stages of a scan."""
    query = {"assessment": assessment.id}
    with st.container(horizontal=True, gap="small", key="result-ways"):
        to_trend(words, assessment)
        if may_try:
            st.page_link("trying.py", label=words("What if?"), icon=":material/tune:", query_params=query)


def back(words: Words, assessment: str, revision: int | None = None) -> None:
    """The way back to the results."""
    query = {"assessment": assessment} | ({"revision": str(revision)} if revision else {})
    st.page_link("results.py", label=words("All results"), icon=":material/arrow_back:", query_params=query)


def back_to_views(words: Words, assessment: str, revision: int | None = None) -> None:
    """The way back to what was seen from outside."""
    query = {"assessment": assessment} | ({"revision": str(revision)} if revision else {})
    st.page_link("views.py", label=words("Both views side by side"), icon=":material/arrow_back:", query_params=query)
