"""The summary on one page: a sentence with its finding, four figures, strengths first, then gaps and next steps."""

from collections.abc import Callable, Sequence

from assessment.counting import ASSESSED, CERTAIN, DONT_KNOW, EVIDENCE
from locales.words import Words
from reports.content.case import Case
from reports.content.findings import Finding, gaps, next_steps, strengths
from reports.content.maturity import planned_mark
from reports.content.naming import anchor, dont_know, listed
from reports.content.reading import dependability
from reports.document import Block, Heading, Items, Line, Paragraph, Section, Span, Tile, Tiles, line


def summary(case: Case) -> Section:
    """The summary of a full report."""
    words = case.words
    good = strengths(case.profile, case.model, words)
    blocks: list[Block] = [
        Heading(1, words("Summary"), "summary", in_contents=True),
        Paragraph(line(lead(case, good)), "lead"),
        tiles(case),
        *parts(
            good,
            gaps(case.profile, case.model, words),
            next_steps(case.profile, case.model, words, case.wishes, most=3),
            words,
            lambda finding: anchor(finding.process),
            mark=lambda finding: planned_mark(finding, case),
        ),
        Paragraph(line(dependability(words)), "small"),
    ]
    return Section("summary", tuple(blocks))


def lead(case: Case, good: Sequence[Finding]) -> str:
    """The finding in a sentence, the strength first."""
    words, city = case.words, case.facts.city
    names = [_plain_name(finding, case) for finding in good]
    if case.profile.completeness.rated == 0:
        return words("In {city} nothing is rated yet: this report shows what there is to ask.", city=city)
    if not names:
        return words("{city} has made a start: the answers so far show what to build on next.", city=city)
    strong = {finding.process for finding in good}
    steps = next_steps(case.profile, case.model, words, case.wishes)
    first = next((step for step in steps if step.process not in strong), None)
    if first is None:
        return words("{city} can build on {strengths}.", city=city, strengths=listed(names, words))
    return words(
        "{city} can build on {strengths}; the first step is in {gap}.",
        city=city,
        strengths=listed(names, words),
        gap=_plain_name(first, case),
    )


def _plain_name(finding: Finding, case: Case) -> str:
    return words_quoted(case.words.text(case.model.process(finding.process).name), case.words)


def words_quoted(text: str, words: Words) -> str:
    """A name in the quotation marks of the language."""
    return words("“{text}”", text=text)


def tiles(case: Case) -> Tiles:
    """Figures about the assessment itself, none of them a grade for the city. Only internally is evidence counted."""
    words, levels = case.words, [level for _, level in case.assessed]
    completeness = case.profile.completeness
    certain = words("{part} of {total}", part=sum(level.final for level in levels), total=len(levels))
    shown = words("{part} of {total}", part=with_evidence(case), total=completeness.rated)
    counted = words.many(len(levels), "process assessed", "processes assessed")
    if completeness.rated == 0:
        counted = words.many(len(levels), "process to assess", "processes to assess")
    evidence = (
        () if case.public or completeness.rated == 0 else (Tile(shown, words("ratings with evidence"), EVIDENCE),)
    )
    return Tiles(
        (
            Tile(str(len(levels)), counted, ASSESSED),
            Tile(certain, words("levels certain"), CERTAIN),
            *evidence,
            Tile(str(completeness.dont_know), dont_know(completeness.dont_know, words), DONT_KNOW),
        )
    )


def with_evidence(case: Case) -> int:
    """How many ratings in scope name at least one piece of evidence."""
    ids = (each.id for result, _ in case.assessed for each in case.indicators(result.process))
    return sum(1 for each in map(case.answer, ids) if each.state == "rated" and each.evidence)


def parts(
    good: Sequence[Finding],
    missing: Sequence[Finding],
    steps: Sequence[Finding],
    words: Words,
    target: Callable[[Finding], str],
    *,
    mark: Callable[[Finding], Line] = lambda _: (),
) -> tuple[Block, ...]:
    """Strengths, gaps and next steps as three lists, each with links to its `target`; an empty list is left out.

    `mark` is what stands behind a next step.
    """
    lists = ((words("What is good"), good), (words("Most room to grow"), missing), (words("Next steps"), steps))
    return tuple(
        block
        for heading, findings in lists
        if findings
        for block in (Heading(2, heading), _items(findings, target, mark, numbered=findings is steps))
    )


def _items(
    findings: Sequence[Finding],
    target: Callable[[Finding], str],
    mark: Callable[[Finding], Line],
    *,
    numbered: bool,
) -> Items:
    items = ((_item(each, target), mark(each) if numbered else ()) for each in findings)
    return Items(tuple((*item, Span(" "), *behind) if behind else item for item, behind in items), numbered)


def _item(finding: Finding, target: Callable[[Finding], str]) -> Line:
    name = Span(finding.name, strong=True, anchor=target(finding))
    return line(name, f" – {finding.remark}. {finding.text}")
