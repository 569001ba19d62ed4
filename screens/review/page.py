"""The review page, from what is left to look at down to the signature."""

import streamlit as st

from assessment.desk.door import may, to_assessment
from assessment.desk.reviewing import Review
from locales.words import Words
from models.people import Actor
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.review.left_over import left_over
from screens.review.recording import recording
from screens.review.redacting import redacting
from screens.review.signing import closings, reopening, signing
from screens.show.plain import plain


def reviewing(assessment_id: str) -> None:
    """Draws the page.

    Args:
        assessment_id: the id of an assessment, as the address names it.
    """
    words, actor = speak(), current_actor()
    review = desk().reviewing.review(actor, assessment_id)
    with column(WORKING):
        st.caption(f"{plain(review.assessment.city.name)} · {plain(review.assessment.title)}")
        st.title(words("Review and close"), anchor=False)
        if review.assessment.state == "closed":
            _closed(words, actor, review)
        else:
            _open(words, actor, review)


def _open(words: Words, actor: Actor, review: Review) -> None:
    leads = may(tuple(to_assessment(actor, review.assessment)), "close assessment")
    st.header(words("1. What is left"), anchor=False)
    left_over(words, review)
    st.header(words("2. Record"), anchor=False)
    signable = recording(words, actor, review.assessment, writes=leads)
    st.header(words("3. Sign"), anchor=False)
    if leads:
        signing(words, actor, review, signable)
    else:
        st.markdown(words("The lead of the city signs."))
    closings(words, actor, review.assessment)
    if leads:
        redacting(words, actor, review)


def _closed(words: Words, actor: Actor, review: Review) -> None:
    leads = may(tuple(to_assessment(actor, review.assessment)), "close assessment")
    st.success(words("This assessment is closed. Answers, settings and record stay as they are."))
    closings(words, actor, review.assessment)
    if leads:
        reopening(words, actor, review.assessment)
        redacting(words, actor, review)
