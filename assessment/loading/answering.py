"""What answers are held against: the questionnaire, and the letters and indicators that its settings allow."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.loading.spelling import parts_of
from assessment.scoring.letters import Letters, letters
from models.framework import Framework, Points
from models.questionnaire import CapabilityModel, Indicator, QuickScan

DONT_KNOW = "dont_know"
NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class CommandLine:
    """What the command line says about the answers, which wins over their file; None where it says nothing."""

    framework: str | None = None
    scale: Points | None = None
    highest_level: int | None = None


@dataclass(frozen=True)
class ModelSheet:
    """What can be answered of a capability model with these settings."""

    model: CapabilityModel
    framework: Framework
    points: Points
    highest_level: int
    said: CommandLine = CommandLine()

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Everything that can be rated, by id, above the highest level too."""
        found = (each for process in self.model.processes for each in self.model.indicators(process.id, self.framework))
        return {each.id: each for each in found}

    @cached_property
    def elsewhere(self) -> Mapping[str, "ModelSheet"]:
        """What can be rated with another framework of the model and not with this one: the sheet on which it stands."""
        others = (each for each in self.model.frameworks if each.id != self.framework.id)
        sheets = (ModelSheet(self.model, each, self._points_in(each), each.highest_level, self.said) for each in others)
        return {each: sheet for sheet in sheets for each in sheet.indicators if each not in self.indicators}

    @cached_property
    def letters(self) -> Letters:
        """How letters are read on the scale in use."""
        return letters(self.framework, self.points)

    @cached_property
    def process_ids(self) -> tuple[str, ...]:
        """The ids of all processes, in the order of the model."""
        return tuple(each.id for each in self.model.processes)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that may be answered."""
        return frozenset(self.indicators) | frozenset(self.process_ids)

    @cached_property
    def by_parts(self) -> Mapping[tuple[str, ...], str]:
        """Every id by its parts, however they are written together."""
        return {parts_of(each): each for each in self.ids}

    def level_of(self, indicator: Indicator) -> int:
        """The capability level that an indicator belongs to."""
        return next(each.level for each in self.framework.attributes if each.id == indicator.attribute)

    def is_above(self, answer_id: str) -> bool:
        """Whether an answer belongs to a level that is not assessed."""
        return answer_id in self.indicators and self.level_of(self.indicators[answer_id]) > self.highest_level

    def fits_another_scale(self, rating: object) -> bool:
        """Whether a rating is only wrong on the scale in use."""
        others = (letters(self.framework, each.points).reading for each in self.framework.scales)
        return rating not in self.letters.reading and any(rating in each for each in others)

    @property
    def ratings(self) -> tuple[str, ...]:
        """What may be written as a rating, for people."""
        return (*self.letters.scale.letters, DONT_KNOW, NOT_APPLICABLE)

    def _points_in(self, other: Framework) -> Points:
        offered = {each.points for each in other.scales}
        return self.points if self.points in offered else other.default_scale


@dataclass(frozen=True)
class ScanSheet:
    """What can be answered of a quick scan."""

    scan: QuickScan

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that may be answered."""
        return frozenset(each.id for each in self.scan.file.questions)

    @cached_property
    def by_parts(self) -> Mapping[tuple[str, ...], str]:
        """Every id by its parts, however they are written together."""
        return {parts_of(each): each for each in self.ids}

    @property
    def ratings(self) -> tuple[str, ...]:
        """What may be written as an answer, for people."""
        return (*(str(each.stage) for each in self.scan.framework.stages), DONT_KNOW)


Sheet = ModelSheet | ScanSheet
