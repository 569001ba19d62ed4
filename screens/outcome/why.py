"""Why one figure is what it is: drawn, in words, and down to the answers; with the way up and further down."""

import streamlit as st

from assessment.why import above, subject_named
from locales.words import Words
from reports.content.why import Reason, Reasons, told, tree
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.outcome.ways import back
from screens.show.blocks import draw
from screens.show.charts import picture
from screens.show.leading import Leading, reasons_of
from screens.show.plain import plain


def why(assessment: str, of: str, revision: str | None = None) -> None:
    """Draws the page.

    Args:
        assessment: the id of the assessment, as the address names it.
        of: what the figure is about: GOV, GOV.1, GOV.1.PA2.1, GOV.1.O1, maturity, completeness, QS01.
        revision: the number of an earlier closing.
    """
    words, number = speak(), int(revision) if revision and revision.isdecimal() else None
    inputs = desk().results.report_inputs(current_actor(), assessment, number)
    reasons = Reasons(inputs.questionnaire, inputs.result, words)
    subject, lead = subject_named(of, reasons.traces), reasons_of(assessment, number)
    with column(WORKING):
        st.caption(f"{plain(inputs.assessment.city.name)} · {plain(inputs.assessment.title)}")
        if subject is None:
            st.title(words("Why?"), anchor=False)
            st.markdown(words("There is no figure about {subject} in this assessment.", subject=plain(of)))
            back(words, assessment, number)
            return
        _figure(reasons, subject, lead)
        back(words, assessment, number)


def _figure(reasons: Reasons, subject: str, lead: Leading) -> None:
    words, reason = reasons.words, reasons.of(subject, _depth(subject))
    st.title(plain(reason.title), anchor=False)
    _way_up(words, reasons, above(reasons.result, subject), lead)
    st.markdown(f"## {plain(reason.value)}", anchors=False)
    st.markdown(plain(reason.rule))
    if reason.blocks:
        st.subheader(words("What keeps the next level away"), anchor=False)
        st.markdown("\n".join(f"- {plain(each)}" for each in reason.blocks))
    _written(words, reason)
    drawn = tree(reasons.of(subject, 2), words)
    if drawn is not None:
        st.subheader(words("What it rests on"), anchor=False)
        picture(drawn, words)
        st.subheader(words("The same in words"), anchor=False)
        draw((told(reason),), words, lead)


def _depth(subject: str) -> int | None:
    """How far down the words go: to the answers, or for whole dimensions and the city to the next figures."""
    return None if subject.count(".") else 1


def _way_up(words: Words, reasons: Reasons, subjects: tuple[str, ...], lead: Leading) -> None:
    if subjects:
        links = " · ".join(f"[{plain(reasons.title(each))}]({lead(each)})" for each in subjects)
        name = words("Counts for:")
        st.markdown(f":material/arrow_upward: {name} {links}")


def _written(words: Words, reason: Reason) -> None:
    if reason.remarks:
        st.subheader(words("What people wrote"), anchor=False)
        st.markdown("\n".join(f"- {plain(each)}" for each in reason.remarks))
