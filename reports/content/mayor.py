"""Two pages for the head of the city: strength, picture, strengths and gaps, then what is to be decided and why."""

from collections.abc import Sequence

from assessment.planning.measures import still_to_do
from assessment.recommending import needs
from locales.words import Words
from reports.content.beside import profile_radar
from reports.content.case import Case
from reports.content.decisions import Decision, decision_table, decisions, due, euros
from reports.content.findings import Finding, gaps, strengths
from reports.content.frame import Frame, frame_of
from reports.content.measure_words import state_words
from reports.content.naming import listed, process_name
from reports.content.summary import words_quoted
from reports.document import (
    Block,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    Report,
    Section,
    Span,
    Table,
    Together,
    cell,
    line,
)

_MOST_NAMED = 4
_MOST_STANDING = 5
_RADAR = 0.62
"""The share of the width that leaves room for strengths and gaps on the same page."""


def mayor_report(case: Case) -> Report:
    """The two pages as data."""
    words = case.words
    one_line = words("What the city can build on, and what is to be decided")
    frame = frame_of(case, words("Two pages for the head of the city"), one_line)
    return frame.report((_standing(case), _deciding(case, frame)))


def _standing(case: Case) -> Section:
    words = case.words
    good = strengths(case.profile, case.model, words)
    missing = gaps(case.profile, case.model, words, brief=True)
    blocks: list[Block] = [
        Paragraph(line(case.facts.city), "kicker"),
        Heading(1, words("International work in brief"), "standing"),
        Paragraph(line(strength(good, case)), "lead"),
        Picture(profile_radar(case), share=_RADAR),
        *_found(words("What is good"), good),
        *_found(words("Most room to grow"), missing),
    ]
    return Section("standing", tuple(blocks))


def strength(good: Sequence[Finding], case: Case) -> str:
    """What the city can build on, in one sentence that holds no figure."""
    words, city = case.words, case.facts.city
    names = [words_quoted(words.text(case.model.process(each.process).name), words) for each in good]
    if case.profile.completeness.rated == 0:
        return words("In {city} nothing is rated yet: this report shows what there is to ask.", city=city)
    if not names:
        return words("{city} has made a start: the answers so far show what to build on next.", city=city)
    return words("{city} can build on {strengths}.", city=city, strengths=listed(names, words))


def _found(heading: str, findings: Sequence[Finding]) -> tuple[Block, ...]:
    if not findings:
        return ()
    return (Heading(2, heading), Items(tuple(_item(each) for each in findings)))


def _item(finding: Finding) -> Line:
    return line(Span(finding.name, strong=True), f" – {finding.text}")


def _deciding(case: Case, frame: Frame) -> Section:
    words, asked = case.words, decisions(case)
    blocks: list[Block] = [Heading(1, words("What is to be decided"), "deciding")]
    if asked:
        blocks += [Paragraph(line(_asked(asked, case))), decision_table(asked, words)]
    else:
        blocks.append(Paragraph(line(words("No decision is open: every measure on the list is decided or done."))))
        blocks += _under_way(case)
    blocks += [
        *_if_nothing_is_done(case),
        Together((Heading(2, words("Who may see this")), *_who_may_see(case, frame))),
    ]
    return Section("deciding", tuple(blocks))


def _under_way(case: Case) -> list[Block]:
    """What was decided before and is still to be done, where the head of the city is asked for nothing."""
    words, standing = case.words, still_to_do(case.context.measures)[:_MOST_STANDING]
    if not standing:
        return []
    rows = tuple(
        (cell(each.title), cell(euros(each, words)), cell(due(each, words)), cell(state_words(each.state, words)))
        for each in standing
    )
    head = (cell(words("Measure")), cell(words("Euros")), cell(words("Due")), cell(words("State")))
    title = words("What is decided and still to be done")
    return [Together((Heading(2, title), Table(head, rows, (5.2, 2.8, 2, 1.6), title)), firmly=False)]


def _asked(asked: Sequence[Decision], case: Case) -> str:
    if case.context.measures:
        return case.words("These decisions are asked for. What nobody has stated yet is marked as such.")
    if not any(each.process for each in asked):
        return case.words("No measures are on the list yet, and no first step can be named before more is rated.")
    return case.words(
        "No measures are on the list yet. These are the first steps that the model suggests; money, posts and dates "
        "are for the administration to add."
    )


def _if_nothing_is_done(case: Case) -> tuple[Block, ...]:
    """What the levels say of that; nothing while nothing is rated, for then nobody knows what is reached."""
    if case.profile.completeness.rated == 0:
        return ()
    return (Together((Heading(2, case.words("If nothing is done")), *_nothing_done(case))),)


def _nothing_done(case: Case) -> list[Block]:
    """What the levels themselves say about the processes that fall short; no forecast."""
    words, short = case.words, needs(case.profile, case.model)
    by_level = {low: [each.process for each in short if min(each.level.low, 2) == low] for low in (0, 1, 2)}
    items = tuple(line(_stays(low, _names(found, case), words)) for low, found in by_level.items() if found)
    if not items:
        return [Paragraph(line(words("What is reached stays only as long as somebody looks after it.")))]
    source = words("This follows from what the levels mean; it is no forecast.")
    return [Items(items), Paragraph(line(source), "small")]


def _stays(level: int, processes: str, words: Words) -> str:
    if level == 0:
        return words("Purpose not reached, or only by chance: {processes}.", processes=processes)
    if level == 1:
        return words("Tied to single people, and at an end when they leave: {processes}.", processes=processes)
    return words("Still done differently in every department: {processes}.", processes=processes)


def _names(processes: Sequence[str], case: Case) -> str:
    names = [process_name(case.model, each, case.words) for each in processes[:_MOST_NAMED]]
    if len(processes) > _MOST_NAMED:
        names.append(case.words("{count} more", count=len(processes) - _MOST_NAMED))
    return listed(names, case.words)


def _who_may_see(case: Case, frame: Frame) -> list[Block]:
    return [Paragraph(line(f"{frame.confidentiality.rstrip('.')}. {_what_it_is(case.words)}"))]


def _what_it_is(words: Words) -> str:
    return words(
        "The result is a self-assessment of the city. It serves improvement and learning, and it ranks nobody."
    )
