"""The shortest path as a person reads it: process by process, what to do, which rating rises, what will show it."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.planning.covering import is_covered
from locales.words import Words
from models.framework import Framework
from models.message import say
from models.path import Hindrance, Improvement, Path, Stretch
from models.profile import Profile
from reports.content.case import Case
from reports.content.naming import process_name
from reports.content.planned import marked, planned
from reports.content.subjects import Naming
from reports.document import Block, Items, Paragraph, Span, Table, Tile, Tiles, cell, line

Alternatives = Mapping[str, Sequence[Sequence[Improvement]]]
"""The ways that cost the same, by attribute."""


def path_figures(path: Path, words: Words) -> Tiles:
    """How long a path is."""
    return Tiles(
        (
            Tile(str(len(path.stretches)), words.many(len(path.stretches), "process concerned", "processes concerned")),
            Tile(str(len(path.steps)), words.many(len(path.steps), "rating to improve", "ratings to improve")),
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
    """Which process goes from where to where, what it costs, and whether it is planned already."""
    words, name = case.words, process_name(case.model, stretch.process, case.words)
    title = words(
        "{process}: from level {begins} to level {ends} (cost: {cost})",
        process=name,
        begins=stretch.begins,
        ends=stretch.ends,
        cost=stretch.cost,
    )
    return words("{title} – planned already", title=title) if is_planned(stretch, case) else title


def is_planned(stretch: Stretch, case: Case) -> bool:
    """Whether a measure leads the process as far as this stretch does."""
    rises = stretch.ends > stretch.begins
    return rises and is_covered(case.context.measures, stretch.process, stretch.ends)


def stretch_blocks(stretch: Stretch, case: Case) -> tuple[Block, ...]:
    """What to do in one process."""
    words, plan = case.words, planned(stretch.process, stretch.begins, case)
    advice = tuple(line(each) for each in advised(stretch, case))
    shown = tuple(line(words.text(each)) for each in case.model.process(stretch.process).work_products)
    return (
        *((Paragraph(marked(plan, case)),) if plan else ()),
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
            cell(words("Afterwards"), align="center"),
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
    told = equal_ways(ways, case.framework, case.words)
    lines = tuple(line(Span(f"{attribute}: ", strong=True), every) for attribute, every in told)
    if not lines:
        return ()
    return (Paragraph(line(case.words.say(EQUAL_WAYS))), Items(lines))


def equal_ways(ways: Alternatives, framework: Framework, words: Words) -> Iterator[tuple[str, str]]:
    """The name of each attribute that can be raised in several ways of the same cost, and the ways in words."""
    names = {each.id: words.text(each.name) for each in framework.attributes}
    for attribute, every in ways.items():
        yield names[attribute], f" {words('or')} ".join(_way(way, words) for way in every)


def choice_blocks(path: Path, every: Sequence[Mapping[str, int]], case: Case) -> tuple[Block, ...]:
    """The other choices of processes that a maturity level leaves at the same cost. The arguments: `other_choices`."""
    told = tuple(other_choices(path, every, case.profile, case.words))
    if not told:
        return ()
    return (Paragraph(line(case.words.say(OTHER_CHOICES))), Items(tuple(line(each) for each in told)))


EQUAL_WAYS = say("Each of these ways reaches the same at the same cost:")
OTHER_CHOICES = say("The maturity level leaves a choice of processes. These cost the same:")


def other_choices(path: Path, every: Sequence[Mapping[str, int]], now: Profile, words: Words) -> Iterator[str]:
    """What other choices of processes raise, and instead of what on the path.

    Args:
        path: the path that is shown.
        every: the choices of the same cost, each with the levels that its processes have to reach.
        now: where the city stands.
        words: the language.
    """
    ours = {(each.process, each.ends) for each in path.stretches}
    for choice in every:
        theirs = {(process, level) for process, level in choice.items() if level > _low(now, process)}
        if theirs != ours:
            yield words(
                "{these} instead of {those}", these=_raised(theirs - ours, words), those=_raised(ours - theirs, words)
            )


def _low(now: Profile, process: str) -> int:
    level = now.processes[process].level
    return 0 if level is None else level.low


def _raised(levels: set[tuple[str, int]], words: Words) -> str:
    return ", ".join(words("{process} to level {level}", process=each, level=level) for each, level in sorted(levels))


def _way(way: Sequence[Improvement], words: Words) -> str:
    steps = (words("{indicator} to {letter}", indicator=_short(step), letter=step.ends) for step in way)
    return words("({steps})", steps=", ".join(steps))


def _short(step: Improvement) -> str:
    return step.indicator.removeprefix(f"{step.process}.")
