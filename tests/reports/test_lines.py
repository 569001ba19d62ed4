"""Lines end at a break and where there is no value; what is possible stands above what is certain."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from locales.words import words
from reports import vectors
from reports.chart_tables import table
from reports.charts import Lines, Panel
from reports.palette import PAPER
from reports.screen import figure
from reports.vectors.shapes import Disc, Path
from tests.reports import samples

VALUES = st.lists(st.none() | st.floats(0, 5), min_size=1, max_size=7)


def drawn(chart: Lines, name: str) -> list[tuple[float, ...]]:
    """The moments that each line of this name leads through, on screen."""
    return [tuple(trace.x) for trace in figure(chart).data if trace.name == name]


def test_no_line_leads_across_a_break() -> None:
    chart = replace(samples.lines(), panels=samples.lines().panels[:1])
    assert drawn(chart, "sicher") == [(0, 1), (2, 3)]


def test_no_line_leads_over_a_moment_without_a_value() -> None:
    chart = replace(samples.lines(), panels=samples.lines().panels[2:3], breaks=())
    assert drawn(chart, "sicher") == [(1, 2, 3)]


def test_a_break_is_marked_in_every_panel_and_explained_once() -> None:
    made = figure(samples.lines())
    assert len(made.layout.shapes) == len(samples.lines().panels)
    assert [trace.name for trace in made.data if trace.name == "andere Fragen"] == ["andere Fragen"]


def test_every_value_has_its_mark_on_paper() -> None:
    chart = samples.lines()
    discs = [shape for shape in vectors.scene(chart).shapes if isinstance(shape, Disc)]
    values = sum(value is not None for panel in chart.panels for value in panel.low)
    assert len(discs) == values + 1  # and one in the key


def test_what_is_possible_is_drawn_for_open_values_alone() -> None:
    chart = samples.lines()
    faint = [each for each in vectors.scene(chart).shapes if isinstance(each, Path) and each.fill == PAPER.city]
    assert len(faint) == len(chart.moments) + 1  # one panel is open, and one in the key


def test_the_table_says_from_where_on_something_else_was_asked() -> None:
    grid = table(samples.lines(), words("en"))
    assert grid.columns[3] == "Mai 2024 (other questions from here on)"
    assert grid.rows[2][1] == "nicht bewertet"


@given(VALUES, st.sets(st.integers(1, 6)))
def test_the_lines_of_a_panel_lead_through_each_value_once(values: list[float | None], breaks: set[int]) -> None:
    labels = ("",) * len(values)
    panel = Panel("A", "A", tuple(values), tuple(values), labels)
    chart = Lines("", "", labels, (panel,), 0, 5, "", "", tuple(sorted(breaks)))
    stretches = list(chart.stretches(panel))
    assert [each for one in stretches for each in one] == [at for at, each in enumerate(values) if each is not None]
    assert all(not breaks.intersection(one[1:]) for one in stretches)
