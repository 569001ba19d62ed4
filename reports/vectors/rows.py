"""What charts of rows share: id and name in front, a place for what is drawn, and the figure in words behind it."""

from dataclasses import dataclass

from reports.palette import Theme
from reports.vectors.labels import LINE, shorten, wrap
from reports.vectors.shapes import Label, Shape

NAME = 8.0
"""The size of ids, names and figures."""
_BASE = NAME * 0.36
"""How far the base line of a text lies below its middle."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand: names begin at `names`, the drawing reaches from `left` to `right`, figures to `room`.

    `minimum` and `maximum` are the ends of the scale of the drawing, where it has one.
    """

    names: float
    left: float
    right: float
    room: float
    minimum: int = 0
    maximum: int = 1

    def x(self, value: float) -> float:
        """The place of a value on the scale; what lies beyond an end stands there."""
        share = (value - self.minimum) / ((self.maximum - self.minimum) or 1)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


def front(
    identity: str, name: str, columns: Columns, y: float, least: float, *, theme: Theme, most_lines: int = 2
) -> tuple[float, float, list[Shape]]:
    """Id and name of a row.

    Args:
        identity: the id.
        name: the name, cut where it needs more than `most_lines` lines.
        columns: where the columns stand.
        y: where the row begins.
        least: how high it is at least.
        theme: the colours.
        most_lines: how many lines a name may have.

    Returns:
        How high the row is, where its middle lies, and the texts.
    """
    lines = wrap(name, "regular", NAME, columns.left - columns.names - 10, limit=most_lines)
    height = max(least, len(lines) * NAME * LINE + 4)
    middle = y + height / 2
    first = middle + _BASE - (len(lines) - 1) * NAME * LINE / 2
    shown = shorten(identity, "semibold", NAME, max(8.0, columns.names - 4))
    shapes: list[Shape] = [Label(0, first, shown, NAME, theme.accent, "semibold")]
    shapes += [Label(columns.names, first + at * NAME * LINE, text, NAME, theme.ink) for at, text in enumerate(lines)]
    return height, middle, shapes


def behind(label: str, columns: Columns, middle: float, colour: str) -> Label:
    """The figure in words at the end of a row."""
    shown = shorten(label, "semibold", NAME, columns.room - columns.right - 6)
    return Label(columns.room, middle + _BASE, shown, NAME, colour, "semibold", "end")
