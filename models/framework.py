"""Measurement frameworks as data: levels, attributes, letters, bands, methods. The engine knows none of their names."""

from typing import Literal

from pydantic import Field

from models.authored import Amount, Authored, Text

Method = Literal["mean", "median", "survey-midpoints", "lowest"]
Points = Literal[4, 6]


class Rating(Authored):
    """One letter of a scale: its number for the mean and the upper end of its band (which belongs to the band)."""

    letter: str = Field(max_length=2, description="What people write: N, P, L, F, or refined P-, P+, L-, L+.")
    counts_as: str = Field(max_length=1, description="The letter of the four-point scale this one counts as.")
    value: int = Field(ge=0, description="The number behind the letter in the mean.")
    up_to: Amount = Field(description="Upper end of the band in percent; it belongs to the band.")
    name: Text


class Scale(Authored):
    """The letters people may use, from the worst to the best."""

    points: Points
    ratings: tuple[Rating, ...] = Field(min_length=2)

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters from the worst to the best."""
        return tuple(rating.letter for rating in self.ratings)


class Level(Authored):
    """A capability level of a process."""

    level: int = Field(ge=0, le=9)
    name: Text
    kind_name: Text | None = Field(default=None, description="What screens and reports say instead of the name.")
    meaning: Text


class Attribute(Authored):
    """A process attribute: a property of a process that is rated and belongs to one capability level."""

    id: str = Field(pattern=r"^PA\d\.\d$")
    level: int = Field(ge=1, le=9)
    name: Text
    term: Text = Field(description="The technical term, for the tool tip.")
    key_question: Text
    rated_by: Literal["outcomes", "generic-practices"]


class LevelRule(Authored):
    """A level is reached when its own attributes are at least `own` and all attributes below are at least `below`."""

    own: str
    below: str


class Framework(Authored):
    """A process capability framework after ISO/IEC 33020: everything the scoring engine needs to know about it."""

    kind: Literal["capability-framework"]
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    name: Text
    notice: Text
    unchecked: tuple[Text, ...] = Field(default=(), description="Parts that could not be checked against the standard.")
    default_method: Method
    methods: tuple[Method, ...]
    default_scale: Points
    scales: tuple[Scale, ...]
    levels: tuple[Level, ...]
    attributes: tuple[Attribute, ...]
    level_rule: LevelRule
    cap_without_evidence: str | None = Field(
        default=None, description="The best letter that counts without evidence; absent: no cap, only a flag."
    )
    spread_flag_steps: int = Field(default=2, ge=1, description="Ratings this many letters apart raise a flag.")

    def scale(self, points: Points) -> Scale:
        """The scale with so many points."""
        return next(scale for scale in self.scales if scale.points == points)

    def attributes_up_to(self, level: int) -> tuple[Attribute, ...]:
        """The attributes of the levels 1 to `level`, in the order of the framework."""
        return tuple(attribute for attribute in self.attributes if attribute.level <= level)

    @property
    def highest_level(self) -> int:
        """The highest capability level there is."""
        return max(level.level for level in self.levels)


class Stage(Authored):
    """A stage of a quick scan, with the capability level it may indicate (an indication, never a rating)."""

    stage: int = Field(ge=1, le=9)
    name: Text
    indicates_level: int = Field(ge=0)
    or_more: bool = Field(default=False, description="True where the stage may also stand for higher levels.")


class StageFramework(Authored):
    """How a quick scan is read: stages, and how many answers a dimension needs before it shows a mean."""

    kind: Literal["stage-framework"]
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    name: Text
    notice: Text
    stages: tuple[Stage, ...] = Field(min_length=2)
    answers_for_mean: int = Field(ge=1, description="Answered questions a dimension needs before it shows a mean.")

    @property
    def lowest(self) -> int:
        """The number of the first stage."""
        return self.stages[0].stage

    @property
    def highest(self) -> int:
        """The number of the last stage."""
        return self.stages[-1].stage
