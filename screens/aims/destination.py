"""Where a path is to lead: to the target, the next maturity level, or one process to one level."""

from dataclasses import dataclass

import streamlit as st

from models.path import MaturityTarget, ProfileTarget, Target
from reports.content.case import Aim, Case
from reports.content.naming import process_name


@dataclass(frozen=True)
class Destination:
    """Where to, and what that is called."""

    target: Target
    name: str


def choose_destination(case: Case, aim: Aim | None) -> Destination | None:
    """Draws the choice; None where nothing lies ahead."""
    words, following = case.words, _next_maturity(case)
    offers = {"maturity": words("the next maturity level")} if following is not None else {}
    offers |= {"target": words("the target “{name}”", name=aim.name)} if aim is not None else {}
    offers |= {"process": words("one process")}
    kind = st.segmented_control(
        words("Where to?"),
        list(offers),
        default=next(iter(offers)),
        format_func=lambda each: offers[each],
        required=True,
        key=f"destination-{words.language}",
    )
    if kind == "maturity" and following is not None:
        return Destination(MaturityTarget(following), words("maturity level {level}", level=following))
    if kind == "target" and aim is not None:
        return Destination(aim.target, aim.name)
    return _one_process(case)


def _next_maturity(case: Case) -> int | None:
    levels = sorted(each.level for each in case.model.head.maturity)
    return next((level for level in levels if level > case.profile.maturity.low), None)


def _one_process(case: Case) -> Destination | None:
    words, highest = case.words, case.profile.settings.highest_level
    levels = {result.process: level.low for result, level in case.assessed if level.low < highest}
    if not levels:
        return None
    left, right = st.columns([3, 2])
    process = left.selectbox(
        words("Process"),
        list(levels),
        format_func=lambda each: process_name(case.model, each, words),
        key=f"path-process-{words.language}",
    )
    ahead = range(levels[process] + 1, highest + 1)
    level = right.segmented_control(
        words("Level"), ahead, default=ahead[0], required=True, key=f"path-level-{process}-{words.language}"
    )
    name = words("{process} at level {level}", process=process, level=level)
    return Destination(ProfileTarget({process: int(level)}), name)
