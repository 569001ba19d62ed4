"""What the measures that are still to be done take together."""

from collections.abc import Sequence

import streamlit as st

from assessment.planning.measures import still_to_do, total
from locales.words import Words
from models.measures import Measure
from reports.content.decisions import decimal, money


def totals(words: Words, planned: Sequence[Measure]) -> None:
    """Draws the sums; nothing where nothing is left to do."""
    left = still_to_do(planned)
    if not left:
        return
    sums = total(left)
    st.header(words("What is planned takes"), anchor=False)
    if sums.open_ones == sums.count:
        st.markdown(words("No measure says yet what it takes. Days, euros and posts stand behind “Change”."))
        return
    tiles = [
        (words("Working days"), decimal(sums.days, words)),
        (words("Euros once"), money(sums.euros_once, words)),
        (words("Euros a year"), money(sums.euros_yearly, words)),
        (words("Posts"), decimal(sums.posts, words)),
        (words("Own funds"), money(sums.own_funds, words)),
        (words("Third-party funds"), money(sums.third_party_funds, words)),
    ]
    with st.grid(3):
        for label, value in tiles:
            st.metric(label, value, border=True)
    if sums.open_ones:
        st.caption(
            words.many(
                sums.open_ones,
                "1 of {all} measures does not say yet what it takes.",
                "{count} of {all} measures do not say yet what they take.",
                all=sums.count,
            )
        )
    if sums.uncovered:
        st.caption(words("For {sum} of the first year no funds are named yet.", sum=money(sums.uncovered, words)))
