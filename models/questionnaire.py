"""What experts write: a capability model with its processes, and the quick scan that belongs to it.

The classes whose names end in `File` are one file each; `CapabilityModel` and `QuickScan` are what the loader
makes of them, with every reference resolved.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pydantic import Field

from models.authored import PROCESS_ID, Authored, Language, Text
from models.framework import Framework, StageFramework
from models.library import NO_SHELF, Shelf
from models.mapping import MappingFile
from models.recommendations import CoreIndicator, RecommendationsFile, Step

VERSION = r"^\d+\.\d+\.\d+$"


class Dimension(Authored):
    """A group of processes; one axis of the radar."""

    id: str = Field(pattern=r"^[A-Z]{3}$")
    name: Text
    guiding_question: Text


class Outcome(Text):
    """An observable result of a process; people rate how far it is achieved."""

    id: str = Field(pattern=r"^[A-Z]{3}\.\d{1,2}\.O\d{1,2}$")
    weight: int = Field(default=1, ge=1, le=100)


class BasePractice(Text):
    """What usually brings an outcome about; guidance, never rated."""

    id: str = Field(pattern=r"^[A-Z]{3}\.\d{1,2}\.BP\d{1,2}$")


class WorkProduct(Text):
    """What usually shows an outcome; the prompt for evidence."""

    id: str = Field(pattern=r"^[A-Z]{3}\.\d{1,2}\.WP\d{1,2}$")


class Process(Authored):
    """Something a city does in its international work, with a purpose and the outcomes that fulfil it."""

    id: str = Field(pattern=PROCESS_ID)
    dimension: str
    name: Text
    purpose: Text
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    base_practices: tuple[BasePractice, ...] = ()
    work_products: tuple[WorkProduct, ...] = ()
    sdgs: tuple[int, ...] = ()
    founding_refs: tuple[str, ...] = Field(default=(), description="Statements of the founding documents it covers.")
    source_refs: tuple[str, ...] = Field(default=(), description="Ids of the literature it rests on.")
    sensitive: bool = Field(default=False, description="Left out of public versions of a report.")


class GenericPractice(Text):
    """A way of working that shows an attribute above level 1; rated per process."""

    id: str = Field(pattern=r"^GP\d\.\d\.\d{1,2}$")
    weight: int = Field(default=1, ge=1, le=100)


class AttributePractices(Authored):
    """The generic practices of one attribute. `stands_for_outcomes` marks PA1.1, whose practice is not rated itself."""

    attribute: str = Field(pattern=r"^PA\d\.\d$")
    stands_for_outcomes: bool = False
    practices: tuple[GenericPractice, ...] = Field(min_length=1)


class GenericPracticesFile(Authored):
    """The generic practices of all attributes of all framework editions the model can be used with."""

    attributes: tuple[AttributePractices, ...]


class ProcessSet(Authored):
    """Processes that belong together for one maturity level."""

    id: str
    for_maturity_level: int = Field(ge=1)
    name: Text
    rationale: Text
    processes: tuple[str, ...] = Field(min_length=1)


class Requirement(Authored):
    """All processes of these sets, and these named processes, are at least at this capability level."""

    sets: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    capability: int = Field(ge=1)


class ChosenRule(Authored):
    """Of the processes the city chose, at least so many are at least at this capability level.

    `named` must be among those that are; of `one_of` at least one must be.
    """

    at_least: int = Field(ge=1)
    capability: int = Field(ge=1)
    named: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()


class MaturityLevel(Authored):
    """A maturity level of the whole city and what it asks for beyond the level below."""

    level: int = Field(ge=0, le=9)
    name: Text
    meaning: Text
    all_of: tuple[Requirement, ...] = ()
    chosen: ChosenRule | None = Field(default=None, description="A rule over the processes the city chose itself.")
    chosen_from_below: ChosenRule | None = Field(
        default=None, description="A rule over those processes that fulfil the chosen rule of the level below."
    )


class NamedTarget(Authored):
    """A profile that a city may aim at: processes of sets, or by name, at capability levels; the others at `others`."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: Text
    meaning: Text
    all_of: tuple[Requirement, ...] = Field(min_length=1)
    others: int = Field(default=0, ge=0, description="The level of all other processes; 0 asks nothing of them.")


class CityCondition(Authored):
    """Something that the profile of a city says: that a field is yes, or that a number is at least so large."""

    field: str = Field(description="Name of a field of the city profile.")
    at_least: int | None = Field(default=None, ge=0, description="For a number; without it the field must say yes.")


class RiskWarning(Authored):
    """What a city should hear whose profile fulfils a condition while a process is below a capability level."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    city: CityCondition
    process: str = Field(pattern=PROCESS_ID)
    below: int = Field(ge=1, description="The warning is given where the process is not sure to be at this level.")
    text: Text


class HigherLevels(Authored):
    """Processes for which a higher level can be worth its while, in cities that fulfil one of the conditions."""

    processes: tuple[str, ...] = Field(min_length=1)
    capability: int = Field(ge=1)
    any_of: tuple[CityCondition, ...] = Field(min_length=1)
    reason: Text


class TargetProposal(Authored):
    """The target that is proposed to a city which has not chosen one."""

    target: str = Field(description="Id of one of the targets.")
    higher: HigherLevels | None = None


class Tailoring(Authored):
    """Which processes a city may leave out as not applicable, and how many."""

    never_in_sets: tuple[str, ...] = ()
    at_most: int = Field(ge=0)


class Source(Authored):
    """A work of the literature that the model rests on."""

    id: str
    citation: str
    url: str | None = None


class Statement(Authored):
    """A statement of a founding document, paraphrased, and the processes that cover it."""

    id: str
    paraphrase: str
    covered_by: tuple[str, ...] = Field(min_length=1)


class FoundingDocument(Authored):
    """A founding document of the field."""

    id: str
    source: str
    statements: tuple[Statement, ...]


class ModelFile(Authored):
    """The head of a capability model: what it is, its dimensions, process sets and maturity rule."""

    kind: Literal["capability-model"]
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    version: str = Field(pattern=VERSION)
    languages: tuple[Language, ...]
    name: Text
    notice: Text
    framework: str = Field(description="Id of the framework used unless an assessment names another.")
    dimensions: tuple[Dimension, ...] = Field(min_length=3)
    process_order: tuple[str, ...] = Field(description="The processes in the order in which people see them.")
    process_sets: tuple[ProcessSet, ...]
    basic_scope: str = Field(description="Id of the set that the scope `basic` stands for.")
    maturity_notice: Text
    maturity: tuple[MaturityLevel, ...]
    targets: tuple[NamedTarget, ...] = Field(default=(), description="Profiles that a city may choose to aim at.")
    proposal: TargetProposal | None = Field(default=None, description="The target proposed to a city without one.")
    warnings: tuple[RiskWarning, ...] = Field(default=(), description="What a city should hear beside its result.")
    tailoring: Tailoring
    generic_steps: tuple[Step, ...] = Field(
        default=(), description="Steps that are the same in every process, for levels that no file of its own covers."
    )
    core_indicators: tuple[CoreIndicator, ...] = Field(
        default=(), description="Figures that are offered where a city says how it will see that something worked."
    )


class SourcesFile(Authored):
    """The literature and the founding documents of a model."""

    sources: tuple[Source, ...]
    founding_documents: tuple[FoundingDocument, ...]


class Anchor(Text):
    """One of the statements a quick-scan question offers, and the stage it stands for."""

    stage: int = Field(ge=1, le=9)


class Question(Authored):
    """A quick-scan question about one process."""

    id: str = Field(pattern=r"^QS\d{2}$")
    process: str = Field(pattern=PROCESS_ID)
    core: bool
    question: Text
    anchors: tuple[Anchor, ...]


class QuickScanFile(Authored):
    """A quick scan: one question with anchored statements per process."""

    kind: Literal["quick-scan"]
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    version: str = Field(pattern=VERSION)
    model: str = Field(description="Id of the capability model whose processes the questions are about.")
    name: Text
    notice: Text
    framework: str = Field(description="Id of the stage framework.")
    questions: tuple[Question, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a person rates: an outcome, or a generic practice, of one process."""

    id: str
    process: str
    attribute: str
    text: Text
    weight: int


def as_indicator(question: Question) -> Indicator:
    """A question of a quick scan as something to rate; it belongs to no attribute."""
    return Indicator(question.id, question.process, "", question.question, 1)


@dataclass(frozen=True)
class CapabilityModel:
    """A capability model with all its parts, ready to ask and to score.

    `digest` covers the canonical content, texts included; `rules_digest` leaves the texts out and decides whether
    two assessments may be compared. `shelf` is what can be read beside it; neither digest covers that.
    """

    head: ModelFile
    processes: tuple[Process, ...]
    generic_practices: tuple[AttributePractices, ...]
    sources: tuple[Source, ...]
    founding_documents: tuple[FoundingDocument, ...]
    recommendations: tuple[RecommendationsFile, ...]
    frameworks: tuple[Framework, ...]
    digest: str
    rules_digest: str
    shelf: Shelf = field(default=NO_SHELF, compare=False)

    @property
    def id(self) -> str:
        """The questionnaire's id."""
        return self.head.id

    @property
    def version(self) -> str:
        """The questionnaire's version."""
        return self.head.version

    def framework(self, framework_id: str | None = None) -> Framework:
        """The framework with this id, or the model's own. Raises `KeyError` for one that was not loaded."""
        return self._frameworks[framework_id or self.head.framework]

    def process(self, process_id: str) -> Process:
        """The process with this id. Raises `KeyError`."""
        return self._processes[process_id]

    def dimension_of(self, process_id: str) -> Dimension:
        """The dimension that the process belongs to."""
        return self._dimensions[self.process(process_id).dimension]

    def processes_of(self, dimension_id: str) -> tuple[Process, ...]:
        """The processes of a dimension, in the order in which people see them."""
        return tuple(process for process in self.processes if process.dimension == dimension_id)

    def set_members(self, set_id: str) -> tuple[str, ...]:
        """The process ids of a process set."""
        return next(each.processes for each in self.head.process_sets if each.id == set_id)

    def indicators(self, process_id: str, framework: Framework) -> Iterator[Indicator]:
        """Everything that can be rated in a process, attribute by attribute."""
        process = self.process(process_id)
        for attribute in framework.attributes:
            if attribute.rated_by == "outcomes":
                for outcome in process.outcomes:
                    yield Indicator(outcome.id, process_id, attribute.id, outcome, outcome.weight)
            else:
                for practice in self._practices.get(attribute.id, ()):
                    full_id = f"{process_id}.{practice.id}"
                    yield Indicator(full_id, process_id, attribute.id, practice, practice.weight)

    @cached_property
    def _processes(self) -> dict[str, Process]:
        return {process.id: process for process in self.processes}

    @cached_property
    def _dimensions(self) -> dict[str, Dimension]:
        return {dimension.id: dimension for dimension in self.head.dimensions}

    @cached_property
    def _frameworks(self) -> dict[str, Framework]:
        return {framework.id: framework for framework in self.frameworks}

    @cached_property
    def _practices(self) -> dict[str, tuple[GenericPractice, ...]]:
        return {each.attribute: each.practices for each in self.generic_practices if not each.stands_for_outcomes}


@dataclass(frozen=True)
class QuickScan:
    """A quick scan with its stage framework and the model whose dimensions it draws."""

    file: QuickScanFile
    framework: StageFramework
    model: CapabilityModel
    digest: str
    rules_digest: str

    @property
    def id(self) -> str:
        """The questionnaire's id."""
        return self.file.id

    @property
    def version(self) -> str:
        """The questionnaire's version."""
        return self.file.version

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The axes of the radar, in order."""
        return self.model.head.dimensions

    def questions_of(self, dimension_id: str) -> tuple[Question, ...]:
        """The questions about processes of this dimension, in the order of the file."""
        return tuple(
            question
            for question in self.file.questions
            if self.model.process(question.process).dimension == dimension_id
        )


Questionnaire = CapabilityModel | QuickScan


@dataclass(frozen=True)
class Library:
    """Everything that was loaded from a questionnaires folder.

    `earlier` are versions that came before those in use: nothing new begins with them, and what was answered with them
    stays readable. `mappings` say how answers get from one version to the next.
    """

    models: tuple[CapabilityModel, ...]
    quick_scans: tuple[QuickScan, ...]
    earlier: tuple[Questionnaire, ...] = ()
    mappings: tuple[MappingFile, ...] = ()

    def questionnaire(self, questionnaire_id: str, version: str | None = None) -> Questionnaire:
        """The questionnaire with this id, in use or in this version. Raises `KeyError`."""
        if version is None:
            return {each.id: each for each in self.in_use}[questionnaire_id]
        return {each.version: each for each in reversed(self.versions(questionnaire_id))}[version]

    def versions(self, questionnaire_id: str) -> tuple[Questionnaire, ...]:
        """Every version of a questionnaire, the one in use first."""
        return tuple(each for each in (*self.in_use, *self.earlier) if each.id == questionnaire_id)

    def with_digest(self, questionnaire_id: str, digest: str) -> Questionnaire | None:
        """The version with this very content."""
        return next((each for each in self.versions(questionnaire_id) if each.digest == digest), None)

    def with_rules(self, questionnaire_id: str, rules_digest: str, version: str) -> Questionnaire | None:
        """A version that asks and scores by these rules, the one of this number first: its texts may be newer."""
        alike = [each for each in self.versions(questionnaire_id) if each.rules_digest == rules_digest]
        return next((each for each in alike if each.version == version), alike[0] if alike else None)

    def as_of(self, past: Questionnaire) -> "Library":
        """The library as it was when `past` was in use: for reading what was answered then."""
        if isinstance(past, CapabilityModel):
            return Library((past,), ())
        return Library((past.model,), (past,))

    def mapping(self, former: Questionnaire, now: Questionnaire) -> MappingFile | None:
        """How answers get from one version to another, where somebody wrote it down."""
        wanted = (now.id, former.version, now.version)
        return next((each for each in self.mappings if (each.questionnaire, each.before, each.after) == wanted), None)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all questionnaires in use."""
        return tuple(each.id for each in self.in_use)

    @property
    def in_use(self) -> tuple[Questionnaire, ...]:
        """All questionnaires with which something may begin."""
        return (*self.models, *self.quick_scans)
