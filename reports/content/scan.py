"""The report of a quick scan: its parts in their order."""

from reports.content.case import ScanCase
from reports.content.frame import frame_of
from reports.content.scan_figures import stage_radar
from reports.content.scan_pages import scan_sections
from reports.document import Report


def scan_report(case: ScanCase) -> Report:
    """The report as data; short enough to need no table of contents."""
    words = case.words
    one_line = words("Where the city's international work stands today, and what to do next")
    frame = frame_of(case, words("Quick scan of urban diplomacy"), one_line)
    return frame.report(scan_sections(case), cover=frame.cover(stage_radar(case.profile, case.scan, words)))
