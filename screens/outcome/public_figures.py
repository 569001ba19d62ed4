"""Figures of public surveys beside a result: folded, with their sources, and never inside a chart of the city."""

import streamlit as st

from reports.content.case import Case
from reports.content.context_figures import context_figures
from screens.show.blocks import draw


def public_figures(case: Case) -> None:
    """Draws them; nothing where a cohort gives better company."""
    section = context_figures(case)
    if section is None:
        return
    with st.expander(case.words("Public figures for context"), icon=":material/query_stats:", key="public-figures"):
        draw(section.blocks[1:], case.words)
        st.page_link("knowledge.py", label=case.words("Knowledge library"), icon=":material/local_library:")
