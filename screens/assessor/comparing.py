"""Both views side by side, where they differ and why. An assessor sees the own view, the city those that are shown."""

import streamlit as st

from assessment.desk.door import may, to_assessment
from locales.words import Words
from models.assessment import Assessment
from models.comparison import Comparison
from models.people import Actor
from reports.content.assessor import ASSESSOR, CITY, assessor_blocks
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.outcome.ways import back
from screens.show.blocks import draw
from screens.show.leading import Leading, reasons_of
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
    views = views_of(actor, found, wanted)
    with column(WORKING):
        st.caption(f"{plain(found.city.name)} · {plain(found.title)}")
        st.title(words("Seen from outside"), anchor=False)
        if not views:
            _none(words, beside=beside)
        for number, each in enumerate(views, 1):
            draw(tuple(assessor_blocks(each, words)), words, _reasons(assessment, each, number))
        if beside and st.button(words("Go on rating"), key="to-beside", type="primary"):
            st.switch_page("assessing.py", query_params={"assessment": assessment})
        back(words, assessment, wanted)


def views_of(actor: Actor, found: Assessment, revision: int | None) -> tuple[Comparison, ...]:
    """The views that somebody may look at: an assessor the own one, the city those that are shown to it."""
    if may(tuple(to_assessment(actor, found)), "assess beside"):
        own = desk().assessing.own_view(actor, found.id)
        return () if own is None else (own,)
    return desk().assessing.views(actor, found.id, revision)


def _reasons(assessment: str, of: Comparison, number: int) -> Leading:
    """From a figure to its reason, in the view that its subject names."""
    revision = of.view.revision
    leads = {CITY: reasons_of(assessment, revision), ASSESSOR: reasons_of(assessment, revision, number)}

    def lead(subject: str | None) -> str | None:
        found = ((view, to) for view, to in leads.items() if subject and subject.startswith(view))
        return next((to((subject or "").removeprefix(view)) for view, to in found), None)

    return lead


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
