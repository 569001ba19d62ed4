"""The questions of one dimension, each with its five statements and "I don't know"."""

from dataclasses import replace

import streamlit as st

from locales.words import Words
from models.questionnaire import Dimension, Question, QuickScan
from screens.scan import memory
from screens.scan.choices import DONT_KNOW, Choice, choose, chosen, offered
from screens.scan.memory import Visit
from screens.show.plain import plain


def questions(words: Words, scan: QuickScan, visit: Visit, dimension: Dimension) -> None:
    """Draws the questions; every choice is taken over at once."""
    for question in scan.questions_of(dimension.id):
        with st.container(border=True, key=f"card-{question.id}"):
            _question(words, visit, question)


def _question(words: Words, visit: Visit, question: Question) -> None:
    before = chosen(visit.answers, question.id)
    # The key holds the language: the widget sends the label back, which is another one in the other language.
    key = f"{question.id}-{words.language}-{visit.edition}"
    _head(words, question, key, answered=before is not None)
    options = offered(question)
    with st.container(key=f"statements-{question.id}"):
        now = st.radio(
            words.text(question.question),
            options,
            index=options.index(before) if before in options else None,
            format_func=lambda choice: _statement(words, question, choice),
            key=key,
            label_visibility="collapsed",
            on_change=_take,
            args=(question, key),
        )
    if now in options and now != before:
        _accept(question, now)
        st.rerun()


def _head(words: Words, question: Question, key: str, *, answered: bool) -> None:
    title, optional = plain(words.text(question.question)), words("optional")
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"**{title}**" if question.core else f"**{title}** :gray-badge[{optional}]", width="stretch")
        if answered:
            label = words("Take back")
            st.button(
                label, key=f"back-{key}", type="tertiary", icon=":material/undo:", on_click=_take_back, args=(question,)
            )


def _statement(words: Words, question: Question, choice: Choice) -> str:
    if choice == DONT_KNOW:
        return words("I don't know")
    return plain(words.text(next(anchor for anchor in question.anchors if str(anchor.stage) == choice)))


def _take(question: Question, key: str) -> None:
    _accept(question, st.session_state.get(key))


def _accept(question: Question, choice: object) -> None:
    visit = st.session_state[memory.KEY]
    memory.remember(replace(visit, answers=choose(visit.answers, question, choice)))


def _take_back(question: Question) -> None:
    visit = st.session_state[memory.KEY]
    memory.take_over(choose(visit.answers, question, None))
