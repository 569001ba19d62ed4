"""What a form began with stays while somebody writes, whatever others store meanwhile: nothing typed is lost."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from locales.words import Words

T = TypeVar("T")


def began_with(
    place: str, field: Callable[[T], str], standing: T, *, untouched: Callable[[T], object] | None = None
) -> T:
    """What the form here began with; what stands in the store where none is being filled in.

    Args:
        place: names the form in the session.
        field: the key of one of its widgets, as it is where the form began with this.
        standing: what stands in the store now.
        untouched: for a form of one field, what stands in it as long as nobody wrote there; then nothing can be lost.
    """
    if place in st.session_state:
        begun: T = st.session_state[place]
        key = field(begun)
        written = key in st.session_state and (untouched is None or st.session_state[key] != untouched(begun))
        if written:
            return begun
    st.session_state[place] = standing
    return standing


def begin_anew(place: str) -> None:
    """Lets the form begin with what stands in the store when it is drawn next."""
    st.session_state.pop(place, None)


def times_sent(place: str) -> int:
    """How often the form for something new was sent from here: a part of its keys, so that it is empty afterwards."""
    return int(st.session_state.get(place, 0))


def sent(place: str) -> None:
    """Empties the form for something new when it is drawn next."""
    st.session_state[place] = times_sent(place) + 1


def overtaken(words: Words, place: str, begun: object, standing: object) -> bool:
    """Says that somebody else stored something since the form here began, and offers to go on with that.

    Args:
        words: the language.
        place: names the form in the session.
        begun: what it began with.
        standing: what stands in the store now.

    Returns:
        Whether it is so: what is in the form cannot be stored then.
    """
    if begun == standing:
        return False
    st.warning(
        words(
            "Somebody else stored something here meanwhile. What you wrote is still in the form and cannot be stored "
            "over theirs: copy what you need, then go on with what is stored."
        )
    )
    st.button(words("Go on with what is stored"), key=f"anew-{place}", on_click=begin_anew, args=(place,))
    return True
