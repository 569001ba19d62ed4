"""A page of raters follows what the others do: every two seconds it looks whether it still says what is so.

Who rates alone hears nothing of the others' answers, so the line of an answering page (decision 11) has nothing to tell
here. What is compared is only what the page shows anyway: which topics are open, who has finished, what is agreed.
"""

from collections.abc import Callable, Hashable

import streamlit as st

from assessment.desk.errors import WishRefused

SECONDS = 2


def follow(place: str, shown: Hashable, now: Callable[[], Hashable]) -> None:
    """Draws the page anew as soon as `now` gives something else than what was shown.

    Args:
        place: names the page.
        shown: what the page says.
        now: asks for the same once more. Where the person may not know it any more, the page itself says why.
    """

    def look() -> None:
        try:
            moved = now() != shown
        except WishRefused:
            moved = True
        if moved:
            st.rerun()

    st.fragment(look, key=f"following:{place}", run_every=SECONDS)()
