"""Publishing grouped figures: how many cities count and which cells will be shown, never a figure before it is out."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from assessment import wiring
from assessment.benchmark.gathering import layout_of
from assessment.benchmark.peers import PEER_GROUPS
from assessment.desk.benchmarking import Preview
from assessment.desk.errors import WishRefused
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from reports.content.group_naming import cell_name, depth_words, peers_words
from screens.frame.here import desk
from screens.show.plain import plain


def publishing(words: Words, actor: Actor, cohort: Cohort) -> None:
    """Draws it."""
    st.markdown(
        words(
            "An edition is published once and stays as it is. Until then nobody sees a figure, you neither: only how "
            "many cities count, and what will be shown."
        )
    )
    group = st.selectbox(
        words("Whose results"),
        PEER_GROUPS,
        format_func=lambda each: peers_words(each, words),
        key=f"peers-{cohort.id}-{words.language}",
    )
    seen = desk().benchmarking.preview(actor, cohort.id, group)
    if seen.depth is None:
        st.info(words("No city that agreed to be counted has a closed result yet."))
        return
    counted = words("{count} cities count", count=seen.counted)
    st.markdown(f"**{plain(counted)}** · {plain(depth_words(seen.depth, words))}")
    _shown(words, seen)
    _publish(words, actor, cohort, group, possible=bool(seen.shown))


def _shown(words: Words, seen: Preview) -> None:
    model = wiring.library().models[0]
    if seen.depth is None:
        return
    layout = layout_of(model, seen.depth)
    reasons = {each.cell: words.say(each.why) for each in seen.hidden}
    details = {part: sum(cell in seen.shown for cell in cells) for part, cells in layout.details.items()}
    rows = [
        [
            plain(cell_name(cell, model, words)),
            words("will be shown") if cell in seen.shown else words("hidden"),
            plain(reasons.get(cell, "")),
            str(details[cell]) if details.get(cell) else "",
        ]
        for cell in layout.cells
    ]
    head = [words("Dimension or process"), words("Edition"), words("Why not"), words("Details shown")]
    with st.expander(
        words("{shown} figures will be shown, {hidden} not", shown=len(seen.shown), hidden=len(seen.hidden)),
        expanded=not seen.shown,
        key="preview-cells",
    ):
        st.table(
            pd.DataFrame(rows, columns=head), border="horizontal", hide_index=True, alt=words("What will be shown")
        )


def _publish(words: Words, actor: Actor, cohort: Cohort, group: str, *, possible: bool) -> None:
    with st.container(horizontal=True):
        if st.button(words("Publish the edition"), type="primary", key=f"publish-{cohort.id}", disabled=not possible):
            _told(words, lambda: desk().benchmarking.publish(actor, cohort.id, group))
        if st.button(
            words("Publish before and after"),
            key=f"publish-pair-{cohort.id}",
            help=words("Two editions at once over the cities that have two results: the last one, and the one before."),
        ):
            _told(words, lambda: desk().benchmarking.publish_pair(actor, cohort.id))


def _told(words: Words, wish: Callable[[], object]) -> None:
    try:
        wish()
    except WishRefused as refused:
        st.warning(plain(words.say(refused.message)))
    else:
        st.success(words("Published. You find it under “Figures”, and so do the cities of the cohort."))
