"""What the pages of a full report look at: one assessment with its model, its result and the words to say it in."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from locales.words import Words
from models.aims import Risk
from models.answers import Answer, Answers
from models.benchmark import Edition
from models.facts import ReportFacts
from models.framework import Attribute, Framework
from models.measures import Measure
from models.path import ProfileTarget
from models.profile import Flag, LevelInterval, ProcessResult, Profile, StageProfile
from models.questionnaire import CapabilityModel, Indicator, Process, QuickScan
from models.trend import Course
from reports.content.figures import assessed
from reports.content.findings import Wishes
from reports.content.naming import process_of


@dataclass(frozen=True, slots=True)
class Aim:
    """The target that a report shows beside the result: its name, in the report's language, and its levels."""

    name: str
    target: ProfileTarget


@dataclass(frozen=True, slots=True)
class Earlier:
    """The same city at an earlier date. `comparable` is False where the model's rules have changed since."""

    name: str
    date: datetime.date
    profile: Profile
    comparable: bool = True


@dataclass(frozen=True, slots=True)
class Outside:
    """What an assessor from outside says to the same questions. `name` is None where nobody is to be named."""

    name: str | None
    ratings: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Beside:
    """What may stand beside a city's own result. What is None or empty is not there, and no page speaks of it.

    `edition` is one that was published on the day `published`; `group` is what its cohort is called. `risks` are the
    warnings of the model that apply to the city. `importance` says how important each dimension is to the city, from
    1 to 5. `comments` are a consultant's words by section, and `authors` who said them, where a name may be printed.
    `outside` are the views of assessors.
    """

    edition: Edition | None = None
    group: str | None = None
    published: datetime.date | None = None
    measures: tuple[Measure, ...] = ()
    importance: Mapping[str, int] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    risks: tuple[Risk, ...] = ()
    outside: tuple[Outside, ...] = ()


@dataclass(frozen=True, slots=True)
class Context(Beside):
    """What stands beside it, ready to be drawn: `course` says how the dimensions moved since the first result."""

    aim: Aim | None = None
    earlier: Earlier | None = None
    course: Course | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A capability assessment to report on. In a public version everything confidential is already taken out.

    `hidden` are the processes that a public version does not show.
    """

    model: CapabilityModel
    answers: Answers
    profile: Profile
    words: Words
    facts: ReportFacts
    hidden: tuple[str, ...] = ()
    context: Context = Context()

    @property
    def public(self) -> bool:
        """True for the version that may be handed to everybody."""
        return self.facts.version == "public"

    @property
    def names_people(self) -> bool:
        """True for the only version that says who is in charge, and so the only one that can say that nobody is."""
        return self.facts.version == "internal"

    @property
    def wishes(self) -> Wishes:
        """What the order of the next steps follows beside the model."""
        aim = self.context.aim
        return Wishes(None if aim is None else aim.target, self.context.importance)

    @property
    def framework(self) -> Framework:
        """The framework that the result was made with."""
        return self.model.framework(self.profile.settings.framework)

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes in scope."""
        return self.framework.attributes_up_to(self.profile.settings.highest_level)

    @property
    def assessed(self) -> tuple[tuple[ProcessResult, LevelInterval], ...]:
        """The assessed processes with their levels, in the order of the model."""
        return assessed(self.profile, self.model)

    @property
    def removed(self) -> tuple[ProcessResult, ...]:
        """The processes that the city left out as not applicable."""
        return tuple(self._in_state("removed"))

    @property
    def out_of_scope(self) -> tuple[Process, ...]:
        """The processes that this assessment did not look at."""
        return tuple(self.model.process(result.process) for result in self._in_state("out of scope"))

    def indicators(self, process_id: str) -> Iterator[Indicator]:
        """What could be rated in a process, up to the highest level in scope."""
        in_scope = {attribute.id for attribute in self.attributes}
        return (each for each in self.model.indicators(process_id, self.framework) if each.attribute in in_scope)

    def answer(self, indicator_id: str) -> Answer:
        """The answer to an indicator; an unanswered one has no state."""
        return self.answers.ratings.get(indicator_id, _NOTHING)

    def flags(self, process_id: str) -> tuple[Flag, ...]:
        """What a reader of this process should know."""
        return tuple(flag for flag in self.profile.flags if process_of(flag.subject) == process_id)

    def _in_state(self, state: str) -> Iterator[ProcessResult]:
        found = (self.profile.processes.get(process.id) for process in self.model.processes)
        return (result for result in found if result is not None and result.state == state)


_NOTHING = Answer(state=None)


@dataclass(frozen=True, slots=True)
class ScanCase:
    """A quick scan to report on."""

    scan: QuickScan
    answers: Answers
    profile: StageProfile
    words: Words
    facts: ReportFacts
    context: Context = Context()

    @property
    def public(self) -> bool:
        """True for the version that may be handed to everybody."""
        return self.facts.version == "public"
