"""Two people changed one field: both values with name and time, and the choice between them. Neither is lost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from assessment import wiring
from locales.words import Words
from models.assessment import StoredField
from screens.answers.keeping import Spot
from screens.answers.naming import moment_words
from screens.show.differences import marked
from screens.show.people import called
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does."""

    do: Callable[..., None]
    args: tuple[Any, ...]


def values(words: Words, stored: StoredField | None, theirs: str, mine: str) -> str:
    """Both values in one sentence, for values of a word or two."""
    if stored is None or stored.author is None:
        return words(
            "Stored is “{theirs}”; you chose “{mine}”, which is not stored.", theirs=plain(theirs), mine=plain(mine)
        )
    return words(
        "{name} stored “{theirs}” ({time}); you chose “{mine}”, which is not stored.",
        name=plain(called(words, stored.author)),
        theirs=plain(theirs),
        time=plain(moment_words(stored.at, wiring.now(), words)),
        mine=plain(mine),
    )


def texts(words: Words, stored: StoredField | None, theirs: str, mine: str) -> None:
    """Both texts side by side, what differs marked."""
    st.warning(words("Two texts for one field. Yours is not stored; please choose."))
    left, right = st.columns(2)
    shown_theirs, shown_mine = marked(theirs, mine)
    with left:
        st.caption(_whose(words, stored))
        st.markdown(shown_theirs or words("nothing"))
    with right:
        st.caption(words("Yours, not stored"))
        st.markdown(shown_mine or words("nothing"))


def choice(words: Words, spot: Spot, insist: Press, give_way: Press, *, both_stay: bool = True) -> None:
    """The two buttons. `both_stay` where the history keeps also what gave way."""
    with st.container(horizontal=True):
        st.button(words("Store mine"), key=f"mine:{spot.key}", on_click=insist.do, args=insist.args)
        st.button(words("Keep what is stored"), key=f"keep:{spot.key}", on_click=give_way.do, args=give_way.args)
    if both_stay:
        st.caption(words("Both stay in the history."))


def _whose(words: Words, stored: StoredField | None) -> str:
    if stored is None:
        return words("Stored")
    when = moment_words(stored.at, wiring.now(), words)
    if stored.author is None:
        return plain(words("Stored, {time}", time=when))
    return plain(words("Stored by {name}, {time}", name=called(words, stored.author), time=when))
