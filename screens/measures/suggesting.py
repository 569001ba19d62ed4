"""What the results suggest to do first, each with a day and an owner, taken over as measures in one step."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from assessment import wiring
from assessment.planning.covering import is_covered
from assessment.planning.measures import taken_up
from assessment.planning.quarters import usual_days
from assessment.recommending import draft, priorities
from locales.words import Words
from models.assessment import Assessment
from models.measures import Measure, MeasureDraft
from models.people import Actor
from models.priorities import Priority
from models.profile import Profile
from models.questionnaire import CapabilityModel
from reports.content.grounds import ground_words
from reports.content.naming import process_name
from screens.frame.here import desk
from screens.library.leading import to_library
from screens.show.plain import plain

_CHOSEN_AT_FIRST = 3
_FORMAT = "DD.MM.YYYY"


@dataclass(frozen=True, slots=True)
class _Suggestion:
    """A process to turn to, the measure that it would become, what people call it, and a day for it."""

    priority: Priority
    draft: MeasureDraft
    name: str
    usual: datetime.date


def suggestions(words: Words, actor: Actor, assessment: Assessment, planned: Sequence[Measure], *, first: bool) -> None:
    """Draws at most five suggestions, three of them ticked at `first`; nothing where all are planned already.

    They lead to the target that the city keeps; without one, to what the next maturity levels ask for.
    """
    inputs = desk().results.report_inputs(actor, assessment.id)
    if not isinstance(inputs.questionnaire, CapabilityModel) or not isinstance(inputs.result, Profile):
        return
    aims = desk().aiming.aims(actor, assessment.id)
    ranked = priorities(inputs.result, inputs.questionnaire, aims.target, aims.importance)
    there = taken_up(planned, assessment.id)
    drafts = [(each, draft(inputs.result, inputs.questionnaire, each.process, words.language)) for each in ranked]
    fresh = [(each, drawn) for each, drawn in drafts if not is_covered(there, each.process, each.level.low + 1)]
    if fresh:
        model, days = inputs.questionnaire, usual_days(wiring.now().date(), len(fresh))
        told = [
            _Suggestion(each, drawn, process_name(model, each.process, words), day)
            for (each, drawn), day in zip(fresh, days, strict=True)
        ]
        _form(words, actor, assessment, told, _CHOSEN_AT_FIRST if first else 0)


def _form(words: Words, actor: Actor, assessment: Assessment, told: Sequence[_Suggestion], ticked: int) -> None:
    st.header(words("What the results suggest first"), anchor=False)
    st.markdown(words("Choose up to five, give each a day, and take them over. Everything can be changed afterwards."))
    with st.form(f"suggested-{assessment.id}", border=True):
        drawn = [_row(words, actor, each, chosen=number < ticked) for number, each in enumerate(told)]
        taken = st.form_submit_button(words("Take over as measures"), type="primary")
    if taken:
        chosen = [each for each in drawn if each is not None]
        if chosen:
            desk().measuring.begin_from(actor, assessment.id, chosen)
            st.rerun()
        st.warning(words("Nothing is chosen. Tick at least one suggestion."))


def _row(words: Words, actor: Actor, told: _Suggestion, *, chosen: bool) -> MeasureDraft | None:
    """One suggestion; what comes of it where it is ticked."""
    priority, drawn, key = told.priority, told.draft, f"{told.draft.process}-{words.language}"
    left, middle, right = st.columns([5, 2, 3], vertical_alignment="bottom")
    with left:
        ticked = st.checkbox(f"**{plain(told.name)}**", value=chosen, key=f"choose-{key}")
    due = middle.date_input(words("Due"), value=told.usual, format=_FORMAT, key=f"due-{key}")
    owner = right.text_input(
        words("In charge"), max_chars=200, key=f"owner-{key}", placeholder=words("a function or department")
    )
    st.caption(
        words(
            "{what} From level {begins} to {ends}; {ground}.",
            what=plain(drawn.title.rstrip(".") + "."),
            begins=priority.level.low,
            ends=priority.level.low + 1,
            ground=ground_words(priority.ground, words),
        )
    )
    if drawn.process:
        to_library(words, actor, drawn.process)
    if not ticked:
        return None
    return replace(drawn, owner=owner or "", due=due if isinstance(due, datetime.date) else None)
