"""Every level with the reason why it is that one: its trace, line by line, down to the answers."""

import streamlit as st

from models.profile import LevelInterval, ProcessResult
from reports.content.case import Case
from reports.content.naming import level_words, process_name
from reports.content.why import Reasons, told
from screens.frame.here import current_actor
from screens.library.leading import to_library
from screens.show.blocks import draw
from screens.show.leading import Leading
from screens.show.plain import plain


def levels(case: Case, lead: Leading) -> None:
    """Draws the assessed processes, each with its reason to unfold."""
    words = case.words
    st.header(words("Levels, and why"), anchor=False)
    st.markdown(words("Open a process to see how its level comes about, and what keeps the next one away."))
    reasons = Reasons(case.model, case.profile, words)
    with st.container(gap="xsmall"):
        for result, level in case.assessed:
            _process(case, result, level, reasons, lead)


def _process(case: Case, result: ProcessResult, level: LevelInterval, reasons: Reasons, lead: Leading) -> None:
    words = case.words
    name = process_name(case.model, result.process, words)
    with st.expander(f"**{plain(name)}** · {plain(level_words(level, case.framework, words))}"):
        draw((told(reasons.of(result.process, 1)),), words, lead)
        for flag in case.flags(result.process):
            st.markdown(f":material/flag: {plain(words.say(flag.text))}")
        to_library(words, current_actor(), result.process)
