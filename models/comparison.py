"""Two views of the same questions side by side: the city's own, and an assessor's. Neither is the right one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.answers import Answer
from models.assessor import View
from models.profile import Result
from models.questionnaire import Indicator, Questionnaire


@dataclass(frozen=True, slots=True)
class Apart:
    """A question on which the two differ. `steps` is how far; None where one of them gave no rating on the scale."""

    indicator: Indicator
    city: Answer | None
    assessor: Answer
    steps: int | None


@dataclass(frozen=True, slots=True)
class ProcessApart:
    """The differences in one process, the widest first."""

    process: str
    differences: tuple[Apart, ...]

    @property
    def widest(self) -> int:
        """The steps of the widest difference; 0 where none can be counted."""
        return max((each.steps or 0 for each in self.differences), default=0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an assessor's view comes to beside the city's, and where they differ: the process that differs most first.

    `alike` counts the questions that both rated the same, `judged` those that the assessor said anything about;
    `said` is that.
    """

    view: View
    questionnaire: Questionnaire
    city: Result
    assessor: Result
    apart: tuple[ProcessApart, ...]
    alike: int
    judged: int
    said: Mapping[str, Answer] = field(default_factory=dict)
