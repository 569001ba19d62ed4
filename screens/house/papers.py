"""The papers for staff council, data protection and operation, to be filled in and handed on."""

import streamlit as st

from assessment.desk.papers import PAPERS, PaperName
from locales.words import Words
from screens.browser import parts


def papers(words: Words) -> None:
    """Draws the ways to them."""
    st.header(words("Papers before the start"), anchor=False)
    st.markdown(
        words(
            "What the program really does, in German, for those who have to agree. What stands in double square "
            "brackets is yours to fill in."
        )
    )
    with st.container(horizontal=True):
        for name in PAPERS:
            download = parts.Download(_name(words, name), f"{name}.md", url=f"/files/papers/{name}.md")
            parts.saver(words, download, key=f"paper-{name}")


def _name(words: Words, name: PaperName) -> str:
    return {
        "personalrat": words("For the staff council"),
        "datenschutz": words("For data protection"),
        "it-betriebskonzept": words("For IT operation"),
    }[name]
