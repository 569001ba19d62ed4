"""The whole at a glance: dimensions, levels per process, letters per process and attribute."""

from collections import Counter

from reports.content.beside import profile_bars, profile_radar
from reports.content.case import Case
from reports.content.figures import dimension_figure, heat_strip
from reports.content.naming import anchor, level_name, listed, process_name
from reports.document import Block, Heading, Paragraph, Picture, Section, Span, Table, Together, cell, line


def overall_profile(case: Case) -> Section:
    """The radar with its table."""
    words = case.words
    blocks: tuple[Block, ...] = (
        Heading(1, words("Overall profile"), "profile", in_contents=True),
        Picture(profile_radar(case)),
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
                cell(Span(dimension_figure(result.low, result.high, words), of=dimension.id), align="center"),
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
    """The level of each process as a bar, and how many stand at each level."""
    words = case.words
    blocks: tuple[Block, ...] = (
        Heading(1, words("Level of each process"), "levels", in_contents=True),
        Picture(profile_bars(case)),
        *_distribution(case),
    )
    return Section("levels", blocks)


def _distribution(case: Case) -> tuple[Block, ...]:
    """How many processes stand at each level; one whose level is still open stands at the lower end.

    Nothing while nothing is rated: that all stand at the lowest level would be said of nobody's answers.
    """
    if case.profile.completeness.rated == 0:
        return ()
    words, lows = case.words, Counter(level.low for _, level in case.assessed)
    counts = [
        words("{count} at level {level} ({name})", count=lows[level], level=level, name=name)
        for level in sorted(lows, reverse=True)
        for name in [level_name(case.framework, level, words)]
    ]
    sentences = [words("Number of processes: {counts}.", counts=listed(counts, words))]
    if any(not level.final for _, level in case.assessed):
        sentences.append(words("Where answers are open, the lower end counts."))
    return (Paragraph(line(" ".join(sentences))),)


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
        Picture(heat_strip(case.profile, case.model, words)),
    ]
    return Section("letters", (Together(tuple(blocks)),), new_page=False)
