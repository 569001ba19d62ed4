"""How a city changed, as parts of a report and of a screen: what rose first, then what fell, then the pictures."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from assessment.trend import course
from locales.words import Words
from models.profile import Profile
from models.questionnaire import Dimension
from models.trend import Before, Break, Change, Course, Trend
from models.trend import Span as Value
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
    share_words,
    shift_words,
    short,
    span_words,
)
from reports.document import Block, Heading, Items, Paragraph, Picture, Section, Span, Table, Together, cell, line


def trend_section(of: Course | None, dimensions: Sequence[Dimension], words: Words) -> Section | None:
    """The part of a report about earlier years; None where there is nothing to lay the result beside.

    What each process did since the last time stands in a part of its own (see `reports.content.changes`).
    """
    if of is None or len(of.moments) < 2 or not of.dimensions:
        return None
    blocks = (
        Heading(1, words("How the city changed over the years"), "trend", in_contents=True),
        Picture(lines(of, dimensions, words)),
        *breaks(of, words, to=len(of.moments)),
    )
    return Section("trend", (Together(blocks, firmly=False),), new_page=False)


def trend_blocks(trend: Trend, words: Words) -> Iterator[Block]:
    """Words first, praise first; then the dimensions over time; then each process, last and now."""
    yield Heading(1, words("How we changed"), anchor="trend", in_contents=True)
    yield from findings(trend, words)
    of_dimensions = course(trend)
    yield Picture(lines(of_dimensions, model_of(trend.last).head.dimensions, words))
    yield from breaks(of_dimensions, words, to=len(trend.pasts) - 1)
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
        (
            words.many(
                count(trend, "same"),
                "Kept: 1 process stands where it stood.",
                "Kept: {count} processes stand where they stood.",
            ),
            "same",
        ),
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


def lines(of: Course, dimensions: Sequence[Dimension], words: Words) -> Lines:
    """The dimensions over time: a small picture each, all on one scale, broken where something else was asked."""
    names = {each.id: words.text(each.name) for each in dimensions}
    shown = {key: spans for key, spans in of.dimensions.items() if key in names}
    panels = tuple(_panel(key, names[key], spans, words) for key, spans in shown.items())
    figures = (words("{name}: {figures}", name=panel.name, figures=", ".join(panel.labels)) for panel in panels)
    return Lines(
        title=_lines_title(of, names, words),
        alt=words("Lines per dimension over time. {figures}.", figures="; ".join(figures)),
        moments=tuple(short(each, words) for each in of.moments),
        panels=panels,
        minimum=of.minimum,
        maximum=of.maximum,
        sure_name=words("certain"),
        possible_name=words("possible while answers are open"),
        breaks=tuple(sorted(of.breaks)),
        break_name=words("other questions or rules from here on"),
    )


def breaks(of: Course, words: Words, *, to: int) -> Iterator[Block]:
    """What was different from an earlier result on, before the result of number `to`."""
    for number, each in sorted(of.breaks.items()):
        if number < to:
            yield Paragraph(line(break_words(each, words, moment(of.moments[number], words))))


def process_table(trend: Trend, words: Words) -> Table:
    """Every process last time and now, how it moved, and where something else was asked, how much is the same.

    The levels lead to their reasons; the subject of a reason says in which result it is to be found.
    """
    heads, *rows = process_rows(trend, words)
    last = len(trend.pasts) - 1
    return Table(
        head=tuple(cell(each) for each in heads),
        rows=tuple(
            (
                cell(name),
                cell(Span(before, of=_subject(last - 1, change.before))),
                cell(Span(now, of=_subject(last, change.now))),
                *map(cell, more),
            )
            for change, (name, before, now, *more) in zip(trend.changes, rows, strict=True)
        ),
        widths=(4.0, 1.2, 1.2, 1.4, *(1.2 for _ in heads[4:])),
        caption=words("Processes, last time and now"),
    )


def _subject(number: int, value: Value | None) -> str | None:
    """The subject of a reason in one of several results: the number of the result before it."""
    return None if value is None or value.of is None else f"{number}:{value.of}"


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


def _panel(key: str, name: str, spans: Sequence[Value | None], words: Words) -> Panel:
    return Panel(
        key,
        name,
        tuple(None if each is None else float(each.low) for each in spans),
        tuple(None if each is None else float(each.high) for each in spans),
        tuple(dimension_figure(each.low, each.high, words) if each else words("not assessed") for each in spans),
        tuple(_subject(number, each) for number, each in enumerate(spans)),
    )


def _lines_title(of: Course, names: Mapping[str, str], words: Words) -> str:
    """The dimension that moved most, up before down."""
    if len(of.moments) < 2 or len(of.moments) - 1 in of.breaks:
        return words("The dimensions over time")
    shown = {key: spans[-2:] for key, spans in of.dimensions.items() if key in names}
    moved = {key: now.low - before.high for key, (before, now) in shown.items() if before and now}
    best = max(moved, key=lambda key: moved[key], default=None)
    if best is None or moved[best] <= 0:
        return words("The dimensions over time")
    return words("Risen most: {name}", name=names[best])
