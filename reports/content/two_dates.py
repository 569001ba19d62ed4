"""The comparison of two dates: the same city then and now."""

from reports.content.appendix import provenance_table
from reports.content.beside import profile_radar
from reports.content.case import Case, Earlier
from reports.content.changes import change_table, changes, dimension_table, dumbbell, told
from reports.content.frame import frame_of
from reports.content.method import self_assessment
from reports.content.naming import METHODS, process_name
from reports.document import Block, Heading, Items, Paragraph, Picture, Report, Section, Together, line


def two_dates_report(case: Case) -> Report:
    """The report as data. Raises `ValueError` without an earlier assessment."""
    words, earlier = case.words, case.context.earlier
    if earlier is None:
        raise ValueError("a comparison of two dates needs an earlier assessment")
    one_line = words(
        "What changed between {then} and {now}", then=words.date(earlier.date), now=words.date(case.facts.date)
    )
    frame = frame_of(case, words("Comparison of two dates"), one_line)
    return frame.report((_overview(case, earlier), _processes(case), _method(case, earlier)))


def _overview(case: Case, earlier: Earlier) -> Section:
    words = case.words
    blocks: tuple[Block, ...] = (
        Paragraph(line(case.facts.city), "kicker"),
        Heading(1, words("What changed"), "overview"),
        *told(changes(case), case),
        Picture(profile_radar(case), share=0.86),
        dimension_table(case, earlier),
    )
    return Section("overview", blocks)


def _processes(case: Case) -> Section:
    words, found = case.words, changes(case)
    drawn = dumbbell(found, case)
    blocks: list[Block] = [Heading(1, words("Process by process"), "processes")]
    blocks += [Picture(drawn)] if drawn is not None else []
    blocks += [change_table(found, case)] if found else []
    blocks += _only_once(case)
    return Section("processes", tuple(blocks))


def _only_once(case: Case) -> list[Block]:
    """The processes that have a level at one of the two dates only."""
    words, earlier = case.words, case.context.earlier
    both, now = {each.process for each in changes(case)}, {result.process for result, _ in case.assessed}
    known = [each.id for each in case.model.processes]
    then = {key for key, each in earlier.profile.processes.items() if each.level is not None} if earlier else set()
    new = [process_name(case.model, each, words) for each in known if each in now - both]
    gone = [process_name(case.model, each, words) for each in known if each in then - both]
    items = [words("Only now: {processes}.", processes=", ".join(new))] if new else []
    items += [words("Only then: {processes}.", processes=", ".join(gone))] if gone else []
    if not items:
        return []
    return [Heading(2, words("Assessed at one date only")), Items(tuple(line(each) for each in items))]


def _method(case: Case, earlier: Earlier) -> Section:
    words, profile = case.words, case.profile
    rows = (
        (words("Then"), words.date(earlier.date)),
        (words("Now"), words.date(case.facts.date)),
        (words("Questionnaire"), f"{profile.questionnaire} {profile.version}"),
        (words("Questionnaire then"), f"{earlier.profile.questionnaire} {earlier.profile.version}"),
        (words("Framework"), f"{case.framework.id} {case.framework.version}"),
        (words("Rating and aggregation"), words.say(METHODS[profile.settings.method])),
        (words("Digest of the answers"), case.facts.answers_digest),
        (words("Software"), case.facts.software),
    )
    blocks: tuple[Block, ...] = (
        Heading(1, words("Method and provenance"), "method"),
        Paragraph(line(self_assessment(words))),
        provenance_table(rows, words),
    )
    return Section("method", (Together(blocks, firmly=False),), new_page=False)
