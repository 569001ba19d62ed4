"""The target beside the result: what it is called, how far each process is from it, and the warnings that apply."""

from collections.abc import Sequence
from fractions import Fraction

from assessment.path import gaps
from locales.words import Words
from models.aims import KeptTarget, Risk
from models.path import Gap, ProfileTarget
from models.questionnaire import CapabilityModel
from reports.charts import Dumbbell, GapRow
from reports.content.beside import target_mean
from reports.content.case import Aim, Case
from reports.content.figures import dimension_figure
from reports.content.naming import anchor, interval, process_name
from reports.document import Block, Heading, Items, Paragraph, Picture, Section, Span, Table, cell, line


def aim(kept: KeptTarget | None, target: ProfileTarget | None, model: CapabilityModel, words: Words) -> Aim | None:
    """The target of a city with its name, for `Context.aim`; None where it chose none, or one that is gone."""
    if kept is None or target is None:
        return None
    return Aim(target_name(kept.named, model, words), target)


def target_name(named: str | None, model: CapabilityModel, words: Words) -> str:
    """What a target is called."""
    name = next((each.name for each in model.head.targets if each.id == named), None)
    return words("our own target") if name is None else words.text(name)


def risk_section(case: Case) -> Section | None:
    """The warnings of the model that apply to this city; a public version is silent about them."""
    words, found = case.words, case.context.risks
    if not found or case.public:
        return None
    blocks: tuple[Block, ...] = (
        Heading(1, words("Look after this first"), "risks", in_contents=True),
        Items(tuple(line(*_risk(each, case)) for each in found)),
    )
    return Section("risks", blocks, new_page=False)


def _risk(risk: Risk, case: Case) -> tuple[str | Span, ...]:
    words, name = case.words, process_name(case.model, risk.process, case.words)
    now = words("not assessed") if risk.level is None else words("level {level}", level=interval(risk.level, words))
    of = None if risk.level is None else risk.process
    return f"{words.text(risk.text)} (", Span(name, anchor=anchor(risk.process)), ": ", Span(now, of=of), ")"


def gap_section(case: Case) -> Section | None:
    """How far each process is from the target; None where the city has none."""
    words, chosen = case.words, case.context.aim
    if chosen is None:
        return None
    short, drawn = gaps(case.profile, chosen.target), dumbbell(case)
    blocks: list[Block] = [Heading(1, words("From today to the target"), "gaps", in_contents=True)]
    blocks.append(Picture(drawn) if drawn else Paragraph(line(_finding(short, chosen, words)), "lead"))
    if short:
        blocks.append(_gap_table(short, case))
    blocks.append(_dimension_table(case))
    return Section("gaps", tuple(blocks))


def dumbbell(case: Case) -> Dumbbell | None:
    """Where each process of the target stands, and where it is to be; None without a target for what was assessed."""
    words, chosen = case.words, case.context.aim
    if chosen is None:
        return None
    rows = tuple(
        GapRow(
            id=result.process,
            name=words.text(case.model.process(result.process).name),
            low=float(level.low),
            high=float(level.high),
            target=float(chosen.target.levels[result.process]),
            label=interval(level, words),
            of=result.process,
        )
        for result, level in case.assessed
        if result.process in chosen.target.levels
    )
    if not rows:
        return None
    highest = case.framework.highest_level
    figures = "; ".join(
        words("{id} {now}, target {wanted}", id=row.id, now=row.label, wanted=int(row.target)) for row in rows
    )
    return Dumbbell(
        title=_finding(gaps(case.profile, chosen.target), chosen, words),
        alt=words("Levels now and in the target. {figures}.", figures=figures),
        rows=rows,
        minimum=0,
        maximum=highest,
        ticks=tuple(str(level) for level in range(highest + 1)),
        now_name=words("now"),
        possible_name=words("possible while answers are open"),
        target_name=words("target: {name}", name=chosen.name),
    )


def _finding(short: Sequence[Gap], chosen: Aim, words: Words) -> str:
    if not short:
        return words("The target “{name}” is reached.", name=chosen.name)
    known = [gap.levels for gap in short if gap.levels is not None]
    unknown = len(short) - len(known)
    assessed = len(chosen.target.levels) - unknown
    if not assessed:
        return words("Nothing of the target “{name}” was assessed.", name=chosen.name)
    told = words("What was assessed has reached the target “{name}”", name=chosen.name)
    if known:
        told = words.many(
            len(known),
            "To the target “{name}”, 1 of {total} assessed processes still has some way to go, in all {levels}",
            "To the target “{name}”, {count} of {total} assessed processes still have some way to go, in all {levels}",
            name=chosen.name,
            total=assessed,
            levels=words.many(sum(known), "1 level", "{count} levels"),
        )
    return words("{told}; not assessed: {count}.", told=told, count=unknown) if unknown else f"{told}."


def _gap_table(short: Sequence[Gap], case: Case) -> Table:
    words = case.words
    return Table(
        head=(
            cell(words("Process")),
            cell(words("Level now"), align="center"),
            cell(words("Target"), align="center"),
            cell(words("Levels missing"), align="center"),
        ),
        rows=tuple(
            (
                cell(Span(process_name(case.model, gap.process, words), anchor=anchor(gap.process))),
                cell(_now(gap, words), align="center"),
                cell(str(gap.wanted), align="center"),
                cell("–" if gap.levels is None else str(gap.levels), align="center"),
            )
            for gap in short
        ),
        widths=(6, 1.8, 1.4, 1.8),
        caption=words("The gaps, the widest first"),
        dense=True,
    )


def _now(gap: Gap, words: Words) -> Span:
    if gap.now is None:
        return Span(words("not assessed"))
    return Span(interval(gap.now, words), of=gap.process)


def _dimension_table(case: Case) -> Table:
    words = case.words
    rows = []
    for dimension in case.model.head.dimensions:
        result, wanted = case.profile.dimensions[dimension.id], target_mean(dimension.id, case)
        now = Span(dimension_figure(result.low, result.high, words), of=dimension.id)
        rows.append(
            (cell(words.text(dimension.name)), cell(now, align="center"), cell(_mean(wanted, words), align="center"))
        )
    return Table(
        head=(
            cell(words("Dimension")),
            cell(words("Mean now"), align="center"),
            cell(words("Mean in the target"), align="center"),
        ),
        rows=tuple(rows),
        widths=(6, 2, 2),
        caption=words("Ambition against today, by dimension"),
        dense=True,
    )


def _mean(value: Fraction | None, words: Words) -> str:
    return "–" if value is None else words.number(value)
