"""Choosing the target of a city: one of the model's, or levels of its own. The gaps below move with the choice."""

from collections.abc import Mapping

import streamlit as st

from assessment.desk.aiming import Aims
from assessment.path import gaps, levels_of
from locales.words import Words
from models.path import ProfileTarget
from reports.content.aims import target_name
from reports.content.case import Aim, Case
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.here import current_actor, desk
from screens.show.plain import plain
from screens.show.pressing import pressed
from screens.show.stored import say_stored

_OWN = "own"


def choose(case: Case, aims: Aims, assessment: str, *, may_set: bool) -> Aim:
    """Draws the choice, and the button that keeps it; what is chosen now, kept or not."""
    words, place = case.words, f"target-began-{assessment}"
    begun = began_with(place, lambda each: _choice(each, words), aims)
    standing = _standing(begun)
    if not may_set:
        st.caption(words("The lead of the city sets the target."))
    known = [*(each.id for each in case.model.head.targets), _OWN]
    with st.container(key="targets"):
        chosen = st.radio(
            words("Which target?"),
            known,
            index=known.index(standing) if standing in known else None,
            format_func=lambda each: words("Our own") if each == _OWN else target_name(each, case.model, words),
            captions=[_told(each, aims, case) for each in known],
            key=_choice(begun, words),
        )
    _reason(words, aims, chosen)
    levels = _own_levels(case, begun) if chosen == _OWN else {}
    if _version(begun) != _version(aims) and chosen == standing and (chosen != _OWN or _is_as_begun(levels, begun)):
        begin_anew(place)
        st.rerun()
    aim = _aim(chosen or standing or case.model.head.targets[0].id, levels, case)
    if may_set and chosen is not None:
        late = overtaken(words, place, _version(begun), _version(aims))
        if _kept(words, aims, assessment, chosen, levels, late=late):
            begin_anew(place)
            say_stored(words)
            st.rerun()
    return aim


def _version(aims: Aims) -> int:
    return aims.kept.version if aims.kept else 0


def _choice(aims: Aims, words: Words) -> str:
    return f"target-{_version(aims)}-{words.language}"


def _is_as_begun(levels: Mapping[str, int], begun: Aims) -> bool:
    before = _begin(begun)
    return all(level == before.get(process, 0) for process, level in levels.items())


def _standing(aims: Aims) -> str | None:
    """What is chosen before anybody clicks: the city's choice, or what the model proposes."""
    if aims.kept is not None:
        return aims.kept.named or _OWN
    return None if aims.proposal is None else aims.proposal.named


def _told(target: str, aims: Aims, case: Case) -> str:
    """What a target means, how far the city is from it, and whether it is the city's own choice or proposed."""
    words = case.words
    found = next((each for each in case.model.head.targets if each.id == target), None)
    if found is None:
        parts = [words("Level by level, as you decide.")]
    else:
        missing = sum(gap.levels or 0 for gap in gaps(case.profile, levels_of(case.model, found)))
        parts = [words.text(found.meaning), words("Levels missing: {count}.", count=missing)]
    if target == _standing(aims):
        parts.append(words("Proposed to you.") if aims.kept is None else words("Your target."))
    return plain(" ".join(parts))


def _reason(words: Words, aims: Aims, chosen: str | None) -> None:
    proposal = aims.proposal
    if proposal is not None and proposal.reason is not None and chosen == _OWN:
        names = ", ".join(proposal.higher)
        st.info(
            words("Proposed for your city at level 4: {processes}. {reason}", processes=names, reason=proposal.reason)
        )


def _own_levels(case: Case, aims: Aims) -> Mapping[str, int]:
    """A level for each process, dimension by dimension."""
    words, begin = case.words, _begin(aims)
    highest, levels = case.framework.highest_level, dict[str, int]()
    st.markdown(words("A dash asks for nothing. Level 4 and 5 are for few: they need figures over several years."))
    for dimension in case.model.head.dimensions:
        with st.expander(plain(words.text(dimension.name))):
            for process in case.model.processes_of(dimension.id):
                level = st.segmented_control(
                    f"{process.id} {plain(words.text(process.name))}",
                    range(highest + 1),
                    default=begin.get(process.id, 0),
                    format_func=lambda each: str(each) if each else "–",
                    required=True,
                    key=f"own-{process.id}-{_version(aims)}",
                )
                levels[process.id] = int(level or 0)
    return levels


def _begin(aims: Aims) -> Mapping[str, int]:
    if aims.kept is not None and aims.kept.levels:
        return aims.kept.levels
    return {} if aims.proposal is None else aims.proposal.levels


def _aim(chosen: str, levels: Mapping[str, int], case: Case) -> Aim:
    if chosen == _OWN:
        wanted = {process: level for process, level in levels.items() if level}
        return Aim(target_name(None, case.model, case.words), ProfileTarget(wanted))
    found = next((each for each in case.model.head.targets if each.id == chosen), case.model.head.targets[0])
    return Aim(case.words.text(found.name), levels_of(case.model, found))


def _kept(words: Words, aims: Aims, assessment: str, chosen: str, levels: Mapping[str, int], *, late: bool) -> bool:
    """Draws the button that keeps the choice, or that it is kept; whether it was kept just now."""
    named = None if chosen == _OWN else chosen
    own = {process: level for process, level in levels.items() if level}
    kept = aims.kept
    if kept is not None and kept.named == named and (named is not None or dict(kept.levels) == own):
        who = " · ".join(filter(None, (words.date(kept.at.date()), kept.author)))
        st.caption(plain(words("This is the target of the city, chosen {when}.", when=who)))
        return False
    lacks = None if named or own else words("Choose a level for at least one process first.")
    if pressed(words("Make this our target"), "keep-target", lacks=lacks, kind="primary", told_above=late):
        keep = own if named is None else dict(kept.levels) if kept else {}
        desk().aiming.set(current_actor(), assessment, named, keep, seen=_version(aims))
        return True
    return False
