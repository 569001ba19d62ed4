"""Lines on screen: a small plotly picture per value, all on one scale, so that eight lines never cross in one."""

import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports.charts import Lines, Panel
from reports.palette import Theme
from reports.typeface import one_line
from reports.vectors.labels import wrap

_COLUMNS = 4
_ROW = 205
_KEY = 70
_NAME_ROOM = 190.0
_SIZE = 13


def draw(chart: Lines, theme: Theme) -> go.Figure:
    """The panels, four in a row."""
    columns = max(1, min(_COLUMNS, len(chart.panels)))
    rows = max(1, math.ceil(len(chart.panels) / columns))
    drawn = make_subplots(
        rows=rows,
        cols=columns,
        subplot_titles=[_name(panel) for panel in chart.panels],
        vertical_spacing=min(0.9, 0.5 / rows),
        horizontal_spacing=0.05,
    )
    for number, panel in enumerate(chart.panels):
        place = {"row": number // columns + 1, "col": number % columns + 1}
        for trace in _traces(chart, panel, theme, first=number == 0):
            drawn.add_trace(trace, **place)
        for each in chart.breaks:
            mark = {"color": theme.target, "width": 1.5, "dash": "dash"}
            drawn.add_vline(x=each - 0.5, line=mark, **place)
    if chart.breaks:
        drawn.add_trace(_break_in_key(chart, theme), row=1, col=1)
    drawn.update_annotations(font={"size": _SIZE, "color": theme.heading})
    _axes(drawn, chart, theme)
    drawn.update_layout(height=rows * _ROW + _KEY, margin={"l": 10, "r": 10, "t": 50, "b": _KEY})
    return drawn


def _traces(chart: Lines, panel: Panel, theme: Theme, *, first: bool) -> Iterator[go.Scatter]:
    if chart.open:
        yield from _possible(chart, panel, theme, first=first)
    for number, stretch in enumerate(chart.stretches(panel)):
        yield go.Scatter(
            name=_safe(chart.sure_name),
            x=list(stretch),
            y=[panel.low[each] for each in stretch],
            mode="lines+markers",
            line={"color": theme.city, "width": 2.5},
            marker={"size": 8},
            hovertext=_hover(chart, panel, stretch),
            hoverinfo="text",
            showlegend=first and number == 0 and bool(chart.open or chart.breaks),
        )


def _possible(chart: Lines, panel: Panel, theme: Theme, *, first: bool) -> Iterator[go.Scatter]:
    """Upright bars from what is certain to what is possible: an interval belongs to its moment."""
    there = [number for number, low in enumerate(panel.low) if low is not None and low != panel.high[number]]
    yield go.Scatter(
        name=_safe(chart.possible_name),
        x=[each for number in there for each in (number, number, None)] or [None],
        y=[each for number in there for each in (panel.low[number], panel.high[number], None)] or [None],
        mode="lines",
        line={"color": theme.city, "width": 7},
        opacity=0.35,
        hoverinfo="skip",
        showlegend=first,
    )


def _break_in_key(chart: Lines, theme: Theme) -> go.Scatter:
    line = {"color": theme.target, "width": 1.5, "dash": "dash"}
    return go.Scatter(name=_safe(chart.break_name), x=[None], y=[None], mode="lines", line=line)


def _axes(drawn: go.Figure, chart: Lines, theme: Theme) -> None:
    last = len(chart.moments) - 1
    shared: dict[str, Any] = {"gridcolor": theme.line, "zeroline": False, "linecolor": theme.line}
    drawn.update_xaxes(
        range=[-0.4, last + 0.4],
        tickvals=list(range(last + 1)),
        ticktext=[_safe(each) for each in chart.moments],
        tickangle=0 if last < 3 else -45,
        tickfont={"size": 11, "color": theme.muted},
        showgrid=False,
        **{key: value for key, value in shared.items() if key != "gridcolor"},
    )
    reach = chart.maximum - chart.minimum
    drawn.update_yaxes(
        range=[chart.minimum - reach * 0.06, chart.maximum + reach * 0.06],
        tickvals=list(range(chart.minimum, chart.maximum + 1)),
        tickfont={"size": 11, "color": theme.muted},
        **shared,
    )


def _hover(chart: Lines, panel: Panel, stretch: Sequence[int]) -> list[str]:
    return [f"{_safe(panel.name)}<br>{_safe(chart.moments[each])}: {_safe(panel.labels[each])}" for each in stretch]


def _name(panel: Panel) -> str:
    return "<br>".join(escape(part, quote=False) for part in wrap(panel.name, "regular", _SIZE, _NAME_ROOM, limit=2))


def _safe(text: str) -> str:
    return escape(one_line(text), quote=False)
