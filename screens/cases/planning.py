"""Planning an assessment: its days, who answers what, the texts to send, and going on next year. For the lead."""

import streamlit as st

from assessment.desk.inputs import questionnaire_of
from locales.words import Words
from models.assessment import Assessment, Days
from models.people import Actor
from models.questionnaire import CapabilityModel
from screens.cases.days import choose_days, timeline
from screens.cases.delegation import delegation
from screens.cases.mails import mails
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.plain import plain


def planning(assessment_id: str) -> None:
    """Draws the page.

    Args:
        assessment_id: the id of an assessment, as the address names it.
    """
    words, actor = speak(), current_actor()
    assessment = desk().assessments.get(actor, assessment_id)
    questionnaire = questionnaire_of(desk().library, assessment)
    with column(WORKING):
        st.caption(f"{plain(assessment.city.name)} · {plain(assessment.title)}")
        st.title(words("Plan"), anchor=False)
        st.header(words("Days"), anchor=False)
        _days(words, actor, assessment)
        if isinstance(questionnaire, CapabilityModel):
            st.header(words("Who answers what"), anchor=False)
            delegation(words, actor, desk().delegating.plan(actor, assessment.id), questionnaire)
        st.header(words("Texts to send"), anchor=False)
        mails(words, assessment)
        if st.button(words("To the questions"), type="primary", key="plan-answer"):
            st.switch_page("answering.py", query_params={"assessment": assessment.id})


def _days(words: Words, actor: Actor, assessment: Assessment) -> None:
    timeline(words, assessment)
    if assessment.state != "draft":
        return
    standing = Days(assessment.answers_due, assessment.papers_due, assessment.committee_day)
    with st.expander(words("Set the days"), expanded=standing == Days()):
        wished = choose_days(words, f"days-{assessment.id}-{assessment.version}", standing)
        if st.button(words("Keep these days"), key="keep-days", disabled=wished == standing):
            desk().assessments.set_days(actor, assessment.id, wished, seen=assessment.version)
            st.rerun()
