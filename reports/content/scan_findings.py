"""What a quick scan lets us say first: strengths, then what to work on, each in the words of the statement chosen."""

from locales.words import Words
from models.profile import StageProfile
from models.questionnaire import Question, QuickScan
from reports.content.findings import Finding, step_text
from reports.content.naming import process_name


def scan_strengths(profile: StageProfile, scan: QuickScan, words: Words, *, most: int = 3) -> tuple[Finding, ...]:
    """The processes furthest along, from the middle stage up, with the statement that was chosen."""
    middle = (scan.framework.lowest + scan.framework.highest) // 2
    ranked = sorted(_answered(profile, scan), key=lambda each: -each[1])
    better = [each for each in ranked if each[1] >= middle]
    return tuple(_chosen(question, stage, scan, words) for question, stage in better[:most])


def scan_gaps(profile: StageProfile, scan: QuickScan, words: Words, *, most: int = 3) -> tuple[Finding, ...]:
    """The processes with most room to grow, those of the basic set first, with the statement that was chosen.

    What is named as a strength, because few questions were answered, is no gap.
    """
    strong = {each.process for each in scan_strengths(profile, scan, words)}
    lowest = [each for each in _lowest(profile, scan) if each[0].process not in strong]
    return tuple(_chosen(question, stage, scan, words) for question, stage in lowest[:most])


def scan_next_steps(profile: StageProfile, scan: QuickScan, words: Words, *, most: int = 5) -> tuple[Finding, ...]:
    """What to do first in the same processes: the model's recommendation, or else the statement of the next stage."""
    return tuple(_step(question, stage, scan, words) for question, stage in _lowest(profile, scan)[:most])


def _chosen(question: Question, stage: int, scan: QuickScan, words: Words) -> Finding:
    name = process_name(scan.model, question.process, words)
    return Finding(question.process, name, anchor_text(question, stage, words) or "", stage_name(scan, stage, words))


def _step(question: Question, stage: int, scan: QuickScan, words: Words) -> Finding:
    level = next(each.indicates_level for each in scan.framework.stages if each.stage == stage)
    text = step_text(question.process, level, scan.model, words) or anchor_text(question, stage + 1, words) or ""
    remark = words("towards {stage}", stage=stage_name(scan, stage + 1, words))
    return Finding(question.process, process_name(scan.model, question.process, words), text, remark)


def anchor_text(question: Question, stage: int, words: Words) -> str | None:
    """The statement of a question for a stage; None where there is none."""
    return next((words.text(each) for each in question.anchors if each.stage == stage), None)


def stage_name(scan: QuickScan, stage: int, words: Words) -> str:
    """A stage as figure and name: "stage 3 (Steered)"."""
    name = next(each.name for each in scan.framework.stages if each.stage == stage)
    return words("stage {stage} ({name})", stage=stage, name=name)


def _answered(profile: StageProfile, scan: QuickScan) -> list[tuple[Question, int]]:
    stages = ((question, profile.questions[question.id].stage) for question in scan.file.questions)
    return [(question, stage) for question, stage in stages if stage is not None]


def _lowest(profile: StageProfile, scan: QuickScan) -> list[tuple[Question, int]]:
    sets = scan.model.head.process_sets
    rank = {process: each.for_maturity_level for each in sets for process in each.processes}
    below = [each for each in _answered(profile, scan) if each[1] < scan.framework.highest]
    return sorted(below, key=lambda each: (each[1], rank.get(each[0].process, len(rank))))
