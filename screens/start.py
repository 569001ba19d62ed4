"""The first page: what this is, the two ways in, and what comes out."""

import streamlit as st

from locales.words import Words
from reports.content import radar
from screens.browser import parts
from screens.frame.column import WIDE, column
from screens.frame.language import speak
from screens.show.charts import sketch
from screens.show.example import example


def _hero(words: Words) -> None:
    st.title(words("How mature is your city's urban diplomacy?"), anchor=False)
    st.markdown(
        words(
            "You answer questions about how your city works with the world: mandate, partners, networks, visits, "
            "projects, dialogue under strain. You get a profile over eight dimensions, with the reason behind every "
            "figure. And you hold a report that says what is good already, and what to do next."
        )
    )


def _ways_in(words: Words) -> None:
    ways = st.grid(2, min_column_width=220)
    with ways.container(border=True, height="stretch"):
        st.header(words("Quick scan"), anchor=False)
        st.markdown(words("30 questions, about 20 minutes, no account. Your answers stay in your browser."))
        st.space("stretch")
        if st.button(words("Take the quick scan"), type="primary", width="stretch"):
            st.switch_page("quick_scan.py")
    with ways.container(border=True, height="stretch"):
        st.header(words("Assessment"), anchor=False)
        st.markdown(words("The processes you choose, rated in depth, with notes and evidence. Every click is stored."))
        st.space("stretch")
        if st.button(words("To the assessments"), width="stretch"):
            st.switch_page("assessments.py")


def _picture(words: Words) -> None:
    shown = example()
    if shown is None:
        return
    model, profile = shown
    chart = radar(profile, model, words)
    sketch(chart, words, height=430, margin={"l": 120, "r": 120, "t": 40, "b": 40})
    st.caption(
        words("An invented city: mean capability level in each dimension, from 0 to 5."), text_alignment="center"
    )


def _take_home(words: Words) -> None:
    st.header(words("To look at first, or to work on paper"), anchor=False)
    with st.container(horizontal=True):
        for label, name in (
            (words("Sample report of an invented city (PDF)"), "sample-report.pdf"),
            (words("Quick scan on paper (PDF)"), "empty/quick-scan.pdf"),
            (words("Basic set on paper (PDF)"), "empty/urban-diplomacy.pdf"),
            (words("Basic set as workbook (XLSX)"), "empty/urban-diplomacy.xlsx"),
        ):
            url = f"/files/{name}?language={words.language}"
            parts.saver(words, parts.Download(label, name.rsplit("/", 1)[-1], url=url), key=f"take-{name}")


def _kindness(words: Words) -> None:
    st.caption(
        words(
            "A level says how dependable the work is, not how committed people are. A low level is a place to start. "
            "Every result is a self-assessment, never a certificate."
        )
    )


words = speak()
with column(WIDE):
    with st.grid(2, min_column_width=480, gap="large", vertical_alignment="center") as halves:
        with halves.cell():
            _hero(words)
            _ways_in(words)
            _kindness(words)
        with halves.cell():
            _picture(words)
    _take_home(words)
