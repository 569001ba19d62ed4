"""The table behind each chart: what its picture says, in figures and words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from locales.words import Words
from reports.charts import Bars, Chart, Classes, Dumbbell, HeatStrip, Lines, Radar, Tree, Twig
from reports.lines_table import rows as rows_of_lines


@dataclass(frozen=True, slots=True)
class Grid:
    """The table behind a chart: what its pictures say, in figures and words.

    `subjects` names the trace behind a cell, by row and column.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    subjects: Mapping[tuple[int, int], str] = field(default_factory=dict)


def table(chart: Chart, words: Words) -> Grid:
    """The table behind the chart, so that no figure is told by a picture alone."""
    return _TABLES[type(chart)](chart, words)


def _radar_table(chart: Radar, words: Words) -> Grid:
    columns = (words("Dimension"), *(series.name for series in chart.series))
    rows = tuple(
        (axis, *(_number(series.values[number], words) for series in chart.series))
        for number, axis in enumerate(chart.axes)
    )
    if chart.band is None:
        return Grid(columns, rows)
    ranges = [f"{_number(low, words)}\u2013{_number(high, words)}" for low, high in chart.band]
    banded = tuple((*row, each) for row, each in zip(rows, ranges, strict=True))
    return Grid((*columns, chart.band_name or words("Range")), banded)


def _bars_table(chart: Bars, words: Words) -> Grid:
    target = () if chart.target_name is None else (chart.target_name,)
    columns = (words("Identifier"), words("Name"), words("Result"), *target)
    rows = tuple((bar.id, bar.name, bar.label, *(_number(bar.target, words) for _ in target)) for bar in chart.bars)
    return Grid(columns, rows, {(place, 2): bar.of for place, bar in enumerate(chart.bars) if bar.of})


def _heat_table(chart: HeatStrip, words: Words) -> Grid:
    columns = (words("Identifier"), words("Name"), *chart.columns, chart.badge_name)
    rows = ((row.id, row.name, *(cell.text for cell in row.cells), row.badge) for row in chart.rows)
    subjects = {
        (place, column): of
        for place, row in enumerate(chart.rows)
        for column, of in enumerate((*(cell.of for cell in row.cells), row.of), 2)
        if of is not None
    }
    return Grid(columns, tuple(rows), subjects)


def _tree_table(chart: Tree, words: Words) -> Grid:
    columns = (words("Identifier"), words("Name"), words("Result"), chart.holds_name)
    return Grid(columns, tuple(_twig_rows(chart.root, words)))


def _twig_rows(twig: Twig, words: Words) -> Iterator[tuple[str, ...]]:
    yield twig.id, twig.name, twig.value, words("yes") if twig.holds else "\u2013"
    for each in twig.below:
        yield from _twig_rows(each, words)


def _dumbbell_table(chart: Dumbbell, words: Words) -> Grid:
    columns = (words("Identifier"), words("Name"), chart.now_name, chart.target_name)
    rows = tuple((row.id, row.name, row.told or row.label, words.number(row.target, 0)) for row in chart.rows)
    return Grid(columns, rows, {(place, 2): row.of for place, row in enumerate(chart.rows) if row.of})


def _classes_table(chart: Classes, words: Words) -> Grid:
    own = () if chart.own_name is None else (chart.own_name,)
    columns = (words("Identifier"), words("Name"), *chart.names, *own)
    rows = ((row.id, row.name, *(f"{each} %" for each in row.shares), *(row.label for _ in own)) for row in chart.rows)
    last = len(columns) - 1
    return Grid(columns, tuple(rows), {(place, last): row.of for place, row in enumerate(chart.rows) if row.of})


def _lines_table(chart: Lines, words: Words) -> Grid:
    columns, rows = rows_of_lines(chart, words)
    leading = ((place, number, of) for place, panel in enumerate(chart.panels) for number, of in enumerate(panel.of, 1))
    return Grid(columns, rows, {(place, number): of for place, number, of in leading if of is not None})


def _number(value: float | None, words: Words) -> str:
    return "\u2013" if value is None else words.number(value)


_TABLES: dict[type[Chart], Callable[[Any, Words], Grid]] = {
    Radar: _radar_table,
    Bars: _bars_table,
    HeatStrip: _heat_table,
    Tree: _tree_table,
    Dumbbell: _dumbbell_table,
    Classes: _classes_table,
    Lines: _lines_table,
}
