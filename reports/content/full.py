"""The full report of a capability assessment: its parts in their order."""

from reports.content.aims import gap_section, risk_section
from reports.content.appendix import appendix
from reports.content.assessor import assessor_sections
from reports.content.beside import profile_radar
from reports.content.case import Case
from reports.content.changes import change_section
from reports.content.comparison import comparison
from reports.content.context_figures import context_figures
from reports.content.frame import frame_of
from reports.content.maturity import first_steps, maturity
from reports.content.measures import measures, reach
from reports.content.method import method
from reports.content.overview import capability_profile, letters, overall_profile
from reports.content.process_pages import process_sections
from reports.content.reading import how_to_read
from reports.content.record import record
from reports.content.summary import summary
from reports.content.trend import trend_section
from reports.document import Report, Section


def full_report(case: Case) -> Report:
    """The report as data. A part that has nothing to say is left out."""
    words = case.words
    one_line = words("How dependably the city's international work is done, and what to do next")
    frame = frame_of(case, words("Full report on urban diplomacy"), one_line)
    return frame.report(_sections(case), cover=frame.cover(profile_radar(case)), contents=words("Contents"))


def _sections(case: Case) -> tuple[Section, ...]:
    parts = (
        how_to_read(case),
        summary(case),
        risk_section(case),
        overall_profile(case),
        capability_profile(case),
        letters(case),
        maturity(case),
        gap_section(case),
        comparison(case),
        trend_section(case.context.course, case.model.head.dimensions, case.words),
        change_section(case),
        first_steps(case),
        reach(case),
        context_figures(case),
        *process_sections(case),
        measures(case),
        *assessor_sections(case),
        method(case),
        record(case),
        *appendix(case),
    )
    return tuple(part for part in parts if part is not None)
