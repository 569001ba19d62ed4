"""How far the report is, who took which step, and the next one."""

from collections.abc import Callable

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.people import Actor
from models.reporting import Step
from reports.wish import Makings
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.reporting.naming import state_name
from screens.show.people import called
from screens.show.plain import plain


def standing(words: Words, makings: Makings) -> None:
    """Draws the state, its history to unfold, and what this person may do next."""
    actor, assessment = current_actor(), makings.assessment.id
    kept = desk().reporting.standing(actor, assessment)
    st.subheader(words("How far it is"), anchor=False)
    st.badge(state_name(makings.state, words), color="green" if makings.state == "released" else "orange")
    if makings.state != "released":
        st.caption(words("Every page says so until the report is released."))
    if kept.last is not None and kept.last.remarks:
        st.info(words("The city asks for changes: {remarks}", remarks=plain(kept.last.remarks)))
    if kept.steps:
        with st.expander(words("Who did what")):
            st.markdown("\n".join(_told(words, each) for each in reversed(kept.steps)))
    _next(words, actor, makings)


def _told(words: Words, step: Step) -> str:
    who = plain(called(words, step.name)) if step.name else words("somebody")
    return f"- {plain(words.date(step.at.date()))}: {plain(state_name(step.state, words))} ({who})"


def _next(words: Words, actor: Actor, makings: Makings) -> None:
    reporting, state, assessment = desk().reporting, makings.state, makings.assessment.id
    leads = makings.assessment.city.id in actor.cities("lead")
    writes = leads or assessment in actor.opened
    with st.container(horizontal=True, key="next-step"):
        if state == "draft" and writes:
            _button(words("Hand it to the city to check"), "hand-in", lambda: reporting.hand_in(actor, assessment))
        if state in ("draft", "fact check") and leads:
            _button(words("The facts are right"), "confirm", lambda: reporting.confirm(actor, assessment))
        if state == "confirmed" and writes:
            _button(words("Release the report"), "release", lambda: reporting.release(actor, assessment))
        if state in ("confirmed", "released") and writes and reporting.standing(actor, assessment).steps:
            _button(words("Begin a new draft"), "anew", lambda: reporting.begin_anew(actor, assessment))
    if state == "fact check" and leads:
        _giving_back(words, actor, assessment)


def _giving_back(words: Words, actor: Actor, assessment: str) -> None:
    with st.form("give-back", border=False):
        remarks = st.text_area(words("What has to be changed"), max_chars=4000)
        if st.form_submit_button(words("Give it back")):
            _do(lambda: desk().reporting.give_back(actor, assessment, remarks))


def _button(label: str, key: str, act: Callable[[], object]) -> None:
    if st.button(label, key=f"step-{key}"):
        _do(act)


def _do(act: Callable[[], object]) -> None:
    try:
        act()
    except WishRefused as refused:
        st.warning(plain(speak().say(refused.message)))
        return
    st.rerun()
