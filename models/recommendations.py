"""What experts recommend: steps from one capability level to the next, and figures to see by whether they worked."""

from typing import Literal

from pydantic import Field

from models.authored import PROCESS_ID, Amount, Authored, Text


class Effort(Authored):
    """What a step takes about: from `least` to `most`, an estimate for a city of 100,000 to 600,000 inhabitants."""

    least: Amount
    most: Amount
    unit: Literal["minutes", "hours", "days"]
    per: Literal["once", "year", "relation", "case", "activity"]


class WorkedOut(Authored):
    """A step in full: what to do one after the other, who does it, what it takes, what it leaves behind."""

    do: tuple[Text, ...] = Field(min_length=1)
    who: Text
    effort: tuple[Effort, ...] = Field(min_length=1)
    evidence: tuple[Text, ...] = Field(min_length=1, description="What shows afterwards that it was done.")
    trap: Text = Field(description="What usually goes wrong with it.")


class Step(Authored):
    """A recommendation for one step of a process from one capability level to the next."""

    from_level: int = Field(ge=0)
    to_level: int = Field(ge=1)
    do: Text
    worked_out: WorkedOut | None = Field(default=None, description="The same step in full.")


class RecommendationsFile(Authored):
    """What to do next in one process, step by step."""

    process: str = Field(pattern=PROCESS_ID)
    steps: tuple[Step, ...]
    beyond: tuple[Step, ...] = Field(
        default=(), description="Steps to levels that nobody is sent to unless the city aims at them."
    )
    indicator: Text = Field(description="A figure that level 4 may steer by.")
    idea: Text = Field(description="An idea for level 5.")


class CoreIndicator(Authored):
    """A figure that any city may watch its international work by."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    text: Text
