"""What the work costs: sums that add up, open fields that count as nothing, plans by themselves."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.measures import Means, Measure, MeasureState
from models.resources import Outlay, Resources
from reports.content.resources import costs_of, resources_section
from reports.document import Picture, Table
from tests.reports.content.samples import real_model, words

MODEL = real_model()
EVERY = [each.id for each in MODEL.processes]
_euros = st.none() | st.integers(0, 10_000_000)
outlays = st.dictionaries(
    st.sampled_from(EVERY), st.builds(Outlay, hours=_euros, own_funds=_euros, third_party_funds=_euros)
)


def _measure(process: str, state: MeasureState) -> Measure:
    means = Means(days=Decimal("2.5"), euros_once=500, euros_yearly=1_200, own_funds=700, third_party_funds=1_000)
    return Measure(id=f"{process}-{state}", city="c1", title="Etwas tun", process=process, state=state, means=means)


@given(outlays)
def test_the_sums_of_the_dimensions_add_up_to_everything(said: dict[str, Outlay]) -> None:
    resources = Resources(year=2026, outlays=said)
    whole = costs_of(EVERY, resources, ()).today
    parts = [
        costs_of([each.id for each in MODEL.processes_of(dimension.id)], resources, ()).today
        for dimension in MODEL.head.dimensions
    ]
    assert whole.hours == sum(each.hours or 0 for each in parts) == sum(each.hours or 0 for each in said.values())
    assert whole.euros == sum(each.euros for each in parts) == sum(each.euros for each in said.values())


@given(outlays)
def test_the_scale_holds_every_bar_and_is_marked_a_few_times(said: dict[str, Outlay]) -> None:
    section = resources_section(MODEL, Resources(year=2026, outlays=said), (), words("de"))
    (chart,) = [each.chart for each in section.blocks if isinstance(each, Picture)]
    assert all((bar.high or 0) <= chart.maximum for bar in chart.bars)
    assert len(chart.marks) == 5


def test_of_measures_what_is_decided_or_under_way_counts_and_what_is_proposed_stands_by_itself() -> None:
    states: tuple[MeasureState, ...] = ("proposed", "decided", "under way", "done", "dropped")
    measures = [_measure("GOV.1", each) for each in states]
    nothing = Resources(year=2026, outlays={})
    costs = costs_of(EVERY, nothing, measures)
    assert (costs.yearly, costs.once, costs.hours, costs.own, costs.others) == (2_400, 1_000, 40, 1_400, 2_000)
    assert costs_of(EVERY, nothing, measures, ("proposed",)).hours == 20
    assert costs_of(["PAR.1"], nothing, measures).adds is False


def test_columns_of_measures_stand_only_where_measures_cost_something() -> None:
    resources = Resources(year=2026, outlays={"GOV.1": Outlay(hours=40, own_funds=1_000)})
    for measures, columns in (((), 4), ([_measure("GOV.1", "decided")], 7)):
        section = resources_section(MODEL, resources, measures, words("en"))
        (table,) = [each for each in section.blocks if isinstance(each, Table)]
        assert {len(table.head), len(table.widths), *map(len, table.rows)} == {columns}
