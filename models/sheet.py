"""What the answering screens show: one process with its questions, and the overview of all processes."""

from dataclasses import dataclass

from models.assessment import Assessment, StoredAnswer
from models.framework import Attribute, Framework, Scale
from models.profile import LevelInterval
from models.questionnaire import Indicator, Process


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """One thing to rate, and what stands in the store about it."""

    indicator: Indicator
    answer: StoredAnswer


@dataclass(frozen=True, slots=True)
class SheetPart:
    """The questions of one attribute. Closed until the level below is reached; answers in it are kept all the same."""

    attribute: Attribute
    open: bool
    questions: tuple[SheetQuestion, ...]

    @property
    def answered(self) -> int:
        """Questions that have an answer; "don't know" is one."""
        return sum(each.answer.rated is not None for each in self.questions)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One process of an assessment, as it stands in the store.

    `whole` is the answer to the process itself, which says that the city leaves it out. `level` is None where the
    process is left out. Parts end at the assessment's highest level.
    """

    assessment: Assessment
    process: Process
    framework: Framework
    scale: Scale
    parts: tuple[SheetPart, ...]
    whole: StoredAnswer
    level: LevelInterval | None
    reason_removed: str | None


@dataclass(frozen=True, slots=True)
class ProcessProgress:
    """How far a process is. `answered` of `asked` counts what adaptive asking opens now; `level` as in the sheet."""

    process: Process
    answered: int
    asked: int
    level: LevelInterval | None
    removed: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """All processes in scope in their order."""

    assessment: Assessment
    processes: tuple[ProcessProgress, ...]
