"""Charts on screen: the same data as on paper, as plotly figures; `reports.chart_tables` has the table behind each.

A figure carries neither title nor text alternative: the caller shows `chart.title` as a real heading and `chart.alt`
where screen readers find it. The figure's ground is transparent, so it lies on any page.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from models.authored import Language
from reports import lines_on_screen
from reports.charts import Bar, Bars, Chart, Classes, Dumbbell, HeatRow, HeatStrip, Lines, Radar, Series, Tree
from reports.palette import DARK, PAPER, RATINGS, Theme
from reports.screen_classes import classes_figure
from reports.typeface import one_line
from reports.vectors.labels import widest, wrap

FONT = "Inter, 'DejaVu Sans', sans-serif"
_SIZE = 13
_SEPARATORS: dict[Language, str] = {"de": ",.", "en": ".,"}
_DASHES = {"target": "dash", "previous": "dot", "city-high": "dot"}
_WIDTHS = {"city": 3.0, "target": 2.0, "previous": 1.6, "median": 1.4, "city-high": 1.2}
_SYMBOLS = {"city": "circle", "target": "diamond", "previous": "circle-open"}
_BACK_TO_FRONT = ("median", "previous", "city", "city-high", "target")
_MANY_COLUMNS = 9
"""More names of columns do not fit beside each other, so they stand steep."""
_KEY_ROOM = 480
"""Pixels in which the names of a key stand beside each other on a column of middling width."""
_LETTERS = tuple(RATINGS)
_POSSIBLE_OPACITY = 0.35


DRAWN_AS_VECTORS = (Tree, Dumbbell)
"""Charts that a screen shows as paper does, from `reports.vectors`: what is in them is text and needs no tool tip."""


def figure(chart: Chart, *, dark: bool = False, language: Language = "en") -> go.Figure:
    """The chart as a plotly figure, numbers written as `language` writes them."""
    theme = DARK if dark else PAPER
    drawn: go.Figure = _PAINTERS[type(chart)](chart, theme)
    drawn.update_layout(
        separators=_SEPARATORS[language],
        font={"family": FONT, "size": _SIZE, "color": theme.ink},
        hoverlabel={"font": {"family": FONT, "size": _SIZE}},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={"orientation": "h", "yref": "container", "yanchor": "bottom", "y": 0.01, "itemclick": False},
        dragmode=False,
    )
    return drawn


def _radar(chart: Radar, theme: Theme) -> go.Figure:
    drawn = go.Figure()
    if chart.band is not None:
        _add_band(drawn, chart, theme)
    for series in sorted(chart.series, key=lambda each: _BACK_TO_FRONT.index(each.role)):
        drawn.add_trace(_radar_line(series, chart, theme))
    values = list(range(chart.minimum, chart.maximum + 1))
    names = chart.ticks if len(chart.ticks) == len(values) else tuple(str(value) for value in values)
    axis = {"gridcolor": theme.line, "linecolor": theme.line}
    drawn.update_layout(
        polar={
            "gridshape": "linear",
            "bgcolor": theme.soft,
            "radialaxis": {**axis, "range": [chart.minimum, chart.maximum], "tickvals": values, "ticktext": names}
            | {"angle": 90, "tickangle": 90, "tickfont": {"size": 11, "color": theme.muted}},
            "angularaxis": {**axis, "type": "category", "direction": "clockwise", "rotation": 90}
            | {"tickvals": list(range(len(chart.axes))), "ticktext": [_broken(name, 150) for name in chart.axes]},
        },
        margin={"l": 90, "r": 90, "t": 50, "b": 60 + 20 * _legend_rows(chart)},
        height=500 + 20 * _legend_rows(chart),
    )
    return drawn


def _legend_rows(chart: Radar) -> int:
    """How many rows the key takes on a column of middling width: plotly stacks names where one of them is long."""
    names = [series.name for series in chart.series] + ([chart.band_name] if chart.band_name else [])
    return 1 if _widest(names) * len(names) <= _KEY_ROOM else len(names)


def _radar_line(series: Series, chart: Radar, theme: Theme) -> go.Scatterpolar:
    count, colour = len(chart.axes), theme.role(series.role)
    whole = None not in series.values
    # A figure without neighbours has no line that would show it.
    symbol = _SYMBOLS.get(series.role, "circle" if None in series.values else None)
    return go.Scatterpolar(
        name=_safe(series.name),
        legendrank=chart.series.index(series) + 1,
        r=[*series.values, *series.values[:1]],
        theta=[*_axes(count), "0"],
        text=[_safe(name) for name in (*chart.axes, *chart.axes[:1])],
        hovertemplate=f"%{{text}}<br>{_safe(series.name)}: %{{r}}<extra></extra>",
        mode="lines+markers" if symbol else "lines",
        line={"color": colour, "width": _WIDTHS[series.role], "dash": _DASHES.get(series.role, "solid")},
        marker={"symbol": symbol, "size": 8} if symbol else None,
        fill={"city": "toself", "city-high": "tonext"}.get(series.role, "none") if whole else "none",
        fillcolor=_faint(colour, 0.22 if series.role == "city" else 0.12),
        connectgaps=False,
    )


def _add_band(drawn: go.Figure, chart: Radar, theme: Theme) -> None:
    for end, fill in ((0, "none"), (1, "tonext")):
        values = [each[end] for each in chart.band or ()]
        drawn.add_trace(
            go.Scatterpolar(
                name=_safe(chart.band_name or ""),
                r=[*values, *values[:1]],
                theta=[*_axes(len(values)), "0"],
                mode="lines",
                line={"width": 0, "color": theme.band},
                fill=fill,
                fillcolor=_faint(theme.band, 0.28),
                hoverinfo="skip",
                showlegend=fill == "tonext" and chart.band_name is not None,
            )
        )


def _bars(chart: Bars, theme: Theme) -> go.Figure:
    names = [_bar_name(bar) for bar in chart.bars]
    drawn = go.Figure(list(_bar_traces(chart, names, theme)))
    reach = chart.maximum - chart.minimum
    drawn.update_layout(
        barmode="overlay",
        bargap=0.45,
        xaxis={"range": [chart.minimum - reach * 0.02, chart.maximum + reach * 0.02], "side": "top"}
        | {
            "tickangle": 0,
            "tickvals": [value for value, _ in chart.marks],
            "ticktext": [_broken(name, 75) for _, name in chart.marks],
            "gridcolor": theme.line,
            "zeroline": False,
        },
        yaxis={"autorange": "reversed", "type": "category", "categoryarray": names, "ticklabelstandoff": 8},
        margin={"l": 10, "r": 20 + _widest([bar.label for bar in chart.bars]), "t": 50, "b": 50},
        height=120 + 34 * len(names),
    )
    return drawn


def _bar_traces(chart: Bars, names: Sequence[str], theme: Theme) -> Iterator[go.Bar | go.Scatter]:
    hover = [f"{name}: {_safe(bar.label)}" for name, bar in zip(names, chart.bars, strict=True)]
    shared = {"orientation": "h", "y": names, "hovertext": hover, "hoverinfo": "text"}
    sure = [None if bar.low is None else bar.low - chart.minimum for bar in chart.bars]
    possible = [None if bar.low is None or bar.high is None else bar.high - bar.low for bar in chart.bars]
    marked = {"color": theme.city, "line": {"color": theme.city, "width": 2}}
    yield go.Bar(name=_safe(chart.sure_name), base=chart.minimum, x=sure, marker=marked, **shared)
    if any(possible):
        hatched = {"color": theme.city, "opacity": _POSSIBLE_OPACITY, "pattern": {"shape": "/"}}
        starts = [bar.low for bar in chart.bars]
        yield go.Bar(name=_safe(chart.possible_name), base=starts, x=possible, marker=hatched, **shared)
    if chart.target_name is not None:
        targets = [bar.target for bar in chart.bars]
        diamonds = {"symbol": "diamond", "size": 11, "color": theme.target, "line": {"color": theme.soft, "width": 1}}
        name = _safe(chart.target_name)
        tip = f"%{{y}}<br>{name}: %{{x}}<extra></extra>"
        yield go.Scatter(name=name, x=targets, y=names, mode="markers", marker=diamonds, hovertemplate=tip)
    yield _figures_in_words(chart, names, theme)


def _figures_in_words(chart: Bars, names: Sequence[str], theme: Theme) -> go.Scatter:
    # Just within the axis, which ends a little later: what lies beyond it plotly does not draw at all.
    beside = chart.maximum + (chart.maximum - chart.minimum) * 0.018
    return go.Scatter(
        x=[beside] * len(names),
        y=names,
        text=[_safe(bar.label) for bar in chart.bars],
        mode="text",
        textposition="middle right",
        textfont={"color": theme.ink},
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )


def _heat(chart: HeatStrip, theme: Theme) -> go.Figure:
    steep = len(chart.columns) > _MANY_COLUMNS
    colours = [*(shade.fill for shade in RATINGS.values()), theme.absent.fill]
    names = [_row_name(row) for row in chart.rows]
    texts = [[_safe(cell.text) for cell in row.cells] for row in chart.rows]
    heads = [_safe(name) if steep else _broken(name, 75) for name in chart.columns]
    above = 170 if steep else 30 + 20 * max((head.count("<br>") + 1 for head in heads), default=1)
    drawn = go.Figure(
        go.Heatmap(
            z=[[_place(cell.letter) for cell in row.cells] for row in chart.rows],
            x=heads,
            y=names,
            text=texts,
            texttemplate="%{text}",
            hovertemplate="%{y}<br>%{x}: %{text}<extra></extra>",
            colorscale=_steps(colours),
            zmin=-0.5,
            zmax=len(colours) - 0.5,
            xgap=3,
            ygap=3,
            showscale=False,
        )
    )
    badges = [f"<b>{_safe(row.badge)}</b>" for row in chart.rows]
    column = [_safe(chart.badge_name)] * len(names)
    quiet = {"mode": "text", "hoverinfo": "skip", "showlegend": False, "cliponaxis": False}
    drawn.add_trace(go.Scatter(x=column, y=names, text=badges, **quiet))
    drawn.update_layout(
        xaxis={
            "side": "top",
            "tickangle": -60 if steep else 0,
            "type": "category",
            "showgrid": False,
            "zeroline": False,
        },
        yaxis={"autorange": "reversed", "type": "category", "showgrid": False, "ticklabelstandoff": 8},
        margin={"l": 10, "r": 10 + _widest([row.badge for row in chart.rows]) / 2, "t": above, "b": 10},
        height=30 + above + 32 * len(names),
    )
    return drawn


def _axes(count: int) -> list[str]:
    return [str(number) for number in range(count)]


def _bar_name(bar: Bar) -> str:
    return f"<b>{_safe(bar.id)}</b> {_broken(bar.name, 230)}"


def _row_name(row: HeatRow) -> str:
    return f"<b>{_safe(row.id)}</b> {_broken(row.name, 230)}"


def _broken(text: str, room: float) -> str:
    return "<br>".join(escape(part, quote=False) for part in wrap(text, "regular", _SIZE, room))


def _widest(texts: Sequence[str]) -> float:
    return widest(tuple(map(one_line, texts)), "semibold", _SIZE)


def _safe(text: str) -> str:
    """Plotly reads some markup in its texts; what a person typed stays text."""
    return escape(one_line(text), quote=False)


def _place(letter: str | None) -> int:
    """The place of a rating on the colour scale; what has none stands behind the last."""
    return _LETTERS.index(letter[:1]) if letter and letter[:1] in _LETTERS else len(_LETTERS)


def _steps(colours: Sequence[str]) -> list[tuple[float, str]]:
    """A colour scale of equal steps without transitions."""
    count = len(colours)
    return [(edge / count, colour) for number, colour in enumerate(colours) for edge in (number, number + 1)]


def _faint(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


_PAINTERS: dict[type[Chart], Callable[[Any, Theme], go.Figure]] = {
    Radar: _radar,
    Bars: _bars,
    HeatStrip: _heat,
    Classes: classes_figure,
    Lines: lines_on_screen.draw,
}
