"""What a report says: from a result and its words to sections, tables and charts as data.

`build` makes the whole report for paper; the charts and findings are functions of their own, so that a screen shows
the very same ones.
"""

from locales.words import Words
from models.answers import Answers
from models.facts import ReportFacts
from models.profile import Profile, Result, StageProfile
from models.questionnaire import CapabilityModel, Questionnaire, QuickScan
from reports.content.case import Case, ScanCase
from reports.content.figures import capability_bars, heat_strip, radar
from reports.content.findings import Finding, gaps, next_steps, strengths
from reports.content.full import full_report
from reports.content.naming import interval, level_words
from reports.content.public import public_case, public_scan_case
from reports.content.scan import scan_report
from reports.content.scan_figures import stage_bars, stage_radar
from reports.content.scan_findings import scan_gaps, scan_next_steps, scan_strengths
from reports.content.why import Reason, Reasons, told, tree
from reports.document import Report

__all__ = [
    "Finding",
    "Reason",
    "Reasons",
    "ReportFacts",
    "build",
    "capability_bars",
    "gaps",
    "heat_strip",
    "interval",
    "level_words",
    "next_steps",
    "radar",
    "scan_gaps",
    "scan_next_steps",
    "scan_strengths",
    "stage_bars",
    "stage_radar",
    "strengths",
    "told",
    "tree",
]


def build(
    questionnaire: Questionnaire, answers: Answers, result: Result, words: Words, *, facts: ReportFacts
) -> Report:
    """The report of an assessment or a quick scan, in the version that `facts` names.

    Raises `TypeError` where the result was not made with this kind of questionnaire.
    """
    if isinstance(questionnaire, CapabilityModel) and isinstance(result, Profile):
        case = Case(questionnaire, answers, result, words, facts)
        return full_report(public_case(case) if case.public else case)
    if isinstance(questionnaire, QuickScan) and isinstance(result, StageProfile):
        scan_case = ScanCase(questionnaire, answers, result, words, facts)
        return scan_report(public_scan_case(scan_case) if scan_case.public else scan_case)
    raise TypeError(f"a {type(result).__name__} is no result of a {type(questionnaire).__name__}")
