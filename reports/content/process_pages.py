"""One block per process: where it stands, what is achieved first, then what is missing and what to do next."""

from collections import Counter
from collections.abc import Iterable

from locales.words import Words
from models.answers import Answer
from models.framework import Attribute
from models.profile import AttributeResult, LevelInterval, ProcessResult, Trace
from models.questionnaire import Dimension, Indicator
from reports.content.case import Case
from reports.content.findings import lacking, step_text
from reports.content.flags import flag_lines
from reports.content.naming import (
    CONFIDENCE,
    anchor,
    attribute_id,
    attribute_letter,
    counts_as,
    is_blank,
    is_enough,
    level_words,
    listed,
    process_name,
    step_of,
)
from reports.document import Block, Cell, Heading, Items, Line, Paragraph, Section, Span, Table, Together, cell, line


def process_sections(case: Case) -> tuple[Section, ...]:
    """A section per dimension with the blocks of its assessed processes."""
    return tuple(
        _dimension(dimension, members, case)
        for dimension in case.model.head.dimensions
        if (members := [each for each in case.assessed if _belongs(each[0], dimension, case)])
    )


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
        blocks += _process(result, level, case, () if blocks else opening)
    return Section(f"dimension-{dimension.id}", tuple(blocks), new_page=False)


def _process(result: ProcessResult, level: LevelInterval, case: Case, before: tuple[Block, ...]) -> list[Block]:
    """The block of a process; `before` is kept on its first page."""
    words, process = case.words, case.model.process(result.process)
    first, *others = _outcomes(result, case)
    opening = (
        *before,
        Heading(2, process_name(case.model, process.id, words), anchor(process.id), in_contents=True),
        Paragraph(line(words("Purpose: {purpose}", purpose=process.purpose)), "small"),
        Paragraph(_standing(result, level, case), "lead"),
        first,
    )
    return [
        Together(opening),
        *others,
        _attributes(result, case),
        *_next(result, level, case),
        *_remarks(result, case),
    ]


def _standing(result: ProcessResult, level: LevelInterval, case: Case) -> Line:
    words = case.words
    sentence = words("This process is at {level}.", level=level_words(level, case.framework, words))
    if level.low == 0:
        return line(Span(sentence, strong=True), f" {_build_up(result, case)}")
    meaning = next(each.meaning for each in case.framework.levels if each.level == level.low)
    return line(Span(sentence, strong=True), f" {words.text(meaning)}")


def _build_up(result: ProcessResult, case: Case) -> str:
    """For a process in build-up: what is there already, since that is where to start."""
    outcomes = [each for each in case.indicators(result.process) if _by_outcomes(each, case)]
    if all(case.answer(each.id).state != "rated" for each in outcomes):
        return case.words("Its outcomes are not rated yet.")
    there = sum(is_enough(case.framework, case.answer(each.id).rating) for each in outcomes)
    if not there:
        return case.words(
            "None of its {total} outcomes is largely achieved yet: a place to start.", total=len(outcomes)
        )
    return case.words("{count} of its {total} outcomes can be built upon.", count=there, total=len(outcomes))


def _outcomes(result: ProcessResult, case: Case) -> list[Block]:
    """The outcomes, those that are achieved first."""
    outcomes = [each for each in case.indicators(result.process) if _by_outcomes(each, case)]
    achieved = [each for each in outcomes if is_enough(case.framework, case.answer(each.id).rating)]
    others = [each for each in outcomes if each not in achieved]
    words = case.words
    tables = ((words("What is achieved"), achieved), (words("What is missing or open"), others))
    return [_outcome_table(result.process, title, rows, case) for title, rows in tables if rows]


def _by_outcomes(indicator: Indicator, case: Case) -> bool:
    return any(each.id == indicator.attribute and each.rated_by == "outcomes" for each in case.attributes)


def _outcome_table(process_id: str, title: str, outcomes: Iterable[Indicator], case: Case) -> Table:
    words = case.words
    head = [cell(title), cell(words("Rating"), align="center")]
    if not case.public:
        head.append(cell(words("Note and evidence")))
    return Table(
        head=tuple(head),
        rows=tuple(_outcome_row(each, case) for each in outcomes),
        widths=(5.4, 1.4) if case.public else (5.4, 1.4, 5),
        caption=words("{process}: {title}", process=process_id, title=title),
    )


def _outcome_row(indicator: Indicator, case: Case) -> tuple[Cell, ...]:
    answer = case.answer(indicator.id)
    text = cell(Span(indicator.id.rpartition(".")[2], strong=True), f" {case.words.text(indicator.text)}")
    rating = cell(answer_words(answer, case), align="center", letter=_colour(answer, case))
    return (text, rating) if case.public else (text, rating, cell(remarks(answer, case)))


def _colour(answer: Answer, case: Case) -> str | None:
    return counts_as(case.framework, answer.rating) if answer.state == "rated" else None


def answer_words(answer: Answer, case: Case) -> str:
    """An answer as it stands in a table: the letter, or which of the other states it is in."""
    words = case.words
    if answer.state == "rated" and answer.rating is not None:
        return answer.rating
    if answer.state == "dont_know":
        return words("don't know")
    return words("n/a") if answer.state == "not_applicable" else words("open")


def remarks(answer: Answer, case: Case) -> str:
    """Note, reason, evidence and confidence of an answer, each only where there is one."""
    words = case.words
    parts = [answer.note or "", answer.reason or ""]
    if answer.evidence:
        parts.append(words("Evidence: {evidence}", evidence="; ".join(answer.evidence)))
    if answer.confidence is not None:
        parts.append(words.say(CONFIDENCE[answer.confidence]))
    return " · ".join(filter(None, parts))


def _attributes(result: ProcessResult, case: Case) -> Table:
    words = case.words
    rated = [each for each in case.attributes if not is_blank(result.attributes[each.id])]
    blank = [attribute_id(each.id) for each in case.attributes if each not in rated]
    rows = [_attribute_row(attribute, result, case) for attribute in rated]
    if blank:
        names = cell(Span(", ".join(blank), strong=True))
        rows.append((names, cell(words("open"), align="center"), cell(words("nothing rated yet"))))
    return Table(
        head=(cell(words("Attribute")), cell(words("Rating"), align="center"), cell(words("Reason"))),
        rows=tuple(rows),
        widths=(3.8, 1.4, 6.6),
        caption=words("Attributes of {process}", process=result.process),
    )


def _attribute_row(attribute: Attribute, result: ProcessResult, case: Case) -> tuple[Cell, ...]:
    rated, words = result.attributes[attribute.id], case.words
    letter = counts_as(case.framework, rated.low) if rated.final else None
    return (
        cell(Span(attribute_id(attribute.id), strong=True), f" {words.text(attribute.name)}"),
        cell(attribute_letter(rated, words), align="center", letter=letter),
        cell(reason(rated, words)),
    )


def reason(rated: AttributeResult, words: Words) -> str:
    """Why an attribute has its letter: how often each rating was given, and the figure that they make."""
    counts = Counter(words.say(leaf.value) for leaf in sorted(rated.trace.inputs, key=_rating_first))
    given = ", ".join(words("{count} × {rating}", count=count, rating=rating) for rating, count in counts.items())
    if rated.mean_low is None or rated.mean_high is None:
        return given
    if rated.mean_low == rated.mean_high:
        return words("{ratings}: gives {figure}", ratings=given, figure=rated.mean_low)
    return words(
        "{ratings}: gives {low} to {high}, since answers are open",
        ratings=given,
        low=rated.mean_low,
        high=rated.mean_high,
    )


def _rating_first(leaf: Trace) -> tuple[bool, str]:
    """Ratings in the order of the alphabet, then whatever is no rating."""
    rated = leaf.answer is not None and leaf.answer.state == "rated"
    return not rated, str(leaf.value)


def _next(result: ProcessResult, level: LevelInterval, case: Case) -> list[Block]:
    """What to do for the next level, and which ways of working it asks for."""
    words, following = case.words, level.low + 1
    if following > case.profile.settings.highest_level:
        return []
    blocks: list[Block] = []
    todo = step_text(result.process, level.low, case.model, words)
    if todo is not None:
        blocks.append(Paragraph(line(Span(words("Step to level {level}:", level=following), strong=True), f" {todo}")))
    if todo is not None or _has_begun(result, following, case):
        blocks += _missing(result, following, case)
    else:
        blocks += _if_wanted(result.process, case)
    return [Together(tuple(blocks))] if blocks else []


def _if_wanted(process_id: str, case: Case) -> list[Block]:
    """For a process that the model sends no further: what it offers to those who want to go on."""
    words = case.words
    found = (each for each in case.model.recommendations if each.process == process_id)
    return [
        Paragraph(
            line(
                words(
                    "More is not needed. If you want to: a figure to steer by could be “{indicator}”, an idea for "
                    "renewal “{idea}”.",
                    indicator=each.indicator,
                    idea=each.idea,
                )
            )
        )
        for each in found
    ]


def _has_begun(result: ProcessResult, level: int, case: Case) -> bool:
    """True where something of a level was rated; nobody is sent to a level that neither model nor city asks for."""
    attributes = (each.id for each in case.attributes if each.level == level)
    return any(not is_blank(result.attributes[each]) for each in attributes)


def _missing(result: ProcessResult, level: int, case: Case) -> list[Block]:
    words, missing = case.words, _missing_practices(result, level, case)
    if not missing:
        return []
    heading = words("Level {level} still asks for, among other things:", level=level)
    items = Items(tuple(_practice(each, case) for each in missing[:_MOST_PRACTICES]))
    blocks: list[Block] = [Paragraph(line(heading)), items]
    if len(missing) > _MOST_PRACTICES:
        more = words("{count} more are in the appendix.", count=len(missing) - _MOST_PRACTICES)
        blocks.append(Paragraph(line(more), "small"))
    return blocks


_MOST_PRACTICES = 5


def _missing_practices(result: ProcessResult, level: int, case: Case) -> list[Indicator]:
    """The ways of working that a level still asks for, those of the lowest rating first."""
    lacks = {each.attribute for each in lacking(result.process, level, case.profile, case.model)}
    wanted = [each for each in case.indicators(result.process) if each.attribute in lacks]
    missing = [e for e in wanted if not _by_outcomes(e, case) and not _is_full(case.answer(e.id), case)]
    return sorted(missing, key=lambda each: step_of(case.framework, case.answer(each.id).rating))


def _practice(indicator: Indicator, case: Case) -> Line:
    rating = Span(answer_words(case.answer(indicator.id), case), strong=True)
    return line(rating, f" – {case.words.text(indicator.text)}")


def _is_full(answer: Answer, case: Case) -> bool:
    counted = counts_as(case.framework, answer.rating)
    return answer.state == "not_applicable" or counted == case.framework.level_rule.below


_SHOWN_ANYWAY = {"capped", "provisional", "removed"}


def _remarks(result: ProcessResult, case: Case) -> list[Block]:
    """What to bear in mind about this process, with the places in it."""
    found = (flag for flag in case.flags(result.process) if flag.code not in _SHOWN_ANYWAY)
    items = flag_lines(found, case.words, lambda subjects: _places(subjects, result.process, case.words))
    note = Paragraph(line(case.words("Please note:")), "small")
    return [Together((note, Items(items)))] if items else []


def _places(subjects: list[str], process_id: str, words: Words) -> str:
    names = [attribute_id(each.removeprefix(process_id).lstrip("./")) for each in subjects]
    return words("({places})", places=listed(names, words))
