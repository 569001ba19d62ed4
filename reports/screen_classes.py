"""A group spread over classes, as a plotly figure: the same picture as on paper."""

from collections.abc import Iterator
from html import escape

import plotly.graph_objects as go

from reports.charts import Classes
from reports.palette import PAPER, Theme, class_shades
from reports.typeface import one_line
from reports.vectors.labels import wrap

_SIZE = 13


def classes_figure(chart: Classes, _: Theme) -> go.Figure:
    """The figure. The shares wear the same colours on every ground, and so does the mark that lies on them."""
    names = [f"<b>{_safe(row.id)}</b> {_broken(row.name)}" for row in chart.rows]
    drawn = go.Figure([*_bars(chart, names), *_marks(chart, names)])
    drawn.update_layout(
        barmode="stack",
        legend_traceorder="normal",
        bargap=0.4,
        xaxis={"range": [0, 100], "showticklabels": False, "showgrid": False, "zeroline": False},
        yaxis={"autorange": "reversed", "type": "category", "categoryarray": names, "ticklabelstandoff": 8},
        margin={"l": 10, "r": 20, "t": 10, "b": 50},
        height=110 + 34 * len(names),
    )
    return drawn


def _bars(chart: Classes, names: list[str]) -> Iterator[go.Bar]:
    for place, (name, shade) in enumerate(zip(chart.names, class_shades(len(chart.names)), strict=True)):
        shares = [row.shares[place] for row in chart.rows]
        yield go.Bar(
            name=_safe(name),
            orientation="h",
            y=names,
            x=[100 * share / (sum(row.shares) or 1) for share, row in zip(shares, chart.rows, strict=True)],
            text=[f"{share} %" for share in shares],
            textposition="inside",
            insidetextanchor="start",
            textangle=0,
            textfont={"color": shade.ink},
            marker={"color": shade.fill, "line": {"color": "rgba(0,0,0,0)", "width": 1}},
            hovertext=[f"{name}: {share} %" for share in shares],
            hoverinfo="text",
        )


def _marks(chart: Classes, names: list[str]) -> Iterator[go.Scatter]:
    if chart.own_name is None:
        return
    marked = [(name, row) for name, row in zip(names, chart.rows, strict=True) if row.own is not None]
    yield go.Scatter(
        name=_safe(chart.own_name),
        x=[_middle(row.shares, row.own or 0) for _, row in marked],
        y=[name for name, _ in marked],
        mode="markers",
        marker={"symbol": "diamond", "size": 13, "color": PAPER.target, "line": {"color": "#FFFFFF", "width": 1.5}},
        hovertext=[_safe(row.label) for _, row in marked],
        hoverinfo="text",
    )


def _middle(shares: tuple[int, ...], place: int) -> float:
    return 100 * (sum(shares[:place]) + shares[place] * 0.65) / (sum(shares) or 1)


def _broken(text: str) -> str:
    return "<br>".join(escape(part, quote=False) for part in wrap(text, "regular", _SIZE, 230))


def _safe(text: str) -> str:
    return escape(one_line(text), quote=False)
