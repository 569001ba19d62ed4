"""The pages of a quick-scan report: stages, what the next one looks like, how to go on. Never a maturity level."""

from locales.words import Words
from models.questionnaire import Dimension, Question
from reports.content.appendix import provenance_table
from reports.content.case import ScanCase
from reports.content.findings import Finding
from reports.content.method import coverage, flags, self_assessment
from reports.content.naming import anchor, listed, process_name
from reports.content.reading import dependability, stages
from reports.content.scan_figures import mean_words, stage_bars, stage_radar, stage_words
from reports.content.scan_findings import anchor_text, scan_gaps, scan_next_steps, scan_strengths
from reports.content.summary import parts, words_quoted
from reports.document import (
    Block,
    Cell,
    Heading,
    Items,
    Paragraph,
    Picture,
    Section,
    Table,
    Tile,
    Tiles,
    Together,
    cell,
    line,
)


def scan_sections(case: ScanCase) -> tuple[Section, ...]:
    """All sections of a quick-scan report, in order."""
    return (_summary(case), _profile(case), _processes(case), _statements(case), _going_on(case), _method(case))


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
        Paragraph(line(_indication(words)), "small"),
    ]
    if case.facts.invented:
        blocks.append(Paragraph(line(words("All answers in this report are invented.")), "small"))
    return Section("summary", tuple(blocks))


def _lead(good: tuple[Finding, ...], case: ScanCase) -> str:
    words = case.words
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
            Tile(words("{part} of {total}", part=counts.rated, total=counts.asked), words("questions answered")),
            Tile(words("{part} of {total}", part=len(shown), total=total), words("dimensions with a figure")),
            Tile(str(counts.dont_know), words("answers “don't know”")),
        )
    )


def _indication(words: Words) -> str:
    return words(
        "A quick scan shows how things look today. A stage is an indication, never a rating: only a full assessment "
        "gives capability levels, and only that can say something about maturity."
    )


def _profile(case: ScanCase) -> Section:
    words = case.words
    blocks: tuple[Block, ...] = (
        Heading(1, words("Overall profile"), "profile", in_contents=True),
        Picture(stage_radar(case.profile, case.scan, words)),
        Table(
            head=(
                cell(words("Dimension")),
                cell(words("Mean stage"), align="center"),
                cell(words("Answered"), align="center"),
            ),
            rows=tuple(_dimension_row(dimension, case) for dimension in case.scan.dimensions),
            widths=(6, 2, 2),
            caption=words("The dimensions in figures"),
        ),
        Paragraph(line(_open_note(case)), "small"),
    )
    return Section("profile", blocks)


def _dimension_row(dimension: Dimension, case: ScanCase) -> tuple[Cell, ...]:
    result, words = case.profile.dimensions[dimension.id], case.words
    answered = words("{part} of {total}", part=result.answered, total=result.asked)
    return (
        cell(words.text(dimension.name)),
        cell(mean_words(result.mean, words), align="center"),
        cell(answered, align="center"),
    )


def _open_note(case: ScanCase) -> str:
    return case.words(
        "The figure is the mean of the stages chosen, from 1 to {highest}, for orientation only. A dimension with "
        "fewer than {count} answers stays open.",
        highest=case.scan.framework.highest,
        count=case.scan.framework.answers_for_mean,
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
    for dimension in case.scan.dimensions:
        rows = tuple(
            _statement_row(each, case) for each in case.scan.questions_of(dimension.id) if _is_shown(each, case)
        )
        if rows:
            blocks += [
                Heading(2, words.text(dimension.name), anchor(dimension.id)),
                _statement_table(rows, dimension, words),
            ]
    return Section("statements", tuple(blocks))


def _is_shown(question: Question, case: ScanCase) -> bool:
    return question.core or case.profile.questions[question.id].stage is not None


def _statement_table(rows: tuple[tuple[Cell, ...], ...], dimension: Dimension, words: Words) -> Table:
    return Table(
        head=(
            cell(words("Process")),
            cell(words("Stage"), align="center"),
            cell(words("Where you stand")),
            cell(words("Your next step")),
        ),
        rows=rows,
        widths=(3, 1, 4, 4),
        caption=words("Statements: {dimension}", dimension=dimension.name),
    )


def _statement_row(question: Question, case: ScanCase) -> tuple[Cell, ...]:
    result, words = case.profile.questions[question.id], case.words
    name = process_name(case.scan.model, question.process, words)
    stage = cell(stage_words(result, words), align="center")
    if result.stage is None:
        return (cell(name), stage, cell(words.text(question.question)), cell("–"))
    here = anchor_text(question, result.stage, words) or "–"
    ahead = anchor_text(question, result.stage + 1, words) or words("Keep it up, and pass it on to other cities.")
    return (cell(name), stage, cell(here + _note(question, case)), cell(ahead))


def _note(question: Question, case: ScanCase) -> str:
    answer = case.answers.ratings.get(question.id)
    if answer is None or not answer.note:
        return ""
    return " " + case.words("(Note: {note})", note=answer.note)


def _going_on(case: ScanCase) -> Section:
    words, model = case.words, case.scan.model
    basic = next(each for each in model.head.process_sets if each.id == model.head.basic_scope)
    items = (
        words("Talk about the answers with two or three other departments: where do you differ, and why?"),
        words("Choose three of the next steps, with a person and a date for each."),
        words(
            "Rate the {set} in a full assessment ({count} processes); it shows capability levels with reasons and "
            "evidence.",
            set=basic.name,
            count=len(basic.processes),
        ),
        words("Repeat the quick scan in a year and lay both pictures side by side."),
    )
    blocks = (
        Heading(1, words("How to go on"), "going-on", in_contents=True),
        Items(tuple(line(each) for each in items), numbered=True),
    )
    return Section("going-on", (Together(blocks),), new_page=False)


def _method(case: ScanCase) -> Section:
    words, profile, facts = case.words, case.profile, case.facts
    rows = (
        (words("Date"), words.date(facts.date)),
        (words("Questionnaire"), f"{profile.questionnaire} {profile.version}"),
        (words("Digest of the questionnaire with its texts"), profile.digest),
        (words("Framework"), f"{case.scan.framework.id} {case.scan.framework.version}"),
        (words("Digest of the answers"), facts.answers_digest),
        (words("Software"), facts.software),
    )
    blocks: list[Block] = [
        Heading(1, words("Method and provenance"), "method", in_contents=True),
        Paragraph(line(self_assessment(words))),
        Paragraph(line(_indication(words))),
        Paragraph(line(dependability(words)), "small"),
        coverage(profile.completeness, words, []),
        *flags(profile.flags, words, lambda subjects: words("In {places}.", places=listed(subjects, words))),
        provenance_table(rows, words),
        Paragraph(line(words.text(case.scan.framework.notice)), "small"),
        Paragraph(line(words.text(case.scan.file.notice)), "small"),
        Paragraph(line(words("The answers and settings travel inside this PDF as the file inputs.json.")), "small"),
    ]
    return Section("method", tuple(blocks))
