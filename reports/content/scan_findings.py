"""What a quick scan lets us say first: strengths, then what to work on, each in the words of the statement chosen."""

from collections.abc import Iterable

from locales.words import Words
from models.profile import StageProfile, StageResult
from models.questionnaire import Question, QuickScan
from reports.content.findings import Finding
from reports.content.naming import process_name

Answered = tuple[Question, StageResult, int]


def scan_strengths(profile: StageProfile, scan: QuickScan, words: Words, most: int = 3) -> tuple[Finding, ...]:
    """The processes furthest along, with the statement that was chosen."""
    ranked = sorted(_answered(profile, scan), key=lambda each: -each[2])
    better = [each for each in ranked if each[2] > scan.framework.lowest]
    return tuple(_finding(question, stage, stage, scan, words) for question, _, stage in better[:most])


def scan_gaps(profile: StageProfile, scan: QuickScan, words: Words, most: int = 3) -> tuple[Finding, ...]:
    """The processes with most room to grow, those of the basic set first, with the statement that was chosen."""
    return tuple(_finding(question, stage, stage, scan, words) for question, _, stage in _lowest(profile, scan)[:most])


def scan_next_steps(profile: StageProfile, scan: QuickScan, words: Words, most: int = 5) -> tuple[Finding, ...]:
    """For the same processes, the next statement: what a next step looks like."""
    return tuple(
        _finding(question, stage + 1, stage, scan, words) for question, _, stage in _lowest(profile, scan)[:most]
    )


def anchor_text(question: Question, stage: int, words: Words) -> str | None:
    """The statement of a question for a stage; None where there is none."""
    return next((words.text(each) for each in question.anchors if each.stage == stage), None)


def stage_name(scan: QuickScan, stage: int, words: Words) -> str:
    """A stage as figure and name: "stage 3 (Steered)"."""
    name = next(each.name for each in scan.framework.stages if each.stage == stage)
    return words("stage {stage} ({name})", stage=stage, name=name)


def _answered(profile: StageProfile, scan: QuickScan) -> Iterable[Answered]:
    for question in scan.file.questions:
        result = profile.questions[question.id]
        if result.stage is not None:
            yield question, result, result.stage


def _lowest(profile: StageProfile, scan: QuickScan) -> list[Answered]:
    rank = {process: each.for_maturity_level for each in scan.model.head.process_sets for process in each.processes}
    open_ended = [each for each in _answered(profile, scan) if each[2] < scan.framework.highest]
    return sorted(open_ended, key=lambda each: (each[2], rank.get(each[1].process, len(rank))))


def _finding(question: Question, shown: int, stage: int, scan: QuickScan, words: Words) -> Finding:
    return Finding(
        question.process,
        process_name(scan.model, question.process, words),
        anchor_text(question, shown, words) or "",
        stage_name(scan, stage, words),
    )
