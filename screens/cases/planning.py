"""Planning an assessment: its days, who answers what, the texts to send, and going on next year. For the lead."""

import streamlit as st

from locales.words import Words
from models.assessment import NO_DAYS, Assessment, Days
from models.people import Actor
from screens.cases.days import choose_days, committee_key, timeline
from screens.cases.delegation import delegation
from screens.cases.mails import mails
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.raters.ways import questions_page
from screens.show.plain import plain
from screens.show.pressing import pressed, unchanged
from screens.show.stored import say_stored


def planning(assessment_id: str) -> None:
    """Draws the page.

    Args:
        assessment_id: the id of an assessment, as the address names it.
    """
    words, actor = speak(), current_actor()
    assessment = desk().assessments.get(actor, assessment_id)
    with column(WORKING):
        st.caption(f"{plain(assessment.city.name)} · {plain(assessment.title)}")
        st.title(words("Plan"), anchor=False)
        st.header(words("Days"), anchor=False)
        _days(words, actor, assessment)
        st.header(words("Who answers what"), anchor=False)
        delegation(words, actor, desk().delegating.plan(actor, assessment.id))
        st.header(words("Texts to send"), anchor=False)
        mails(words, assessment)
        if st.button(words("To the questions"), type="primary", key="plan-answer"):
            st.switch_page(f"{questions_page(assessment)}.py", query_params={"assessment": assessment.id})


def _days(words: Words, actor: Actor, assessment: Assessment) -> None:
    timeline(words, assessment)
    if assessment.state != "draft":
        return
    place = f"days-began-{assessment.id}"
    begun = began_with(place, lambda each: committee_key(words, _key(each)), assessment)
    before, standing = _days_of(begun), _days_of(assessment)
    with st.expander(words("Set the days"), expanded=before == NO_DAYS):
        wished = choose_days(words, _key(begun), before)
        if wished == before != standing:
            begin_anew(place)
            st.rerun()
        late = overtaken(words, place, before, standing)
        lacks = unchanged(words, wished, standing)
        if pressed(words("Keep these days"), "keep-days", lacks=lacks, told_above=late):
            desk().assessments.set_days(actor, assessment.id, wished, seen=assessment.version)
            begin_anew(place)
            say_stored(words)
            st.rerun()


def _days_of(assessment: Assessment) -> Days:
    return Days(assessment.answers_due, assessment.papers_due, assessment.committee_day)


def _key(assessment: Assessment) -> str:
    return f"days-{assessment.id}-{assessment.version}"
