"""One block per process: where it stands, what is achieved first, then what is missing and what to do next."""

from dataclasses import replace

from models.profile import LevelInterval, ProcessResult
from models.questionnaire import Dimension
from reports.content.case import Case
from reports.content.figures import level_bar
from reports.content.naming import anchor, is_enough, level_words, process_name
from reports.content.process_next import next_level, remarks
from reports.content.process_tables import attributes, by_outcomes, outcomes
from reports.document import Beside, Block, Heading, Line, Paragraph, Picture, Section, Span, Together, line

_WORDS_BESIDE_BAR = 0.64


def process_sections(case: Case) -> tuple[Section, ...]:
    """A section per dimension with the blocks of its assessed processes; the first one begins a new page."""
    sections = tuple(
        _dimension(dimension, members, case)
        for dimension in case.model.head.dimensions
        if (members := [each for each in case.assessed if _belongs(each[0], dimension, case)])
    )
    return (*(replace(each, new_page=True) for each in sections[:1]), *sections[1:])


def _belongs(result: ProcessResult, dimension: Dimension, case: Case) -> bool:
    return case.model.process(result.process).dimension == dimension.id


def _dimension(dimension: Dimension, members: list[tuple[ProcessResult, LevelInterval]], case: Case) -> Section:
    words = case.words
    opening: tuple[Block, ...] = (
        Heading(1, words.text(dimension.name), anchor(dimension.id), in_contents=True),
        Paragraph(line(words.text(dimension.guiding_question)), "small"),
    )
    blocks: list[Block] = []
    for result, level in members:
        before = () if blocks else opening
        blocks.append(Together((*before, *_process(result, level, case)), firmly=False))
    return Section(f"dimension-{dimension.id}", tuple(blocks), new_page=False)


def _process(result: ProcessResult, level: LevelInterval, case: Case) -> tuple[Block, ...]:
    words, process = case.words, case.model.process(result.process)
    title = Heading(2, process_name(case.model, process.id, words), anchor(process.id), in_contents=True)
    purpose = Paragraph(line(words("Purpose: {purpose}", purpose=process.purpose)), "small")
    if _is_silent(result, case):
        return (title, purpose, Paragraph(line(_nothing_said(result, case))))
    standing = Beside(
        (Paragraph(_standing(result, level, case)),),
        (Picture(level_bar(result.process, level, case.framework, words)),),
        _WORDS_BESIDE_BAR,
    )
    return (
        Together((title, purpose, standing)),
        *outcomes(result, case),
        attributes(result, case),
        Together((*next_level(result, level, case), *remarks(result, case))),
    )


def _is_silent(result: ProcessResult, case: Case) -> bool:
    """True where nobody has said anything about a process yet."""
    answers = (case.answer(each.id) for each in case.indicators(result.process))
    return not any(each.state or each.note or each.evidence for each in answers)


def _nothing_said(result: ProcessResult, case: Case) -> str:
    count = sum(by_outcomes(each, case) for each in case.indicators(result.process))
    return case.words.many(
        count,
        "Nothing was answered here yet: 1 outcome waits for its rating.",
        "Nothing was answered here yet: {count} outcomes wait for their rating.",
    )


def _standing(result: ProcessResult, level: LevelInterval, case: Case) -> Line:
    words = case.words
    sentence = words("This process is at {level}.", level=level_words(level, case.framework, words))
    if level.low == 0:
        return line(Span(sentence, strong=True), f" {_build_up(result, case)}")
    meaning = next(each.meaning for each in case.framework.levels if each.level == level.low)
    return line(Span(sentence, strong=True), f" {words.text(meaning)}")


def _build_up(result: ProcessResult, case: Case) -> str:
    """What there is to say at level 0: how much is there to build upon, never a reproach."""
    words = case.words
    answers = [case.answer(each.id) for each in case.indicators(result.process) if by_outcomes(each, case)]
    there = sum(is_enough(case.framework, each.rating) for each in answers)
    if not any(each.state == "rated" for each in answers):
        return words("Its outcomes are not rated yet.")
    if there == 0:
        return words("None of its {total} outcomes is largely achieved yet: a place to start.", total=len(answers))
    return words("{count} of its {total} outcomes can be built upon.", count=there, total=len(answers))
