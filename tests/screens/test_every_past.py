"""Every number on the page of the trend leads to its reason in the result that it comes from, and works out from it."""

import datetime
import re

from hypothesis import given
from hypothesis import strategies as st

from assessment.trend import past, trends
from assessment.why import traces
from models.answers import Answers
from models.questionnaire import Library
from models.trend import Trend
from reports.chart_tables import table
from reports.charts import Lines
from reports.content.trend import trend_blocks
from reports.document import Items, Paragraph, Picture, Table
from tests.moving.versions import former, library_now, now
from tests.scoring import tiny
from tests.screens.test_every_number import EN, EXAMPLES, cities, worked_out
from tests.trend.test_trend import a_past

LIBRARY = Library((tiny.MODEL,), ())


def trend_of(*given_answers: Answers) -> Trend:
    """Results of one year after the other."""
    pasts = [
        past(str(year), f"Assessment {year}", tiny.MODEL, answers, date=datetime.date(year, 5, 1), revision=1)
        for year, answers in enumerate(given_answers, 2024)
    ]
    (found,) = trends(pasts, LIBRARY)
    return found


def shown(trend: Trend) -> list[tuple[str, str | None]]:
    """Every figure of the page, and where it leads: those behind the lines, and those of the processes."""
    blocks = list(trend_blocks(trend, EN))
    figures = []
    for block in blocks:
        if isinstance(block, Picture) and isinstance(block.chart, Lines):
            grid = table(block.chart, EN)
            figures += [
                (text, grid.subjects.get((row, column)))
                for row, texts in enumerate(grid.rows)
                for column, text in enumerate(texts)
                if column
            ]
        if isinstance(block, Table):
            figures += [(span.text, span.of) for row in block.rows for cell in row[1:3] for span in cell.content]
    return figures


@EXAMPLES
@given(st.lists(cities(), min_size=1, max_size=3))
def test_every_number_of_a_trend_has_its_trace_and_is_what_it_gives(given_answers: list[Answers]) -> None:
    trend = trend_of(*given_answers)
    found = shown(trend)
    assert found
    for text, of in found:
        if of is None:
            assert text == "not assessed"
            continue
        number, _, subject = of.partition(":")
        result = trend.pasts[int(number)].result
        assert worked_out(traces(result)[subject], result) in text.removeprefix("at least ")  # type: ignore[arg-type, operator]


@EXAMPLES
@given(st.lists(cities(), min_size=2, max_size=2))
def test_how_a_process_moved_is_the_difference_of_the_levels_beside_it(given_answers: list[Answers]) -> None:
    rows = [block.rows for block in trend_blocks(trend_of(*given_answers), EN) if isinstance(block, Table)]
    for row in (row for each in rows for row in each):
        before, after, moved = ("".join(span.text for span in cell.content) for cell in row[1:4])
        if moved[-2:-1] in "+−" and before.isdecimal() and after.isdecimal():
            assert int(moved.split()[-1].replace("−", "-")) == int(after) - int(before) != 0


@EXAMPLES
@given(st.lists(cities(), min_size=2, max_size=2))
def test_the_sentences_count_what_stands_in_the_table_below(given_answers: list[Answers]) -> None:
    trend = trend_of(*given_answers)
    blocks = list(trend_blocks(trend, EN))
    moved = [
        "".join(span.text for span in row[3].content)
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    lead = next("".join(span.text for span in each.content) for each in blocks if isinstance(each, Paragraph))
    kept = [line[0].text for each in blocks if isinstance(each, Items) for line in each.items]
    counts = {
        "rose": sum(each.startswith(("▲", "risen")) for each in moved),
        "fell": sum(each.startswith(("▼", "fallen")) for each in moved),
    }
    same = moved.count("the same")
    if moved and any(counts.values()):
        assert str(counts["rose"] or counts["fell"]) in lead
        assert f"of {len(moved)} processes" in lead
    assert any(re.match(rf"Kept: {same} process(es)? ", each) for each in kept) == bool(same)


def test_a_process_that_was_called_otherwise_leads_to_its_reason_under_its_former_name() -> None:
    (trend,) = trends([a_past(former(), 2024, "N"), a_past(now(), 2026, "F")], library_now())
    known = traces(trend.pasts[0].result)
    leading = [of.removeprefix("0:") for _, of in shown(trend) if of is not None and of.startswith("0:")]
    assert leading
    assert set(leading) <= known.keys()
    assert any(of not in traces(trend.last.result) for of in leading)
