"""Every number about dimensions and counts of a quick scan leads to its reason, and the reason works out to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessment.scoring import quick_profile
from assessment.why import traces
from models.answers import Answers
from models.profile import StageProfile, Trace
from reports.charts import Bars, Radar
from reports.content import build
from reports.document import Block, Cell, Picture, Report, Table, Tiles
from screens.outcome.page import OF_A_SCAN
from tests.scoring import tiny
from tests.screens.test_every_number import EN, EXAMPLES, FACTS

STAGES = range(1, 6)
LEAST_FOR_A_MEAN = 2
SCANS = st.dictionaries(
    st.sampled_from([each.id for each in tiny.SCAN.file.questions]), st.sampled_from([*map(str, STAGES), "?", "x"])
).map(tiny.answers)


@dataclass(frozen=True)
class Dimension:
    """A dimension worked out anew from nothing but the questions that its trace rests on."""

    trace: Trace

    @property
    def stages(self) -> list[int]:
        """The stages that were chosen."""
        return [int(str(each.value)) for each in self.trace.inputs if str(each.value).isdigit()]

    @property
    def open_ones(self) -> int:
        """How many questions may still turn out anything."""
        return sum(each.rule.sentence.startswith("Open") for each in self.trace.inputs)

    @property
    def row(self) -> list[str]:
        """What the table says of it: the mean, its range while answers are open, and how many were answered."""
        stages, missing = self.stages, self.open_ones
        total = len(stages) + missing
        mean = EN.number(Fraction(sum(stages), len(stages))) if len(stages) >= LEAST_FOR_A_MEAN else "open"
        ends = [EN.number(Fraction(sum(stages) + missing * each, total)) for each in (STAGES[0], STAGES[-1]) if total]
        between = "–" if not missing else " to ".join(ends)
        return [mean, between, f"{len(stages)} of {total}"]


def scanned(answers: Answers) -> tuple[StageProfile, list[Block]]:
    """The result, and what a screen shows of it."""
    result = quick_profile(tiny.SCAN, answers)
    report: Report = build(tiny.SCAN, answers, result, EN, facts=FACTS)
    return result, [block for each in report.sections if each.id in OF_A_SCAN for block in each.blocks]


def _rows(blocks: list[Block]) -> Iterator[tuple[Cell, ...]]:
    for block in blocks:
        if isinstance(block, Table) and block.caption == "The dimensions in figures":
            yield from (row[1:] for row in block.rows)


@EXAMPLES
@given(SCANS)
def test_mean_range_and_count_of_a_dimension_lead_to_its_trace_and_work_out_from_it(answers: Answers) -> None:
    result, blocks = scanned(answers)
    known, rows = traces(result), list(_rows(blocks))
    assert len(rows) == len(tiny.SCAN.dimensions)
    for dimension, row in zip(tiny.SCAN.dimensions, rows, strict=True):
        assert {span.of for cell in row for span in cell.content} == {dimension.id}
        assert [span.text for cell in row for span in cell.content] == Dimension(known[dimension.id]).row


@EXAMPLES
@given(SCANS)
def test_the_radar_draws_the_means_of_the_table_and_is_left_out_while_there_are_none(answers: Answers) -> None:
    _, blocks = scanned(answers)
    means = [row[0].content[0].text for row in _rows(blocks)]
    radars = [each.chart for each in blocks if isinstance(each, Picture) and isinstance(each.chart, Radar)]
    drawn = [[_told(value) for value in series.values] for each in radars for series in each.series]
    assert drawn == ([means] if set(means) != {"open"} else [])


def _told(mean: float | None) -> str:
    return "open" if mean is None else EN.number(Fraction(mean).limit_denominator(99))


@EXAMPLES
@given(SCANS)
def test_every_bar_leads_to_its_question_and_is_the_stage_that_was_chosen(answers: Answers) -> None:
    result, blocks = scanned(answers)
    (bars,) = (each.chart for each in blocks if isinstance(each, Picture) and isinstance(each.chart, Bars))
    known = traces(result)
    for bar in bars.bars:
        stage = str(known[str(bar.of)].value)
        assert bar.low == bar.high == (float(stage) if stage.isdigit() else None)
        assert not stage.isdigit() or bar.label == stage


@EXAMPLES
@given(SCANS)
def test_every_count_leads_to_its_trace_and_is_counted_from_it(answers: Answers) -> None:
    result, blocks = scanned(answers)
    known = traces(result)
    (tiles,) = (block.tiles for block in blocks if isinstance(block, Tiles))
    shown = {str(tile.of): tile.value for tile in tiles}
    assert shown == {of: counted(known[of]) for of in shown}
    assert list(shown) == ["answered", "means", "dont-know"]


def counted(trace: Trace) -> str:
    """A count, from the questions or dimensions beneath its trace."""
    if trace.subject == "means":
        means = [Dimension(each).row[0] for each in trace.inputs]
        return f"{sum(each != 'open' for each in means)} of {len(means)}"
    said = [str(each.value) for each in trace.inputs]
    if trace.subject == "dont-know":
        return str(said.count("don't know"))
    ignored = sum(each.rule.sentence.startswith("Optional") for each in trace.inputs)
    return f"{sum(each.isdigit() for each in said)} of {len(said) - ignored}"
