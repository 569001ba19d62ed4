"""The appendix with the reasons in a few pages: each figure, what it rests on, and what keeps the next level away.

The reason of an attribute stands at its process, notes and evidence beside the answers. The same as drawn trees is a
part of its own, for those who ask for it (see `reports.content.appendix_trees`).
"""

from collections.abc import Iterator, Sequence

from assessment.scoring.maturity import SUBJECT as MATURITY
from models.profile import LevelInterval, ProcessResult
from reports.content.case import Case
from reports.content.figures import dimension_figure
from reports.content.findings import Lack, lacking
from reports.content.maturity import lack_words
from reports.content.naming import anchor, attribute_id, attribute_letter, interval, is_blank, process_name, step_of
from reports.content.why import Reasons, told
from reports.document import Block, Cell, Heading, Paragraph, Section, Span, Table, cell, line

_MOST_ANSWERS = 6


def reasons(case: Case) -> Section | None:
    """The reasons; None where nothing was looked at. Where processes are hidden the city has no maturity to explain."""
    if not case.assessed:
        return None
    words, found = case.words, Reasons(case.model, case.profile, case.words)
    blocks: tuple[Block, ...] = (
        Heading(1, words("Appendix: why every figure is what it is"), "why", in_contents=True),
        *(() if case.hidden else (told(found.of(MATURITY, 0)),)),
        _dimensions(found, case),
        *(Paragraph(line(rule)) for rule in _rules(found, case)),
        Paragraph(
            line(
                words(
                    "What the next level waits for: each attribute that is still in the way with its letter now and "
                    "the letter it needs, and in brackets the answers that hold it down."
                )
            )
        ),
        _processes(case),
    )
    return Section("why", blocks, new_page=False)


def _rules(found: Reasons, case: Case) -> Sequence[str]:
    """By which rule processes come to their levels; each said once."""
    return list(dict.fromkeys(found.of(result.process, 0).rule for result, _ in case.assessed))


def _dimensions(found: Reasons, case: Case) -> Table:
    words = case.words
    rows = []
    for dimension in case.model.head.dimensions:
        result = case.profile.dimensions[dimension.id]
        if result.low is None:
            continue
        of = found.of(dimension.id, 1)
        rows.append(
            (
                cell(of.name),
                cell(Span(dimension_figure(result.low, result.high, words), of=dimension.id), align="center"),
                cell(", ".join(f"{each.id} {each.value}" for each in of.below)),
            )
        )
    return Table(
        head=(cell(words("Dimension")), cell(words("Mean of the levels"), align="center"), cell(words("It rests on"))),
        rows=tuple(rows),
        widths=(4.4, 1.7, 5.7),
        caption=words("What the dimensions rest on"),
        dense=True,
    )


def _processes(case: Case) -> Table:
    words = case.words
    return Table(
        head=(
            cell(words("Process")),
            cell(words("Level"), align="center"),
            cell(words("Attributes")),
            cell(words("What the next level waits for")),
        ),
        rows=tuple(_row(result, level, case) for result, level in case.assessed),
        widths=(3.4, 1.8, 2.6, 4.9),
        caption=words("What the levels of the processes rest on"),
        dense=True,
    )


def _row(result: ProcessResult, level: LevelInterval, case: Case) -> tuple[Cell, ...]:
    name = Span(process_name(case.model, result.process, case.words), anchor=anchor(result.process))
    return (
        cell(name),
        cell(Span(interval(level, case.words), of=result.process), align="center"),
        cell(_attributes(result, case)),
        cell(_waits_for(result, level, case)),
    )


def _attributes(result: ProcessResult, case: Case) -> str:
    """The attributes with their letters; what nobody has answered yet only where nothing else is there."""
    rated = [each for each in result.attributes.values() if not is_blank(each)]
    said = (f"{attribute_id(each.attribute)} {attribute_letter(each, case.words)}" for each in rated)
    return ", ".join(said) or case.words("open")


def _waits_for(result: ProcessResult, level: LevelInterval, case: Case) -> str:
    words, following = case.words, level.low + 1
    if level.low == case.framework.highest_level:
        return words("nothing: this is the highest level")
    if following > case.profile.settings.highest_level:
        return words("levels above {level} were not looked at", level=level.low)
    lacks = lacking(result.process, following, case.profile, case.model)
    return words("level {level}: {lacks}", level=following, lacks="; ".join(_lack(each, case) for each in lacks))


def _lack(lack: Lack, case: Case) -> str:
    words, answers = case.words, list(_holding(lack, case))
    told_as = lack_words(lack, case, lambda each: attribute_id(each.id))
    if not answers:
        return told_as
    if len(answers) > _MOST_ANSWERS:
        rest = words("{count} more", count=len(answers) - _MOST_ANSWERS)
        answers = [*answers[:_MOST_ANSWERS], rest]
    return words("{attribute} ({answers})", attribute=told_as, answers=", ".join(answers))


def _holding(lack: Lack, case: Case) -> Iterator[str]:
    """The answers below what is needed, without their process; nothing where nobody has answered yet."""
    if is_blank(lack.rated):
        return
    needed = step_of(case.framework, lack.needed)
    for leaf in lack.rated.trace.inputs:
        value = case.words.say(leaf.value)
        not_counted = leaf.answer is not None and leaf.answer.state == "not_applicable"
        if not not_counted and step_of(case.framework, value) < needed:
            yield f"{'.'.join(leaf.subject.split('.')[2:])} {value}"
