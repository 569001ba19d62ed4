"""From steps to measures: what a path, or a trial, says of a task before anybody has filled in owner and day."""

from collections.abc import Sequence

import streamlit as st

from locales.words import Words
from models.measures import MeasureDraft
from models.path import Stretch
from reports.content.case import Case
from reports.content.naming import process_name
from reports.content.paths import advised, is_planned
from screens.frame.here import current_actor, desk

_TITLE_LIMIT = 200


def offer(words: Words, case: Case, assessment: str, stretches: Sequence[Stretch], key: str) -> None:
    """Draws the button that takes these stretches over, one measure each; not those that are planned already."""
    told = f"taken-over-{assessment}-{key}"
    if told in st.session_state:
        _tell(words, assessment, st.session_state.pop(told))
    fresh = [each for each in stretches if not is_planned(each, case)]
    if not fresh:
        return
    label = words("Take over as a measure") if len(fresh) == 1 else words("Take over all as measures")
    if len(fresh) < len(stretches):
        label = words("Take over what is not planned yet ({count})", count=len(fresh))
    if st.button(
        label, key=f"take-over-{key}", icon=":material/playlist_add:", type="primary" if key == "path" else "secondary"
    ):
        new = desk().measuring.begin_from(current_actor(), assessment, [draft(each, case) for each in fresh])
        # What is planned now shows at every step, also at those that are drawn already.
        st.session_state[told] = len(new)
        st.rerun()


def draft(stretch: Stretch, case: Case) -> MeasureDraft:
    """A stretch as a measure: its title says what to do, or what is to be reached where nobody recommends anything."""
    words = case.words
    name = process_name(case.model, stretch.process, words)
    reached = _reached(name, stretch, case)
    title = next(advised(stretch, case), reached)
    shown = "; ".join(words.text(each) for each in case.model.process(stretch.process).work_products)
    return MeasureDraft(
        title=title if len(title) <= _TITLE_LIMIT else reached,
        process=stretch.process,
        indicators=tuple(step.indicator for step in stretch.steps),
        level=stretch.ends if stretch.ends > stretch.begins else None,
        evidence=shown,
    )


def _reached(name: str, stretch: Stretch, case: Case) -> str:
    words = case.words
    if stretch.ends > stretch.begins:
        return words("{process}: reach level {level}", process=name, level=stretch.ends)
    ids = ", ".join(step.indicator.removeprefix(f"{stretch.process}.") for step in stretch.steps)
    return words("{process}: improve {ids}", process=name, ids=ids)


def _tell(words: Words, assessment: str, count: int) -> None:
    if count:
        st.success(
            words.many(
                count,
                "One measure is taken over. Give it an owner and a day.",
                "Taken over: {count} measures. Give each an owner and a day.",
            )
        )
        query = {"assessment": assessment}
        st.page_link("planned.py", label=words("To the measures"), icon=":material/checklist:", query_params=query)
    else:
        st.info(words("These measures stand there already."))
