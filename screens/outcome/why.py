"""Why one figure is what it is: drawn, in words, and down to the answers; with the way up and further down."""

import streamlit as st

from assessment.desk.errors import NotFound
from assessment.why import above, subject_named
from locales.words import Words
from models.assessment import Assessment
from models.profile import Profile
from models.questionnaire import CapabilityModel
from reports.content.naming import level_words
from reports.content.why import Reason, Reasons, told, tree
from screens.assessor.comparing import views_of
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.outcome.ways import back, back_to_views
from screens.show.blocks import draw
from screens.show.charts import picture
from screens.show.leading import Leading, reasons_of
from screens.show.plain import plain


def why(assessment: str, of: str, revision: str | None = None, view: str | None = None) -> None:
    """Draws the page.

    Args:
        assessment: the id of the assessment, as the address names it.
        of: what the figure is about: GOV, GOV.1, GOV.1.PA2.1, GOV.1.O1, maturity, completeness, QS01.
        revision: the number of an earlier closing.
        view: the number of a view from outside whose figure is meant, not the city's.
    """
    words, number = speak(), _number(revision)
    if view is None:
        inputs = desk().results.report_inputs(current_actor(), assessment, number)
        reasons = Reasons(inputs.questionnaire, inputs.result, words)
        _page(inputs.assessment, reasons, of, reasons_of(assessment, number))
        with column(WORKING):
            back(words, assessment, number)
        return
    found, at = desk().assessments.get(current_actor(), assessment), (_number(view) or 0) - 1
    views = views_of(current_actor(), found, number)
    if not 0 <= at < len(views):
        raise NotFound
    seen = views[at]
    reasons = Reasons(seen.questionnaire, seen.assessor, words)
    _page(found, reasons, of, reasons_of(assessment, number, at + 1), seen.view.name or words("an assessor"))
    with column(WORKING):
        back_to_views(words, assessment, number)


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() else None


def _page(assessment: Assessment, reasons: Reasons, of: str, lead: Leading, seen_by: str | None = None) -> None:
    words, subject = reasons.words, subject_named(of, reasons.traces)
    with column(WORKING):
        about = [assessment.city.name, assessment.title]
        about += [] if seen_by is None else [words("The view of {name}", name=seen_by)]
        st.caption(" · ".join(map(plain, about)))
        if subject is not None:
            _figure(reasons, subject, lead)
            return
        st.title(words("Why?"), anchor=False)
        if of:
            st.markdown(words("There is no figure about {subject} in this assessment.", subject=plain(of)))
        else:
            st.markdown(words("Choose a figure in the results: each of them leads to its reason."))


def _figure(reasons: Reasons, subject: str, lead: Leading) -> None:
    words, reason = reasons.words, reasons.of(subject, _depth(subject))
    st.title(plain(reason.title), anchor=False)
    _way_up(words, reasons, above(reasons.result, subject), lead)
    st.markdown(f"## {plain(_value(reasons, reason))}", anchors=False)
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


def _value(reasons: Reasons, reason: Reason) -> str:
    """The figure; the level of a process with its name."""
    asked, result = reasons.questionnaire, reasons.result
    if not (isinstance(asked, CapabilityModel) and isinstance(result, Profile)):
        return reason.value
    found = result.processes.get(reason.subject)
    if found is None or found.level is None:
        return reason.value
    return level_words(found.level, asked.framework(result.settings.framework), reasons.words)


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
