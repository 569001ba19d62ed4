"""One question: its choice, what explains it, and the line that says what is stored. A fragment of its own."""

from dataclasses import dataclass

import streamlit as st

from assessment import wiring
from locales.words import Words
from models.assessment import Outcome, StoredAnswer
from models.framework import Scale
from models.people import Actor
from screens.answers import keeping
from screens.answers.details import details
from screens.answers.keeping import Clash, Spot, Write
from screens.answers.naming import (
    DONT_KNOW,
    NOT_APPLICABLE,
    code_of,
    code_words,
    rated_as,
    saved_words,
    value_words,
)
from screens.answers.past import past
from screens.answers.pulse import after_rating
from screens.frame.here import desk
from screens.frame.language import speak
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as the page asks it."""

    actor: Actor
    assessment: str
    indicator: str
    scale: Scale
    number: int

    def spot(self) -> Spot:
        """Its rating."""
        return Spot(self.actor, self.assessment, self.indicator, "rating")


def question(ask: Ask) -> None:
    """Draws the question; every later click reruns it alone."""
    st.fragment(_question, key=f"question:{ask.assessment}:{ask.indicator}")(ask)


def _question(ask: Ask) -> None:
    words = speak()
    found = desk().answering.question(ask.actor, ask.assessment, ask.indicator)
    with st.container(border=True, key=f"card:{ask.indicator}"):
        st.markdown(f"**{ask.number}. {plain(words.text(found.indicator.text))}**")
        _rating(words, ask, found.answer)
        details(words, ask.actor, ask.assessment, found.answer)
        _footline(words, ask, found.answer)


def _rating(words: Words, ask: Ask, answer: StoredAnswer) -> None:
    spot, shown = ask.spot(), code_of(answer.rated)
    codes = [*ask.scale.letters, DONT_KNOW, NOT_APPLICABLE]
    widget = f"rating:{ask.assessment}:{ask.indicator}:{words.language}"
    first = keeping.begin_showing(spot, answer, widget, shown)
    with st.container(key=f"choice:{ask.indicator}"):
        value = st.segmented_control(
            words("How far is this achieved?"),
            codes,
            default=None if widget in st.session_state else shown,
            format_func=lambda code: code_words(code, ask.scale, words),
            key=widget,
            label_visibility="collapsed",
            on_change=_chosen,
            args=(ask, widget),
        )
    if value == NOT_APPLICABLE:
        _reason(words, ask, answer)
    elif value is None or value in codes:
        keeping.compare(spot, answer, first=first, value=value, shown=shown, write=_write(ask, value))
    _clash(words, ask, answer, widget)
    trouble = keeping.trouble_at(spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))


def _chosen(ask: Ask, widget: str) -> None:
    code = st.session_state.get(widget)
    known = {*ask.scale.letters, DONT_KNOW, None}
    if code in known and keeping.save(ask.spot(), code, _write(ask, code)):
        after_rating(ask.actor, ask.assessment, ask.indicator)


def _write(ask: Ask, code: str | None, reason: str | None = None) -> Write:
    def write(seen: int) -> Outcome:
        answering = desk().answering
        if code is None:
            return answering.clear(ask.actor, ask.assessment, ask.indicator, "rating", seen=seen)
        return answering.rate(ask.actor, ask.assessment, ask.indicator, rated_as(code, reason), seen=seen)

    return write


def _reason(words: Words, ask: Ask, answer: StoredAnswer) -> None:
    stored = answer.rated.reason if answer.rated and answer.rated.state == NOT_APPLICABLE else None
    key = f"reason:{ask.assessment}:{ask.indicator}:{words.language}"
    st.text_input(
        words("Why does this not apply to you?"),
        value=stored or "",
        max_chars=4000,
        key=key,
        on_change=_reasoned,
        args=(ask, key),
    )
    if stored is None:
        st.caption(words("Stored as soon as you give a reason."))


def _reasoned(ask: Ask, key: str) -> None:
    reason = str(st.session_state.get(key) or "").strip()
    if reason and keeping.save(ask.spot(), NOT_APPLICABLE, _write(ask, NOT_APPLICABLE, reason)):
        after_rating(ask.actor, ask.assessment, ask.indicator)


def _clash(words: Words, ask: Ask, answer: StoredAnswer, widget: str) -> None:
    spot, shown = ask.spot(), code_of(answer.rated)
    clash = keeping.clash_at(spot)
    if clash is None:
        return
    with st.container(border=True):
        st.warning(_both_values(words, ask, answer, clash))
        with st.container(horizontal=True):
            args = (spot, answer, widget, shown)
            write = _write(ask, clash.mine)
            st.button(words("Store mine"), key=f"mine:{spot.key}", on_click=keeping.settle, args=(*args, write))
            st.button(words("Keep what is stored"), key=f"keep:{spot.key}", on_click=keeping.settle, args=(*args, None))


def _both_values(words: Words, ask: Ask, answer: StoredAnswer, clash: Clash) -> str:
    mine = plain(code_words(clash.mine, ask.scale, words) if clash.mine else words("nothing"))
    theirs = plain(value_words(answer.rated, words, ask.scale))
    who = clash.theirs.author if clash.theirs else None
    if who is None:
        return words("Stored is “{theirs}”; you chose “{mine}”, which is not stored.", theirs=theirs, mine=mine)
    return words("{name} stored “{theirs}” meanwhile; you chose “{mine}”.", name=plain(who), theirs=theirs, mine=mine)


def _footline(words: Words, ask: Ask, answer: StoredAnswer) -> None:
    last = answer.saved_last
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        if last is None:
            st.caption(words("not answered yet"))
        else:
            st.caption(f":material/check: {plain(saved_words(last, wiring.now(), words))}")
            past(words, ask.actor, ask.assessment, ask.scale, answer)
