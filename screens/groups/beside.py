"""A city's own result beside what was published of its groups. The marker is laid on here and leaves no trace there."""

import streamlit as st

from assessment.benchmark.gathering import depth_of
from locales.words import Words
from models.people import Actor
from models.profile import Profile
from screens.frame.here import desk
from screens.groups.showing import case_of, editions_in, show


def beside(words: Words, actor: Actor, assessment: str, result: Profile) -> None:
    """Draws it; nothing where no edition was asked the same way."""
    groups = desk().benchmarking.beside(actor, assessment, depth_of(result))
    every = editions_in(groups, words)
    if not every:
        return
    st.header(words("Beside other cities"), anchor=False)
    at = st.selectbox(
        words("Edition"),
        range(len(every)),
        format_func=lambda number: every[number][2],
        key=f"beside-{assessment}-{len(every)}-{words.language}",
    )
    group, kept, _ = every[at]
    show(case_of(groups, group, kept, words, own=result), None)
