"""Every level with the reason why it is that one: its trace, line by line, down to the answers."""

import streamlit as st

from models.profile import LevelInterval, ProcessResult
from reports.content.case import Case
from reports.content.naming import level_words, process_name
from reports.content.why import WhyLine, why
from screens.show.plain import plain


def levels(case: Case) -> None:
    """Draws the assessed processes, each with its reason to unfold."""
    words = case.words
    st.header(words("Levels, and why"), anchor=False)
    st.markdown(words("Open a process to see how its level comes about, and what keeps the next one away."))
    with st.container(gap="xsmall"):
        for result, level in case.assessed:
            _process(case, result, level)


def _process(case: Case, result: ProcessResult, level: LevelInterval) -> None:
    words = case.words
    name = process_name(case.model, result.process, words)
    with st.expander(f"**{plain(name)}** · {plain(level_words(level, case.framework, words))}"):
        if result.trace is not None:
            st.markdown("\n".join(map(_line, why(result.trace, words))))
        for flag in case.flags(result.process):
            st.markdown(f":material/flag: {plain(words.say(flag.text))}")


def _line(line: WhyLine) -> str:
    return f"{'  ' * line.depth}- {plain(line.text)}"
