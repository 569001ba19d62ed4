"""Several cohorts side by side: the newest edition of each, in figures that were published."""

from collections.abc import Sequence

import streamlit as st

from assessment.desk.benchmarking import GroupEditions
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from reports.content.group import figures_table, group_radar
from screens.frame.here import desk
from screens.groups.showing import case_of
from screens.show.blocks import table
from screens.show.charts import chart
from screens.show.plain import plain

_MOST = 3


def side_by_side(words: Words, actor: Actor, known: Sequence[Cohort]) -> None:
    """Draws the cohorts that have something published; at most three at once."""
    found = {each.id: desk().benchmarking.of_cohort(actor, each.id) for each in known}
    published = [each for each in known if _own(found[each.id]) is not None]
    if not published:
        st.info(words("None of your cohorts has published anything yet."))
        return
    chosen = st.multiselect(
        words("Cohorts"),
        published,
        default=published[:_MOST],
        format_func=lambda each: each.name,
        max_selections=_MOST,
        key=f"side-{len(published)}",
    )
    for place, cohort in zip(st.columns(max(1, len(chosen))), chosen, strict=False):
        with place:
            _one(words, cohort, found[cohort.id])


def _one(words: Words, cohort: Cohort, groups: Sequence[GroupEditions]) -> None:
    own = _own(groups)
    if own is None:
        return
    case = case_of(groups, own, own.editions[-1], words)
    st.markdown(f"**{plain(cohort.name)}**")
    chart(group_radar(case), words)
    table(figures_table(case))


def _own(groups: Sequence[GroupEditions]) -> GroupEditions | None:
    return next((each for each in groups if each.cohort is not None), None)
