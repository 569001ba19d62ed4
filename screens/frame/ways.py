"""The way around: every page with its title and address, and the links at the foot of each page."""

from typing import Literal

import streamlit as st
from streamlit.navigation.page import Page

from assessment.desk.door import may_somewhere
from locales.words import Words
from models.people import Actor

_FOOT = ("method", "privacy", "imprint", "accessibility")


OPEN = frozenset({"", "quick-scan", "method", *_FOOT})
"""The addresses of pages for everybody."""


def pages(words: Words, actor: Actor) -> list[Page]:
    """All pages. Those without a place in the head are reached from others, or by their address."""
    leads = may_somewhere(actor, "see people")
    networks = actor.guest_of is None and may_somewhere(actor, "read library")
    guest, others = _seen(actor.guest_of is not None), _seen(actor.guest_of is None)
    return [
        st.Page("start.py", title=words("Start"), default=True),
        st.Page("quick_scan.py", title=words("Quick scan"), url_path="quick-scan"),
        st.Page("assessments.py", title=words("Assessments"), url_path="assessments", visibility=others),
        st.Page("rating.py", title=words("Rate"), url_path="rating", visibility=guest),
        st.Page("agreeing.py", title=words("Agree"), url_path="agreeing", visibility=guest),
        st.Page("network.py", title=words("Network"), url_path="network", visibility=_seen(networks)),
        st.Page("method.py", title=words("Method"), url_path="method"),
        st.Page("cohorts.py", title=words("Cohorts"), url_path="cohorts", visibility=_seen(_trains(actor))),
        st.Page("rooms.py", title=words("Live rooms"), url_path="rooms", visibility=_seen(_trains(actor))),
        st.Page("people.py", title=words("People"), url_path="people", visibility=_seen(leads)),
        st.Page("account.py", title=words("My account"), url_path="account", visibility="hidden"),
        st.Page("administration.py", title=words("Administration"), url_path="administration", visibility="hidden"),
        st.Page("city.py", title=words("City profile"), url_path="city", visibility="hidden"),
        st.Page("planned.py", title=words("Measures"), url_path="measures", visibility="hidden"),
        st.Page("planning.py", title=words("Plan"), url_path="plan", visibility="hidden"),
        st.Page("reviewing.py", title=words("Review and close"), url_path="review", visibility="hidden"),
        st.Page("backups.py", title=words("Backups"), url_path="backups", visibility="hidden"),
        st.Page("own_data.py", title=words("My data"), url_path="own-data", visibility="hidden"),
        st.Page("audit.py", title=words("Audit trail"), url_path="audit", visibility="hidden"),
        st.Page("events.py", title=words("Programme"), url_path="programme", visibility="hidden"),
        st.Page("knowledge.py", title=words("Knowledge library"), url_path="library", visibility="hidden"),
        st.Page("costs.py", title=words("Resources"), url_path="resources", visibility="hidden"),
        st.Page("exchange.py", title=words("Exchange finder"), url_path="exchange", visibility="hidden"),
        st.Page("answering.py", title=words("Answering"), url_path="answering", visibility="hidden"),
        st.Page("results.py", title=words("Results"), url_path="results", visibility="hidden"),
        st.Page("reports.py", title=words("Reports"), url_path="reports", visibility="hidden"),
        st.Page("trying.py", title=words("What if?"), url_path="what-if", visibility="hidden"),
        st.Page("report.py", title=words("Report"), url_path="report", visibility="hidden"),
        st.Page("why.py", title=words("Why?"), url_path="why", visibility="hidden"),
        st.Page("assessing.py", title=words("Rate beside the city"), url_path="assessing", visibility="hidden"),
        st.Page("views.py", title=words("Seen from outside"), url_path="views", visibility="hidden"),
        st.Page("trends.py", title=words("Trend"), url_path="trend", visibility="hidden"),
        st.Page("privacy.py", title=words("Privacy"), url_path="privacy", visibility="hidden"),
        st.Page("imprint.py", title=words("Imprint"), url_path="imprint", visibility="hidden"),
        st.Page("accessibility.py", title=words("Accessibility"), url_path="accessibility", visibility="hidden"),
        st.Page("edit_texts.py", title=words("Edit texts"), url_path="edit-texts", visibility="hidden"),
    ]


def _trains(actor: Actor) -> bool:
    """Whether cohorts are among what somebody works with; an administrator reaches them from the administration."""
    return "trainer" in actor.roles


def _seen(yes: bool) -> Literal["visible", "hidden"]:
    return "visible" if yes else "hidden"


def foot(known: list[Page]) -> None:
    """The links that every page ends with."""
    with st.container(key="foot", horizontal=True, gap="medium"):
        for name in _FOOT:
            st.page_link(next(page for page in known if page.url_path == name))
