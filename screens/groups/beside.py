"""A city's own result beside what was published of its groups. The marker is laid on here and leaves no trace there."""

import streamlit as st

from assessment.benchmark.gathering import depth_of
from locales.words import Words
from models.people import Actor
from models.profile import Profile
from screens.frame.here import desk
from screens.groups.showing import case_of, choose, editions_in, show
from screens.show.leading import Leading


def beside(words: Words, actor: Actor, assessment: str, result: Profile, lead: Leading) -> None:
    """Draws it; nothing where no edition was asked the same way. `lead` leads from the own figures to their reasons."""
    groups = desk().benchmarking.beside(actor, assessment, depth_of(result))
    every = editions_in(groups, words)
    if not every:
        return
    st.header(words("Beside other cities"), anchor=False)
    group, kept = choose(words, every, f"beside-{assessment}")
    show(case_of(groups, group, kept, words, own=result), None, lead)
