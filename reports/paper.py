"""The questionnaire on paper: the same questions and ids as the answers file, so that it can be typed in afterwards.

It is accessible paper: headings, lists and boxes are tagged, and every box says in words what a tick means.
"""

from collections.abc import Iterator, Sequence

from locales.words import Words
from models.authored import Text
from models.framework import Attribute, Framework
from models.questionnaire import CapabilityModel, Indicator, Process, Question, Questionnaire, QuickScan
from reports.content.naming import attribute_id, level_name, process_name
from reports.content.reading import about_stages, dependability, letters_table
from reports.document import (
    Block,
    FillIn,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Report,
    Section,
    Span,
    Together,
    line,
)

USUAL_LEVEL = 3
"""The highest level whose ways of working are asked for, unless somebody wants more."""


def questionnaire_paper(
    questionnaire: Questionnaire,
    words: Words,
    processes: Sequence[str] | None = None,
    *,
    highest_level: int = USUAL_LEVEL,
) -> Report:
    """A questionnaire to print and fill in by hand.

    Args:
        questionnaire: a capability model or a quick scan.
        words: the language of the paper.
        processes: ids of the processes to ask about; None asks about all.
        highest_level: ways of working are asked for up to this capability level; a quick scan knows none.
    """
    if isinstance(questionnaire, QuickScan):
        return _report(questionnaire, questionnaire.file.name, _scan(questionnaire, words, processes), words)
    return _report(
        questionnaire, questionnaire.head.name, _model(questionnaire, words, processes, highest_level), words
    )


def _report(questionnaire: Questionnaire, name: Text, sections: Iterator[Section], words: Words) -> Report:
    return Report(
        language=words.language,
        title=words.text(name),
        subject=words("Questionnaire to fill in by hand"),
        date="",
        cover=None,
        contents_title=None,
        sections=tuple(sections),
        running_head=words.text(name),
        running_foot=" · ".join((words("Self-assessment"), f"{questionnaire.id} {questionnaire.version}")),
    )


def _model(
    model: CapabilityModel, words: Words, processes: Sequence[str] | None, highest_level: int
) -> Iterator[Section]:
    framework = model.framework()
    yield Section(
        "start",
        (*_start(model.head.name, dependability(words), words), *_how_to_rate(framework, words)),
        new_page=False,
    )
    for process in model.processes:
        if processes is None or process.id in processes:
            yield _process(process, model, framework, highest_level, words)


def _start(name: Text, opening: str, words: Words) -> tuple[Block, ...]:
    return (
        Heading(1, words.text(name), "start"),
        Paragraph(line(opening), "lead"),
        FillIn(lines=1, label=words("City")),
        FillIn(lines=1, label=words("Date")),
        FillIn(lines=1, label=words("Filled in by (department or role)")),
        Heading(2, words("How to fill in")),
    )


def _how_to_rate(framework: Framework, words: Words) -> tuple[Block, ...]:
    steps = (
        words("Rate how the city has worked in the last twelve months, not the people."),
        words("Tick one box for each statement. If nobody can judge it, tick “don't know”; that is a good answer too."),
        words("If a statement does not concern your city at all, tick “not applicable” and write down why."),
        words("Write down what shows your rating: a paper, a record, a link. The best rating should have evidence."),
        words("Begin with the outcomes. Go on to a level only if the level below is reached."),
    )
    return (
        Items(tuple(line(step) for step in steps), numbered=True),
        letters_table(framework.scale(framework.default_scale), words),
        Paragraph(line(_typing_in(words)), "small"),
    )


def _typing_in(words: Words) -> str:
    return words(
        "The number before each statement is its id. Under this id the answer goes into the app, the workbook or the "
        "answers file."
    )


def _process(
    process: Process, model: CapabilityModel, framework: Framework, highest_level: int, words: Words
) -> Section:
    blocks: list[Block] = [
        Heading(1, process_name(model, process.id, words), process.id),
        Paragraph(line(words.text(process.purpose))),
        *_leaving_out(process, model, words),
    ]
    for level in range(1, highest_level + 1):
        attributes = [attribute for attribute in framework.attributes if attribute.level == level]
        blocks += [PageBreak()] if level > 1 else []
        blocks += _level(process, attributes, model, framework, words)
        if any(attribute.rated_by != "outcomes" for attribute in attributes):
            blocks.append(FillIn(lines=2, label=words("Notes, evidence, reasons (with the number of the statement)")))
    return Section(process.id, tuple(blocks))


def _leaving_out(process: Process, model: CapabilityModel, words: Words) -> list[Block]:
    """The box that leaves a whole process out, where the model allows it."""
    never = {member for each in model.head.tailoring.never_in_sets for member in model.set_members(each)}
    if process.id in never:
        return []
    box = words("{id}: this process does not concern our city at all, because:", id=process.id)
    return [FillIn(boxes=(box,), lines=1)]


def _level(
    process: Process, attributes: list[Attribute], model: CapabilityModel, framework: Framework, words: Words
) -> Iterator[Block]:
    for attribute in attributes:
        indicators = [each for each in model.indicators(process.id, framework) if each.attribute == attribute.id]
        yield Heading(2, _attribute_heading(attribute, framework, words))
        if attribute.rated_by == "outcomes":
            yield _evidence_prompt(process, words)
            yield from (_outcome(indicator, framework, words) for indicator in indicators)
        else:
            yield Paragraph(line(words.text(attribute.key_question)), "small")
            yield from (Together(_indicator(indicator, framework, words)) for indicator in indicators)


def _attribute_heading(attribute: Attribute, framework: Framework, words: Words) -> str:
    return words(
        "Level {level} ({level_name}): {attribute} ({id})",
        level=attribute.level,
        level_name=level_name(framework, attribute.level, words),
        attribute=attribute.name,
        id=attribute_id(attribute.id),
    )


def _evidence_prompt(process: Process, words: Words) -> Block:
    products = "; ".join(words.text(each) for each in process.work_products)
    return Paragraph(line(words("What usually shows it: {products}.", products=products or "–")), "small")


def _outcome(indicator: Indicator, framework: Framework, words: Words) -> Block:
    room = FillIn(lines=2, label=words("Note, evidence, reason"))
    return Together((*_indicator(indicator, framework, words), room))


def _indicator(indicator: Indicator, framework: Framework, words: Words) -> tuple[Block, ...]:
    letters = framework.scale(framework.default_scale).letters
    boxes = (*letters, words("don't know"), words("not applicable"))
    text = Paragraph(line(Span(indicator.id, strong=True), f" {words.text(indicator.text)}"))
    return (text, FillIn(boxes=boxes))


def _scan(scan: QuickScan, words: Words, processes: Sequence[str] | None) -> Iterator[Section]:
    steps = (
        words("Choose for each question the statement that describes your city best today, and tick its box."),
        words("If you stand between two statements, take the lower one. If nobody can judge it, tick “don't know”."),
        words("It takes about twenty minutes. Questions marked as optional may stay empty."),
    )
    start = (
        *_start(scan.file.name, about_stages(words), words),
        Items(tuple(line(step) for step in steps), numbered=True),
    )
    yield Section("start", (*start, Paragraph(line(_typing_in(words)), "small")), new_page=False)
    for dimension in scan.dimensions:
        questions = [each for each in scan.questions_of(dimension.id) if processes is None or each.process in processes]
        if questions:
            blocks: list[Block] = [Heading(1, words.text(dimension.name), dimension.id)]
            blocks += (_question(question, scan, words) for question in questions)
            yield Section(dimension.id, tuple(blocks), new_page=False)
    room = FillIn(lines=6, label=words("Notes (with the number of the question)"))
    yield Section("notes", (room,), new_page=False)


def _question(question: Question, scan: QuickScan, words: Words) -> Block:
    name = words.text(scan.model.process(question.process).name)
    kicker = f"{question.process} {name}"
    if not question.core:
        kicker = words("{process} (optional)", process=kicker)
    choices = (FillIn(boxes=(f"{each.stage} – {words.text(each)}",)) for each in question.anchors)
    return Together(
        (
            Heading(2, f"{question.id} {words.text(question.question)}", question.id),
            Paragraph(line(kicker), "small"),
            *choices,
            FillIn(boxes=(words("don't know"),)),
        )
    )
