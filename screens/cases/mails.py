"""Texts to copy into a mail, in both languages: the tool sends none itself."""

import streamlit as st

from locales.words import Words
from locales.words import words as words_in
from models.assessment import Assessment
from models.authored import LANGUAGES
from screens.frame.address import link
from screens.raters.scan import is_scan
from screens.raters.ways import questions_page


def mails(words: Words, assessment: Assessment) -> None:
    """Draws the invitation and the reminder."""
    st.markdown(words("Copy a text and send it by your own mail; this tool sends none."))
    kind = st.segmented_control(
        words("Text"),
        ("invitation", "reminder"),
        default="invitation",
        required=True,
        format_func=lambda each: words("Invitation") if each == "invitation" else words("Reminder"),
        key=f"mail-{assessment.id}-{words.language}",
        label_visibility="collapsed",
    )
    for each, half in zip(LANGUAGES, st.columns(2), strict=True):
        other = words_in(each)
        text = _invitation(other, assessment) if kind == "invitation" else _reminder(other, assessment)
        with half:
            st.caption({"de": "Deutsch", "en": "English"}[each])
            st.code(text, language=None, wrap_lines=True)


def _invitation(words: Words, assessment: Assessment) -> str:
    return "\n\n".join(
        (
            words("Subject: How we work with the world – your answers for {city}", city=assessment.city.name),
            words("Hello,"),
            _request(words, assessment),
            words(
                "There are no wrong answers, and “don't know” is one. The level says how dependable the work is, not "
                "how committed anybody is. {effort} Every click is stored at once.",
                effort=_effort(words, assessment),
            ),
            _until(words, assessment),
            words("Sign in here: {address}", address=_address(assessment)),
            words("Thank you!"),
        )
    )


def _request(words: Words, assessment: Assessment) -> str:
    if assessment.way == "privately":
        return words(
            "our city is finding out how mature its international work is. Please rate it as you see it: {title}. "
            "Nobody else sees what you choose; later all ratings are laid side by side without names.",
            title=assessment.title,
        )
    return words(
        "our city is finding out how mature its international work is. You know a part of it that nobody else "
        "knows as well. Please answer the questions that were given to you: {title}.",
        title=assessment.title,
    )


def _effort(words: Words, assessment: Assessment) -> str:
    if is_scan(assessment.id):
        return words("A dimension takes about three minutes.")
    return words("A process takes about ten minutes.")


def _reminder(words: Words, assessment: Assessment) -> str:
    return "\n\n".join(
        (
            words("Subject: Still open – your answers for {city}", city=assessment.city.name),
            words("Hello,"),
            words("a few questions in {title} still wait for somebody who knows.", title=assessment.title),
            _until(words, assessment),
            words(
                "What waits for you stands on the first page after signing in: {address}", address=_address(assessment)
            ),
            words("Thank you!"),
        )
    )


def _until(words: Words, assessment: Assessment) -> str:
    if assessment.answers_due is None:
        return words("Please answer soon; the day is not set yet.")
    return words("Please answer until {day}.", day=words.date(assessment.answers_due))


def _address(assessment: Assessment) -> str:
    return link(f"/{questions_page(assessment)}?assessment={assessment.id}")
