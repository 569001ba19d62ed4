"""What stands at the head and at the foot of every page, in as many lines as it needs; both sides share the width."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.document import Report
from reports.palette import PAPER
from reports.pdf import look
from reports.pdf.badge import draw_mark
from reports.pdf.pen import Ink, Pen
from reports.typeface import width
from reports.vectors.labels import wrap

_HEAD = look.PAGE_HEIGHT - 40
_FOOT = 34.0
_MOST_LINES, _MOST_BELOW = 3, 2
_LEADING = 9.2
_BETWEEN = 20.0
_HALF = (look.TEXT_WIDTH - _BETWEEN) / 2
_BESIDE_NUMBER = look.TEXT_WIDTH - 50
_SMALL = Ink(look.RUNNING.face, look.RUNNING.size, look.RUNNING.colour)


@dataclass(frozen=True, slots=True)
class Running:
    """The running lines of a report. They belong to no element: what has to be heard stands in the text."""

    report: Report

    def draw(self, title: str, pen: Pen) -> None:
        """Draws the lines of the current page, with the title of its part at the right of the head."""
        pen.mark(None, "Pagination")
        self._draw_head("" if title == self.report.running_head else title, pen)
        self._draw_foot(pen)

    def draw_marked(self, pen: Pen) -> None:
        """The same with the mark of the branding instead of a title: for a report without a cover."""
        pen.mark(None, "Pagination")
        taken = draw_mark(self.report.branding, look.LEFT + look.TEXT_WIDTH, _HEAD - 3, pen)
        self._draw_head(self.report.branding.name, pen, taken)
        self._draw_foot(pen)

    def _draw_head(self, title: str, pen: Pen, taken: float = 0.0) -> None:
        """Head and title side by side; each may have the half of the width, and more where the other one is short."""
        pen.rule(look.LEFT, _HEAD - 8, look.TEXT_WIDTH, PAPER.line)
        head, room = self.report.running_head, look.TEXT_WIDTH - _BETWEEN
        at_left = _wrapped(head, max(_HALF, room - _wide(title) - taken), _MOST_LINES)
        at_right = _wrapped(title, max(_HALF, room - _wide(head)) - taken, _MOST_LINES)
        _draw(pen, at_left, _HEAD)
        _draw(pen, at_right, _HEAD, look.LEFT + look.TEXT_WIDTH - taken)

    def _draw_foot(self, pen: Pen) -> None:
        pen.rule(look.LEFT, _FOOT + 14, look.TEXT_WIDTH, PAPER.line)
        _draw(pen, _wrapped(self.report.running_foot, _BESIDE_NUMBER, 1), _FOOT)
        _draw(pen, (str(pen.page + 1),), _FOOT, look.LEFT + look.TEXT_WIDTH)
        below = _wrapped(self.report.branding.footer, _BESIDE_NUMBER, _MOST_BELOW)
        _draw(pen, below, _FOOT - _LEADING * len(below))


def _wide(text: str) -> float:
    return width(text, _SMALL.face, _SMALL.size)


def _wrapped(text: str, room: float, limit: int) -> tuple[str, ...]:
    return wrap(text, _SMALL.face, _SMALL.size, room, limit) if text else ()


def _draw(pen: Pen, lines: Sequence[str], base: float, end: float | None = None) -> None:
    """Lines of which the last one stands on `base`: from the left edge, or up to `end`."""
    for above, text in enumerate(reversed(lines)):
        x = look.LEFT if end is None else end - _wide(text)
        pen.text(x, base + above * _LEADING, text, _SMALL)
