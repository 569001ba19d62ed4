"""The measures one by one: by quarter, in the states that somebody wants to see, each with its form to change it."""

import datetime
from collections.abc import Sequence

import streamlit as st

from assessment import wiring
from assessment.planning.measures import STANDING, by_quarter, due_by
from locales.words import Words
from models.measures import Measure
from models.people import Actor
from reports.content.measure_words import due_words, means_words, quarter_words, state_words
from screens.library.leading import to_library
from screens.measures.form import change
from screens.show.plain import plain

_A_DAY = datetime.timedelta(days=1)
_VIEWS = ("to do", "done", "dropped")


def listing(words: Words, actor: Actor, planned: Sequence[Measure], *, leads: bool) -> None:
    """Draws the list. Who leads the city can change what stands in it."""
    st.header(words("The measures"), anchor=False)
    view = st.segmented_control(
        words("Shown"),
        _VIEWS,
        default="to do",
        format_func=lambda each: _view_words(each, planned, words),
        required=True,
        key=f"measures-shown-{words.language}",
        label_visibility="collapsed",
    )
    shown = [each for each in planned if _view_of(each) == view]
    if not shown:
        st.markdown(words("None here."))
    for quarter, due in by_quarter(shown).items():
        st.subheader(plain(_capital(quarter_words(quarter, words))), anchor=False)
        for each in due:
            one(words, actor, each, leads=leads)


def _view_of(measure: Measure) -> str:
    return "to do" if measure.state in STANDING else measure.state


def _view_words(view: str, planned: Sequence[Measure], words: Words) -> str:
    count = sum(_view_of(each) == view for each in planned)
    name = {"to do": words("To do"), "done": words("Done"), "dropped": words("Dropped")}[view]
    return f"{name} ({count})"


def one(words: Words, actor: Actor, measure: Measure, *, leads: bool) -> None:
    """Draws one measure. Who leads the city can change it."""
    with st.container(border=True, key=f"measure-{measure.id}"):
        st.markdown(f"**{plain(measure.title)}**")
        st.markdown(" · ".join(plain(each) for each in _about(words, measure)))
        if measure.decision:
            reference = f" ({measure.decision_reference})" if measure.decision_reference else ""
            st.caption(plain(words("Decision needed: {decision}", decision=measure.decision + reference)))
        if measure.process:
            to_library(words, actor, measure.process)
        if leads:
            _changing(words, actor, measure)


def _about(words: Words, measure: Measure) -> list[str]:
    late = measure in due_by([measure], wiring.now().date() - _A_DAY)
    told = [words("Due: {day}", day=due_words(measure, words)), *([words("overdue")] if late else [])]
    told.append(state_words(measure.state, words))
    if measure.done is not None:
        told.append(words("done on {day}", day=words.date(measure.done)))
    told.append(words("in charge: {owner}", owner=measure.owner or words("nobody yet")))
    if measure.process:
        level = words("level {level}", level=measure.level) if measure.level else ""
        told.append(f"{measure.process} {level}".strip())
    if (means := means_words(measure, words)) != "–":
        told.append(means)
    return told


def _changing(words: Words, actor: Actor, measure: Measure) -> None:
    """A button, and after it the form; one form at a time keeps the page short."""
    if st.session_state.get("measure-open") != measure.id:
        if st.button(words("Change"), key=f"change-{measure.id}", help=plain(measure.title)):
            st.session_state["measure-open"] = measure.id
            st.rerun()
        return
    change(words, actor, measure)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
