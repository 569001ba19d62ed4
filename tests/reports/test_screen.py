"""Charts on screen show the very figures of the chart, in the language of the reader, and never as markup."""

from dataclasses import replace

import pytest

from locales.words import words
from reports import vectors
from reports.chart_tables import table
from reports.charts import Bar, Chart, Series
from reports.palette import DARK, PAPER
from reports.screen import figure
from tests.reports import samples


def test_a_radar_shows_the_values_of_its_series_and_comes_back_to_its_start() -> None:
    chart = samples.radar()
    drawn = {trace.name: tuple(trace.r) for trace in figure(chart).data}
    assert {series.name: drawn[series.name] for series in chart.series} == {
        series.name: (*series.values, series.values[0]) for series in chart.series
    }


def test_a_radar_shows_both_ends_of_its_band() -> None:
    chart = samples.radar()
    low, high = (tuple(trace.r) for trace in figure(chart).data[:2])
    assert (low, high) == ((1.0,) * 9, (2.0,) * 9)


def test_an_axis_without_a_figure_stays_open() -> None:
    (trace,) = figure(samples.gappy_radar()).data
    assert tuple(trace.r)[2] is None
    assert trace.connectgaps is False
    assert trace.fill == "none"


def test_the_scale_of_a_radar_is_fixed_and_its_grid_straight() -> None:
    polar = figure(replace(samples.radar(), series=())).layout.polar
    assert tuple(polar.radialaxis.range) == (0, 5)
    assert polar.gridshape == "linear"


def test_bars_begin_where_they_are_sure_and_end_where_they_are_possible() -> None:
    chart = samples.bars()
    sure, possible, target, _ = figure(chart).data
    assert tuple(sure.x) == tuple(bar.low for bar in chart.bars)
    ends = tuple(None if low is None else low + more for low, more in zip(possible.base, possible.x, strict=True))
    assert ends == tuple(bar.high for bar in chart.bars)
    assert tuple(target.x) == tuple(bar.target for bar in chart.bars)


def test_bars_that_are_all_sure_show_nothing_possible() -> None:
    chart = replace(samples.bars(), bars=(Bar("A", "A", 2, 2, "2"),), target_name=None)
    assert [trace.name for trace in figure(chart).data][:1] == ["sicher"]
    assert "möglich" not in {trace.name for trace in figure(chart).data}


def test_bars_on_a_scale_from_one_begin_at_one() -> None:
    chart = replace(samples.bars(), bars=(Bar("A", "A", 3, 3, "3"),), minimum=1, ticks=())
    sure = figure(chart).data[0]
    assert (sure.base, tuple(sure.x)) == (1, (2,))


def test_a_scale_of_large_figures_is_marked_where_it_is_named_and_nowhere_else() -> None:
    chart = replace(samples.bars(), maximum=400_000, ticks=("0", "", "400.000"))
    axis = figure(chart).layout.xaxis
    assert (tuple(axis.tickvals), tuple(axis.ticktext)) == ((0, 200_000, 400_000), ("0", "", "400.000"))
    assert len(vectors.scene(chart).shapes) < len(vectors.scene(samples.bars()).shapes)


def test_the_figures_beside_bars_lie_within_the_axis_as_plotly_draws_nothing_beyond() -> None:
    drawn = figure(samples.bars())
    lowest, highest = drawn.layout.xaxis.range
    assert all(lowest <= place <= highest for place in drawn.data[-1].x)


def test_the_heat_strip_says_in_each_field_what_the_rating_says() -> None:
    chart = samples.heat()
    strip, badges = figure(chart).data
    assert [list(row) for row in strip.text] == [[cell.text for cell in row.cells] for row in chart.rows]
    assert list(badges.text) == [f"<b>{row.badge}</b>" for row in chart.rows]


def test_the_heat_strip_colours_each_field_by_its_letter() -> None:
    (strip, _) = figure(samples.heat(rows=1)).data
    assert list(strip.z[0]) == [3, 2, 1, 1, 0, 4, 2, 1, 0]


@pytest.mark.parametrize(("language", "separators"), [("de", ",."), ("en", ".,")])
def test_numbers_are_written_as_the_language_writes_them(language: str, separators: str) -> None:
    assert figure(samples.radar(), language=language).layout.separators == separators  # type: ignore[arg-type]


def test_dark_figures_take_the_dark_colours() -> None:
    light, dark = (figure(samples.gappy_radar(), dark=each).data[0].line.color for each in (False, True))
    assert (light, dark) == (PAPER.city, DARK.city)


def test_what_a_person_typed_is_no_markup() -> None:
    typed = '<a href="https://example.org">Stadt</a>'
    chart = replace(samples.radar(), axes=(typed,) * 8, series=(Series(typed, "city", (1.0,) * 8),))
    assert "<a" not in figure(chart).to_json().replace("\\u003c", "<")


@pytest.mark.parametrize("chart", [samples.radar(), samples.bars(), samples.heat(), samples.lines()])
def test_behind_every_chart_stands_a_table_of_even_rows(chart: Chart) -> None:
    grid = table(chart, words("en"))
    assert {len(row) for row in grid.rows} == {len(grid.columns)}


def test_the_table_of_a_radar_holds_its_figures_in_the_readers_language() -> None:
    grid = table(samples.gappy_radar(), words("de"))
    assert [row[1] for row in grid.rows] == ["2,0", "3,5", "–", "2,5", "–", "1,5", "–", "3,0"]


def test_the_table_of_bars_says_the_result_in_words() -> None:
    grid = table(samples.bars(), words("en"))
    assert grid.rows[2] == ("PAR.1", "Partnerauswahl", "1 bis 3", "3.0")


def test_the_table_of_a_heat_strip_holds_every_letter() -> None:
    grid = table(samples.heat(rows=1), words("en"))
    assert grid.rows[0][2:] == ("F", "L", "P-L", "P", "N", "–", "L+", "P-", "N", "1–3")
