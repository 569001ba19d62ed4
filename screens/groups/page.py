"""The page of a trainer: one cohort at a time, or several side by side."""

from collections.abc import Callable

import streamlit as st

from assessment.desk.door import in_house, may
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from screens.frame.began import sent
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.groups.cities import cities
from screens.groups.figures import figures
from screens.groups.planner import planner
from screens.groups.publishing import publishing
from screens.groups.side_by_side import side_by_side
from screens.groups.whole import whole
from screens.show.ahead import charts_ahead
from screens.show.one_field import one_field
from screens.show.plain import plain
from screens.show.told_apart import told_apart

_LAST = "cohort-last"

_VIEWS: dict[str, Callable[[Words, Actor, Cohort], None]] = {
    "cities": cities,
    "planner": planner,
    "publishing": publishing,
    "figures": figures,
}

_FOUNDED = "cohorts-founded"


def groups() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    with column(WORKING):
        st.title(words("Cohorts"), anchor=False)
        known = desk().cohorts.mine(actor)
        charts_ahead()
        if not known:
            st.markdown(words("You lead no cohort yet. A cohort is a group of cities that work with you."))
            if _founds(actor):
                _founding(words, actor)
        _views(words, actor, known)


def _views(words: Words, actor: Actor, known: tuple[Cohort, ...]) -> None:
    # Which cohort is chosen stands above the views, and only where one of them is about a single cohort.
    above = st.container()
    views = _names(words, actor, len(known))
    if not views:
        return
    view = st.segmented_control(
        words("What to look at"),
        list(views),
        default=next(iter(views)),
        format_func=lambda key: views[key],
        required=True,
        key=f"cohort-view-{words.language}" if known else "cohort-view-none",
        label_visibility="collapsed",
    )
    if view == "side":
        st.header(words("Several cohorts side by side"), anchor=False)
        side_by_side(words, actor, known)
    elif view == "whole":
        st.header(words("The whole network"), anchor=False)
        whole(words, actor, known)
    else:
        with above:
            chosen = _chosen(words, known)
        st.header(plain(chosen.name), anchor=False)
        _VIEWS[view](words, actor, chosen)
    if view == "cities" and _founds(actor):
        with st.expander(words("Begin another cohort"), icon=":material/group_add:", key="another-cohort"):
            _founding(words, actor)


def _chosen(words: Words, known: tuple[Cohort, ...]) -> Cohort:
    """The cohort that is looked at: of several the one that was chosen last."""
    if len(known) == 1:
        return known[0]
    names, last = told_apart({each.id: each.name for each in known}), st.session_state.get(_LAST)
    chosen = st.selectbox(
        words("Cohort"),
        known,
        index=next((at for at, each in enumerate(known) if each.id == last), 0),
        format_func=lambda each: names[each.id],
        key=f"cohort-chosen-{len(known)}",
    )
    # A choice that is not drawn is forgotten: views of several cohorts come in between.
    st.session_state[_LAST] = chosen.id
    return chosen


def _names(words: Words, actor: Actor, count: int) -> dict[str, str]:
    """The views that there are for somebody who leads so many cohorts."""
    names = {
        "cities": words("Cities"),
        "planner": words("Planner"),
        "publishing": words("Publish"),
        "figures": words("Figures"),
        "side": words("Side by side"),
        "whole": words("Whole network"),
    }
    least = {"side": 2, "whole": 0}
    offered = {key: name for key, name in names.items() if count >= least.get(key, 1)}
    if not may(tuple(in_house(actor)), "publish for network"):
        offered.pop("whole")
    return offered


def _founds(actor: Actor) -> bool:
    return may(tuple(in_house(actor)), "found cohort")


def _founding(words: Words, actor: Actor) -> None:
    button = words("Begin the cohort")
    name = one_field(words, words("New cohort"), button, "found-cohort", afresh=_FOUNDED)
    if name is not None:
        st.session_state[_LAST] = desk().cohorts.found(actor, name).id
        sent(_FOUNDED)
        st.rerun()
