"""Every number on the results screens leads to its reason, and the reason works out to the number."""

import datetime
import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.scoring import profile, quick_profile
from assessment.why import traces
from locales.words import words
from models.answers import Answers
from models.facts import ReportFacts
from models.profile import Profile, Trace
from reports.charts import Bars, Chart, HeatStrip
from reports.content import build
from reports.content.case import Case
from reports.document import Beside, Block, Paragraph, Picture, Section, Table, Tiles, Together
from screens.outcome.page import OF_A_SCAN
from screens.outcome.parts import SECTIONS
from tests.scoring import recompute, sheets, tiny

EN = words("en")
FACTS = ReportFacts(datetime.date(2026, 3, 1), "Musterstadt", "test", "0")
EXAMPLES = settings(max_examples=60)

Shown = tuple[str, str | None]
"""What stands there, and the subject of its trace."""

_FIGURE = re.compile(r"(at least )?\d+([.,]\d+)?( (of|to) \d+([.,]\d+)?)?|[NPLF][+-]?( to |–)[NPLF][+-]?|[NPLF][+-]?")
_GIVEN = {"#", "Needed"}
"""Columns whose figures are no results: the number of a row, and what the model asks for. So is a key of stages."""


@st.composite
def cities(draw: st.DrawFn) -> Answers:
    """Answers of any kind, with settings of any kind."""
    used = draw(sheets.settings())
    return tiny.answers(draw(sheets.said(used)), **used)


def shown(blocks: tuple[Block, ...]) -> Iterator[Shown]:
    """Everything in these blocks that looks like a result, and everything that leads to a reason."""
    for block in blocks:
        match block:
            case Together():
                yield from shown(block.blocks)
            case Beside():
                yield from shown((*block.left, *block.right))
            case Picture():
                yield from _drawn(block.chart)
            case _:
                yield from _written(block)


def _drawn(chart: Chart) -> Iterator[Shown]:
    if isinstance(chart, Bars):
        yield from ((bar.label, bar.of) for bar in chart.bars)
    if isinstance(chart, HeatStrip):
        yield from ((cell.text, cell.of) for row in chart.rows for cell in row.cells)
        yield from ((row.badge, row.of) for row in chart.rows)


def _written(block: Block) -> Iterator[Shown]:
    match block:
        case Tiles():
            yield from ((tile.value, tile.of) for tile in block.tiles)
        case Table():
            yield from _in_table(block)
        case Paragraph():
            yield from ((span.text, span.of) for span in block.content if span.of)


def _in_table(table: Table) -> Iterator[Shown]:
    heads = ["".join(span.text for span in cell.content) for cell in table.head]
    for row in table.rows:
        for head, cell in zip(heads, row, strict=True):
            given = head in _GIVEN or heads[0] == "Stage"
            yield from (
                (span.text, span.of) for span in cell.content if span.of or (_is_result(span.text) and not given)
            )


def _is_result(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None


def on_the_page(answers: Answers) -> tuple[Profile, list[Shown]]:
    """The result, and all that the results page shows of it."""
    result = profile(tiny.MODEL, answers)
    case = Case(tiny.MODEL, answers, result, EN, FACTS)
    sections = [section for part in SECTIONS.values() for each in part if (section := each(case)) is not None]
    return result, list(_all(sections))


def _all(sections: list[Section]) -> Iterator[Shown]:
    for section in sections:
        yield from shown(section.blocks)


@EXAMPLES
@given(cities())
def test_every_number_on_the_results_page_has_its_trace(answers: Answers) -> None:
    result, figures = on_the_page(answers)
    known = traces(result)
    assert [text for text, of in figures if of not in known] == []


@EXAMPLES
@given(cities())
def test_every_trace_works_out_to_the_number_that_stands_there(answers: Answers) -> None:
    result, figures = on_the_page(answers)
    known = traces(result)
    wrong = [
        (text, of, again)
        for text, of in figures
        if of is not None and (again := worked_out(known[of], result)) is not None and again not in text
    ]
    assert wrong == []


def worked_out(trace: Trace, result: Profile) -> str | None:
    """The figure of a trace as a page writes it, worked out anew from what stands beneath it.

    None for the words of maturity, whose rule over the tiny model has a test of its own, and for what is not rated.
    """
    subject = trace.subject
    if subject.startswith("maturity"):
        return None
    if subject in ("completeness", "evidence", "dont-know", "certain", "assessed"):
        return recompute.counted(trace)
    if "/" in subject:
        return _letters(trace, result)
    ends = recompute.level(trace, result.settings.highest_level) if "." in subject else recompute.mean(trace)
    if ends is None:
        return "not assessed"
    low, high = (EN.number(each) if isinstance(each, Fraction) else str(each) for each in ends)
    return low if low == high else f"{low} to {high}"


def _letters(trace: Trace, result: Profile) -> str | None:
    ends = recompute.attribute(trace, result.settings.method, result.settings.scale)
    if ends is None:
        return "n/a"
    if all(leaf.answer is None or leaf.answer.state != "rated" for leaf in trace.inputs):
        return "open"
    low, high = map(str, ends)
    return low if low == high else f"{low}–{high}"


@pytest.mark.parametrize("said", [{}, {"QS01": "4", "QS02": "?", "QS06": "3"}])
def test_every_number_of_a_quick_scan_has_its_trace_and_is_its_value(said: dict[str, str]) -> None:
    answers = tiny.answers(said)
    result = quick_profile(tiny.SCAN, answers)
    report = build(tiny.SCAN, answers, result, EN, facts=FACTS)
    figures = list(_all([each for each in report.sections if each.id in OF_A_SCAN]))
    known = traces(result)
    assert len(figures) > 10
    assert [text for text, of in figures if of not in known] == []
    stages = {str(each.stage) if each.stage else None: key for key, each in result.questions.items()}
    assert all(str(known[str(of)].value) == text for text, of in figures if of in stages.values() and text.isdigit())
