"""One question: its choice, what explains it, and the line that says what is stored. A fragment of its own."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from assessment import wiring
from locales.words import Words
from models.assessment import TEXT_LIMIT, Field, Rated, StoredAnswer
from models.framework import Scale
from models.people import Actor
from models.sheet import SheetQuestion
from screens.answers import clash, drafts, keeping
from screens.answers.clash import Press
from screens.answers.details import details
from screens.answers.former import former
from screens.answers.keeping import Spot
from screens.answers.naming import (
    DONT_KNOW,
    NOT_APPLICABLE,
    code_of,
    code_words,
    heard_as,
    rated_as,
    saved_words,
    value_words,
)
from screens.answers.past import past
from screens.answers.pulse import after_rating
from screens.browser.parts import Written
from screens.frame.here import desk
from screens.frame.language import speak
from screens.raters.agreed import agreed
from screens.raters.same import same
from screens.show.plain import plain

_AGREED: tuple[Field, ...] = ("rating",)
"""What only an agreement changes where people rate for themselves first."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as the page asks it. `agreed_on` where only an agreement sets the rating.

    `follows` where the assessment goes on from an earlier one.
    """

    actor: Actor
    assessment: str
    indicator: str
    scale: Scale
    number: int
    agreed_on: bool = False
    follows: bool = False

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
        if ask.follows:
            former(words, ask.actor, ask.assessment, ask.indicator, ask.scale)
        # In a place of its own: what comes and goes with the rating would take the keyboard out of the note below.
        with st.container():
            if ask.agreed_on:
                # Nobody chooses here; what was shown is noted all the same, so that a new agreement appears by itself.
                keeping.begin_showing(ask.spot(), found.answer, f"agreed:{ask.spot().key}", None)
                value = value_words(found.answer.rated, words, ask.scale) if found.answer.rated else None
                agreed(words, ask.actor, ask.assessment, ask.indicator, value)
            else:
                _rating(words, ask, found)
        if not ask.agreed_on:
            same(words, ask.actor, ask.assessment, found, ask.scale)
        details(words, ask.actor, ask.assessment, found.answer)
        _footline(words, ask, found.answer)


def _rating(words: Words, ask: Ask, found: SheetQuestion) -> None:
    answer = found.answer
    spot, shown = ask.spot(), code_of(answer.rated)
    codes = [*ask.scale.letters, DONT_KNOW, NOT_APPLICABLE]
    widget = f"rating:{ask.assessment}:{ask.indicator}:{words.language}"
    unfinished = NOT_APPLICABLE == st.session_state.get(widget) != shown
    first = keeping.begin_showing(spot, answer, widget, shown, unfinished=unfinished)
    with st.container(key=f"choice:{ask.indicator}"):
        value = st.segmented_control(
            heard_as(words, found.indicator.text, words("How far is this achieved?")),
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
        rated = rated_as(value) if value else None
        keeping.compare(
            spot, answer, first=first, value=value, shown=shown, write=keeping.rates(ask.spot(), rated), mine=rated
        )
    _clash(words, ask, answer, widget)
    trouble = keeping.trouble_at(spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))


def _chosen(ask: Ask, widget: str) -> None:
    code = st.session_state.get(widget)
    if code not in {*ask.scale.letters, DONT_KNOW, None}:
        return
    rated = rated_as(code) if code else None
    if keeping.save(ask.spot(), rated, keeping.rates(ask.spot(), rated)):
        after_rating(ask.actor, ask.assessment, ask.indicator)


def _reason(words: Words, ask: Ask, answer: StoredAnswer) -> None:
    stored = answer.rated.reason if answer.rated and answer.rated.state == NOT_APPLICABLE else None
    label = words("Why does this not apply to you?")
    hint = "" if stored else words("Stored as soon as you give a reason.")
    take = partial(_reasoned, ask)
    drafts.field(words, ask.spot(), label, hint=hint, stored=stored or "", limit=TEXT_LIMIT, take=take)


def _reasoned(ask: Ask, written: Written) -> None:
    spot, rated = ask.spot(), rated_as(NOT_APPLICABLE, written.text)
    if not written.text.strip():
        drafts.stop(spot, written)
        return
    rate = desk().answering.rate
    send = lambda seen: rate(ask.actor, ask.assessment, ask.indicator, rated, seen=seen, op=written.id)  # noqa: E731
    if drafts.store(spot, written, rated, send):
        after_rating(ask.actor, ask.assessment, ask.indicator)


def _clash(words: Words, ask: Ask, answer: StoredAnswer, widget: str) -> None:
    spot, shown = ask.spot(), code_of(answer.rated)
    met = keeping.clash_at(spot)
    if met is None:
        return
    mine: Rated | None = met.mine
    theirs, wished = (value_words(each, words, ask.scale) for each in (answer.rated, mine))
    with st.container(border=True):
        st.warning(clash.values(words, answer.fields.get("rating"), theirs, wished))
        insist = Press(_insist, (ask, answer, widget, mine))
        clash.choice(words, spot, insist, Press(keeping.give_way, (spot, answer, widget, shown, mine)))


def _insist(ask: Ask, answer: StoredAnswer, widget: str, mine: Rated | None) -> None:
    keeping.insist(ask.spot(), answer, widget, (code_of(answer.rated), code_of(mine)), keeping.rates(ask.spot(), mine))
    drafts.settled(ask.spot())
    after_rating(ask.actor, ask.assessment, ask.indicator)


def _footline(words: Words, ask: Ask, answer: StoredAnswer) -> None:
    last = answer.saved_last
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="distribute",
        key=f"standing:{ask.indicator}",
    ):
        if last is None:
            st.caption(words("not answered yet"))
        else:
            st.caption(f":material/check: {plain(saved_words(last, wiring.now(), words))}")
            past(words, ask.actor, ask.assessment, ask.scale, answer, fixed=_AGREED if ask.agreed_on else ())
