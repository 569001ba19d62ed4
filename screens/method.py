"""How the scores are made, for people who want to know before they trust them."""

import streamlit as st

from assessment import wiring
from assessment.planning.effort import (
    MINUTES_ALONE,
    MINUTES_TOGETHER,
    SECONDS_PER_QUESTION,
    effort,
    processes_in,
)
from assessment.planning.schedule import (
    ANSWERS_BEFORE_WORKSHOP,
    INVITATION_BEFORE_ANSWERS,
    PAPERS_BEFORE_COMMITTEE,
    REMINDER_BEFORE_ANSWERS,
    SIGNED_BEFORE_PAPERS,
    WORKSHOP_BEFORE_PAPERS,
)
from assessment.scoring import profile
from locales.words import Words
from models.answers import Answers
from models.questionnaire import CapabilityModel, QuickScan
from reports.content.case import Case
from reports.content.method import self_assessment
from reports.content.reading import how_to_read, stages
from reports.handout import Occasion, facts_on
from screens.cases.depth import describe, name_of
from screens.frame.column import READING, column
from screens.frame.here import desk
from screens.frame.language import speak
from screens.show.blocks import draw, table
from screens.show.plain import plain


def _levels(words: Words, model: CapabilityModel) -> None:
    nothing = Answers(model.id, model.version, plain(words("Our city")))
    facts = facts_on(nothing, Occasion(wiring.now().date()))
    section = how_to_read(Case(model, nothing, profile(model, nothing), words, facts))
    st.header(words("From answers to levels"), anchor=False)
    draw(section.blocks[1:], words)


def _maturity(words: Words, model: CapabilityModel) -> None:
    st.header(words("Maturity of the whole city"), anchor=False)
    st.markdown(plain(words.text(model.head.maturity_notice)))
    for level in model.head.maturity:
        st.markdown(f"- **{level.level} · {plain(words.text(level.name))}:** {plain(words.text(level.meaning))}")


def _quick(words: Words, scan: QuickScan) -> None:
    st.header(words("The quick scan"), anchor=False)
    st.markdown(plain(words.text(scan.file.notice)))
    table(stages(scan, words))


def _effort(words: Words, model: CapabilityModel) -> None:
    """What an assessment asks of people, and on which assumptions that rests."""
    st.header(words("How much time it takes"), anchor=False)
    st.markdown(
        words(
            "Ratings are counted from the questionnaire. Times are planning figures: {alone} minutes a process for one "
            "person, {together} minutes in a workshop (3 to read, 5 for each alone, 12 to discuss, 5 to decide), and "
            "{seconds} seconds for a question of the quick scan.",
            alone=MINUTES_ALONE,
            together=MINUTES_TOGETHER,
            seconds=SECONDS_PER_QUESTION,
        )
    )
    framework = model.framework()
    for depth in ("basic", "full"):
        asked = effort(model, processes_in(model, depth, ()), framework.highest_level)
        st.markdown(f"- **{name_of(depth, words)}:** {describe(asked, words)}")
    st.markdown(
        words(
            "Days run back from the committee: papers {papers} days before it, the signature {signed} and the workshop "
            "{workshop} days before the papers, answers {answers} days before the workshop, a reminder {reminder} and "
            "the invitation {invitation} days before the answers. A day on a weekend moves to the Friday before.",
            papers=PAPERS_BEFORE_COMMITTEE,
            signed=SIGNED_BEFORE_PAPERS,
            workshop=WORKSHOP_BEFORE_PAPERS,
            answers=ANSWERS_BEFORE_WORKSHOP,
            reminder=REMINDER_BEFORE_ANSWERS,
            invitation=INVITATION_BEFORE_ANSWERS,
        )
    )


def _sources(words: Words, model: CapabilityModel) -> None:
    st.header(words("What the model rests on"), anchor=False)
    for notice in (model.head.notice, model.framework().notice):
        st.markdown(plain(words.text(notice)))
    with st.expander(words("Literature")):
        for source in model.sources:
            st.markdown(f"- {plain(source.citation)}")


words = speak()
with column(READING):
    st.title(words("How the scores are made"), anchor=False)
    st.markdown(plain(self_assessment(words)))
    for each in desk().library.models:
        _levels(words, each)
        _maturity(words, each)
    for each_scan in desk().library.quick_scans:
        _quick(words, each_scan)
    for each in desk().library.models:
        _effort(words, each)
        _sources(words, each)
