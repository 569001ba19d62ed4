"""The results page. It draws the parts of the report, so screen and paper cannot disagree."""

from dataclasses import dataclass, replace

import streamlit as st

from assessment import wiring
from assessment.desk.aiming import Aims
from assessment.desk.door import may, to_assessment
from assessment.desk.results import ReportInputs
from locales.words import Words
from models.assessment import Assessment
from models.profile import Profile
from models.questionnaire import CapabilityModel
from reports.content.aims import aim
from reports.content.case import Case, Context
from reports.content.trend import earlier_of
from reports.document import Report
from reports.handout import Occasion, facts_on, report_on
from screens.aims.choosing import choose
from screens.aims.gaps import draw_gaps
from screens.aims.path import draw_path
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.groups.beside import beside
from screens.outcome.levels import levels
from screens.outcome.parts import GAPS, LEVELS, PARTS, PATH, PROFILE, SECTIONS, part_name
from screens.outcome.public_figures import public_figures
from screens.outcome.ways import ways
from screens.show.blocks import draw_section
from screens.show.leading import Leading, nowhere, reasons_of
from screens.show.plain import plain

OF_A_SCAN = ("profile", "summary", "stages", "statements")


@dataclass(frozen=True)
class Shown:
    """What the page shows beside the result: how figures lead to reasons, the targets, and what the person may do."""

    assessment: str
    lead: Leading
    aims: Aims
    may_set: bool
    may_plan: bool


def results(assessment: str, revision: str | None = None) -> None:
    """Draws the results of the assessment with this id.

    Args:
        assessment: the id, as the address names it.
        revision: the number of an earlier closing.
    """
    words = speak()
    wanted = int(revision) if revision and revision.isdecimal() else None
    inputs = desk().results.report_inputs(current_actor(), assessment, wanted)
    with column(WORKING):
        st.caption(f"{plain(inputs.assessment.city.name)} · {plain(inputs.assessment.title)}")
        st.title(words("Results"), anchor=False)
        if inputs.closing is not None:
            day, number = words.date(inputs.closing.at.date()), inputs.closing.revision
            st.info(words("As signed on {day}, revision {revision}.", day=day, revision=number))
        if inputs.result.completeness.rated == 0:
            ways(words, inputs.assessment, may_try=False)
            _nothing_yet(words, assessment)
            return
        _take_away(words, inputs.assessment, wanted)
        ways(words, inputs.assessment, may_try=isinstance(inputs.result, Profile))
        lead = reasons_of(assessment, wanted)
        occasion = Occasion(wiring.now().date(), inputs.assessment.title)
        if inputs.assessment.way == "alone":
            st.caption(words("One rater: one person gave all ratings."))
        if isinstance(inputs.questionnaire, CapabilityModel) and isinstance(inputs.result, Profile):
            facts = facts_on(inputs.answers, occasion)
            _full(*_beside(inputs, Case(inputs.questionnaire, inputs.answers, inputs.result, words, facts), lead))
        else:
            scan_result(words, report_on(inputs.questionnaire, inputs.answers, words, occasion), lead)


def _full(case: Case, shown: Shown) -> None:
    part = _part(case.words)
    for section in filter(None, (build(case) for build in SECTIONS.get(part, ()))):
        draw_section(section, case.words, shown.lead)
        if section.id == PROFILE:
            public_figures(case.model, case.words)
    if part == PROFILE:
        beside(case.words, current_actor(), shown.assessment, case.profile, shown.lead)
    if part == LEVELS:
        levels(case, shown.lead)
    if part == GAPS:
        draw_gaps(case, choose(case, shown.aims, shown.assessment, may_set=shown.may_set), shown.lead)
    if part == PATH:
        draw_path(case, case.context.aim, shown.assessment, shown.lead, may_plan=shown.may_plan)


def _beside(inputs: ReportInputs, case: Case, lead: Leading) -> tuple[Case, Shown]:
    """The case with what stands beside it: target, last time, what matters to the city, and warnings that apply."""
    actor, key = current_actor(), inputs.assessment.id
    former = desk().trends.before(actor, key, None if inputs.closing is None else inputs.closing.revision)
    aims, held = desk().aiming.aims(actor, key), tuple(to_assessment(actor, inputs.assessment))
    context = Context(
        aim=aim(aims.kept, aims.target, case.model, case.words),
        earlier=None if former is None else earlier_of(former),
        risks=desk().aiming.risks(actor, key, case.profile),
        importance=aims.importance,
        measures=desk().measuring.beside(actor, key),
    )
    shown = Shown(key, lead, aims, may(held, "set targets"), may(held, "change measures"))
    return replace(case, context=context), shown


def _part(words: Words) -> str:
    """The part of the page that somebody chose, which the address names too."""
    asked = st.query_params.get("part", PROFILE)
    part = st.segmented_control(
        words("Part of the results"),
        PARTS,
        default=asked if asked in PARTS else PROFILE,
        format_func=lambda each: part_name(each, words),
        required=True,
        key=f"part-{words.language}",
        label_visibility="collapsed",
    )
    st.query_params["part"] = part
    return part


def scan_result(words: Words, report: Report, lead: Leading = nowhere) -> None:
    """Draws what a screen shows of the report on a quick scan: the picture first, then what to work on."""
    sections = {section.id: section for section in report.sections}
    for name in OF_A_SCAN:
        draw_section(sections[name], words, lead)


def _nothing_yet(words: Words, assessment: str) -> None:
    st.markdown(words("Nothing is rated yet. As soon as the first answers are there, the profile stands here."))
    if st.button(words("To the questions"), type="primary"):
        st.switch_page("answering.py", query_params={"assessment": assessment})


def _take_away(words: Words, about: Assessment, revision: int | None) -> None:
    assessment = about.id
    query = {"assessment": assessment} | ({"revision": str(revision)} if revision else {})
    of = "" if revision is None else f"&revision={revision}"
    url = f"/reports/{assessment}.pdf?language={words.language}{of}"
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(words("Make a report"), type="primary", icon=":material/description:", key="make-report"):
            st.switch_page("report.py", query_params=query)
        parts.saver(words, parts.Download(words("Save the report (PDF)"), "report.pdf", url=url), key="report-pdf")
        if st.button(words("Plan measures"), icon=":material/checklist:"):
            st.switch_page("planned.py", query_params={"assessment": assessment})
        if st.button(words("Answers") if about.state == "closed" else words("Go on answering"), key="to-answers"):
            st.switch_page("answering.py", query_params={"assessment": assessment})
