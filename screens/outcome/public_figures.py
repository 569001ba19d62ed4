"""Figures of public surveys beside a radar: folded, with their sources, and never inside a chart of the city."""

import streamlit as st

from locales.words import Words
from models.questionnaire import CapabilityModel
from reports.content.context_figures import public_figures as section_of
from screens.show.blocks import draw


def public_figures(model: CapabilityModel, words: Words) -> None:
    """Draws them; nothing where there are none that can be shown without a further check."""
    section = section_of(model, words)
    if section is None:
        return
    with st.expander(words("Public figures for context"), icon=":material/query_stats:", key="public-figures"):
        draw(section.blocks[1:], words)
        st.page_link("knowledge.py", label=words("Knowledge library"), icon=":material/local_library:")
