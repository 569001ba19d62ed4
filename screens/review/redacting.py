"""Taking out a text that says too much about a person: for good, also from the history and from what was signed."""

import streamlit as st

from assessment.desk.closing import Redactable
from assessment.desk.reviewing import Review
from locales.words import Words
from models.closing import REDACTED
from models.people import Actor
from screens.frame.here import desk

_SHOWN = 80
_Place = tuple[str, Redactable, str]


def redacting(words: Words, actor: Actor, review: Review) -> None:
    """Draws the choice of a text, and the button."""
    with st.expander(words("Take out a text that says too much about a person")):
        places = _places(actor, review)
        if not places:
            st.markdown(words("There are no notes and no evidence yet."))
            return
        st.markdown(
            words(
                "The text is replaced by a mark: in the answer, in its history and in everything that was signed. "
                "Nothing brings it back. Ratings stay, so no result changes."
            )
        )
        by_key = {f"{each[0]} {each[1]}": each for each in places}
        chosen = st.selectbox(
            words("Which text?"),
            list(by_key),
            format_func=lambda key: _shown(key, by_key[key][2]),
            index=None,
            key="redact-which",
        )
        sure = st.checkbox(words("I have checked: this text has to go."), key="redact-sure")
        if st.button(words("Take it out for good"), disabled=not (chosen and sure), key="redact") and chosen:
            indicator, field, _ = by_key[chosen]
            desk().closing.redact(actor, review.assessment.id, indicator, field)
            st.rerun()


def _places(actor: Actor, review: Review) -> list[_Place]:
    answers = desk().results.report_inputs(actor, review.assessment.id).answers
    found: list[_Place] = []
    for indicator, answer in answers.ratings.items():
        if answer.note and answer.note != REDACTED:
            found.append((indicator, "note", answer.note))
        if answer.evidence and answer.evidence != (REDACTED,):
            found.append((indicator, "evidence", "; ".join(answer.evidence)))
    return found


def _shown(key: str, text: str) -> str:
    beginning = " ".join(text.split())
    return f"{key}: {beginning[:_SHOWN]}{'…' if len(beginning) > _SHOWN else ''}"
