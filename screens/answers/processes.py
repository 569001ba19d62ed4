"""The processes of an assessment on the left, by dimension, each with its progress."""

from itertools import groupby

import streamlit as st

from locales.words import Words
from models.sheet import Overview, ProcessProgress
from screens.frame.here import desk
from screens.show.plain import plain


def processes(words: Words, overview: Overview, current: ProcessProgress) -> None:
    """Draws the list in the side bar."""
    model = next(each for each in desk().library.models if each.id == overview.assessment.questionnaire)
    names = {dimension.id: words.text(dimension.name) for dimension in model.head.dimensions}
    with st.sidebar:
        done = sum(each.answered for each in overview.processes)
        asked = sum(each.asked for each in overview.processes)
        st.progress(done / asked if asked else 1.0, words("{done} of {asked} answered", done=done, asked=asked))
        for dimension, members in groupby(overview.processes, key=lambda each: each.process.dimension):
            st.markdown(f"**{plain(names[dimension])}**")
            with st.container(gap=None, key=f"processes-{dimension}"):
                for each in members:
                    _entry(words, each, chosen=each.process.id == current.process.id)
        if st.button(words("Results"), key="side-results", icon=":material/insights:", width="stretch"):
            st.switch_page("results.py", query_params={"assessment": overview.assessment.id})


def _entry(words: Words, each: ProcessProgress, *, chosen: bool) -> None:
    complete = each.removed or each.answered == each.asked
    state = words("left out") if each.removed else f"{each.answered}/{each.asked}"
    st.button(
        f"{each.process.id} {plain(words.text(each.process.name))} · {state}",
        key=f"process-{each.process.id}",
        type="secondary" if chosen else "tertiary",
        icon=":material/check_circle:" if complete else ":material/radio_button_unchecked:",
        width="stretch",
        on_click=_go,
        args=(each.process.id,),
    )


def _go(process: str) -> None:
    st.query_params["process"] = process
