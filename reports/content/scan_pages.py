"""The pages of a quick-scan report: stages, what the next one looks like, how to go on. Never a maturity level."""

from assessment.counting import DONT_KNOW, HEARD, MEANS
from locales.words import Words
from models.questionnaire import Dimension, Question
from reports.content.appendix import provenance_table
from reports.content.assessor import assessor_sections
from reports.content.case import ScanCase
from reports.content.findings import Finding
from reports.content.method import coverage, flags, self_assessment
from reports.content.naming import anchor, dont_know, listed, process_name, subject_words
from reports.content.reading import stages
from reports.content.scan_figures import mean_words, range_words, stage_bars, stage_radar, stage_words
from reports.content.scan_findings import anchor_text, scan_gaps, scan_next_steps, scan_strengths
from reports.content.summary import parts, words_quoted
from reports.content.trend import trend_section
from reports.document import (
    Block,
    Cell,
    Heading,
    Items,
    Paragraph,
    Picture,
    Section,
    Span,
    Table,
    Tile,
    Tiles,
    Together,
    cell,
    line,
)


def scan_sections(case: ScanCase) -> tuple[Section, ...]:
    """All sections of a quick-scan report, in order."""
    parts = (
        _summary(case),
        _profile(case),
        _processes(case),
        _statements(case),
        trend_section(case.context.course, case.scan.dimensions, case.words),
        *assessor_sections(case),
        _method(case),
    )
    return tuple(part for part in parts if part is not None)


def _summary(case: ScanCase) -> Section:
    words, profile, scan = case.words, case.profile, case.scan
    good = scan_strengths(profile, scan, words)
    blocks: list[Block] = [
        Heading(1, words("Summary"), "summary", in_contents=True),
        Paragraph(line(_lead(good, case)), "lead"),
        _tiles(case),
        *parts(
            good,
            scan_gaps(profile, scan, words),
            scan_next_steps(profile, scan, words, most=3),
            words,
            lambda finding: anchor(scan.model.process(finding.process).dimension),
        ),
        *_going_on(case),
    ]
    return Section("summary", tuple(blocks))


def _lead(good: tuple[Finding, ...], case: ScanCase) -> str:
    words = case.words
    if case.profile.completeness.rated == 0:
        return words("In {city} nothing is rated yet: this report shows what there is to ask.", city=case.facts.city)
    names = [words_quoted(words.text(case.scan.model.process(each.process).name), words) for each in good]
    if not names:
        return words("{city} has made a start: the answers so far show what to build on next.", city=case.facts.city)
    return words("{city} can build on {strengths}.", city=case.facts.city, strengths=listed(names, words))


def _tiles(case: ScanCase) -> Tiles:
    words, counts = case.words, case.profile.completeness
    shown = [each for each in case.profile.dimensions.values() if each.mean is not None]
    total = len(case.scan.dimensions)
    return Tiles(
        (
            Tile(words("{part} of {total}", part=counts.rated, total=counts.asked), words("questions answered"), HEARD),
            Tile(words("{part} of {total}", part=len(shown), total=total), words("dimensions with a figure"), MEANS),
            Tile(str(counts.dont_know), dont_know(counts.dont_know, words), DONT_KNOW),
        )
    )


def _indication(words: Words) -> str:
    return words(
        "A quick scan shows how things look today. A stage is an indication, never a rating: only a full assessment "
        "gives capability levels, and only that can say something about maturity."
    )


def _profile(case: ScanCase) -> Section:
    """The dimensions, drawn as soon as one of them has a figure."""
    words = case.words
    drawn = any(each.mean is not None for each in case.profile.dimensions.values())
    blocks: tuple[Block, ...] = (
        Heading(1, words("Overall profile"), "profile", in_contents=True),
        *((Picture(stage_radar(case.profile, case.scan, words)),) if drawn else ()),
        Table(
            head=(
                cell(words("Dimension")),
                cell(words("Mean stage"), align="center"),
                cell(words("Range with what is open"), align="center"),
                cell(words("Answered"), align="center"),
            ),
            rows=tuple(_dimension_row(dimension, case) for dimension in case.scan.dimensions),
            widths=(5, 2, 2.4, 2),
            caption=words("The dimensions in figures"),
            dense=True,
        ),
        Paragraph(line(words.text(case.scan.framework.notice)), "small"),
        Paragraph(line(_indication(words))),
    )
    return Section("profile", blocks)


def _dimension_row(dimension: Dimension, case: ScanCase) -> tuple[Cell, ...]:
    result, words = case.profile.dimensions[dimension.id], case.words
    answered = words("{part} of {total}", part=result.answered, total=result.asked)
    return (
        cell(words.text(dimension.name)),
        cell(Span(mean_words(result.mean, words), of=dimension.id), align="center"),
        cell(Span(range_words(result, words), of=dimension.id), align="center"),
        cell(Span(answered, of=dimension.id), align="center"),
    )


def _processes(case: ScanCase) -> Section:
    words = case.words
    blocks: tuple[Block, ...] = (
        Heading(1, words("Stage of each process"), "stages", in_contents=True),
        Picture(stage_bars(case.profile, case.scan, words)),
        stages(case.scan, words),
    )
    return Section("stages", blocks)


def _statements(case: ScanCase) -> Section:
    words = case.words
    blocks: list[Block] = [
        Heading(1, words("Where you stand, and what comes next"), "statements", in_contents=True),
        Paragraph(
            line(words("The statement that was chosen, and beside it the next one: it describes your next step."))
        ),
    ]
    open_ones: list[str] = []
    for dimension in case.scan.dimensions:
        questions = case.scan.questions_of(dimension.id)
        rows = tuple(_statement_row(each, case) for each in questions if _is_answered(each, case))
        open_ones += [_name(each, case) for each in questions if each.core and not _is_answered(each, case)]
        if rows:
            blocks.append(_statement_table(rows, dimension, words))
    if open_ones:
        blocks.append(Paragraph(line(words("Not answered yet: {processes}.", processes=", ".join(open_ones)))))
    return Section("statements", tuple(blocks))


def _is_answered(question: Question, case: ScanCase) -> bool:
    result = case.profile.questions[question.id]
    return result.stage is not None or result.dont_know


def _name(question: Question, case: ScanCase) -> str:
    return process_name(case.scan.model, question.process, case.words)


def _statement_table(rows: tuple[tuple[Cell, ...], ...], dimension: Dimension, words: Words) -> Table:
    return Table(
        head=(
            cell(words.text(dimension.name)),
            cell(words("Stage"), align="center"),
            cell(words("Where you stand")),
            cell(words("Your next step")),
        ),
        rows=rows,
        widths=(3.2, 0.9, 4.9, 3.9),
        caption=words("Statements: {dimension}", dimension=dimension.name),
        dense=True,
        anchor=anchor(dimension.id),
    )


def _statement_row(question: Question, case: ScanCase) -> tuple[Cell, ...]:
    result, words = case.profile.questions[question.id], case.words
    name = _name(question, case)
    stage = cell(Span(stage_words(result, words), of=question.id), align="center")
    if result.stage is None:
        asked = words.text(question.question)
        return (cell(name), stage, cell(asked + _written(question, case)), cell("–"))
    here = anchor_text(question, result.stage, words) or "–"
    ahead = anchor_text(question, result.stage + 1, words) or words("Keep it up, and pass it on to other cities.")
    return (cell(name), stage, cell(here + _written(question, case)), cell(ahead))


def _written(question: Question, case: ScanCase) -> str:
    """The note and the evidence beside an answer; a public version has neither."""
    answer, words = case.answers.ratings.get(question.id), case.words
    if answer is None:
        return ""
    note = [words("(Note: {note})", note=answer.note)] if answer.note else []
    evidence = [words("(Evidence: {evidence})", evidence="; ".join(answer.evidence))] if answer.evidence else []
    return "".join(f" {each}" for each in (*note, *evidence))


def _going_on(case: ScanCase) -> tuple[Block, ...]:
    words, model = case.words, case.scan.model
    basic = next(each for each in model.head.process_sets if each.id == model.head.basic_scope)
    items = (
        words("Talk about the answers with other departments: where do you differ, and why?"),
        words("Choose three of the next steps, with a person and a date for each."),
        words(
            "Go on to a full assessment, first of the {set} ({count} processes): it gives levels with reasons.",
            set=basic.name,
            count=len(basic.processes),
        ),
        words("Repeat the quick scan in a year and lay both pictures side by side."),
    )
    return (Heading(2, words("How to go on")), Items(tuple(line(each) for each in items), numbered=True))


def _places(subjects: list[str], case: ScanCase) -> str:
    asked = {each.id: each.process for each in case.scan.file.questions}
    known = (process_name(case.scan.model, asked[each], case.words) if each in asked else each for each in subjects)
    names = [words_quoted(subject_words(each, case.scan.model, case.words), case.words) for each in known]
    if len(names) == len(case.scan.dimensions):
        return case.words("In all dimensions.")
    return case.words("In {places}.", places=listed(names, case.words))


def _method(case: ScanCase) -> Section:
    words, profile, facts = case.words, case.profile, case.facts
    rows = (
        *([(words("Raters"), words("one rater"))] if facts.one_rater else []),
        (words("Questionnaire"), f"{profile.questionnaire} {profile.version}"),
        (words("Digest of the questionnaire with its texts"), profile.digest),
        (words("Framework"), f"{case.scan.framework.id} {case.scan.framework.version}"),
        (words("Digest of the answers"), facts.answers_digest),
        (words("Software"), facts.software),
    )
    blocks: list[Block] = [
        Heading(1, words("Method and provenance"), "method", in_contents=True),
        Paragraph(line(self_assessment(words))),
        coverage(profile.completeness, words),
        *flags(profile.flags, words, lambda subjects: _places(subjects, case)),
        Together(
            (
                provenance_table(rows, words),
                Paragraph(line(words.text(case.scan.file.notice)), "small"),
                Paragraph(
                    line(words("The answers and settings travel inside this PDF as the file inputs.json.")), "small"
                ),
            )
        ),
    ]
    return Section("method", tuple(blocks), new_page=False)
