"""What cannot be undone at a click, or takes something from somebody, asks first and says what it will do."""

from typing import Literal

import streamlit as st


def asked_first(
    label: str,
    told: str,
    deed: str,
    key: str,
    *,
    icon: str | None = None,
    kind: Literal["secondary", "tertiary"] = "secondary",
    in_menu: bool = False,
) -> bool:
    """Draws the way there, and behind it what will happen and the button that does it; whether that was pressed.

    Args:
        label: what one may want to do.
        told: what happens then, and what stays, in Markdown.
        deed: what the button says.
        key: of the button.
        icon: of the label.
        kind: how loud the label is.
        in_menu: whether it stands in a menu that is folded out itself: no menu opens out of another one.
    """
    box = (
        st.expander(label, icon=icon, key=f"asking-{key}")
        if in_menu
        else st.popover(label, icon=icon, type=kind, key=f"asking-{key}")
    )
    with box:
        st.markdown(told)
        return st.button(deed, key=key)
