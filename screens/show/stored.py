"""Says that a form was stored, where the page looks the same afterwards: nobody should wonder and press again."""

import streamlit as st

from locales.words import Words


def say_stored(words: Words) -> None:
    """Says it for a few seconds, beside the page, over the next drawing of it too."""
    st.toast(words("It is stored."), icon=":material/check:")
