"""A button that is never asleep: whoever presses it too early reads what is missing.

A sleeping one tells nobody why; and one that wakes up only once a field was left swallows the first click of whoever
types and presses it.
"""

from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from locales.words import Words


def pressed(
    label: str,
    key: str,
    *,
    lacks: str | None,
    kind: Literal["primary", "secondary"] = "secondary",
    told_above: bool = False,
    beside: DeltaGenerator | None = None,
) -> bool:
    """Draws it, and below it what is missing once it was pressed too early. Whether all was there when it was pressed.

    Args:
        label: what the button says.
        key: of the button.
        lacks: what is missing, as a sentence; None where nothing is.
        kind: primary for what the page is there for.
        told_above: whether a sentence above says already why it cannot be pressed; then alone it sleeps.
        beside: the column in which it stands, where that is too narrow for a sentence.
    """
    clicked = (beside or st).button(label, type=kind, key=key, disabled=told_above) and not told_above
    if clicked and lacks:
        st.warning(lacks)
    return clicked and not lacks


def unfilled(words: Words, field: str, said: str | None) -> str | None:
    """That a field waits for words; None where something stands in it."""
    return None if said and said.strip() else words("Fill in the field first: {field}", field=field)


def unchanged(words: Words, wished: object, standing: object) -> str | None:
    """That there is nothing to keep; None where something was changed."""
    return words("There is nothing to keep: nothing has been changed yet.") if wished == standing else None
