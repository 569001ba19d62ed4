"""How a city changed, as parts of a report and of a screen: what rose first, then what fell, then the pictures."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from locales.words import Words
from models.profile import Profile
from models.trend import Before, Break, Change, Span, Trend
from reports.charts import Lines, Panel
from reports.content.case import Earlier
from reports.content.figures import dimension_figure
from reports.content.naming import process_name
from reports.content.trend_words import (
    break_words,
    count,
    model_of,
    moment,
    named,
    scale_of,
    share_words,
    shift_words,
    short,
    span_words,
)
from reports.document import Block, Heading, Items, Paragraph, Picture, Section, Table, cell, line


def trend_section(trend: Trend, words: Words) -> Section:
    """Everything about a trend, for a report."""
    return Section("trend", tuple(trend_blocks(trend, words)))


def trend_blocks(trend: Trend, words: Words) -> Iterator[Block]:
    """Words first, praise first; then the dimensions over time; then each process, last and now."""
    yield Heading(1, words("How we changed"), anchor="trend", in_contents=True)
    yield from findings(trend, words)
    yield Picture(lines(trend, words))
    yield from breaks(trend, words)
    if trend.changes:
        yield Heading(2, words("Process by process, last time and now"))
        yield process_table(trend, words)


def findings(trend: Trend, words: Words) -> Iterator[Block]:
    """What rose and what fell between the last two results, and how far that can be compared."""
    if len(trend.pasts) == 1:
        yield Paragraph(line(words("There is one result so far. With the next one you see what changed.")))
        return
    yield Paragraph(line(headline(trend, words)), "lead")
    before, now = trend.pasts[-2:]
    yield Paragraph(
        line(words("From “{before}” to “{now}”.", before=moment(before, words), now=moment(now, words))), "small"
    )
    if len(trend.pasts) - 1 in trend.breaks:
        yield Paragraph(line(break_words(trend.breaks[len(trend.pasts) - 1], words, moment(now, words))))
    told = [
        (words("Risen: {processes}.", processes=named(trend, "rose", words)), "rose"),
        (words("Kept: {count} processes stand where they stood.", count=count(trend, "same")), "same"),
        (words("For the first time: {processes}.", processes=named(trend, "first", words)), "first"),
        (words("Fallen: {processes}.", processes=named(trend, "fell", words)), "fell"),
        (
            words(
                "Not certain, because answers are open or levels were not asked: {processes}.",
                processes=named(trend, "open", words),
            ),
            "open",
        ),
    ]
    yield Items(tuple(line(sentence) for sentence, shift in told if count(trend, shift)))


def headline(trend: Trend, words: Words) -> str:
    """The finding in one sentence: what rose before what fell."""
    rose, fell = count(trend, "rose"), count(trend, "fell")
    if not trend.changes:
        return words("There is nothing to compare yet")
    if rose and fell:
        return words("{rose} of {all} processes rose, {fell} fell", rose=rose, fell=fell, all=len(trend.changes))
    if rose:
        return words("{rose} of {all} processes rose, none fell", rose=rose, all=len(trend.changes))
    if fell:
        return words("{fell} of {all} processes fell", fell=fell, all=len(trend.changes))
    return words("No process rose or fell for certain")


def lines(trend: Trend, words: Words) -> Lines:
    """The dimensions over time: a small picture each, all on one scale, broken where something else was asked."""
    model, (minimum, maximum) = model_of(trend.last), scale_of(trend.last)
    panels = tuple(
        _panel(key, words.text(next(each.name for each in model.head.dimensions if each.id == key)), spans, words)
        for key, spans in trend.dimensions.items()
        if any(spans)
    )
    figures = (words("{name}: {figures}", name=panel.name, figures=", ".join(panel.labels)) for panel in panels)
    return Lines(
        title=_lines_title(trend, words),
        alt=words("Lines per dimension over time. {figures}.", figures="; ".join(figures)),
        moments=tuple(short(each, words) for each in trend.pasts),
        panels=panels,
        minimum=minimum,
        maximum=maximum,
        sure_name=words("certain"),
        possible_name=words("possible while answers are open"),
        breaks=tuple(sorted(trend.breaks)),
        break_name=words("other questions or rules from here on"),
    )


def breaks(trend: Trend, words: Words) -> Iterator[Block]:
    """What was different from an earlier result on; the findings tell of a break before the last one."""
    for number, each in sorted(trend.breaks.items()):
        if number == len(trend.pasts) - 1:
            continue
        yield Paragraph(line(break_words(each, words, moment(trend.pasts[number], words))))


def process_table(trend: Trend, words: Words) -> Table:
    """Every process last time and now, how it moved, and where something else was asked, how much is the same."""
    heads, *rows = process_rows(trend, words)
    return Table(
        head=tuple(cell(each) for each in heads),
        rows=tuple(tuple(cell(each) for each in row) for row in rows),
        widths=(4.0, 1.2, 1.2, 1.4, *(1.2 for _ in heads[4:])),
        caption=words("Processes, last time and now"),
    )


def process_rows(trend: Trend, words: Words) -> list[list[str]]:
    """The same in words, heads first."""
    of_break = trend.breaks.get(len(trend.pasts) - 1)
    before, now = trend.pasts[-2:]
    more = [words("Same questions")] if of_break else []
    heads = [words("Process"), short(before, words), short(now, words), words("How it moved"), *more]
    return [heads, *(_row(each, trend, of_break, words) for each in trend.changes)]


def earlier_of(before: Before) -> Earlier | None:
    """The result before, as pages of a report lay it beside the current one; None for a quick scan."""
    result = before.past.result
    if before.past.date is None or not isinstance(result, Profile):
        return None
    return Earlier(before.past.title, before.past.date, result, before.broken is None)


def _row(change: Change, trend: Trend, of_break: Break | None, words: Words) -> list[str]:
    share = [] if of_break is None else [share_words(of_break.of_processes.get(change.subject, Fraction(1)), words)]
    name = process_name(model_of(trend.last), change.subject, words)
    return [name, span_words(change.before, words), span_words(change.now, words), shift_words(change, words), *share]


def _panel(key: str, name: str, spans: Sequence[Span | None], words: Words) -> Panel:
    return Panel(
        key,
        name,
        tuple(None if each is None else float(each.low) for each in spans),
        tuple(None if each is None else float(each.high) for each in spans),
        tuple(dimension_figure(each.low, each.high, words) if each else words("not assessed") for each in spans),
    )


def _lines_title(trend: Trend, words: Words) -> str:
    """The dimension that moved most, up before down."""
    if len(trend.pasts) < 2 or len(trend.pasts) - 1 in trend.breaks:
        return words("The dimensions over time")
    names = {each.id: words.text(each.name) for each in model_of(trend.last).head.dimensions}
    moved = {key: spans[-1].low - spans[-2].high for key, spans in trend.dimensions.items() if spans[-1] and spans[-2]}
    best = max(moved, key=lambda key: moved[key], default=None)
    if best is None or moved[best] <= 0:
        return words("The dimensions over time")
    return words("Risen most: {name}", name=names[best])
