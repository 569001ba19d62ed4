"""A generic practice answered once for several processes: from where it was taken over, and for which it is to be."""

import streamlit as st

from assessment.desk.errors import WishRefused
from assessment.desk.same_as import Offer
from locales.words import Words
from models.assessment import Conflict, NotSaved
from models.framework import Scale
from models.message import Message, say
from models.people import Actor
from models.questionnaire import Indicator
from models.sheet import SheetQuestion
from screens.answers.naming import value_words
from screens.frame.here import desk
from screens.show.plain import plain


def same(words: Words, actor: Actor, assessment: str, question: SheetQuestion, scale: Scale) -> None:
    """Draws the mark, and the way to take the answer over; nothing for outcomes, which are each process's own."""
    indicator = question.indicator
    if not indicator.id.startswith(f"{indicator.process}.GP"):
        return
    source = desk().same_as.mark(actor, assessment, indicator.id)
    if source is not None:
        said = plain(words("same as {process}", process=source))
        st.caption(f":material/content_copy: {said}")
    if question.answer.rated is not None:
        _taking_over(words, actor, assessment, indicator, scale)


def _taking_over(words: Words, actor: Actor, assessment: str, indicator: Indicator, scale: Scale) -> None:
    key = f"same:{assessment}:{indicator.id}"
    with st.popover(words("Take this answer over for …"), type="tertiary", key=key, on_change="rerun") as opened:
        if not opened.open:
            return
        offers = {each.process.id: each for each in desk().same_as.offers(actor, assessment, indicator.id)}
        if not offers:
            st.markdown(words("No other process of this assessment asks for it."))
            return
        chosen = st.multiselect(
            words("Processes"),
            list(offers),
            format_func=lambda process: _offer(words, offers[process], scale),
            placeholder=words("Choose processes"),
            key=f"{key}:chosen:{words.language}",
            on_change=_forget,
            args=(key,),
        )
        st.caption(words("Their rating becomes this one; what stood there stays in the history."))
        seen = {process: offers[process].answer.version("rating") for process in chosen}
        st.button(
            words("Take over"),
            key=f"{key}:take",
            on_click=_take,
            args=(actor, assessment, indicator.id, seen, f"{key}:chosen:{words.language}"),
        )
        told: Message | None = st.session_state.get(f"{key}:told")
        if told is not None:
            st.info(plain(words.say(told)))


def _offer(words: Words, offer: Offer, scale: Scale) -> str:
    name = f"{offer.process.id} {words.text(offer.process.name)}"
    rated = offer.answer.rated
    return name if rated is None else f"{name} ({value_words(rated, words, scale)})"


def _forget(key: str) -> None:
    st.session_state.pop(f"{key}:told", None)


def _take(actor: Actor, assessment: str, indicator: str, seen: dict[str, int], widget: str) -> None:
    if not seen:
        st.session_state[f"same:{assessment}:{indicator}:told"] = say("Choose at least one process first.")
        return
    try:
        outcomes = desk().same_as.take_over(actor, assessment, indicator, seen)
    except WishRefused as refused:
        told = refused.message
    except NotSaved:
        told = say("Not stored: the database could not take it just now. Please try once more.")
    else:
        told = _told([each.indicator for each in outcomes if isinstance(each, Conflict)], len(outcomes))
        st.session_state[widget] = []
    st.session_state[f"same:{assessment}:{indicator}:told"] = told


def _told(conflicts: list[str], count: int) -> Message:
    if not conflicts:
        return say("Taken over. Processes: {count}.", count=count)
    processes = ", ".join(".".join(each.split(".")[:2]) for each in conflicts)
    return say("Somebody changed {processes} meanwhile; nothing was taken over. Look again.", processes=processes)
