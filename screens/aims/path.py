"""The shortest path on a screen: where to, what it takes, step by step, and how it becomes measures."""

import streamlit as st

from assessment.path import alternatives, destinations, shortest
from models.path import Path, Stretch
from reports.content.case import Aim, Case
from reports.content.paths import (
    alternative_ways,
    choice_blocks,
    hindrances,
    is_planned,
    path_figures,
    stretch_blocks,
    stretch_title,
)
from screens.aims.destination import choose_destination
from screens.aims.measures import offer
from screens.show.blocks import draw
from screens.show.leading import Leading
from screens.show.plain import plain


def draw_path(case: Case, aim: Aim | None, assessment: str, lead: Leading, *, may_plan: bool) -> None:
    """Draws the choice of the destination and the path there."""
    words = case.words
    st.header(words("The shortest path"), anchor=False)
    st.markdown(
        words(
            "The fewest and smallest improvements that lead there, whatever the open answers turn out to be. Each "
            "letter costs one; nothing on the way lowers anything, and every step is worth something by itself."
        )
    )
    destination = choose_destination(case, aim)
    if destination is None:
        st.success(words("Every process is at the highest level that this assessment looks at."))
        return
    path = shortest(case.model, case.answers, destination.target, case.profile.settings)
    draw(hindrances(path.hindrances, case), words, lead)
    if not path.steps:
        _no_steps(path, case)
        return
    draw((path_figures(path, words),), words, lead)
    every = destinations(case.model, case.answers, destination.target, case.profile.settings)
    draw(choice_blocks(path, every, case), words, lead)
    _planned_already(path, case)
    if may_plan:
        offer(words, case, assessment, path.stretches, "path")
    for number, stretch in enumerate(path.stretches, 1):
        _stretch(number, stretch, case, assessment, lead, may_plan=may_plan)


def _planned_already(path: Path, case: Case) -> None:
    count = sum(is_planned(each, case) for each in path.stretches)
    if count:
        total = len(path.stretches)
        st.markdown(case.words("Planned as measures already: {count} of {total} processes.", count=count, total=total))


def _no_steps(path: Path, case: Case) -> None:
    words = case.words
    if path.hindrances:
        st.info(
            words(
                "There is no way there with the answers of this assessment. Choose another destination above; what is "
                "looked at, and up to which level, is set when an assessment begins."
            )
        )
    else:
        st.success(words("You are there already."))


def _stretch(number: int, stretch: Stretch, case: Case, assessment: str, lead: Leading, *, may_plan: bool) -> None:
    words = case.words
    with st.expander(f"{number}. {plain(stretch_title(stretch, case))}", expanded=number == 1):
        draw(stretch_blocks(stretch, case), words, lead)
        ways = alternatives(case.model, case.answers, stretch.process, stretch.ends, case.profile.settings)
        draw(alternative_ways(ways, case), words, lead)
        if may_plan:
            offer(words, case, assessment, (stretch,), stretch.process)
