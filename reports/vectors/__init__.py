"""Charts as vectors: one drawing for paper and for SVG. It measures its labels and decides no figure."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reports.charts import Bars, Chart, Classes, Dumbbell, HeatStrip, Lines, Radar, Tree
from reports.palette import DARK, PAPER, Theme
from reports.vectors import bars, classes, dumbbell, heat, lines, radar, tree
from reports.vectors.shapes import Scene
from reports.vectors.svg import markup

WIDTH = 470.0
"""The width of a chart in points, where nobody asks for another: the text width of a page."""

_PAINTERS: dict[type[Chart], Callable[[Any, float, Theme], Scene]] = {
    Radar: radar.draw,
    Bars: bars.draw,
    HeatStrip: heat.draw,
    Tree: tree.draw,
    Dumbbell: dumbbell.draw,
    Classes: classes.draw,
    Lines: lines.draw,
}


def scene(chart: Chart, width: float = WIDTH, theme: Theme = PAPER) -> Scene:
    """The drawing of a chart, `width` points wide; its height follows from what is in it."""
    return _PAINTERS[type(chart)](chart, width, theme)


def svg(chart: Chart, width: float = WIDTH, *, dark: bool = False) -> str:
    """The chart as an SVG element with its text alternative."""
    return markup(scene(chart, width, DARK if dark else PAPER))


def parts(chart: Chart, width: float, height: float) -> tuple[Chart, ...]:
    """The chart cut by rows into charts that are at most `height` points high. Radar and tree are never cut."""
    if isinstance(chart, Radar | Tree) or scene(chart, width).height <= height:
        return (chart,)
    first, second = lines.halves(chart) if isinstance(chart, Lines) else _halves(chart)
    if first is None or second is None:
        return (chart,)
    return (*parts(first, width, height), *parts(second, width, height))


def _halves(chart: Bars | HeatStrip | Dumbbell | Classes) -> tuple[Chart | None, Chart | None]:
    middle = len(chart.bars if isinstance(chart, Bars) else chart.rows) // 2
    if middle == 0:
        return None, None
    if isinstance(chart, Bars):
        return replace(chart, bars=chart.bars[:middle]), replace(chart, bars=chart.bars[middle:])
    if isinstance(chart, Dumbbell):
        return replace(chart, rows=chart.rows[:middle]), replace(chart, rows=chart.rows[middle:])
    if isinstance(chart, Classes):
        return replace(chart, rows=chart.rows[:middle]), replace(chart, rows=chart.rows[middle:])
    return replace(chart, rows=chart.rows[:middle]), replace(chart, rows=chart.rows[middle:])
