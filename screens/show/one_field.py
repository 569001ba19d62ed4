"""A field with its button, as one form: Enter sends it, and so does a click right after the last letter.

A button that only wakes up once the field was left swallows the first click of whoever types and presses it.
"""

import streamlit as st

from locales.words import Words
from screens.frame.began import times_sent


def one_field(
    words: Words, label: str, button: str, key: str, *, most: int = 200, afresh: str | None = None
) -> str | None:
    """Draws both; what was written, when it is sent and says something.

    Args:
        words: the language.
        label: what the field is called.
        button: what the button says.
        key: of the button.
        most: letters that the field takes.
        afresh: for what one may add several of, the place whose `sent` empties the field.
    """
    field = f"{afresh}-{times_sent(afresh)}" if afresh else key
    with st.form(f"form-{field}", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            said = st.text_input(label, max_chars=most, key=f"field-{field}")
            pressed = st.form_submit_button(button, key=key)
        if pressed and not said.strip():
            st.warning(words("Fill in the field first: {field}", field=label))
    return said if pressed and said.strip() else None
