"""The way around: every page with its title and address, and the links at the foot of each page."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import Page

from assessment.desk.door import may_somewhere
from locales.words import Words
from models.message import Message, say
from models.people import Actor

_FOOT = ("method", "privacy", "imprint", "accessibility")

OPEN = frozenset({"", "quick-scan", "method", *_FOOT})
"""The addresses of pages for everybody."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its file, its address, its title, and who finds it in the head of every page; by default nobody."""

    file: str
    address: str
    title: Message
    in_head: Callable[[Actor], bool] = lambda _: False


def _everybody(_: Actor) -> bool:
    return True


def _guests(actor: Actor) -> bool:
    return actor.guest_of is not None


def _others(actor: Actor) -> bool:
    return actor.guest_of is None


def _networks(actor: Actor) -> bool:
    return actor.guest_of is None and may_somewhere(actor, "read library")


def _leads(actor: Actor) -> bool:
    return may_somewhere(actor, "see people")


def _trains(actor: Actor) -> bool:
    """Whether cohorts are among what somebody works with; an administrator reaches them from the administration."""
    return "trainer" in actor.roles


_PLACES = (
    Place("start.py", "", say("Start"), _everybody),
    Place("quick_scan.py", "quick-scan", say("Quick scan"), _everybody),
    Place("assessments.py", "assessments", say("Assessments"), _others),
    Place("rating.py", "rating", say("Rate"), _guests),
    Place("agreeing.py", "agreeing", say("Agree"), _guests),
    Place("network.py", "network", say("Network"), _networks),
    Place("method.py", "method", say("Method"), _everybody),
    Place("cohorts.py", "cohorts", say("Cohorts"), _trains),
    Place("rooms.py", "rooms", say("Live rooms"), _trains),
    Place("people.py", "people", say("People"), _leads),
    Place("account.py", "account", say("My account")),
    Place("administration.py", "administration", say("Administration")),
    Place("city.py", "city", say("City profile")),
    Place("planned.py", "measures", say("Measures")),
    Place("planning.py", "plan", say("Plan")),
    Place("reviewing.py", "review", say("Review and close")),
    Place("backups.py", "backups", say("Backups")),
    Place("own_data.py", "own-data", say("My data")),
    Place("audit.py", "audit", say("Audit trail")),
    Place("events.py", "programme", say("Programme")),
    Place("knowledge.py", "library", say("Knowledge library")),
    Place("costs.py", "resources", say("Resources")),
    Place("exchange.py", "exchange", say("Exchange finder")),
    Place("answering.py", "answering", say("Answering")),
    Place("results.py", "results", say("Results")),
    Place("reports.py", "reports", say("Reports")),
    Place("trying.py", "what-if", say("What if?")),
    Place("report.py", "report", say("Report")),
    Place("why.py", "why", say("Why?")),
    Place("assessing.py", "assessing", say("Rate beside the city")),
    Place("views.py", "views", say("Seen from outside")),
    Place("trends.py", "trend", say("Trend")),
    Place("privacy.py", "privacy", say("Privacy")),
    Place("imprint.py", "imprint", say("Imprint")),
    Place("accessibility.py", "accessibility", say("Accessibility")),
    Place("edit_texts.py", "edit-texts", say("Edit texts")),
)

ADDRESSES = frozenset(place.address for place in _PLACES)
"""The addresses of all pages."""


def pages(words: Words, actor: Actor) -> list[Page]:
    """All pages. Those without a place in the head are reached from others, or by their address."""
    return [
        st.Page(
            place.file,
            title=words.say(place.title),
            url_path=place.address or None,
            default=not place.address,
            visibility="visible" if place.in_head(actor) else "hidden",
        )
        for place in _PLACES
    ]


def foot(known: list[Page]) -> None:
    """The links that every page ends with."""
    with st.container(key="foot", horizontal=True, gap="medium"):
        for name in _FOOT:
            st.page_link(next(page for page in known if page.url_path == name))
