"""The way from a process, wherever it is worked on, to what the library holds about it."""

import streamlit as st

from assessment.desk.door import in_house, may
from locales.words import Words
from models.people import Actor


def to_library(words: Words, actor: Actor, process: str) -> None:
    """A link; nothing for whoever may not read the library.

    Args:
        words: the language of the page.
        actor: who looks.
        process: the id of the process.
    """
    if may(tuple(in_house(actor)), "read library"):
        st.page_link(
            "knowledge.py",
            label=words("{process}: how other cities do it", process=process),
            icon=":material/local_library:",
            query_params={"process": process},
        )
