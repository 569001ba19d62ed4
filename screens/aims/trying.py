"""What if: other ratings tried out beside the real ones. Profile, levels, maturity and path move with every click.

Nothing is stored: what is tried stands in this window alone, until it is put back, left, or taken over as measures.
"""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from assessment import wiring
from assessment.desk.aiming import Aims
from assessment.desk.door import may, to_assessment
from assessment.path import raised, tried
from assessment.scoring import profile
from locales.words import Words
from models.path import Stretch
from models.profile import Profile
from models.questionnaire import CapabilityModel
from reports.content.case import Case, Context
from reports.content.trial import trial_figures, trial_levels, trial_radar
from reports.handout import Occasion, facts_on
from screens.aims.measures import offer
from screens.aims.statements import statements
from screens.frame.column import WIDE, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.outcome.ways import back
from screens.show.blocks import draw
from screens.show.charts import sketch
from screens.show.plain import plain

_WIDTH = 330.0
"""The width of the radar in points: half a page, with letters that can be read."""


def trying(assessment: str) -> None:
    """Draws the page of the assessment with this id."""
    words, actor = speak(), current_actor()
    inputs = desk().results.report_inputs(actor, assessment)
    with column(WIDE):
        st.caption(f"{plain(inputs.assessment.city.name)} · {plain(inputs.assessment.title)}")
        st.title(words("What if?"), anchor=False)
        if not isinstance(inputs.questionnaire, CapabilityModel) or not isinstance(inputs.result, Profile):
            st.markdown(words("Only an assessment has levels to try out; a quick scan has stages."))
            back(words, assessment)
            return
        st.info(words("Nothing here is stored. Change ratings and see what moves; the real answers stay as they are."))
        occasion = Occasion(wiring.now().date(), inputs.assessment.title)
        facts = facts_on(inputs.answers, occasion)
        beside = Context(measures=desk().measuring.beside(actor, assessment))
        case = Case(inputs.questionnaire, inputs.answers, inputs.result, words, facts, context=beside)
        may_plan = may(tuple(to_assessment(actor, inputs.assessment)), "change measures")
        _try(case, desk().aiming.aims(actor, assessment), assessment, may_plan=may_plan)
        back(words, assessment)


def _try(case: Case, aims: Aims, assessment: str, *, may_plan: bool) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        letters = statements(case, assessment)
    with right, st.container(key="moves"):
        _moved(case, aims, letters)
        stretches = raised(case.model, case.answers, letters, case.profile.settings)
        if may_plan and stretches:
            _take_over(case, assessment, stretches)


def _moved(case: Case, aims: Aims, letters: Mapping[str, str]) -> None:
    used = case.profile.settings
    answers = tried(case.answers, letters, "-")
    after = profile(
        case.model,
        answers,
        framework=used.framework,
        method=used.method,
        scale=used.scale,
        highest_level=used.highest_level,
    )
    moved = replace(case, answers=answers, profile=after)
    draw((trial_figures(case, moved, aims.target), trial_levels(case, moved)), case.words)
    sketch(trial_radar(case, moved), case.words, _WIDTH)


def _take_over(case: Case, assessment: str, stretches: tuple[Stretch, ...]) -> None:
    words = case.words
    count = sum(len(stretch.steps) for stretch in stretches)
    st.markdown(_told(words, count, len(stretches)))
    offer(words, case, assessment, stretches, "trial")


def _told(words: Words, count: int, processes: int) -> str:
    return words.many(
        count,
        "1 rating is better than today, in {processes}.",
        "{count} ratings are better than today, in {processes}.",
        processes=words.many(processes, "1 process", "{count} processes"),
    )
