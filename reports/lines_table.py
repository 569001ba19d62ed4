"""The table behind lines: what moved, moment by moment, in words."""

from locales.words import Words
from reports.charts import Lines


def rows(chart: Lines, words: Words) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Head and rows: a row for each panel, a column for each moment, and a word where something else was asked."""
    marked = (
        words("{moment} (other questions from here on)", moment=moment) if number in chart.breaks else moment
        for number, moment in enumerate(chart.moments)
    )
    return (words("Name"), *marked), tuple((panel.name, *panel.labels) for panel in chart.panels)
