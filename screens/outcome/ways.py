"""The ways from a result to what is made of it: one row of links, the same on every page about results."""

import streamlit as st

from locales.words import Words


def ways(words: Words, assessment: str) -> None:
    """What can be done with a result, in a row."""
    query = {"assessment": assessment}
    with st.container(horizontal=True, gap="small", key="result-ways"):
        st.page_link("trying.py", label=words("What if?"), icon=":material/tune:", query_params=query)


def back(words: Words, assessment: str, revision: int | None = None) -> None:
    """The way back to the results."""
    query = {"assessment": assessment} | ({"revision": str(revision)} if revision else {})
    st.page_link("results.py", label=words("All results"), icon=":material/arrow_back:", query_params=query)
