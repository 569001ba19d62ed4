"""The appendix: every answer, why each figure is what it is, the words used, and where everything comes from."""

from collections.abc import Sequence

from locales.words import Words
from models.answers import Answer
from models.framework import Attribute, Level
from models.message import Message, say
from models.profile import AttributeResult, DimensionResult, ProcessResult, Trace
from models.questionnaire import Indicator
from reports.content.case import Case
from reports.content.figures import dimension_figure
from reports.content.naming import (
    CONFIDENCE,
    METHODS,
    anchor,
    attribute_id,
    attribute_letter,
    counts_as,
    interval,
    is_blank,
    level_name,
    process_name,
    process_of,
)
from reports.content.process_pages import answer_words, remarks
from reports.document import Block, Cell, Heading, Items, Line, Paragraph, Section, Span, Table, cell, line

GLOSSARY: tuple[tuple[Message, Message], ...] = (
    (say("Process"), say("A task of the city's international work, with a purpose and outcomes.")),
    (say("Outcome"), say("What can be seen when a process fulfils its purpose; people rate how far it is achieved.")),
    (say("Generic practice"), say("A way of working, the same for every process, that makes a task dependable.")),
    (say("Attribute"), say("A property of a process, rated with a letter; it belongs to one capability level.")),
    (say("Capability level"), say("How dependably a single process works, from 0 to 5.")),
    (say("Maturity level"), say("A statement about the whole city, by this model's own rule over sets of processes.")),
    (say("Process set"), say("Processes that belong together for one maturity level, such as the basic set.")),
    (say("Evidence"), say("What shows a rating: a paper, a record, a link.")),
    (say("Not applicable"), say("Cannot be rated in this city; left out of the figures, with a reason.")),
    (say("Don't know"), say("Nobody asked could judge it; it keeps a result open.")),
)
"""The words of the report; the technical terms of the attributes come from the framework."""


def appendix(case: Case) -> tuple[Section, ...]:
    """The parts of the appendix."""
    parts = (_answers(case), _remarks(case), _why(case), _glossary(case), _provenance(case))
    return tuple(part for part in parts if part is not None)


def _answers(case: Case) -> Section:
    words = case.words
    blocks: list[Block] = [
        Heading(1, words("Appendix: all answers"), "answers", in_contents=True),
        Paragraph(
            line(
                words(
                    "A row is a process, a column a statement. A dash means not answered, “?” means “don't know”, "
                    "“n/a” means not applicable."
                )
            )
        ),
    ]
    for level in case.framework.levels:
        blocks += _level_answers(level, case)
    return Section("answers", tuple(blocks))


def _level_answers(level: Level, case: Case) -> list[Block]:
    attributes = [attribute for attribute in case.attributes if attribute.level == level.level]
    rows = [(result.process, _of_attributes(result.process, attributes, case)) for result, _ in case.assessed]
    if not attributes or not rows:
        return []
    words = case.words
    heading = words("Level {level}: {name}", level=level.level, name=level_name(case.framework, level.level, words))
    answered = [row for row in rows if any(case.answer(each.id).state is not None for each in row[1])]
    if not answered:
        return [Heading(2, heading), Paragraph(line(words("No statement of this level was answered.")))]
    blocks = [Heading(2, heading), *_statements(attributes, rows[0][1], case), _matrix(answered, heading, case)]
    silent = [process_id for process_id, indicators in rows if (process_id, indicators) not in answered]
    if silent:
        text = words("Nothing was answered at this level in: {processes}.", processes=", ".join(silent))
        blocks.append(Paragraph(line(text), "small"))
    return blocks


def _of_attributes(process_id: str, attributes: Sequence[Attribute], case: Case) -> list[Indicator]:
    wanted = {attribute.id for attribute in attributes}
    return [each for each in case.indicators(process_id) if each.attribute in wanted]


def _statements(attributes: Sequence[Attribute], indicators: list[Indicator], case: Case) -> list[Block]:
    """The statements that are the same for every process; outcomes stand on the page of their process."""
    if any(attribute.rated_by == "outcomes" for attribute in attributes):
        return [Paragraph(line(case.words("The outcomes are written out at each process.")), "small")]
    items = (
        line(Span(_column(each.id, each.process), strong=True), f" {case.words.text(each.text)}") for each in indicators
    )
    return [Items(tuple(items))]


def _column(indicator: str, process_id: str) -> str:
    """The part of an indicator's id that is the same for every process, as short as it can be: "2.1.3", "O1"."""
    return indicator.removeprefix(f"{process_id}.").removeprefix("GP")


def _matrix(rows: list[tuple[str, list[Indicator]]], caption: str, case: Case) -> Table:
    columns = list(dict.fromkeys(_column(each.id, each.process) for _, indicators in rows for each in indicators))
    return Table(
        head=(cell(case.words("Process")), *(cell(column, align="center") for column in columns)),
        rows=tuple(_matrix_row(process_id, indicators, columns, case) for process_id, indicators in rows),
        widths=(1.6, *(1.0 for _ in columns)),
        caption=caption,
    )


def _matrix_row(process_id: str, indicators: list[Indicator], columns: list[str], case: Case) -> tuple[Cell, ...]:
    by_column = {_column(each.id, each.process): case.answer(each.id) for each in indicators}
    return (
        cell(Span(process_id, anchor=anchor(process_id))),
        *(_matrix_cell(by_column[column], case) if column in by_column else cell("") for column in columns),
    )


def _matrix_cell(answer: Answer, case: Case) -> Cell:
    if answer.state is None:
        return cell("–", align="center")
    if answer.state == "dont_know":
        return cell("?", align="center")
    letter = counts_as(case.framework, answer.rating) if answer.state == "rated" else None
    return cell(answer_words(answer, case), align="center", letter=letter)


def _remarks(case: Case) -> Section | None:
    """Notes and evidence on the ways of working; those on outcomes stand on the page of their process."""
    words = case.words
    practices = {each.id for each in case.attributes if each.rated_by != "outcomes"}
    answers = [
        (each.id, case.answer(each.id))
        for result, _ in case.assessed
        for each in case.indicators(result.process)
        if each.attribute in practices
    ]
    talking = [(each, answer) for each, answer in answers if answer.note or answer.reason or answer.evidence]
    blocks: list[Block] = [_remarks_table(talking, case)] if talking else []
    silent = [(each, answer) for each, answer in answers if (each, answer) not in talking]
    blocks += _confidences(silent, words)
    if not blocks:
        return None
    title = words("Appendix: notes and evidence on the ways of working")
    return Section("remarks", (Heading(1, title, "remarks", in_contents=True), *blocks), new_page=False)


def _remarks_table(answers: list[tuple[str, Answer]], case: Case) -> Table:
    words = case.words
    rows = ((cell(each), cell(answer_words(a, case), align="center"), cell(remarks(a, case))) for each, a in answers)
    return Table(
        head=(cell(words("Statement")), cell(words("Rating"), align="center"), cell(words("Note and evidence"))),
        rows=tuple(rows),
        widths=(2.4, 1.2, 8),
        caption=words("Notes and evidence on the ways of working"),
    )


def _confidences(answers: list[tuple[str, Answer]], words: Words) -> list[Block]:
    """How sure people were where they wrote nothing else, a paragraph for each degree."""
    found = ((text, [each for each, answer in answers if answer.confidence == key]) for key, text in CONFIDENCE.items())
    return [
        Paragraph(
            line(words("Without a further remark, {confidence}: {ids}.", confidence=text, ids=", ".join(ids))), "small"
        )
        for text, ids in found
        if ids
    ]


def _why(case: Case) -> Section:
    words = case.words
    blocks: list[Block] = [
        Heading(1, words("Appendix: why each figure is what it is"), "why", in_contents=True),
        Paragraph(line(_rules(case))),
    ]
    if not case.hidden:
        blocks += [Heading(2, words("Maturity")), _outline(_maturity_lines(case.profile.maturity_trace, words))]
    for dimension in case.model.head.dimensions:
        result = case.profile.dimensions[dimension.id]
        if result.low is not None:
            lines = _dimension_lines(result, case)
            blocks += [Heading(2, words.text(dimension.name)), _outline(lines)]
    return Section("why", tuple(blocks), new_page=False)


def _rules(case: Case) -> str:
    """The rules that hold for every process, said once instead of at each figure."""
    words, rule = case.words, case.framework.level_rule
    return words(
        "From each figure down to the answers it rests on. Attributes: {method}. Levels: the highest level whose own "
        "attributes are at least {own} and all attributes of the levels below {below}.",
        method=METHODS[case.profile.settings.method],
        own=rule.own,
        below=rule.below,
    )


Outline = list[tuple[int, Line]]
"""Lines, each with how far it is indented."""


def _outline(lines: Outline) -> Items:
    return Items(tuple(each for _, each in lines), depths=tuple(depth for depth, _ in lines))


def _maturity_lines(trace: Trace, words: Words) -> Outline:
    levels = [each for each in trace.inputs if "/" in each.subject]
    return [
        (0, line(Span(words.say(trace.value), strong=True), f" – {words.say(trace.rule)}")),
        *((1, line(words.say(block))) for block in trace.blocks),
        *((1, line(words("Level {level}: {state}", level=_last(each), state=each.value))) for each in levels),
    ]


def _last(trace: Trace) -> str:
    return trace.subject.rpartition("/")[2]


def _dimension_lines(result: DimensionResult, case: Case) -> Outline:
    words, trace = case.words, result.trace
    figure = Span(dimension_figure(result.low, result.high, words), strong=True)
    members = [case.profile.processes[each.subject] for each in trace.inputs]
    return [
        (0, line(figure, f" – {words.say(trace.rule)}")),
        *(entry for member in members for entry in _process_lines(member, case)),
    ]


def _process_lines(result: ProcessResult, case: Case) -> Outline:
    if result.level is None or result.trace is None:
        return []
    words = case.words
    name = Span(process_name(case.model, result.process, words), strong=True, anchor=anchor(result.process))
    level = words("level {level}", level=interval(result.level, words))
    return [
        (0, line(name, f" – {level}")),
        *((1, line(words.say(block))) for block in result.trace.blocks),
        *((1, _attribute_line(rated, case)) for rated in result.attributes.values() if not is_blank(rated)),
    ]


def _attribute_line(rated: AttributeResult, case: Case) -> Line:
    words = case.words
    name = Span(f"{attribute_id(rated.attribute)} {attribute_letter(rated, words)}", strong=True)
    process_id = process_of(rated.trace.subject) or ""
    answers = ", ".join(f"{_column(leaf.subject, process_id)} {words.say(leaf.value)}" for leaf in rated.trace.inputs)
    return line(name, " ", words("from {answers}", answers=answers))


def _glossary(case: Case) -> Section:
    words = case.words
    terms = (
        (each.name, words("{attribute}; technical term: {term}", attribute=attribute_id(each.id), term=each.term))
        for each in case.attributes
    )
    named = ((words.text(name), meaning) for name, meaning in terms)
    own = ((words.say(word), words.say(meaning)) for word, meaning in GLOSSARY)
    table = Table(
        head=(cell(words("Word")), cell(words("Meaning here"))),
        rows=tuple((cell(word), cell(meaning)) for word, meaning in (*own, *named)),
        widths=(2.4, 8),
        caption=words("Glossary"),
    )
    return Section(
        "glossary", (Heading(1, words("Appendix: glossary"), "glossary", in_contents=True), table), new_page=False
    )


def _provenance(case: Case) -> Section:
    words, profile, facts = case.words, case.profile, case.facts
    rows = (
        (words("Questionnaire"), f"{profile.questionnaire} {profile.version}"),
        (words("Digest of the questionnaire with its texts"), profile.digest),
        (words("Digest of its rules"), profile.rules_digest),
        (words("Framework"), f"{case.framework.id} {case.framework.version}"),
        (words("Digest of the answers"), facts.answers_digest),
        (words("Software"), facts.software),
    )
    blocks: tuple[Block, ...] = (
        Heading(1, words("Appendix: provenance"), "provenance", in_contents=True),
        provenance_table(rows, words),
        Paragraph(line(words.text(case.model.head.notice)), "small"),
        Paragraph(line(words.text(case.framework.notice)), "small"),
        *(Paragraph(line(words.text(each)), "small") for each in case.framework.unchecked),
        Paragraph(line(words("The answers and settings travel inside this PDF as the file inputs.json.")), "small"),
    )
    return Section("provenance", blocks, new_page=False)


def provenance_table(rows: Sequence[tuple[str, str]], words: Words) -> Table:
    """Where a report comes from: what was asked, what was answered, what worked it out."""
    return Table(
        head=(cell(words("Item")), cell(words("Entry"))),
        rows=tuple((cell(name), cell(value)) for name, value in rows),
        widths=(3, 8),
        caption=words("Provenance"),
    )
