"""The processes of an assessment on the left, by dimension, each with its progress."""

from itertools import groupby

import streamlit as st

from assessment.desk.inputs import model_of
from locales.words import Words
from models.people import Actor
from models.sheet import Overview, ProcessProgress
from screens.answers.again import Again
from screens.answers.pulse import Standing, moving
from screens.frame.here import desk
from screens.show.plain import plain


def processes(words: Words, actor: Actor, overview: Overview, current: ProcessProgress, again: Again) -> None:
    """Draws the list in the side bar. What belongs to the current process moves with its answers."""
    model = model_of(desk().library, overview.assessment)
    names = {dimension.id: words.text(dimension.name) for dimension in model.head.dimensions}
    mine = desk().delegating.mine(actor, overview.assessment.id)
    with st.sidebar:
        _total(overview, current)
        _worked_on(words, overview, again)
        if mine:
            st.caption(words(":material/assignment_ind: was given to you"))
        for dimension, members in groupby(overview.processes, key=lambda each: each.process.dimension):
            st.markdown(f"**{plain(names[dimension])}**")
            with st.container(gap=None, key=f"processes-{dimension}"):
                for each in members:
                    own = each.process.id in mine
                    _entry(words, overview, again, each, chosen=each.process.id == current.process.id, mine=own)
        if st.button(words("Results"), key="side-results", icon=":material/insights:", width="stretch"):
            st.switch_page("results.py", query_params={"assessment": overview.assessment.id})


def _total(overview: Overview, current: ProcessProgress) -> None:
    others = [each for each in overview.processes if each.process.id != current.process.id]
    answered, asked = sum(each.answered for each in others), sum(each.asked for each in others)

    def draw(words: Words, standing: Standing) -> None:
        done, of = answered + standing.answered, asked + standing.asked
        st.progress(done / of if of else 1.0, words("{done} of {asked} answered", done=done, asked=of))

    moving("total", overview.assessment.id, current.process.id, draw)


def _worked_on(words: Words, overview: Overview, again: Again) -> None:
    """The processes with measures in which something is left to look at again: they come first."""
    first = again.first(overview)
    if not first:
        return
    with st.container(gap=None, key="processes-worked-on"):
        st.markdown(words("**First: you worked on these**"))
        for each in first:
            st.button(
                f"{each.process.id} {plain(words.text(each.process.name))}",
                key=f"worked-on-{each.process.id}",
                type="tertiary",
                icon=":material/checklist:",
                width="stretch",
                on_click=go_to,
                args=(each.process.id,),
            )


def _entry(words: Words, overview: Overview, again: Again, each: ProcessProgress, *, chosen: bool, mine: bool) -> None:
    unchecked = again.left.get(each.process.id, 0)

    def draw(words: Words, standing: Standing) -> None:
        progress = f"{standing.answered}/{standing.asked}"
        state = words("left out") if each.removed else progress
        done = each.removed or (standing.complete and not unchecked)
        _button(words, each, state, _icon(mine=mine, done=done), chosen=True)

    if chosen:
        moving("entry", overview.assessment.id, each.process.id, draw)
    else:
        state = words("left out") if each.removed else f"{each.answered}/{each.asked}"
        _button(words, each, state, _icon(mine=mine, done=again.done(each)), chosen=False)


def _button(words: Words, each: ProcessProgress, state: str, icon: str, *, chosen: bool) -> None:
    st.button(
        f"{each.process.id} {plain(words.text(each.process.name))} · {state}",
        key=f"process-{each.process.id}",
        type="secondary" if chosen else "tertiary",
        icon=icon,
        width="stretch",
        on_click=go_to,
        args=(each.process.id,),
    )


def _icon(*, mine: bool, done: bool) -> str:
    if done:
        return ":material/check_circle:"
    return ":material/assignment_ind:" if mine else ":material/radio_button_unchecked:"


def go_to(process: str) -> None:
    """Opens another process."""
    st.query_params["process"] = process
