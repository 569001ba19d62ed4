"""The language of this visit: chosen with the switch, kept in the address, begun with what the browser prefers."""

import streamlit as st

from locales.preference import NAMES, named, preferred
from locales.words import Words, words
from models.authored import LANGUAGES, Language

_KEY = "language"


def switch() -> None:
    """The switch, in sight on every page. Each language is called by its own name."""
    first = preferred(st.context.locale)
    names = [NAMES[language] for language in LANGUAGES]
    st.segmented_control(
        "Sprache / Language",
        names,
        default=NAMES[first],
        key=_KEY,
        required=True,
        label_visibility="collapsed",
        bind="query-params",
    )


def language() -> Language:
    """The language in use. In the first run the switch is not drawn yet, and the address already says it."""
    return named(st.session_state.get(_KEY)) or named(st.query_params.get(_KEY)) or preferred(st.context.locale)


def speak() -> Words:
    """The words in use."""
    return words(language())
