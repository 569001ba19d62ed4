"""The shortest path as a person reads it: process by process, what to do, which rating rises, what will show it."""

from collections.abc import Iterator, Mapping, Sequence

from locales.words import Words
from models.path import Hindrance, Improvement, Path, Stretch
from reports.content.case import Case
from reports.content.naming import process_name
from reports.content.subjects import Naming
from reports.document import Block, Items, Paragraph, Span, Table, Tile, Tiles, cell, line

Alternatives = Mapping[str, Sequence[Sequence[Improvement]]]
"""The ways that cost the same, by attribute."""


def path_figures(path: Path, words: Words) -> Tiles:
    """How long a path is."""
    return Tiles(
        (
            Tile(str(len(path.stretches)), words("processes")),
            Tile(str(len(path.steps)), words("ratings to improve")),
            Tile(str(path.cost), words("letters in all")),
        )
    )


def hindrances(found: Sequence[Hindrance], case: Case) -> tuple[Block, ...]:
    """What no rating can change, each with its reason."""
    if not found:
        return ()
    words, naming = case.words, Naming(case.model, case.words)
    told = (words("{subject}: {why}", subject=_title(naming, each.subject), why=each.why) for each in found)
    return (Paragraph(line(words("Not to be reached by any rating:"))), Items(tuple(line(each) for each in told)))


def _title(naming: Naming, subject: str) -> str:
    return " ".join(filter(None, naming.named(subject)))


def stretch_title(stretch: Stretch, case: Case) -> str:
    """Which process goes from where to where, and what it costs."""
    words, name = case.words, process_name(case.model, stretch.process, case.words)
    return words(
        "{process}: from level {begins} to level {ends} (cost: {cost})",
        process=name,
        begins=stretch.begins,
        ends=stretch.ends,
        cost=stretch.cost,
    )


def stretch_blocks(stretch: Stretch, case: Case) -> tuple[Block, ...]:
    """What to do in one process."""
    words = case.words
    advice = tuple(line(each) for each in advised(stretch, case))
    shown = tuple(line(words.text(each)) for each in case.model.process(stretch.process).work_products)
    return (
        *((Paragraph(line(Span(words("What to do"), strong=True))), Items(advice)) if advice else ()),
        _steps(stretch, case),
        *((Paragraph(line(Span(words("What will show it"), strong=True))), Items(shown)) if shown else ()),
    )


def advised(stretch: Stretch, case: Case) -> Iterator[str]:
    """What the model recommends for each level on the way."""
    for each in case.model.recommendations:
        if each.process == stretch.process:
            for step in each.steps:
                if stretch.begins <= step.from_level and step.to_level <= stretch.ends:
                    yield case.words.text(step.do)


def _steps(stretch: Stretch, case: Case) -> Table:
    words, naming = case.words, Naming(case.model, case.words)
    return Table(
        head=(
            cell(words("Statement")),
            cell(words("Now"), align="center"),
            cell(words("Then"), align="center"),
            cell(words("Evidence"), align="center"),
        ),
        rows=tuple(
            (
                cell(Span(_title(naming, step.indicator))),
                cell(Span(_now(step, case), of=step.indicator), align="center", letter=step.begins),
                cell(step.ends, align="center", letter=step.ends),
                cell(words("needed") if step.proof else "–", align="center"),
            )
            for step in stretch.steps
        ),
        widths=(8, 1, 1, 1.6),
        caption=words("Steps in {process}", process=stretch.process),
        dense=True,
    )


def _now(step: Improvement, case: Case) -> str:
    """The letter that counts now; an open answer counts as the worst one, and says so."""
    if case.answer(step.indicator).state == "rated":
        return step.begins
    return case.words("open, counts as {letter}", letter=step.begins)


def alternative_ways(ways: Alternatives, case: Case) -> tuple[Block, ...]:
    """Other ways that cost the same, attribute by attribute."""
    words, lines = case.words, []
    names = {each.id: words.text(each.name) for each in case.framework.attributes}
    for attribute, every in ways.items():
        told = " – ".join(_way(way, words) for way in every)
        lines.append(line(Span(f"{names[attribute]}: ", strong=True), told))
    if not lines:
        return ()
    return (Paragraph(line(words("The same can be reached at the same cost in another way:"))), Items(tuple(lines)))


def _way(way: Sequence[Improvement], words: Words) -> str:
    steps = (words("{indicator} to {letter}", indicator=_short(step), letter=step.ends) for step in way)
    return words("({steps})", steps=", ".join(steps))


def _short(step: Improvement) -> str:
    return step.indicator.removeprefix(f"{step.process}.")
