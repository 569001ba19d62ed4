"""What comes next in a process: the recommended step, what the level still asks for, what to bear in mind."""

from collections.abc import Iterable

from locales.words import Words
from models.message import Message, say
from models.profile import LevelInterval, ProcessResult
from models.questionnaire import Indicator
from reports.content.case import Case
from reports.content.findings import lacking, step_text
from reports.content.naming import attribute_id, counts_as, is_blank, listed, step_of
from reports.content.planned import marked, planned
from reports.content.process_tables import answer_words, by_outcomes
from reports.document import Block, Items, Line, Paragraph, Span, line

_MOST_STATEMENTS = 3
_MOST_PLACES = 4

_REMARKS: dict[str, Message] = {
    "spread": say("ratings lie far apart"),
    "hides-an-N": say("a rating “not achieved” is among them"),
    "no-evidence": say("best rating without evidence"),
    "low-confidence": say("people were not sure"),
    "not-applicable-attribute": say("nothing of it can be rated"),
}
"""The flags that a reader of a single process should know, in as few words as fit beside the places."""


def next_level(result: ProcessResult, level: LevelInterval, case: Case) -> list[Block]:
    """What to do for the next level, and which ways of working it asks for."""
    words, following = case.words, level.low + 1
    if following > case.profile.settings.highest_level:
        return []
    blocks: list[Block] = []
    todo = step_text(result.process, level.low, case.model, words)
    if todo is not None:
        blocks.append(Paragraph(line(Span(words("Step to level {level}:", level=following), strong=True), f" {todo}")))
    if plan := planned(result.process, level.low, case):
        blocks.append(Paragraph(marked(plan, case, todo or "")))
    if todo is not None or _has_begun(result, following, case):
        blocks += _missing(result, following, case)
    else:
        blocks += _if_wanted(result.process, case)
    return blocks


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
    if not any(case.answer(each.id).state for each in missing):
        text = words(
            "Statements for level {level} that wait for their rating: {count}.", level=level, count=len(missing)
        )
        return [Paragraph(line(text))]
    heading = words("Not fully achieved yet for level {level}:", level=level)
    if len(missing) > _MOST_STATEMENTS:
        heading = words(
            "For level {level}, {count} statements are not fully achieved yet, first of all:",
            level=level,
            count=len(missing),
        )
    items = Items(tuple(_practice(each, case) for each in missing[:_MOST_STATEMENTS]))
    return [Paragraph(line(heading)), items]


def _missing_practices(result: ProcessResult, level: int, case: Case) -> list[Indicator]:
    """The ways of working that a level still asks for, those of the lowest rating first, the unanswered ones last."""
    lacks = {each.attribute for each in lacking(result.process, level, case.profile, case.model)}
    wanted = [each for each in case.indicators(result.process) if each.attribute in lacks]
    missing = [each for each in wanted if not by_outcomes(each, case) and not _is_full(each, case)]
    return sorted(missing, key=lambda each: _urgency(each, case))


def _urgency(indicator: Indicator, case: Case) -> tuple[bool, int]:
    answer = case.answer(indicator.id)
    return answer.state != "rated", step_of(case.framework, answer.rating)


def _practice(indicator: Indicator, case: Case) -> Line:
    rating = Span(answer_words(case.answer(indicator.id), case), strong=True)
    return line(rating, f" – {case.words.text(indicator.text)}")


def _is_full(indicator: Indicator, case: Case) -> bool:
    answer = case.answer(indicator.id)
    counted = counts_as(case.framework, answer.rating)
    return answer.state == "not_applicable" or counted == case.framework.level_rule.below


def remarks(result: ProcessResult, case: Case) -> list[Block]:
    """How well the ratings are shown (only internally) and what to bear in mind, in one small paragraph."""
    words, found = case.words, []
    for code, meaning in _REMARKS.items():
        subjects = [flag.subject for flag in case.flags(result.process) if flag.code == code]
        if subjects:
            places = _places(subjects, result.process, words)
            found.append(words("{remark} ({places})", remark=meaning, places=places))
    sentences = [] if case.public else _evidence(result, case)
    sentences += [words("Please note: {remarks}.", remarks="; ".join(found))] if found else []
    return [Paragraph(line(" ".join(sentences)), "small")] if sentences else []


def _evidence(result: ProcessResult, case: Case) -> list[str]:
    rated = [answer for each in case.indicators(result.process) if (answer := case.answer(each.id)).state == "rated"]
    shown = sum(1 for answer in rated if answer.evidence)
    sentence = case.words("Evidence is named for {part} of {total} ratings.", part=shown, total=len(rated))
    return [sentence] if rated else []


def _places(subjects: Iterable[str], process_id: str, words: Words) -> str:
    names = [attribute_id(each.removeprefix(process_id).lstrip("./")) for each in dict.fromkeys(subjects)]
    if len(names) > _MOST_PLACES:
        return words("in {count} places", count=len(names))
    return listed(names, words)
