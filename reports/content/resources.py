"""What the international work costs in a year, process by process, next to what decided measures would add."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from locales.words import Words
from models.measures import Measure, MeasureState
from models.questionnaire import CapabilityModel, Dimension
from models.resources import Outlay, Resources
from reports.charts import Bar, Bars
from reports.content.naming import process_name
from reports.document import Cell, Heading, Paragraph, Picture, Section, Span, Table, cell, line

_COUNTING: tuple[MeasureState, ...] = ("decided", "under way")
_PROPOSED: tuple[MeasureState, ...] = ("proposed",)
_HOURS_A_DAY = 8


@dataclass(frozen=True, slots=True)
class Costs:
    """What one line says: today's outlay, and what measures would add each year and once (euros, working hours).

    `own` and `others` say who pays for the measures, in euros over their whole time.
    """

    today: Outlay
    yearly: int
    once: int
    hours: int
    own: int
    others: int

    @property
    def adds(self) -> bool:
        """Whether measures would add anything."""
        return bool(self.yearly or self.once or self.hours)


def costs_of(
    processes: Sequence[str],
    resources: Resources,
    measures: Sequence[Measure],
    states: Collection[MeasureState] = _COUNTING,
) -> Costs:
    """Sums over processes; what was left open counts as nothing.

    Args:
        processes: over which to sum.
        resources: what the city entered.
        measures: the measures of the city.
        states: those in one of these states count; usually what is decided or under way.
    """
    outlays = [resources.outlays[key] for key in processes if key in resources.outlays]
    planned = [each.means for each in measures if each.process in processes and each.state in states]
    today = Outlay(
        hours=sum(each.hours or 0 for each in outlays),
        own_funds=sum(each.own_funds or 0 for each in outlays),
        third_party_funds=sum(each.third_party_funds or 0 for each in outlays),
    )
    return Costs(
        today,
        yearly=sum(each.euros_yearly or 0 for each in planned),
        once=sum(each.euros_once or 0 for each in planned),
        hours=round(sum((each.days or 0) * _HOURS_A_DAY for each in planned)),
        own=sum(each.own_funds or 0 for each in planned),
        others=sum(each.third_party_funds or 0 for each in planned),
    )


def resources_section(
    model: CapabilityModel, resources: Resources, measures: Sequence[Measure], words: Words
) -> Section:
    """The part that says it: a finding, bars per dimension, the table with its sums."""
    every = [each.id for each in model.processes]
    whole, proposed = (costs_of(every, resources, measures, states) for states in (_COUNTING, _PROPOSED))
    return Section(
        "resources",
        (
            Heading(1, words("What the international work costs"), "resources", in_contents=True),
            Paragraph(line(_finding(whole, resources.year, words)), "lead"),
            *(Paragraph(line(said)) for said in _planned(whole, proposed, words)),
            Picture(_bars(model, resources, measures, words)),
            _table(model, resources, measures, words),
            Paragraph(
                line(
                    words(
                        "What is left open counts as nothing. Of measures those count that are decided or under way: "
                        "euros each year, euros once, and a working day as eight hours."
                    )
                ),
                "small",
            ),
        ),
    )


def _finding(whole: Costs, year: int, words: Words) -> str:
    hours, euros = words.number(whole.today.hours or 0, 0), words.number(whole.today.euros, 0)
    third = words.number(whole.today.third_party_funds or 0, 0)
    return words(
        "{year}: {hours} working hours and {euros} euros, of which {third} from others.",
        year=year,
        hours=hours,
        euros=euros,
        third=third,
    )


def _planned(whole: Costs, proposed: Costs, words: Words) -> Iterator[str]:
    """What the plans would take on top, and who would pay; what is only proposed by itself."""
    if whole.adds:
        yield words(
            "Measures would add {yearly} euros a year, {once} euros once and {hours} working hours.",
            **_figures(whole, words),
        )
    if whole.own or whole.others:
        own, others = words.number(whole.own, 0), words.number(whole.others, 0)
        yield words("For these, {own} euros are own funds and {others} come from others.", own=own, others=others)
    if proposed.adds:
        yield words(
            "What is only proposed so far would take {yearly} euros a year, {once} euros once and {hours} working "
            "hours more.",
            **_figures(proposed, words),
        )


def _figures(costs: Costs, words: Words) -> dict[str, str]:
    figures = {"yearly": costs.yearly, "once": costs.once, "hours": costs.hours}
    return {name: words.number(each, 0) for name, each in figures.items()}


def _bars(model: CapabilityModel, resources: Resources, measures: Sequence[Measure], words: Words) -> Bars:
    sums = {each.id: costs_of(_members(model, each), resources, measures) for each in model.head.dimensions}
    most = max((each.today.euros + each.yearly for each in sums.values()), default=0)
    top = _round_up(max(most, 1))
    return Bars(
        title=words("Euros a year by dimension, today and with measures"),
        alt="; ".join(_told(each, sums[each.id], words) for each in model.head.dimensions),
        bars=tuple(
            Bar(
                each.id,
                words.text(each.name),
                sums[each.id].today.euros,
                sums[each.id].today.euros + sums[each.id].yearly,
                words.number(sums[each.id].today.euros, 0),
            )
            for each in model.head.dimensions
        ),
        minimum=0,
        maximum=top,
        ticks=("0", "", "", "", words.number(top, 0)),
        sure_name=words("today"),
        possible_name=words("with measures"),
    )


def _round_up(most: int) -> int:
    """The next round number: 1, 2 or 4 with zeros, so that quarters of it are whole."""
    step = 10 ** (len(str(most)) - 1)
    return next(step * factor for factor in (1, 2, 4, 8, 10) if step * factor >= most) if step >= 4 else 4


def _told(dimension: Dimension, costs: Costs, words: Words) -> str:
    return f"{words.text(dimension.name)}: {words.number(costs.today.euros, 0)}"


def _members(model: CapabilityModel, dimension: Dimension) -> list[str]:
    return [each.id for each in model.processes_of(dimension.id)]


def _table(model: CapabilityModel, resources: Resources, measures: Sequence[Measure], words: Words) -> Table:
    planned = costs_of([each.id for each in model.processes], resources, measures).adds
    head = (
        words("Process"),
        words("Hours"),
        words("Own euros"),
        words("Euros of others"),
        *((words("Measures: a year"), words("Measures: once"), words("Measures: hours")) if planned else ()),
    )
    return Table(
        head=tuple(cell(name, align="start" if at == 0 else "end") for at, name in enumerate(head)),
        rows=tuple(_rows(model, resources, measures, words, planned=planned)),
        widths=(4, 1.2, 1.4, 1.5, 1.4, 1.4, 1.4)[: len(head)],
        caption=words("Hours and euros of one year by process"),
        dense=True,
    )


def _rows(
    model: CapabilityModel, resources: Resources, measures: Sequence[Measure], words: Words, *, planned: bool
) -> Iterator[tuple[Cell, ...]]:
    def row(name: str, processes: Sequence[str], *, strong: bool) -> tuple[Cell, ...]:
        costs = costs_of(processes, resources, measures)
        today = (costs.today.hours or 0, costs.today.own_funds or 0, costs.today.third_party_funds or 0)
        figures = (*today, *((costs.yearly, costs.once, costs.hours) if planned else ()))
        return (cell(Span(name, strong=strong)), *(_number(each, words, strong=strong) for each in figures))

    for dimension in model.head.dimensions:
        members = _members(model, dimension)
        said = [key for key in members if key in resources.outlays or any(each.process == key for each in measures)]
        for key in said:
            yield row(process_name(model, key, words), [key], strong=False)
        if said:
            yield row(words("Sum: {name}", name=words.text(dimension.name)), members, strong=True)
    yield row(words("Everything"), [each.id for each in model.processes], strong=True)


def _number(figure: int, words: Words, *, strong: bool) -> Cell:
    return cell(Span(words.number(figure, 0), strong=strong), align="end")
