"""The city beside its group: published figures only, in classes and words, without ranks and without other cities."""

from fractions import Fraction

from models.benchmark import Figures
from reports.content.beside import published_figures
from reports.content.case import Case
from reports.content.figures import dimension_figure
from reports.content.naming import interval, process_name
from reports.document import Block, Cell, Heading, Paragraph, Section, Table, cell, line


def comparison(case: Case) -> Section | None:
    """The page about the group; None without a published edition that shows anything about what was assessed.

    Its median and its middle half stand in the radar of the overall profile, so there is no second picture here.
    """
    words, edition = case.words, case.context.edition
    if edition is None or not edition.shown:
        return None
    rows = (*_dimension_rows(case), *_process_rows(case))
    if not rows:
        return None
    blocks: tuple[Block, ...] = (
        Heading(1, words("Beside the group"), "comparison", in_contents=True),
        Paragraph(line(_about(case))),
        Table(
            head=(
                cell(words("What")),
                cell(words("Our city"), align="center"),
                cell(words("Cities"), align="center"),
                cell(words("Median"), align="center"),
                cell(words("Middle half"), align="center"),
                cell(words("Where we stand")),
            ),
            rows=rows,
            widths=(4.6, 1.8, 0.95, 1.05, 1.75, 3.35),
            caption=words("The city beside the published figures of its group"),
            dense=True,
        ),
        Paragraph(line(_suppressed(case)), "small"),
    )
    return Section("comparison", blocks, new_page=False)


def _about(case: Case) -> str:
    words, context = case.words, case.context
    group = context.group or words("the group")
    day = words("Published on {date}.", date=words.date(context.published)) if context.published else ""
    told = words(
        "What {group} has published about itself: figures over several cities, never a single one. Other cities serve "
        "for orientation; the yardstick is what this city wants to reach.",
        group=group,
    )
    return f"{told} {day}".strip()


def _suppressed(case: Case) -> str:
    words, edition = case.words, case.context.edition
    count = len(edition.hidden) if edition else 0
    rule = words("A figure is shown only where no single city can be worked out from it.")
    if count == 0:
        return rule
    return " ".join(
        (rule, words.many(count, "Not shown for this reason: 1 figure.", "Not shown for this reason: {count} figures."))
    )


def _dimension_rows(case: Case) -> tuple[tuple[Cell, ...], ...]:
    words, published = case.words, published_figures(case)
    rows = []
    for dimension in case.model.head.dimensions:
        result, figures = case.profile.dimensions[dimension.id], published.get(dimension.id)
        if figures is not None and result.low is not None:
            own = dimension_figure(result.low, result.high, words)
            final = result.low if result.low == result.high else None
            rows.append(_row(words.text(dimension.name), own, final, figures, case))
    return tuple(rows)


def _process_rows(case: Case) -> tuple[tuple[Cell, ...], ...]:
    words, published = case.words, published_figures(case)
    return tuple(
        _row(
            process_name(case.model, result.process, words),
            interval(level, words),
            Fraction(level.low) if level.final and not level.at_least else None,
            published[result.process],
            case,
        )
        for result, level in case.assessed
        if result.process in published
    )


def _row(name: str, shown: str, own: Fraction | None, figures: Figures, case: Case) -> tuple[Cell, ...]:
    return (
        cell(name),
        cell(shown, align="center"),
        cell(str(figures.count), align="center"),
        *group_cells(figures, case),
        cell(_standing(own, figures, case)),
    )


def group_cells(figures: Figures, case: Case) -> tuple[Cell, Cell]:
    """Median and middle half of a group, a dash where the group is too small for one of them."""
    words = case.words
    median = "–" if figures.median is None else words.number(figures.median)
    middle = "–"
    if figures.quartiles is not None:
        low, high = figures.quartiles
        middle = words("{low} to {high}", low=words.number(low), high=words.number(high))
    return cell(median, align="center"), cell(middle, align="center")


def _standing(own: Fraction | None, figures: Figures, case: Case) -> str:
    words = case.words
    if own is None or figures.quartiles is None:
        return "–"
    low, high = figures.quartiles
    if own > high:
        return words("above the middle half")
    return words("below the middle half") if own < low else words("in the middle half")
