"""One question as somebody rates it alone: the choice, a note for oneself, and the line that says what is stored."""

from functools import partial

import streamlit as st

from assessment import wiring
from assessment.desk.errors import NotAccepted
from assessment.desk.rating import NOTE_LIMIT
from locales.words import Words
from models.assessment import Field
from models.message import say
from models.raters import PrivateRating
from screens.answers.keeping import Spot
from screens.answers.naming import code_of, saved_words
from screens.frame.here import desk
from screens.raters.by_oneself import Box, Part, choosing, text
from screens.raters.choosing import Own, title
from screens.show.plain import plain


def question(words: Words, own: Own) -> None:
    """Draws the question."""
    now = _now(own)
    with st.container(border=True, key=f"card:{own.indicator}"):
        title(own.asked, own.number, words)
        widget = f"alone:{own.assessment}:{own.indicator}:{words.language}"
        choosing(words, own, now, _rating(own), widget)
        _note(words, own, now)
        _footline(words, own, now)


def _now(own: Own) -> PrivateRating:
    return desk().rating.question(own.actor, own.assessment, own.indicator)[1]


def _rating(own: Own) -> Part[PrivateRating]:
    return Part(
        _spot(own, "rating"),
        partial(_now, own),
        lambda now: code_of(now.rated),
        lambda now, code: _kept(own, now, code, now.note),
    )


def _noted(own: Own) -> Part[PrivateRating]:
    return Part(
        _spot(own, "note"),
        partial(_now, own),
        lambda now: now.note,
        lambda now, note: _kept(own, now, code_of(now.rated), note),
    )


def _spot(own: Own, field: Field) -> Spot:
    """Where the session remembers what was shown of it; apart from the answer that all see."""
    return Spot(own.actor, f"alone:{own.assessment}", own.indicator, field)


def _kept(own: Own, now: PrivateRating, code: str | None, note: str | None) -> PrivateRating | None:
    """What stands there after keeping this; None where another window was faster. Raises `NotAccepted` where frozen."""
    outcome = desk().rating.rate(own.actor, own.assessment, own.indicator, code, note, seen=now.version)
    if outcome.kind == "frozen":
        raise NotAccepted(say("The ratings of all were laid side by side meanwhile; yours stays as it was."))
    return outcome.now if outcome.kind == "saved" else None


def _note(words: Words, own: Own, now: PrivateRating) -> None:
    label, there = words("Note for myself"), words("there is one")
    with st.expander(f"{label}: {there}" if now.note else label, key=f"note-of:{own.indicator}"):
        if own.fixed:
            st.markdown(plain(now.note or words("nothing")))
        else:
            text(words, now, Box(_noted(own), label, words("Nobody else ever reads it."), NOTE_LIMIT))


def _footline(words: Words, own: Own, now: PrivateRating) -> None:
    with st.container(key=f"standing:{own.indicator}"):
        if now.at is None or now.rated is None:
            st.caption(words("not rated yet"))
        else:
            said, only = plain(saved_words(_rating(own).field(now), wiring.now(), words)), words("only you see this")
            st.caption(f":material/lock: {said} · {only}")
