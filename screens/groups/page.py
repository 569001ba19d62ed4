"""The page of a trainer: one cohort at a time, or several side by side."""

from collections.abc import Callable, Sequence

import streamlit as st

from assessment.desk.door import in_house, may
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.groups.cities import cities
from screens.groups.figures import figures
from screens.groups.planner import planner
from screens.groups.publishing import publishing
from screens.groups.side_by_side import side_by_side
from screens.show.plain import plain

_VIEWS: dict[str, Callable[[Words, Actor, Cohort], None]] = {
    "cities": cities,
    "planner": planner,
    "publishing": publishing,
    "figures": figures,
}


def groups() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    with column(WORKING):
        st.title(words("Cohorts"), anchor=False)
        known = desk().cohorts.mine(actor)
        if not known:
            st.markdown(words("You lead no cohort yet. A cohort is a group of cities that work with you."))
        else:
            _known(words, actor, known)
        if may(tuple(in_house(actor)), "found cohort"):
            _founding(words, actor, len(known))


def _known(words: Words, actor: Actor, known: Sequence[Cohort]) -> None:
    chosen = known[0]
    if len(known) > 1:
        chosen = st.selectbox(
            words("Cohort"), known, format_func=lambda each: each.name, key=f"cohort-chosen-{len(known)}"
        )
    names = {
        "cities": words("Cities"),
        "planner": words("Planner"),
        "publishing": words("Publish"),
        "figures": words("Figures"),
        "side": words("Side by side"),
    }
    offered = list(names) if len(known) > 1 else [key for key in names if key != "side"]
    view = st.segmented_control(
        words("What to look at"),
        offered,
        default="cities",
        format_func=lambda key: names[key],
        required=True,
        key=f"cohort-view-{words.language}",
        label_visibility="collapsed",
    )
    st.header(plain(chosen.name if view != "side" else words("Several cohorts side by side")), anchor=False)
    if view == "side":
        side_by_side(words, actor, known)
    else:
        _VIEWS[view](words, actor, chosen)


def _founding(words: Words, actor: Actor, count: int) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(words("New cohort"), max_chars=200, key=f"new-cohort-{count}")
        if st.button(words("Begin the cohort"), key="found-cohort", disabled=not (name and name.strip())):
            desk().cohorts.found(actor, str(name))
            st.rerun()
