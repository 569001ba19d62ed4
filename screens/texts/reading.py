"""One of the operator's texts, as visitors read it."""

import streamlit as st

from assessment.desk.door import in_house, may
from models.pages import PageName
from screens.frame.column import READING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak


def text_page(name: PageName) -> None:
    """Draws the text in the language of the visit. Its author is the operator, so its Markdown counts."""
    words, actor = speak(), current_actor()
    page = desk().pages.read(actor, name, words.language)
    with column(READING):
        st.markdown(page.text, anchors=False)
        if page.at is not None:
            st.caption(words("Written on {day}", day=words.date(page.at.date())))
        if may(in_house(actor), "write pages"):
            st.page_link("edit_texts.py", label=words("Edit this text"), query_params={"text": name})
