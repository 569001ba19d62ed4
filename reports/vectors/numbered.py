"""Names that do not fit where they belong: numbers stand there, and below the drawing what each of them means."""

from collections.abc import Sequence

from reports.palette import Theme
from reports.vectors.labels import wrap
from reports.vectors.legend import SIZE
from reports.vectors.shapes import Label

_INDENT = 16


def numbers(names: Sequence[str]) -> tuple[str, ...]:
    """What stands in the place of the names."""
    return tuple(str(number) for number in range(1, len(names) + 1))


def explained(names: Sequence[str], room: float, top: float, theme: Theme) -> tuple[float, tuple[Label, ...]]:
    """The list of numbers and names, from `top` downwards: how high it is, and its texts."""
    labels: list[Label] = []
    y = top
    for number, name in zip(numbers(names), names, strict=True):
        for row, text in enumerate(wrap(name, "regular", SIZE, room - _INDENT)):
            y += SIZE * 1.3
            if row == 0:
                labels.append(Label(0, y, number, SIZE, theme.accent, "semibold"))
            labels.append(Label(_INDENT, y, text, SIZE, theme.ink))
    return y - top + 4, tuple(labels)
