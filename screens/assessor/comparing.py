"""Both views side by side, where they differ and why. An assessor sees the own view, the city those that are shown."""

import streamlit as st

from assessment.desk.door import may, to_assessment
from locales.words import Words
from models.comparison import Comparison
from reports.content.assessor import assessor_blocks
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.blocks import draw
from screens.show.plain import plain


def comparing(assessment: str, revision: str | None) -> None:
    """Draws the page.

    Args:
        assessment: the id of an assessment, as the address names it.
        revision: the number of an earlier closing.
    """
    words, actor = speak(), current_actor()
    found = desk().assessments.get(actor, assessment)
    beside = may(tuple(to_assessment(actor, found)), "assess beside")
    wanted = int(revision) if revision and revision.isdecimal() else None
    if beside:
        own = desk().assessing.own_view(actor, assessment)
        views: tuple[Comparison, ...] = () if own is None else (own,)
    else:
        views = desk().assessing.views(actor, assessment, wanted)
    with column(WORKING):
        st.caption(f"{plain(found.city.name)} · {plain(found.title)}")
        st.title(words("Seen from outside"), anchor=False)
        if not views:
            _none(words, beside=beside)
        for each in views:
            draw(tuple(assessor_blocks(each, words)), words)
        if beside and st.button(words("Go on rating"), key="to-beside", type="primary"):
            st.switch_page("assessing.py", query_params={"assessment": assessment})


def _none(words: Words, *, beside: bool) -> None:
    if beside:
        st.markdown(words("You have not rated anything yet. As soon as you have, both views stand here side by side."))
    else:
        st.markdown(
            words(
                "Nobody shows a view from outside. A consultant to whom you open this assessment can rate beside you "
                "and show you where you differ; your own answers stay as they are."
            )
        )
