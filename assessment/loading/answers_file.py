"""The form of an answers file, which is a promise to its users: the schema for editors is printed from it.

Only the form is here. Whether an id exists, a letter belongs to the scale and a reason is given depends on the
questionnaire and is asked in `ratings` and `settings`.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, SkipValidation, Tag

from models.answers import Confidence
from models.assessment import EVIDENCE_LIMIT, TEXT_LIMIT
from models.authored import PROCESS_ID, Authored, Language
from models.framework import Method, Points
from models.questionnaire import VERSION

DAY = r"^\d{4}-\d{2}-\d{2}$"

Short = SkipValidation[str | int | None]
"""A letter, a stage or dont_know; nothing where it is unanswered. Which of them may stand where is asked elsewhere."""

Version = SkipValidation[Annotated[str, Field(pattern=VERSION)]]
"""Held against the questionnaire, which knows what to write."""

LongText = Annotated[str, Field(max_length=TEXT_LIMIT)]
ProcessId = Annotated[str, Field(pattern=PROCESS_ID)]


class Entry(Authored):
    """An answer with more than a letter. An outcome that is not applicable needs a reason, in either of two forms."""

    rating: Short = Field(default=None, description="A letter, a stage of a quick scan, dont_know or not_applicable.")
    not_applicable: LongText | None = Field(default=None, description="Why it does not apply; instead of a rating.")
    reason: LongText | None = Field(default=None, description="The same, beside `rating: not_applicable`.")
    note: LongText | None = None
    evidence: tuple[Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT)], ...] = Field(
        default=(), max_length=EVIDENCE_LIMIT, description="Documents, links, decisions that show it."
    )
    confidence: Confidence | None = Field(default=None, description="How sure the answer is.")


def _form_of_entry(value: object) -> str:
    return "long" if isinstance(value, dict | Entry) else "short"


def _form_of_scope(value: object) -> str:
    return "list" if isinstance(value, tuple) else "word"


Written = Annotated[
    Annotated[Entry, Tag("long")] | Annotated[Short, Tag("short")],
    Discriminator(_form_of_entry),
]
WrittenScope = Annotated[
    Annotated[Literal["basic", "full"], Tag("word")] | Annotated[tuple[ProcessId, ...], Tag("list")],
    Discriminator(_form_of_scope),
]


def _nothing_is_empty(value: object) -> object:
    return {} if value is None else value


class AnswersFile(Authored):
    """What a city answered to one questionnaire."""

    questionnaire: str = Field(description="Id of the questionnaire: urban-diplomacy, quick-scan.")
    version: Version = Field(description='Version of the questionnaire, in quotes: "1.0.0".')
    city: str = Field(min_length=1, max_length=200)
    date: str | None = Field(default=None, pattern=DAY, description="Day of the assessment: 2025-03-12.")
    language: Language | None = None
    invented: bool = Field(default=False, description="True for examples: no city answered this.")
    framework: str | None = Field(default=None, description="Id of the framework, unless the model's own is used.")
    method: Method | None = Field(default=None, description="How ratings become the rating of an attribute.")
    scale: Points | None = Field(default=None, description="4 or 6 letters.")
    highest_level: int | None = Field(default=None, ge=1, le=9, description="The highest level that is assessed.")
    scope: WrittenScope | None = Field(default=None, description="basic, full (default), or a list of process ids.")
    chosen: tuple[ProcessId, ...] | None = Field(
        default=None, description="The processes the city puts forward for maturity level 4."
    )
    ratings: Annotated[dict[str, Written], BeforeValidator(_nothing_is_empty)] = Field(
        default={}, description="Answers by id: GOV.1.O1, GOV.1.GP2.1.1, QS01; GOV.1 for a process left out."
    )
