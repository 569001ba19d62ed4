"""A whole process that does not apply to a city: left out with a reason, and taken in again."""

from functools import partial

import streamlit as st

from locales.words import Words
from models.assessment import TEXT_LIMIT, Outcome, Rated
from models.people import Actor
from models.sheet import Sheet
from screens.answers import drafts, keeping
from screens.answers.keeping import Spot
from screens.browser.parts import Written
from screens.frame.here import desk
from screens.show.plain import plain
from screens.show.pressing import pressed, unfilled


def leaving_out(words: Words, actor: Actor, sheet: Sheet, *, fixed: bool) -> None:
    """Draws what a process needs to be left out, or why it is; where that is `fixed`, nothing to change it."""
    spot = Spot(actor, sheet.assessment.id, sheet.process.id, "rating")
    seen = sheet.whole.version("rating")
    if sheet.whole.rated is not None:
        st.info(words("Left out: {reason}", reason=plain(sheet.whole.rated.reason or "")))
        if not fixed and st.button(words("Take it in again"), key=f"take-in:{spot.key}"):
            keeping.save(spot, None, lambda _: _take_in(spot, seen))
            st.rerun()
    else:
        _form(words, spot, seen)
    trouble = keeping.trouble_at(spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))


def _form(words: Words, spot: Spot, seen: int) -> None:
    with st.expander(words("This process does not apply to us")):
        st.markdown(words("The process is then left out of all results, and the report names your reason."))
        key = f"out-reason:{spot.key}"
        label, hint = words("Why does this not apply to you?"), words("Stored when you leave the process out.")
        drafts.field(words, spot, label, hint=hint, stored="", limit=TEXT_LIMIT, take=partial(_written, key, spot))
        reason: str = st.session_state.get(key, "")
        if pressed(words("Leave it out"), f"leave-out:{spot.key}", lacks=unfilled(words, label, reason)):
            if keeping.save(spot, reason, lambda _: _leave_out(spot, reason, seen)):
                drafts.settled(spot)
            st.rerun()


def _written(key: str, spot: Spot, draft: Written) -> None:
    """Takes note of the reason. The draft stays in the browser until the process is left out."""
    st.session_state[key] = draft.text
    drafts.stop(spot, draft)


def _leave_out(spot: Spot, reason: str, seen: int) -> Outcome:
    rated = Rated("not_applicable", reason=reason)
    return desk().answering.rate(spot.actor, spot.assessment, spot.indicator, rated, seen=seen)


def _take_in(spot: Spot, seen: int) -> Outcome:
    return desk().answering.clear(spot.actor, spot.assessment, spot.indicator, "rating", seen=seen)
