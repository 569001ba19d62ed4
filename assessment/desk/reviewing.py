"""Review before closing: per process what is open, what is claimed without evidence, what people see differently."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.desk.closing_ports import ClosingStore
from assessment.desk.door import Door
from assessment.desk.inputs import answers_up_to_level, process_of, questionnaire_of
from assessment.desk.ports import AnswerStore
from assessment.desk.sheets import overview, scan_overview, sheet
from assessment.scoring import score
from models.answers import State
from models.assessment import Assessment, StoredAnswer
from models.closing import OpenEnds, ProcessState
from models.people import Actor
from models.profile import Flag
from models.questionnaire import CapabilityModel, Library, QuickScan
from models.sheet import Sheet, SheetQuestion

SHOWN_APART = frozenset({"no-evidence", "provisional", "removed", "capped"})
"""Flags that the review tells in another way."""


@dataclass(frozen=True, slots=True)
class Review:
    """An assessment, looked over before it is signed."""

    assessment: Assessment
    model: CapabilityModel
    processes: tuple[ProcessState, ...]

    @property
    def asked(self) -> int:
        """How many questions are open now, as on every other page."""
        return sum(each.asked for each in self.processes)

    @property
    def answered(self) -> int:
        """How many of them have an answer, "don't know" included."""
        return self.asked - sum(len(each.unanswered) for each in self.processes)


@dataclass(frozen=True)
class Reviewing:
    """The use case of the review."""

    door: Door
    answers: AnswerStore
    closings: ClosingStore
    library: Library

    def review(self, actor: Actor, assessment_id: str) -> Review:
        """What is left to look at, process by process. Raises `NotFound`, `NotAllowed`."""
        found = self.door.assessment(actor, "review assessment", assessment_id)
        questionnaire, stored = questionnaire_of(self.library, found), self.answers.answers(found.id)
        ends = self.closings.open_ends(found.id)
        if isinstance(questionnaire, QuickScan):
            return _of_scan(questionnaire, found, stored, ends)
        seen = overview(questionnaire, found, stored)
        flags = score(questionnaire, answers_up_to_level(questionnaire, found, stored)).flags
        states = (_state(sheet(questionnaire, found, each.process.id, stored), ends, flags) for each in seen.processes)
        return Review(found, questionnaire, tuple(states))


def _of_scan(scan: QuickScan, found: Assessment, stored: Mapping[str, StoredAnswer], ends: OpenEnds) -> Review:
    """A quick scan asks a question or two about a process, and for no evidence."""
    seen = scan_overview(scan, found, stored)
    states = {each.process.id: _of_questions(scan, each.process.id, stored, ends) for each in seen.processes}
    return Review(found, scan.model, tuple(states.values()))


def _of_questions(scan: QuickScan, process: str, stored: Mapping[str, StoredAnswer], ends: OpenEnds) -> ProcessState:
    asked = [each.id for each in scan.file.questions if each.process == process and (each.core or each.id in stored)]
    rated = {each: stored[each].rated if each in stored else None for each in asked}
    return ProcessState(
        process=process,
        asked=len(asked),
        unanswered=tuple(each for each, found in rated.items() if found is None),
        dont_know=tuple(each for each, found in rated.items() if found and found.state == "dont_know"),
        unfounded=(),
        unchecked=tuple(each for each in asked if each in ends.unchecked),
        apart=sum(each in ends.apart for each in asked),
        flags=(),
        removed=False,
    )


def _state(of: Sheet, ends: OpenEnds, flags: Sequence[Flag]) -> ProcessState:
    process, removed = of.process.id, of.level is None
    asked = [] if removed else [each for part in of.parts if part.open for each in part.questions]
    return ProcessState(
        process=process,
        asked=len(asked),
        unanswered=_ids(asked, None),
        dont_know=_ids(asked, "dont_know"),
        unfounded=tuple(each.indicator.id for each in asked if _is_unfounded(each)),
        unchecked=tuple(each.indicator.id for each in asked if each.indicator.id in ends.unchecked),
        apart=sum(process_of(each) == process for each in ends.apart),
        flags=_codes(process, flags),
        removed=removed,
    )


def _ids(asked: Sequence[SheetQuestion], state: State | None) -> tuple[str, ...]:
    return tuple(
        each.indicator.id for each in asked if (each.answer.rated.state if each.answer.rated else None) == state
    )


def _is_unfounded(question: SheetQuestion) -> bool:
    """Whether something is said to be done, largely at least, and nothing shows it."""
    rated = question.answer.rated
    letter = rated.rating if rated and rated.state == "rated" else None
    return letter is not None and letter[0] in "LF" and not question.answer.evidence


def _codes(process: str, flags: Sequence[Flag]) -> tuple[str, ...]:
    codes = (each.code for each in flags if process_of(each.subject.split("/")[0]) == process)
    return tuple(dict.fromkeys(code for code in codes if code not in SHOWN_APART))
