"""The trail as a table: day, person, what was done."""

import datetime
from collections.abc import Sequence

import streamlit as st

from locales.words import Words
from models.audit import AuditLine
from models.people import DELETED, Actor
from screens.frame.here import desk
from screens.review.deeds import deed
from screens.show.people import called
from screens.show.plain import plain
from screens.show.tables import tabulate

_AT_ONCE = 50


def trail(words: Words, lines: Sequence[AuditLine], key: str) -> None:
    """Draws the newest entries; more of them at a click."""
    if not lines:
        st.markdown(words("Nothing was noted yet."))
        return
    shown = st.session_state.get(f"trail-{key}", _AT_ONCE)
    head = [words("Day"), words("Person"), words("What was done")]
    rows = [[plain(_when(words, each)), plain(_who(words, each)), plain(deed(each, words))] for each in lines[:shown]]
    tabulate(head, rows, alt=words("What was done, newest first"))
    if shown < len(lines) and st.button(words("Show older entries"), key=f"older-{key}"):
        st.session_state[f"trail-{key}"] = shown + _AT_ONCE
        st.rerun()


def verdict(words: Words, actor: Actor) -> None:
    """Says whether the trail is whole."""
    found = desk().auditing.verified(actor)
    if found.broken_at is None:
        st.success(words.many(found.entries, "The trail is whole: 1 entry.", "The trail is whole: {count} entries."))
    else:
        st.error(words("Entry {number} of the trail does not fit the one before it", number=found.broken_at))
    st.caption(
        words(
            "Each entry carries the digest of the one before it. Digest of the newest entry, to be written down "
            "elsewhere: {digest}",
            digest=found.last,
        )
    )


def exact_times(words: Words, actor: Actor, today: datetime.date) -> None:
    """The form with which exact times are looked at for an incident."""
    with st.expander(words("Exact times, for an incident")):
        st.markdown(
            words(
                "Exact times show when people work. Look at them only to clear up an incident. That you looked, for "
                "which days and why, stands in the trail."
            )
        )
        with st.form("exact-times", border=False):
            reason = st.text_input(words("Which incident?"), max_chars=500)
            left, right = st.columns(2)
            first = left.date_input(words("First day"), value=today, format="DD.MM.YYYY")
            last = right.date_input(words("Last day"), value=today, format="DD.MM.YYYY")
            asked = st.form_submit_button(words("Show exact times"))
        if asked and isinstance(first, datetime.date) and isinstance(last, datetime.date):
            trail(words, desk().auditing.exact_times(actor, reason, first, last), "exact")


def _when(words: Words, line: AuditLine) -> str:
    if line.at is None:
        return words.date(line.day)
    return f"{words.date(line.day)}, {line.at:%H:%M:%S} UTC"


def _who(words: Words, line: AuditLine) -> str:
    return called(words, line.who or DELETED)
