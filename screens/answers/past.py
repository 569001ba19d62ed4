"""What happened to a question: take the last change back, or look at all of them."""

from collections.abc import Collection

import streamlit as st

from locales.words import Words
from models.assessment import FIELDS, Field, StoredAnswer
from models.framework import Scale
from models.people import Actor
from screens.answers import keeping
from screens.answers.keeping import Spot
from screens.answers.naming import here, value_words
from screens.frame.here import desk
from screens.show.people import called
from screens.show.plain import plain


def past(
    words: Words,
    actor: Actor,
    assessment: str,
    scale: Scale | None,
    answer: StoredAnswer,
    *,
    fixed: Collection[Field] = (),
) -> None:
    """Draws the two buttons; the first only where the last change is to none of the `fixed` fields."""
    with st.container(horizontal=True, width="content", gap="small"):
        field = _changed_last(answer)
        if field is not None and field not in fixed:
            st.button(
                words("Undo"),
                key=f"undo:{assessment}:{answer.indicator}",
                type="tertiary",
                icon=":material/undo:",
                on_click=_undo,
                args=(Spot(actor, assessment, answer.indicator, field), answer.version(field)),
            )
        with st.popover(
            words("History"), type="tertiary", key=f"history:{assessment}:{answer.indicator}", on_change="rerun"
        ) as history:
            if history.open:
                _events(words, actor, assessment, scale, answer)


def _changed_last(answer: StoredAnswer) -> Field | None:
    touched = [field for field in FIELDS if field in answer.fields]
    return max(touched, key=lambda field: answer.fields[field].at, default=None)


def _undo(spot: Spot, seen: int) -> None:
    actor, answering = spot.actor, desk().answering
    keeping.save(spot, None, lambda _: answering.undo(actor, spot.assessment, spot.indicator, spot.field, seen=seen))
    keeping.look_again(spot)


def _events(words: Words, actor: Actor, assessment: str, scale: Scale | None, answer: StoredAnswer) -> None:
    for event in reversed(desk().answering.history(actor, assessment, answer.indicator)):
        at = here(event.at)
        when = ", ".join(filter(None, (words.date(at.date()), words.time(at), called(words, event.author or ""))))
        value = value_words(event.value, words, scale)
        if event.kind == "declined":
            value = words("{value} (gave way to what was stored)", value=value)
        st.markdown(f"{plain(when)}  \n{_field_words(event.field, words)}: {plain(value)}")


def _field_words(field: Field, words: Words) -> str:
    return {
        "rating": words("Rating"),
        "note": words("Note"),
        "evidence": words("Evidence"),
        "confidence": words("How sure"),
    }[field]
