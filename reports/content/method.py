"""Method and confidence: how the figures were made, how far the answers reach, and what to bear in mind."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from locales.words import Words
from models.message import Message, say
from models.profile import Completeness, Flag, Origin
from reports.content.case import Case
from reports.content.flags import flag_lines
from reports.content.naming import CONFIDENCE, METHODS, listed, process_name, process_of
from reports.content.summary import with_evidence
from reports.document import Block, Heading, Items, Paragraph, Section, Span, Table, cell, line

ORIGINS: dict[Origin, Message] = {
    "command line": say("set when the report was made"),
    "answers file": say("set by the city"),
    "default": say("default of the framework"),
}
"""Where a setting came from, in words."""


def method(case: Case) -> Section:
    """The section on method and confidence of a full report."""
    words = case.words
    blocks: list[Block] = [
        Heading(1, words("Method and confidence"), "method", in_contents=True),
        Paragraph(line(self_assessment(words))),
        _settings(case),
        Heading(2, words("How far the answers reach")),
        coverage(case.profile.completeness, words),
        *_evidence(case),
        *_left_out(case),
        *_not_applicable(case),
        *_dont_know(case),
        *flags(case.profile.flags, words, lambda subjects: _processes(subjects, words)),
    ]
    return Section("method", tuple(blocks), new_page=False)


def self_assessment(words: Words) -> str:
    """Class and independence of the assessment."""
    return words(
        "This is a self-assessment: people of the city rated their own work, and nobody independent checked it. It "
        "serves improvement and learning; it is no proof towards third parties."
    )


def _settings(case: Case) -> Table:
    words, settings = case.words, case.profile.settings
    rows = (
        (words("Framework"), words.text(case.framework.name), "framework"),
        (words("From ratings to attributes"), words.say(METHODS[settings.method]), "method"),
        (words("Rating scale"), words("{count} letters", count=settings.scale), "scale"),
        (words("Highest level looked at"), str(settings.highest_level), "highest_level"),
    )
    return Table(
        head=(cell(words("Setting")), cell(words("Used here")), cell(words("Where it comes from"))),
        rows=tuple((cell(name), cell(value), cell(origin(settings.origins, key, words))) for name, value, key in rows),
        widths=(3, 5.5, 3),
        caption=words("Settings of the scoring"),
        dense=True,
    )


def origin(origins: Mapping[str, Origin], key: str, words: Words) -> str:
    """Where a setting came from, in words."""
    found = origins.get(key)
    return "–" if found is None else words.say(ORIGINS[found])


def coverage(completeness: Completeness, words: Words) -> Table:
    """How many questions were answered, and how, in a single row."""
    open_ones = completeness.asked - completeness.rated - completeness.not_applicable - completeness.dont_know
    figures = (
        (words("Statements in scope"), words.number(completeness.asked, 0)),
        (words("Rated"), words.number(completeness.rated, 0)),
        (words("Not applicable"), words.number(completeness.not_applicable, 0)),
        (words("Don't know"), words.number(completeness.dont_know, 0)),
        (words("Not answered"), words.number(open_ones, 0)),
        (words("Complete (rated or not applicable)"), words.percent(completeness.share)),
    )
    return Table(
        head=tuple(cell(name, align="center") for name, _ in figures),
        rows=(tuple(cell(value, align="center") for _, value in figures),),
        widths=(1, 1, 1, 1, 1, 1.3),
        caption=words("How far the answers reach"),
        row_headers=False,
    )


def _evidence(case: Case) -> list[Block]:
    """How many ratings are shown by evidence, and how sure people were."""
    if case.public or case.profile.completeness.rated == 0:
        return []
    words = case.words
    counts = Counter(answer.confidence for answer in case.answers.ratings.values() if answer.confidence is not None)
    sure = [
        words("{count} × {rating}", count=counts[key], rating=text) for key, text in CONFIDENCE.items() if counts[key]
    ]
    shown = words(
        "Evidence is named for {part} of {total} ratings.",
        part=with_evidence(case),
        total=case.profile.completeness.rated,
    )
    said = words("People said how sure they were: {degrees}.", degrees=", ".join(sure)) if sure else ""
    return [Paragraph(line(" ".join(filter(None, (shown, said)))))]


def _left_out(case: Case) -> list[Block]:
    words = case.words
    blocks: list[Block] = []
    if case.removed:
        heading = Heading(2, words("Processes left out as not applicable"))
        items = tuple(
            line(Span(process_name(case.model, each.process, words), strong=True), f": {each.reason_removed}")
            for each in case.removed
        )
        blocks += [heading, Items(items)]
    if case.out_of_scope:
        names = ", ".join(process.id for process in case.out_of_scope)
        blocks.append(Paragraph(line(words("Not part of this assessment: {processes}.", processes=names)), "small"))
    if case.hidden:
        blocks.append(Paragraph(line(_hidden(words)), "small"))
    return blocks


def _hidden(words: Words) -> str:
    return words(
        "Processes that the model marks as sensitive are left out of this public version, and so are notes, evidence "
        "and names. All figures are computed without them."
    )


def _not_applicable(case: Case) -> list[Block]:
    ids = [each.id for result, _ in case.assessed for each in case.indicators(result.process)]
    answers = [(each, case.answer(each)) for each in ids]
    items = tuple(
        line(Span(indicator, strong=True), f": {answer.reason}")
        for indicator, answer in answers
        if answer.state == "not_applicable"
    )
    return [Heading(2, case.words("Statements marked not applicable")), Items(items)] if items else []


def _dont_know(case: Case) -> list[Block]:
    ids = [each.id for result, _ in case.assessed for each in case.indicators(result.process)]
    unsure = [each for each in ids if case.answer(each).state == "dont_know"]
    if not unsure:
        return []
    text = case.words("Answered with “don't know”: {ids}.", ids=", ".join(unsure))
    return [Paragraph(line(text), "small")]


def flags(found: Iterable[Flag], words: Words, where: Callable[[list[str]], str]) -> list[Block]:
    """What to bear in mind about the whole result, by kind; what was left out is listed elsewhere."""
    items = flag_lines((flag for flag in found if flag.code != "removed"), words, where)
    return [Heading(2, words("What to bear in mind")), Items(items)] if items else []


_MOST_NAMES = 8


def _processes(subjects: list[str], words: Words) -> str:
    """How often, and in which processes; the places stand in the block of each process."""
    of_processes = [process for subject in subjects if (process := process_of(subject))]
    names = list(dict.fromkeys(of_processes))
    if not names:
        return words("This is about the maturity of the city.")
    if len(names) > _MOST_NAMES:
        return words("{count} times, in {processes} processes.", count=len(of_processes), processes=len(names))
    where = listed(names, words)
    return words.many(len(of_processes), "Once, in {processes}.", "{count} times, in {processes}.", processes=where)
