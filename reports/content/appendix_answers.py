"""The appendix about the answers: every one of them, and what people wrote."""

from collections.abc import Sequence

from locales.words import Words
from models.answers import Answer
from models.framework import Attribute
from models.questionnaire import Indicator
from reports.content.case import Case
from reports.content.naming import (
    CONFIDENCE,
    DOUBTS,
    anchor,
    level_name,
    listed,
)
from reports.content.process_tables import answer_cell, written
from reports.document import Block, Cell, Heading, Items, Paragraph, Section, Span, Table, cell, line


def all_answers(case: Case) -> Section:
    """Every answer, level by level, in rows of processes and columns of statements."""
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
    tables = {level.level: _level_answers(level.level, case) for level in case.framework.levels[1:]}
    looked_at = range(1, case.profile.settings.highest_level + 1)
    silent = [words("level {level}", level=level) for level in looked_at if not tables[level]]
    blocks += [block for level in looked_at for block in tables[level]]
    if silent:
        blocks.append(Paragraph(line(words("Nothing was answered yet at {levels}.", levels=listed(silent, words)))))
    return Section("answers", tuple(blocks))


def _level_answers(level: int, case: Case) -> list[Block]:
    """The answers at a level; nothing where there are none."""
    attributes = [attribute for attribute in case.attributes if attribute.level == level]
    rows = [(result.process, _of_attributes(result.process, attributes, case)) for result, _ in case.assessed]
    answered = [row for row in rows if any(case.answer(each.id).state is not None for each in row[1])]
    if not answered:
        return []
    words = case.words
    heading = words("Level {level}: {name}", level=level, name=level_name(case.framework, level, words))
    blocks = [Heading(2, heading), *_statements(attributes, rows[0][1], case)]
    silent = [process_id for process_id, indicators in rows if (process_id, indicators) not in answered]
    if silent:
        text = words("Nothing was answered at this level in: {processes}.", processes=", ".join(silent))
        blocks.append(Paragraph(line(text), "small"))
    return [*blocks, _matrix(answered, heading, case)]


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
        dense=True,
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
    if answer.state == "rated":
        return answer_cell(answer, case)
    return cell("?" if answer.state == "dont_know" else case.words("n/a"), align="center")


def remarks_on_practices(case: Case) -> Section | None:
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
    rows = ((cell(each), answer_cell(answer, case), Cell(written(answer, case))) for each, answer in answers)
    return Table(
        head=(cell(words("Statement")), cell(words("Rating"), align="center"), cell(words("Note and evidence"))),
        rows=tuple(rows),
        widths=(2.4, 1.6, 7.6),
        caption=words("Notes and evidence on the ways of working"),
    )


def _confidences(answers: list[tuple[str, Answer]], words: Words) -> list[Block]:
    """Where people were in doubt and wrote nothing else, a paragraph for each degree."""
    found = (
        (CONFIDENCE[degree], [each for each, answer in answers if answer.confidence == degree]) for degree in DOUBTS
    )
    return [
        Paragraph(
            line(words("Without a further remark, {confidence}: {ids}.", confidence=text, ids=", ".join(ids))), "small"
        )
        for text, ids in found
        if ids
    ]
