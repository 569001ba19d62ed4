"""Taking out a text that says too much about a person: for good, also from the history and from what was signed."""

from typing import cast

import streamlit as st

from assessment.desk.reviewing import Review
from locales.words import Words
from models.closing import RECORD_TEXTS, REDACTED, RecordText, Redactable
from models.people import Actor
from screens.frame.here import desk
from screens.review.naming import field_words
from screens.show.pressing import pressed

_SHOWN = 80
_RECORD = ""
_Place = tuple[str, str, str]
"""What a text is about (an indicator, or the record), which text it is, and what it says."""


def redacting(words: Words, actor: Actor, review: Review) -> None:
    """Draws the choice of a text, and the button."""
    with st.expander(words("Take out a text that says too much about a person")):
        places = _places(actor, review)
        if not places:
            st.markdown(words("Nobody has written a text yet."))
            return
        st.markdown(
            words(
                "The text is replaced by a mark: in the answer, in its history and in everything that was signed. "
                "Files that were evidence go with it. Nothing brings it back. Ratings stay, so no result changes."
            )
        )
        by_key = {f"{each[0]} {each[1]}": each for each in places}
        chosen = st.selectbox(
            words("Which text?"),
            list(by_key),
            format_func=lambda key: _shown(_name(words, by_key[key]), by_key[key][2]),
            index=None,
            key="redact-which",
        )
        sure = st.checkbox(words("I have checked: this text has to go."), key="redact-sure")
        lacks = None if sure else words("Tick first that you have checked this text.")
        lacks = lacks if chosen else words("Choose a text first.")
        if pressed(words("Take it out for good"), "redact", lacks=lacks) and chosen:
            _redact(actor, review.assessment.id, by_key[chosen])
            st.rerun()


def _places(actor: Actor, review: Review) -> list[_Place]:
    """Every text that is kept, also in the history alone: about a question, then in the record."""
    written = desk().redacting.texts(actor, review.assessment.id)
    found: list[_Place] = [(each.indicator, each.field, each.text) for each in written]
    agreed = desk().consensus.agreements(actor, review.assessment.id)
    found += [(indicator, "agreement", each.reason) for indicator, each in agreed.items()]
    record = desk().closing.record(actor, review.assessment.id).record
    found += [(_RECORD, field, getattr(record, field)) for field in RECORD_TEXTS]
    return [each for each in found if each[2] and each[2] != REDACTED]


def _redact(actor: Actor, assessment: str, place: _Place) -> None:
    subject, field, _ = place
    if subject == _RECORD:
        desk().redacting.redact_record(actor, assessment, cast(RecordText, field))
    else:
        desk().redacting.redact(actor, assessment, subject, cast(Redactable, field))


def _name(words: Words, place: _Place) -> str:
    subject, field, _ = place
    if subject == _RECORD:
        return words("Record, {field}", field=field_words(words)[field])
    kinds = {
        "note": words("note"),
        "evidence": words("evidence"),
        "reason": words("why it does not apply"),
        "agreement": words("why people agreed"),
    }
    return f"{subject}, {kinds[field]}"


def _shown(key: str, text: str) -> str:
    beginning = " ".join(text.split())
    return f"{key}: {beginning[:_SHOWN]}{'…' if len(beginning) > _SHOWN else ''}"
