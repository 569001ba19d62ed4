"""The report of a quick scan: its parts in their order."""

from reports.content.case import ScanCase
from reports.content.frame import Frame
from reports.content.inputs import inputs
from reports.content.scan_figures import stage_radar
from reports.content.scan_pages import scan_sections
from reports.document import Report


def scan_report(case: ScanCase) -> Report:
    """The report as data; short enough to need no table of contents."""
    words = case.words
    one_line = words("Where the city's international work stands today, and what to do next")
    frame = Frame(case.scan, words("Quick scan of urban diplomacy"), one_line, case.facts, words)
    return Report(
        language=words.language,
        title=frame.title,
        subject=one_line,
        date=case.facts.date.isoformat(),
        cover=frame.cover(stage_radar(case.profile, case.scan, words)),
        contents_title=None,
        sections=scan_sections(case),
        running_head=frame.title,
        running_foot=frame.running_foot,
        draft_mark=frame.mark,
        attachments=(inputs(case.answers, case.profile, case.facts, words),),
    )
