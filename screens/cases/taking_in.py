"""An answers file into an assessment that has answers already: first the differences, then one decision."""

import streamlit as st

from locales.words import Words
from models.answers import Answers
from models.assessment import Assessment
from models.differences import Difference, Differences
from models.people import Actor
from models.problem import InputRefused
from screens.answers.naming import value_words
from screens.browser import parts
from screens.frame.here import desk
from screens.show.opening import ANSWER_FILES, answers_in
from screens.show.plain import plain
from screens.show.problems import show_problems

_SHOWN = 40


def taking_in(words: Words, actor: Actor, assessment: Assessment) -> None:
    """Draws the button, and after a file was opened what it would change."""
    waiting = f"taking-in-{assessment.id}"
    opened = parts.opener(words, words("Open a file into it"), ANSWER_FILES, key=f"open-{assessment.id}")
    if opened is not None:
        try:
            st.session_state[waiting] = answers_in(opened, desk().library).answers
        except InputRefused as refused:
            show_problems(words, opened.name, refused.problems)
    if waiting in st.session_state:
        _decide(words, actor, assessment, st.session_state[waiting], waiting)


def _decide(words: Words, actor: Actor, assessment: Assessment, file: Answers, waiting: str) -> None:
    differences = desk().exchange.compare(actor, assessment.id, file)
    with st.container(border=True):
        _tell(words, differences)
        with st.container(horizontal=True):
            if st.button(words("Take them over"), type="primary", key=f"take-{assessment.id}"):
                desk().exchange.take_in(actor, assessment.id, file, seen=differences)
                del st.session_state[waiting]
                st.rerun()
            if st.button(words("Leave all as it is"), key=f"leave-{assessment.id}"):
                del st.session_state[waiting]
                st.rerun()


def _tell(words: Words, differences: Differences) -> None:
    st.markdown(
        words.many(
            len(differences.new),
            "The file holds 1 new answer, {changed} that differ, and {same} that stand here already.",
            "The file holds {count} new answers, {changed} that differ, and {same} that stand here already.",
            changed=len(differences.changed),
            same=differences.same,
        )
    )
    for each in differences.changed[:_SHOWN]:
        st.markdown("- " + _difference(words, each))
    if differences.not_asked:
        count = len(differences.not_asked)
        st.caption(
            words.many(
                count,
                "1 answer is about a question that is not asked here; it stays out.",
                "{count} answers are about questions that are not asked here; they stay out.",
            )
        )


def _difference(words: Words, each: Difference) -> str:
    here, there = plain(value_words(each.here, words)), plain(value_words(each.there, words))
    return f"**{plain(each.indicator)}**: {here} → {there}"
