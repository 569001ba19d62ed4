"""The whole at a glance: dimensions, levels per process, letters per process and attribute."""

from reports.content.case import Case
from reports.content.figures import capability_bars, dimension_figure, heat_strip, radar
from reports.content.naming import anchor, process_name
from reports.document import Block, Heading, Paragraph, Picture, Section, Span, Table, cell, line

_ROWS_PER_CHART = 20


def overall_profile(case: Case) -> Section:
    """The radar with its table."""
    words = case.words
    blocks: tuple[Block, ...] = (
        Heading(1, words("Overall profile"), "profile", in_contents=True),
        Picture(radar(case.profile, case.model, words)),
        Paragraph(
            line(
                words(
                    "An axis shows the mean of the levels of its processes, from 0 to {highest}. The mean is there for "
                    "orientation only: it can hide a process that stands lower, so the table names the lowest one.",
                    highest=case.framework.highest_level,
                )
            )
        ),
        _dimensions(case),
    )
    return Section("profile", blocks)


def _dimensions(case: Case) -> Table:
    words = case.words
    rows = []
    for dimension in case.model.head.dimensions:
        result = case.profile.dimensions[dimension.id]
        lowest = "–"
        if result.lowest_process is not None:
            lowest = process_name(case.model, result.lowest_process, words)
        target = anchor(result.lowest_process) if result.lowest_process else None
        rows.append(
            (
                cell(words.text(dimension.name)),
                cell(dimension_figure(result.low, result.high, words), align="center"),
                cell(Span(lowest, anchor=target)),
            )
        )
    return Table(
        head=(
            cell(words("Dimension")),
            cell(words("Mean of the levels"), align="center"),
            cell(words("Lowest process")),
        ),
        rows=tuple(rows),
        widths=(4, 2, 5),
        caption=words("The dimensions in figures"),
    )


def capability_profile(case: Case) -> Section:
    """The level of each process as a bar."""
    words = case.words
    blocks: list[Block] = [
        Heading(1, words("Level of each process"), "levels", in_contents=True),
        *(Picture(capability_bars(case.profile, case.model, words, part)) for part in _charts(case)),
    ]
    return Section("levels", tuple(blocks))


def letters(case: Case) -> Section:
    """The letters of each process and attribute."""
    words = case.words
    explanation = words(
        "A row is a process, a column an attribute. Letter and colour say the same. A range such as “P–L” still "
        "depends on open answers; “open” means that nothing was rated there yet."
    )
    blocks: list[Block] = [
        Heading(1, words("Ratings at a glance"), "letters", in_contents=True),
        Paragraph(line(explanation)),
        *(Picture(heat_strip(case.profile, case.model, words, part)) for part in _charts(case)),
    ]
    return Section("letters", tuple(blocks))


def _charts(case: Case) -> list[list[str]]:
    """The assessed processes in as many charts as are needed, cut between dimensions and about equally long."""
    ids = [result.process for result, _ in case.assessed]
    pieces = -(-len(ids) // _ROWS_PER_CHART)
    if pieces < 2:
        return [ids]
    charts: list[list[str]] = [[]]
    for dimension in case.model.head.dimensions:
        members = [each for each in ids if case.model.process(each).dimension == dimension.id]
        if len(charts[-1]) + len(members) / 2 > len(ids) / pieces and charts[-1] and len(charts) < pieces:
            charts.append([])
        charts[-1] += members
    return charts
