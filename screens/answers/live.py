"""What colleagues do to the questions on this page appears by itself, question by question.

The browser only says that something may have moved. What did is found by comparing what this session has shown with
what the store has, so it does not matter how often it says so, or whether it missed something meanwhile.
"""

import streamlit as st

from assessment.desk.errors import WishRefused
from models.people import Actor
from models.sheet import Sheet
from screens.answers import keeping, pulse
from screens.browser import parts
from screens.frame.here import desk


def listen(actor: Actor, sheet: Sheet, shown: tuple[str, ...]) -> None:
    """Listens, from a fragment of its own: most of what is heard moves nothing here.

    Args:
        actor: the person at this page.
        sheet: the process, as it is drawn.
        shown: the questions that are on the page.
    """
    assessment, process = sheet.assessment.id, sheet.process.id

    def body() -> None:
        parts.live(assessment, (process,), lambda over: _look(actor, assessment, process, shown, over=over))

    st.fragment(body, key=f"listening:{assessment}")()


def _look(actor: Actor, assessment: str, process: str, shown: tuple[str, ...], *, over: bool) -> None:
    """Draws anew what moved. Ends the callback that it is called from, unless nothing did."""
    if over:
        st.rerun()
    try:
        sheet = desk().answering.sheet(actor, assessment, process)
    except WishRefused:
        # The page itself says why.
        st.rerun()
    answers = [question.answer for part in sheet.parts for question in part.questions]
    moved = [each.indicator for each in answers if each.indicator in shown and keeping.moved_on(assessment, each)]
    if moved or pulse.moved_on(sheet):
        pulse.draw_anew(sheet, moved)
