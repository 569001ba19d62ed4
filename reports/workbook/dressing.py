"""A workbook in somebody's look: heads and titles in their colours, as in the other forms of a report."""

from openpyxl import Workbook

from models.branding import Branding
from reports.palette import PAPER
from reports.workbook import cells


def dress(book: Workbook, branding: Branding) -> None:
    """Gives heads and titles of all sheets the colours of a branding. Ratings and charts keep theirs."""
    changed = {PAPER.heading: branding.main, PAPER.accent: branding.accent}
    instead = {f"00{ours[1:]}".upper(): theirs for ours, theirs in changed.items() if theirs is not None}
    if not instead:
        return
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                ground, ink = instead.get(cell.fill.start_color.rgb), instead.get(cell.font.color.rgb)
                if ground is not None:
                    cell.fill = cells.ground(ground)
                if ink is not None:
                    cell.font = cells.ink(ink, size=int(cell.font.size), bold=bool(cell.font.bold))
