"""The maturity of the city by the model's own rule: the rule in words, what holds, and the way to the next level."""

from collections.abc import Callable

from assessment.recommending import required
from assessment.scoring.maturity import SUBJECT as MATURITY
from locales.words import Words
from models.framework import Attribute
from models.priorities import Priority
from models.profile import LevelInterval
from models.questionnaire import ChosenRule, MaturityLevel, Requirement
from reports.content.case import Case
from reports.content.findings import Finding, Lack, lacking, next_steps
from reports.content.grounds import ground_words
from reports.content.naming import anchor, attribute_letter, interval, listed, process_name
from reports.content.planned import marked, planned
from reports.document import Block, Cell, Heading, Items, Line, Paragraph, Section, Span, Table, Together, cell, line


def maturity(case: Case) -> Section:
    """The page about maturity. A public version without some processes says why there is no level."""
    words = case.words
    opening: tuple[Block, ...] = (
        Heading(1, words("Maturity and the way to the next level"), "maturity", in_contents=True),
        Paragraph(line(words.text(case.model.head.maturity_notice))),
    )
    if case.hidden:
        return Section("maturity", (*opening, Paragraph(line(_left_out(words)))), new_page=False)
    given = words("This assessment gives: {level}.", level=maturity_words(case))
    level = Paragraph(line(Span(given, of=MATURITY)), "lead")
    return Section("maturity", (Together((*opening, level, _rules(case))), *_blocked(case)), new_page=False)


def _left_out(words: Words) -> str:
    return words(
        "The maturity of the city rests on all processes, also on those that this public version leaves out. "
        "So that nobody can work those out, it is not shown here."
    )


def maturity_words(case: Case) -> str:
    """The maturity level as figure and name, with the reason where it is not a single one."""
    words, level = case.words, case.profile.maturity
    if level.low == 0 and level.at_least:
        return words("no statement about maturity, because the scope leaves out too much for one")
    name = next(each.name for each in case.model.head.maturity if each.level == max(level.low, 1))
    if not level.final:
        return words("maturity level {level}, as long as answers are open", level=interval(level, words))
    if level.low == 0:
        return words("maturity level 0, on the way to level 1 ({name})", name=name)
    if level.at_least:
        return words(
            "maturity level {level} ({name}); the scope of this assessment allows no higher statement",
            level=interval(level, words),
            name=name,
        )
    return words("maturity level {level} ({name})", level=level.low, name=name)


def _rules(case: Case) -> Table:
    words = case.words
    rows = tuple(
        (
            cell(f"{each.level} {words.text(each.name)}"),
            cell(words.text(each.meaning)),
            cell(_rule(each, case)),
            cell(Span(_state(each.level, case.profile.maturity, words), of=f"{MATURITY}/{each.level}")),
        )
        for each in case.model.head.maturity
        if each.level > 0
    )
    return Table(
        head=(
            cell(words("Maturity level")),
            cell(words("What it means")),
            cell(words("Rule, on top of the level below")),
            cell(words("State")),
        ),
        rows=rows,
        widths=(1.5, 3.3, 4.6, 1.8),
        caption=words("The maturity levels and their rules"),
        dense=True,
    )


def _rule(level: MaturityLevel, case: Case) -> str:
    parts = [_requirement(each, case) for each in level.all_of]
    parts += [_chosen(level.chosen, case)] if level.chosen else []
    parts += [_chosen_from_below(level.chosen_from_below, case.words)] if level.chosen_from_below else []
    return "; ".join(parts)


def _requirement(requirement: Requirement, case: Case) -> str:
    words, sets = case.words, {each.id: each for each in case.model.head.process_sets}
    names = [words.text(sets[set_id].name) for set_id in requirement.sets]
    if not names:
        ids = listed(list(requirement.processes), words)
        return words("capability level {level} in {processes}", processes=ids, level=requirement.capability)
    return words(
        "capability level {level} in all processes of: {sets}",
        sets=listed([*names, *requirement.processes], words),
        level=requirement.capability,
    )


def _chosen(rule: ChosenRule, case: Case) -> str:
    words = case.words
    if not rule.named or not rule.one_of:
        return words(
            "capability level {level} in at least {count} processes chosen by the city",
            count=rule.at_least,
            level=rule.capability,
        )
    return words(
        "capability level {level} in at least {count} processes chosen by the city, among them {named} and one of "
        "{one_of}",
        count=rule.at_least,
        level=rule.capability,
        named=listed(list(rule.named), words),
        one_of=", ".join(rule.one_of),
    )


def _chosen_from_below(rule: ChosenRule, words: Words) -> str:
    return words("capability level {level} in at least {count} of those", count=rule.at_least, level=rule.capability)


def _state(level: int, reached: LevelInterval, words: Words) -> str:
    if level <= reached.low:
        return words("reached")
    if level <= reached.high:
        return words("still open")
    return words("outside the scope") if reached.at_least else words("not reached")


def _blocked(case: Case) -> list[Block]:
    """What the next maturity level waits for: processes as a table, rules about chosen processes in sentences.

    Nothing where the scope ends: nobody knows what a higher level would still wait for.
    """
    words, following, trace = case.words, case.profile.maturity.low + 1, case.profile.maturity_trace
    if case.profile.maturity.at_least:
        return []
    rows = distance(case, following)
    chosen = any(each.chosen or each.chosen_from_below for each in case.model.head.maturity if each.level == following)
    sentences = trace.blocks if chosen or not rows else ()
    blocks: list[Block] = [_distance_table(rows, following, words)] if rows else []
    blocks += [Items(tuple(line(words.say(each)) for each in sentences))] if sentences else []
    heading = Heading(2, words("What keeps maturity level {level} away", level=following))
    return [heading, *blocks] if blocks else []


def distance(case: Case, level: int) -> tuple[tuple[Cell, ...], ...]:
    """For each process that a maturity level still waits for: where it stands, what is needed, what it lacks."""
    wanted = [each for each in case.model.head.maturity if each.level == level]
    return tuple(
        row
        for maturity_level in wanted
        for requirement in maturity_level.all_of
        for process_id in required(requirement, case.model)
        for row in _distance_row(process_id, requirement.capability, case)
    )


def _distance_row(process_id: str, capability: int, case: Case) -> list[tuple[Cell, ...]]:
    result, words = case.profile.processes.get(process_id), case.words
    if result is None or result.level is None or result.level.low >= capability:
        return []
    name = Span(process_name(case.model, process_id, words), anchor=anchor(process_id))
    now = cell(Span(interval(result.level, words), of=process_id), align="center")
    missing = lacks(process_id, capability, case, lambda attribute: words.text(attribute.name))
    return [(cell(name), now, cell(str(capability), align="center"), cell(missing))]


def lacks(process_id: str, level: int, case: Case, name: Callable[[Attribute], str]) -> str:
    """What a process lacks for a level: each attribute, called by its `name`, with its letters now and needed."""
    return "; ".join(lack_words(each, case, name) for each in lacking(process_id, level, case.profile, case.model))


def lack_words(lack: Lack, case: Case, name: Callable[[Attribute], str]) -> str:
    """One attribute that a process lacks, with its letters now and needed."""
    attributes = {each.id: each for each in case.attributes}
    return case.words(
        "{attribute}: {rated}, needs {needed}",
        attribute=name(attributes[lack.attribute]),
        rated=attribute_letter(lack.rated, case.words),
        needed=lack.needed,
    )


def _distance_table(rows: tuple[tuple[Cell, ...], ...], level: int, words: Words) -> Table:
    return Table(
        head=(
            cell(words("Process")),
            cell(words("Level now"), align="center"),
            cell(words("Needed"), align="center"),
            cell(words("What it lacks")),
        ),
        rows=rows,
        widths=(4.3, 1.2, 1, 6),
        caption=words("The distance to maturity level {level}", level=level),
        dense=True,
    )


def first_steps(case: Case) -> Section | None:
    """What to do first, at most five steps, each with what is planned of it; None where nothing is to recommend."""
    words, steps = case.words, next_steps(case.profile, case.model, case.words, case.wishes)
    if not steps:
        return None
    blocks: tuple[Block, ...] = (
        Heading(1, words("What to do first"), "first-steps", in_contents=True),
        Paragraph(
            line(
                words(
                    "Processes of the basic set come first, because the rest rests on them, then those needed to "
                    "steer, then the widest gap. Each step is a suggestion; three to five at a time are enough."
                )
            )
        ),
        Table(
            head=(
                cell("#", align="center"),
                cell(words("Process")),
                cell(words("What to do")),
                cell(words("Step")),
                cell(words("Why first")),
            ),
            rows=tuple(_step_row(number, step, case) for number, step in enumerate(steps, 1)),
            widths=(0.5, 2.9, 4.1, 1.4, 3.3),
            caption=words("The first steps"),
            dense=True,
        ),
    )
    return Section("first-steps", (Together(blocks),), new_page=False)


def _step_row(number: int, step: Finding, case: Case) -> tuple[Cell, ...]:
    name, mark = Span(step.name, anchor=anchor(step.process)), planned_mark(step, case)
    return (
        cell(str(number), align="center"),
        cell(name),
        Cell(line(step.text, " ", *mark) if mark else line(step.text)),
        cell(step.remark),
        cell("–" if step.priority is None else _why_first(step.priority, case)),
    )


def planned_mark(step: Finding, case: Case) -> Line:
    """What is planned of a step already, as a sentence; of a process that is still to be rated nobody knows."""
    if step.priority is None:
        return ()
    return marked(planned(step.process, step.priority.level.low, case), case, step.text)


def _why_first(priority: Priority, case: Case) -> str:
    """The rule that put a step here, and the maturity level that waits for it, of which a public version is silent."""
    ground = ground_words(priority.ground, case.words)
    if case.hidden or priority.maturity_level is None:
        return ground
    return case.words("{ground}; counts for maturity level {level}", ground=ground, level=priority.maturity_level)
