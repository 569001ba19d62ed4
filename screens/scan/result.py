"""The result of a quick scan, at once: the picture first, then strengths, what to work on, and how to go on."""

import streamlit as st

from assessment import wiring
from assessment.scoring import quick_profile
from locales.words import Words
from models.questionnaire import QuickScan
from reports.content.why import Reasons, told
from reports.handout import Occasion, report_on
from screens.browser import parts
from screens.outcome.page import scan_result
from screens.scan import memory
from screens.scan.beginning import delete_button
from screens.scan.memory import Visit
from screens.show.blocks import draw


def result(words: Words, scan: QuickScan, visit: Visit) -> None:
    """Draws the result."""
    st.title(words("Your quick scan"), anchor=False)
    if memory.is_empty(visit.answers):
        st.markdown(words("Nothing is answered yet. Go back and answer some questions; the result then stands here."))
        return
    _take_away(words, visit)
    report = report_on(scan, visit.answers, words, Occasion(wiring.now().date()))
    scan_result(words, report)
    _reasons(words, scan, visit)
    delete_button(words, "scan-delete-result")


def _reasons(words: Words, scan: QuickScan, visit: Visit) -> None:
    """Every figure down to the answers; a visitor's scan is kept nowhere, so no page of its own could show it."""
    found = Reasons(scan, quick_profile(scan, visit.answers), words)
    with st.expander(words("Why these figures?")):
        draw(tuple(told(found.of(dimension.id)) for dimension in scan.dimensions), words)


def _take_away(words: Words, visit: Visit) -> None:
    text = memory.as_file(visit.answers)
    with st.container(horizontal=True):
        url = f"/files/quick-scan.pdf?language={words.language}"
        report = parts.Download(words("Save the report (PDF)"), "report.pdf", url=url, body=text, kind="primary")
        parts.saver(words, report, key="scan-pdf")
        file = parts.Download(words("Save the answers (to go on later)"), "quick-scan.yaml", text=text)
        parts.saver(words, file, key="scan-file")
