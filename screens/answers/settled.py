"""A question that nobody changes here: of a closed assessment, or for somebody who may only read."""

from dataclasses import dataclass

import streamlit as st

from assessment import wiring
from assessment.desk.door import may, to_assessment
from locales.words import Words
from models.assessment import Assessment
from models.framework import Scale
from models.people import Actor
from models.sheet import SheetQuestion
from screens.answers.naming import confidence_words, saved_words, value_words
from screens.frame.here import desk
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads which assessment, on which scale."""

    actor: Actor
    assessment: Assessment
    scale: Scale


def is_settled(actor: Actor, assessment: Assessment) -> bool:
    """Whether this person changes nothing here."""
    return assessment.state != "draft" or not may(tuple(to_assessment(actor, assessment)), "answer")


def why(words: Words, assessment: Assessment) -> None:
    """Says why nothing can be changed."""
    if assessment.state == "closed":
        st.info(words("This assessment is closed: its answers stay as they are. A lead can reopen it."))
    elif assessment.state == "archived":
        st.info(words("This assessment is put away. Take it up again to go on answering."))
    else:
        st.info(words("You can read these answers. Only people of the city change them."))


def settled(words: Words, reader: Reader, question: SheetQuestion, number: int) -> None:
    """Draws what was answered, with its note, evidence and files."""
    answer = question.answer
    with st.container(border=True, key=f"card:{question.indicator.id}"):
        st.markdown(f"**{number}. {plain(words.text(question.indicator.text))}**")
        if answer.rated is None:
            st.markdown(words("not answered"))
        else:
            st.markdown(plain(value_words(answer.rated, words, reader.scale)))
        if answer.note:
            st.markdown(words("Note: {note}", note=plain(answer.note)))
        _evidence(reader, question)
        if answer.confidence:
            st.caption(plain(confidence_words(answer.confidence, words)))
        if answer.saved_last is not None:
            st.caption(plain(saved_words(answer.saved_last, wiring.now(), words)))


def _evidence(reader: Reader, question: SheetQuestion) -> None:
    if not question.answer.evidence:
        return
    kept = desk().evidence.files(reader.actor, reader.assessment.id, question.indicator.id)
    files = {file.name: file for file in kept}
    lines = [each for each in question.answer.evidence if each not in files]
    if lines:
        st.markdown("\n".join(f"- {plain(each)}" for each in lines))
    for file in files.values():
        st.link_button(plain(file.name), f"/evidence/{reader.assessment.id}/{file.id}", icon=":material/attach_file:")
