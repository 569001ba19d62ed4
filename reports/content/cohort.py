"""The report on a group of cities: published figures, what is not shown and why, and nothing about a single city."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from locales.words import Words
from models.benchmark import Edition, Figures
from models.facts import ReportFacts
from models.questionnaire import CapabilityModel, Dimension
from reports.charts import Bar, Bars, Radar, Series
from reports.content.appendix import provenance_table
from reports.content.case import Context
from reports.content.figures import radar_title
from reports.content.frame import Frame
from reports.content.naming import listed, process_name
from reports.content.summary import words_quoted
from reports.document import (
    Attachment,
    Block,
    Cell,
    Heading,
    Items,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    cell,
    line,
)

_MOST = 3


@dataclass(frozen=True, slots=True)
class CohortCase:
    """A published edition to report on. `facts` name the group as the city, and the day of publication."""

    model: CapabilityModel
    edition: Edition
    words: Words
    facts: ReportFacts
    context: Context = field(default_factory=Context)

    @property
    def public(self) -> bool:
        """What is published is public, in every version."""
        return True

    @property
    def shown(self) -> dict[str, Figures]:
        """The published figures by what they are about."""
        return {each.cell: each.figures for each in self.edition.shown}


def cohort_report(case: CohortCase) -> Report:
    """The report as data."""
    words = case.words
    one_line = words("What the group has in common, and where its cities can learn from each other")
    frame = Frame(case.model, words("Report on the group"), one_line, case.facts, words)
    parts = (_overview(case), _processes(case), _hidden(case), _method(case))
    return Report(
        language=words.language,
        title=frame.title,
        subject=one_line,
        date=case.facts.date.isoformat(),
        cover=None,
        contents_title=None,
        sections=tuple(part for part in parts if part is not None),
        running_head=frame.title,
        running_foot=frame.running_foot,
        draft_mark=frame.mark,
        attachments=(_inputs(case),),
    )


def _overview(case: CohortCase) -> Section:
    words = case.words
    blocks: list[Block] = [
        Paragraph(line(case.facts.city), "kicker"),
        Heading(1, words("The group in figures"), "overview"),
        Paragraph(line(_lead(case)), "lead"),
        Paragraph(line(_about(case))),
    ]
    dimensions = [each for each in case.model.head.dimensions if each.id in case.shown]
    if len(dimensions) > 2:
        blocks.append(Picture(group_radar(case, dimensions), share=0.86))
    if dimensions:
        rows = tuple(_row(words.text(each.name), case.shown[each.id], words) for each in dimensions)
        blocks.append(_table(rows, words("Dimensions of the group"), words))
    return Section("overview", tuple(blocks))


def _lead(case: CohortCase) -> str:
    words = case.words
    ranked = sorted(_published_processes(case), key=lambda each: -case.shown[each].mean)[:_MOST]
    names = [words_quoted(words.text(case.model.process(each).name), words) for each in ranked]
    if not names:
        return words("Too few cities take part for figures about the group.")
    return words("The group can build on {strengths}.", strengths=listed(names, words))


def _about(case: CohortCase) -> str:
    return case.words(
        "All figures are published ones over several cities. A mean is the average level; half of the cities lie in "
        "the middle half. Other cities serve for orientation; the yardstick is what each city wants to reach."
    )


def group_radar(case: CohortCase, dimensions: Sequence[Dimension]) -> Radar:
    """The mean of each published dimension, with the middle half where it was published for all of them."""
    words, shown = case.words, case.shown
    figures = [shown[each.id] for each in dimensions]
    quartiles = [each.quartiles for each in figures]
    band = tuple((float(low), float(high)) for low, high in filter(None, quartiles))
    whole = band if len(band) == len(figures) else None
    told = "; ".join(
        words("{name}: {figure}", name=each.name, figure=words.number(shown[each.id].mean)) for each in dimensions
    )
    highest = case.model.framework().highest_level
    return Radar(
        title=radar_title([(each.name, shown[each.id].mean) for each in dimensions], words),
        alt=words("Radar, mean of the group per dimension. {figures}.", figures=told),
        axes=tuple(words.text(each.name) for each in dimensions),
        series=(Series(words("mean of the group"), "city", tuple(float(each.mean) for each in figures)),),
        minimum=0,
        maximum=highest,
        ticks=tuple(str(level) for level in range(highest + 1)),
        band=whole,
        band_name=None if whole is None else words("middle half of the group"),
    )


def _published_processes(case: CohortCase) -> list[str]:
    return [each.id for each in case.model.processes if each.id in case.shown]


def _processes(case: CohortCase) -> Section | None:
    words, ids = case.words, _published_processes(case)
    if not ids:
        return None
    rows = tuple(_row(process_name(case.model, each, words), case.shown[each], words) for each in ids)
    blocks: tuple[Block, ...] = (
        Heading(1, words("Level of each process in the group"), "processes"),
        Picture(group_bars(case, ids)),
        _table(rows, words("Processes of the group"), words),
    )
    return Section("processes", blocks)


def group_bars(case: CohortCase, ids: Sequence[str]) -> Bars:
    """The mean level of each published process."""
    words, shown = case.words, case.shown
    bars = tuple(
        Bar(
            id=each,
            name=words.text(case.model.process(each).name),
            low=float(shown[each].mean),
            high=float(shown[each].mean),
            label=words.number(shown[each].mean),
            group=words.text(case.model.dimension_of(each).name),
        )
        for each in ids
    )
    highest = case.model.framework().highest_level
    reached = sum(shown[each].mean >= 1 for each in ids)
    return Bars(
        title=words(
            "In {count} of {total} processes the group is at level 1 or higher on average",
            count=reached,
            total=len(ids),
        ),
        alt=words("Mean levels of the group. {figures}.", figures="; ".join(f"{bar.id} {bar.label}" for bar in bars)),
        bars=bars,
        minimum=0,
        maximum=highest,
        ticks=tuple(str(level) for level in range(highest + 1)),
        sure_name=words("mean of the group"),
        possible_name="",
    )


def _row(name: str, figures: Figures, words: Words) -> tuple[Cell, ...]:
    median = "–" if figures.median is None else words.number(figures.median)
    middle = "–" if figures.quartiles is None else _range(figures.quartiles, words)
    shares = "–" if not figures.shares else " / ".join(words.percent(Fraction(each, 100)) for each in figures.shares)
    return (
        cell(name),
        cell(str(figures.count), align="center"),
        cell(words.number(figures.mean), align="center"),
        cell(median, align="center"),
        cell(middle, align="center"),
        cell(shares, align="center"),
    )


def _range(ends: tuple[Fraction, Fraction], words: Words) -> str:
    return words("{low} to {high}", low=words.number(ends[0]), high=words.number(ends[1]))


def _table(rows: tuple[tuple[Cell, ...], ...], caption: str, words: Words) -> Table:
    return Table(
        head=(
            cell(words("What")),
            cell(words("Cities"), align="center"),
            cell(words("Mean"), align="center"),
            cell(words("Median"), align="center"),
            cell(words("Middle half"), align="center"),
            cell(words("Shares by class, lowest first"), align="center"),
        ),
        rows=rows,
        widths=(5.4, 1, 1.1, 1.2, 1.7, 2.9),
        caption=caption,
        dense=True,
    )


def _hidden(case: CohortCase) -> Section | None:
    """What is not shown, by reason. It names what a figure would be about, never the figure."""
    words, by_reason = case.words, defaultdict[str, list[str]](list)
    for each in case.edition.hidden:
        by_reason[words.say(each.why)].append(_cell_name(each.cell, case))
    if not by_reason:
        return None
    items = tuple(line(f"{why} {', '.join(names)}") for why, names in by_reason.items())
    blocks = (Heading(1, words("What is not shown, and why"), "hidden"), Items(items))
    return Section("hidden", blocks, new_page=False)


def _cell_name(what: str, case: CohortCase) -> str:
    dimensions = {each.id: case.words.text(each.name) for each in case.model.head.dimensions}
    known = {each.id for each in case.model.processes}
    if what in known:
        return process_name(case.model, what, case.words)
    return dimensions.get(what, what)


def _method(case: CohortCase) -> Section:
    words, facts = case.words, case.facts
    rows = (
        (words("Published"), words.date(facts.date)),
        (words("Edition"), case.edition.id),
        (words("Rules of publication"), case.edition.rules),
        (words("Questionnaire"), f"{case.model.id} {case.model.version}"),
        (words("Software"), facts.software),
    )
    rule = words(
        "A figure is shown only where no single city can be worked out from it. What was published once stays as it is."
    )
    blocks: tuple[Block, ...] = (
        Heading(1, words("Method and provenance"), "method"),
        Paragraph(line(rule)),
        provenance_table(rows, words),
    )
    return Section("method", blocks, new_page=False)


def _inputs(case: CohortCase) -> Attachment:
    """The published figures as a file, exact; neither cities nor what they brought are in it."""
    content = {
        "edition": case.edition.id,
        "rules": case.edition.rules,
        "questionnaire": {"id": case.model.id, "version": case.model.version, "digest": case.model.digest},
        "published": {key: _as_json(figures) for key, figures in sorted(case.shown.items())},
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return Attachment("published.json", case.words("Published figures"), "application/json", text.encode())


def _as_json(figures: Figures) -> dict[str, object]:
    return {
        "count": figures.count,
        "mean": str(figures.mean),
        "median": None if figures.median is None else str(figures.median),
        "quartiles": None if figures.quartiles is None else [str(each) for each in figures.quartiles],
        "shares": None if figures.shares is None else list(figures.shares),
    }
